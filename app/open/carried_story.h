// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/open/story_envelope.h"
#include "model/file/byte_source.h"
#include "model/text/failure.h"
#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <optional>
#include <stop_token>
#include <tl/expected.hpp>

/// Pictures that carry their story (story_envelope.h says in which form): a PNG in a tEXt chunk of its own, an SVG in
/// its metadata. Reading goes through a file once and holds little more of it than the story takes. Nothing but the
/// bytes of the picture is read.
///
/// A PNG has a check value for every chunk, an SVG none: one that carries a story ends with the SHA-256 of everything
/// in front of it, in a comment before the last tag, so that words that were damaged do not pass for those of the
/// story. That seal shows damage, not forgery: it is not a signature.
namespace quoteline::ui {

inline constexpr char storyKeyword[] = "Quoteline story"; ///< of the PNG chunk, which holds an envelope as it is
inline constexpr qint64 maxSvgBytes = qint64{128} << 20;  ///< larger SVG files are not looked into

/// An envelope as an element for <metadata> of an SVG, well-formed by itself: <story xmlns="urn:quoteline:story">. The
/// finished file has to be sealed, or its story is refused.
QByteArray svgMetadata(const QByteArray& envelope);
/// `svg` ends with "</svg>", apart from white space.
QByteArray sealedSvg(QByteArray svg);

enum class FileKind : std::uint8_t {
    Story, ///< nothing else is recognised: it may be a story file
    Png,
    Markup,       ///< an SVG picture, or other XML or HTML
    OtherPicture, ///< JPEG, GIF, WebP, PDF ...: never with a story
};

/// How many bytes fileKindOf() looks at.
inline constexpr std::size_t fileHeadSize = 4096;
/// That many bytes of a file, or all; the next read begins at its beginning.
tl::expected<QByteArray, QString> fileHead(model::ByteSource& file);
/// What a file is by its first bytes. A story file never begins as any other kind does, as it is JSON.
FileKind fileKindOf(QByteArrayView head);

/// The story in a PNG or SVG, from its beginning; nothing where it carries none. A reason, as picture_story.h says
/// it, where the picture is damaged, carries two stories or what it carries is not exactly what was put in.
tl::expected<std::optional<Carried>, model::Failure> storyIn(model::ByteSource& picture,
                                                             const std::stop_token& stop = {});
tl::expected<std::optional<Carried>, model::Failure> storyIn(QByteArrayView picture);

/// Reads a PNG or SVG back before it is put in place: it is whole (every pixel of a PNG can be had, the seal of an SVG
/// is right) and carries exactly this envelope, which opens; an empty envelope stands for none. The reason why not.
tl::expected<void, model::Failure> verifyPicture(QByteArrayView picture, const QByteArray& envelope,
                                                 const std::stop_token& stop = {});

} // namespace quoteline::ui

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
/// its metadata. Writing takes place in memory; reading goes through a file once and holds no more of it than the story
/// takes. Nothing but the bytes of the picture is read. A checksum tells damage, not forgery: it is not a signature.
namespace quoteline::ui {

inline constexpr char storyKeyword[] = "Quoteline story";       ///< of the PNG chunk
inline constexpr char storyNamespace[] = "urn:quoteline:story"; ///< of the element <story> in <metadata> of an SVG
inline constexpr qint64 maxSvgBytes = qint64{128} << 20;        ///< larger SVG files are not looked into

/// The PNG with an envelope of carriedStory() in front of its image data; nothing where `png` is none.
QByteArray withStory(const QByteArray& png, const QByteArray& envelope);

/// The same envelope as an element for <metadata> of an SVG, well-formed by itself. The finished file has to be sealed
/// (svg_seal.h), or its story is refused.
QByteArray svgMetadata(const QByteArray& envelope);

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

/// The story in a PNG or SVG, from its beginning; nothing where it carries none. A reason as walkPng() gives it where
/// the picture is damaged, carries two stories or what it carries is not exactly what was put in.
tl::expected<std::optional<Carried>, model::Failure> storyIn(model::ByteSource& picture,
                                                             const std::stop_token& stop = {});
tl::expected<std::optional<Carried>, model::Failure> storyIn(QByteArrayView picture);

/// Reads a PNG or SVG back before it is put in place: it is whole (every pixel of a PNG can be unpacked, an SVG is
/// well-formed) and carries exactly this envelope, which opens; an empty envelope stands for none. The reason why not.
tl::expected<void, model::Failure> verifyPicture(QByteArrayView picture, const QByteArray& envelope,
                                                 const std::stop_token& stop = {});

} // namespace quoteline::ui

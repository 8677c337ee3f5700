// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/file/byte_source.h"
#include "model/text/failure.h"
#include <QByteArray>
#include <QString>
#include <optional>
#include <stop_token>
#include <tl/expected.hpp>

/// Inside of carried_story.h: the envelope in each kind of picture, nothing where there is none. The reason why a
/// picture is refused is a sentence about "it" without a capital and without its full stop.
namespace quoteline::ui {

using FoundEnvelope = tl::expected<std::optional<QByteArray>, model::Failure>;

/// Damaged in any byte or pixel, cut off, with something behind its end, two stories or too much text: refused.
FoundEnvelope envelopeInPng(model::ByteSource& file, const std::stop_token& stop);
/// Nothing of the markup is read: an element of just the bytes of svgMetadata() is looked for, and the seal has to be
/// right where there is one.
FoundEnvelope envelopeInSvg(model::ByteSource& file, const std::stop_token& stop);

/// Reads until `into` is full or the file ends: how many bytes that were.
tl::expected<std::size_t, QString> readFull(model::ByteSource& file, std::span<char> into);

// Reasons for both kinds.
QString twoStories();
QString tooMuchStory();
QString tooLarge(qint64 limit);

} // namespace quoteline::ui

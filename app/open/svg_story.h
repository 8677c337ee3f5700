// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/file/byte_source.h"
#include "model/text/failure.h"
#include <QByteArray>
#include <QString>
#include <optional>
#include <stop_token>
#include <tl/expected.hpp>

/// Inside of carried_story.h.
namespace quoteline::ui {

/// The envelope in the metadata of an SVG, nothing where there is none. Reasons as walkPng() gives them: not
/// well-formed, no SVG, a document type (no declared entity is ever looked at), two envelopes, one that is too large.
tl::expected<std::optional<QByteArray>, model::Failure> envelopeInSvg(model::ByteSource& file,
                                                                      const std::stop_token& stop);

// Reasons for both kinds of picture.
QString twoStories();
QString tooMuchStory();

} // namespace quoteline::ui

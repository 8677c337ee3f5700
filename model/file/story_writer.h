// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/story/story.h"
#include <string>

namespace quoteline::model {

/// The story as canonical JSON: UTF-8, two spaces of indent, LF, lanes, actors and sources before events, fields in the
/// order of the schema, unknown fields last in each object and as they were written, a line feed at the end.
/// Reading it again gives an equal Story, and writing that gives the same bytes.
std::string writeStory(const Story& story);

} // namespace quoteline::model

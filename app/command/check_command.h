// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command/command_line.h"
#include "app/system/terminal.h"

namespace quoteline::ui {

/// --check: what is wrong or odd in the story, and, where a folder of documents was given or the story carries
/// documents, each quote against its document. The exit status: exitDone only when the story has no problems and every
/// quote that was to be checked is verbatim or verbatim except typography.
int checkStory(const CommandLine& command, Output& out, std::FILE* err);

} // namespace quoteline::ui

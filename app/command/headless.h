// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command/command_line.h"
#include "app/system/terminal.h"
#include <cstdio>

namespace quoteline::ui {

/// Does what needs no window (every mode but Window) and returns the exit status. Results go to `out`, messages to
/// `err`. Export needs a QGuiApplication of any platform; the others need no application object.
int runHeadless(const CommandLine& command, std::FILE* out = stdout, std::FILE* err = stderr);

} // namespace quoteline::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_line.h"
#include <cstdio>

namespace quoteline::ui {

/// What the program ends with; the same for every mode.
enum ExitStatus {
    exitDone = 0,
    exitStoryProblems = 1, ///< the story was read, and is wrong
    exitFailed = 2,        ///< the command line is wrong, or a file cannot be read or written
};

/// Does what needs no window (every mode but Window) and returns the exit status. Results go to `out`, messages to
/// `err`. Export needs a QGuiApplication of any platform; the others need no application object.
int runHeadless(const CommandLine& command, std::FILE* out = stdout, std::FILE* err = stderr);

/// Writes a message of the program to `err`: "quoteline: ...".
void writeMessage(const QString& message, std::FILE* err = stderr);

} // namespace quoteline::ui

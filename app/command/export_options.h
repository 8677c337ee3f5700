// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command/command_line.h"
#include "app/command/option_scanner.h"

namespace quoteline::ui {

/// Understands what goes with --export; the error is a sentence as parseCommandLine() gives it. Which options go with
/// which kind of file is decided here, what a picture may be at most in app/export/picture/picture_request.h.
tl::expected<void, QString> readExportOptions(const ScannedOptions& given, CommandLine& command);

} // namespace quoteline::ui

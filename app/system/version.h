// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace quoteline::ui {

/// "0.1.0": of the program, as its build names it.
QString programVersion();

} // namespace quoteline::ui

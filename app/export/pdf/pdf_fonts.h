// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qpdf/QPDF.hh>

namespace quoteline::ui {

/// Gives every part of a font that is embedded the name "ABCDEF+Family" with letters that follow from what is embedded.
/// QPdfWriter numbers them in an order that changes from run to run, and names the font in one of three places only.
void nameFontsByContent(QPDF& pdf);

} // namespace quoteline::ui

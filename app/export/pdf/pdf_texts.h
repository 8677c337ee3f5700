// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <qpdf/QPDF.hh>
#include <stop_token>
#include <vector>

namespace quoteline::ui {

/// Says which characters the glyphs of embedded fonts stand for, so that text can be found and copied. QPdfWriter asks
/// the font: it knows no character for a glyph that stands in for another (the colon of "10:30", an emoji), and takes a
/// tab for a space. `texts` has for every page what was drawn on it, in that order; a page of which it has more or
/// fewer texts than there are stays as it was. Where it is stopped, nothing is named.
void nameCharacters(QPDF& pdf, const std::vector<std::vector<QString>>& texts, const std::stop_token& stop = {});

} // namespace quoteline::ui

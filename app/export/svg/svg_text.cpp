// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/svg/svg_text.h"

#include "app/export/svg/svg_markup.h"
#include <cmath>

namespace quoteline::ui {

using svg::attribute;

namespace {

/// Spaces at the ends and rows of them would be dropped otherwise.
bool needsSpaces(const std::vector<SvgText::Piece>& pieces) {
    QString text;
    for (const SvgText::Piece& piece : pieces)
        text += piece.text;
    return pieces.size() > 1 || text != text.simplified();
}

/// What sets a piece apart from its line.
QByteArray own(const SvgText::Piece& piece) {
    const QByteArray width =
        piece.text.size() > 1 && piece.width > 0 ? attribute("textLength", piece.width) : QByteArray();
    return piece.unseen ? width + attribute("fill-opacity", 0.0) : width;
}

} // namespace

bool SvgText::goesOnAt(double x, double baseline) const {
    const Piece& last = pieces.back();
    return !rightToLeft && y == baseline && std::abs(last.x + last.width - x) < 0.05;
}

QByteArray SvgText::markup() const {
    const Piece& first = pieces.front();
    // In a script from right to left a text starts at its right edge.
    const double start = rightToLeft ? first.x + first.width : first.x;
    QByteArray out = "<text" + attribute("x", start) + attribute("y", y);
    if (rightToLeft)
        out += attribute("direction", "rtl") + attribute("unicode-bidi", "embed");
    out += attributes;
    if (needsSpaces(pieces))
        out += attribute("xml:space", "preserve");
    if (pieces.size() == 1 && !first.unseen)
        return out + own(first) + '>' + svg::escaped(first.text) + "</text>";
    out += '>';
    for (const Piece& piece : pieces)
        out += "<tspan" + attribute("x", piece.x) + own(piece) + '>' + svg::escaped(piece.text) + "</tspan>";
    return out + "</text>";
}

} // namespace quoteline::ui

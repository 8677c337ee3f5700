// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <vector>

namespace quoteline::ui {

/// A line of text in an SVG file: one element, so that it is found and copied as one text.
struct SvgText {
    /// A run of letters in one font; another one takes over for an emoji, and gives back.
    struct Piece {
        QString text;
        double x; ///< of its left edge
        double width;
        bool unseen = false; ///< a picture shows it
    };

    std::vector<Piece> pieces; ///< from left to right; one alone where the script runs from right to left
    double y = 0;              ///< of the baseline
    bool rightToLeft = false;
    QByteArray attributes; ///< font, colour and transform

    /// Whether a piece at that place is the next one of this line.
    bool goesOnAt(double x, double baseline) const;
    /// The element. Programs that know `textLength` keep the width, whatever font they have.
    QByteArray markup() const;
};

} // namespace quoteline::ui

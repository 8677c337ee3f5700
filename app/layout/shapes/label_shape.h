// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/shapes/text_measurer.h"
#include <QString>
#include <cstdint>
#include <utility>

namespace quoteline::layout {

/// Where the label of an event stands, as seen from its marks.
enum class LabelSide : std::uint8_t {
    Right,
    Left,
    Inside,  ///< in the bar; stays in the part that is in view
    Above,   ///< over the marks, in their width; stays in the part that is in view
    Over,    ///< over the start of a bar, which then is thin; stays in the part that is in view, or begins there
    OverEnd, ///< the same over its end, and ends there
};
inline bool isOver(LabelSide side) {
    return side == LabelSide::Over || side == LabelSide::OverEnd;
}

/// An event's title and date set in one line or two. Widths are measured, in device-independent pixels.
struct LabelShape {
    QString first;  ///< the title, or its first part
    QString second; ///< the rest of a wrapped title; may be empty in a label of two lines whose second is the date.
                    ///< Begins with U+200E or U+200F where it would else be set in another direction than the title
    QString date;
    double firstWidth = 0;
    double secondWidth = 0;
    double dateWidth = 0;
    double width = 0; ///< of the whole block
    int lines = 1;
    bool cut = false; ///< title or date had to be shortened with an ellipsis

    bool operator==(const LabelShape&) const = default;
};

/// One line where it fits `available`; else two, with the date behind or as the second; else two with the title
/// shortened. Lines end where breaksOf() says, or with an ellipsis. `dateGap` lies between title and date.
LabelShape shapeLabel(const QString& title, const QString& date, double available, double dateGap,
                      const TextMeasurer& measurer);

/// The title alone on one line, shortened where it has to be.
LabelShape titleShape(const QString& title, double available, FontRole role, const TextMeasurer& measurer);

/// The text broken where the longer part becomes shortest; one part where it may not be broken.
std::pair<QString, QString> wrapInTwo(const QString& text, FontRole role, const TextMeasurer& measurer);

/// The text broken where the first part is as long as fits `width`; one part where none does.
std::pair<QString, QString> wrapToFill(const QString& text, double width, FontRole role, const TextMeasurer& measurer);

/// The text, or as much of its start as fits with an ellipsis: whole words where these are two thirds of that.
QString elided(const QString& text, double width, FontRole role, const TextMeasurer& measurer);

/// A number with each of its digits replaced by the widest one: no number of as many digits is wider.
QString withWidestDigits(QString number, FontRole role, const TextMeasurer& measurer);

} // namespace quoteline::layout

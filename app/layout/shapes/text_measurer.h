// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>
#include <cstdint>
#include <utility>

namespace quoteline::layout {

/// What a text is for; the painter gives each role its font, the measurer the same font's sizes.
enum class FontRole : std::uint8_t {
    Title,    ///< the story's title above the chart
    Subtitle, ///< range and counts below the title
    LaneName,
    Label,       ///< an event's title beside its mark
    Date,        ///< an event's date in words
    AxisFine,    ///< the upper row of the time axis
    AxisContext, ///< the lower row: the month of the days, the day of the hours
    Note,        ///< marginal notes, legend, source line
    Number,      ///< on a column
    SmallLabel,  ///< an event's title in the strip of its lane
};
inline constexpr int fontRoleCount = 10;

/// Measures single lines of plain text in device-independent pixels. One measurer belongs to one thread.
class TextMeasurer {
public:
    virtual ~TextMeasurer() = default;
    /// Advance width, rounded up to a whole pixel or not, but never less than what the painter will use.
    virtual double width(QStringView text, FontRole role) const = 0;
    /// Distance from the top of a line to its baseline.
    virtual double ascent(FontRole role) const = 0;
    /// Height of one line: ascent, descent and leading.
    virtual double lineHeight(FontRole role) const = 0;
    /// Where a part of a line (UTF-16 units; whole characters) lies: its left and right edge from the left end of the
    /// line. This one holds for text from left to right.
    virtual std::pair<double, double> edges(QStringView text, qsizetype start, qsizetype length, FontRole role) const {
        return {width(text.first(start), role), width(text.first(start + length), role)};
    }
};

} // namespace quoteline::layout

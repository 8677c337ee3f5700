// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/shapes/text_measurer.h"
#include <algorithm>

namespace quoteline::test {

/// Measures without a font: every UTF-16 unit is as wide as any other of its role, but for marks of direction, which
/// have no width.
class FixedMeasurer : public layout::TextMeasurer {
public:
    explicit FixedMeasurer(double textScale = 1)
        : m_textScale(textScale) {}

    double width(QStringView text, layout::FontRole role) const override {
        const auto units =
            text.size() - std::count_if(text.begin(), text.end(), [](QChar c) {
                return c == QChar(0x200E) || c == QChar(0x200F) || c == QChar(0x2068) || c == QChar(0x2069);
            });
        return static_cast<double>(units) * unitWidth(role) * pixelSize(role);
    }
    double ascent(layout::FontRole role) const override { return 0.97 * pixelSize(role); }
    double lineHeight(layout::FontRole role) const override { return 1.22 * pixelSize(role); }

private:
    static double unitWidth(layout::FontRole role) {
        using layout::FontRole;
        const bool heavy = role == FontRole::Title || role == FontRole::LaneName || role == FontRole::AxisContext;
        return heavy ? 0.55 : 0.52;
    }
    double pixelSize(layout::FontRole role) const {
        constexpr double sizes[layout::fontRoleCount] = {24, 13, 13, 13, 11.5, 12, 12, 11, 11, 11};
        return sizes[static_cast<int>(role)] * m_textScale;
    }

    double m_textScale;
};

/// At 100 %; under a name of its own, so that the functions of tests may call theirs a measurer.
inline const FixedMeasurer fixedMeasurer;

} // namespace quoteline::test

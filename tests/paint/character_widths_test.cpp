// SPDX-License-Identifier: GPL-3.0-or-later
// What layout tells from characters alone, against the fonts that labels are drawn with.
#include "app/layout/rows/packing_aids.h"
#include "app/paint/font_measurer.h"
#include <gtest/gtest.h>
#include <random>

using namespace quoteline;
using layout::FontRole;

TEST(CharacterWidths, OfTheChartsFontAreNoLessThanWhatIsDrawn) {
    const ui::Fonts fonts(1);
    const ui::FontMeasurer measurer(fonts);
    std::mt19937 random(5);
    for (const FontRole role : {FontRole::Label, FontRole::Date}) {
        layout::CharacterWidths widths(role);
        for (int i = 0; i < 4000; ++i) {
            QString text;
            const char16_t first = i % 2 == 0 ? u' ' : u'A'; // all that is known, or letters alone
            const char16_t end = i % 2 == 0 ? 0x180 : u'z' + 1;
            for (auto length = 3 + random() % 60; length > 0; --length) {
                const auto unit = static_cast<char16_t>(first + random() % (end - first));
                text += QChar(unit < 0x7F || unit > 0xA0 ? unit : u' ');
            }
            EXPECT_GE(widths.atLeast(text, measurer), measurer.width(text, role)) << text.toStdString();
        }
        const QString title = QStringLiteral("Minister answers the question of the council about the agents");
        EXPECT_LE(widths.atLeast(title, measurer), measurer.width(title, role) * 1.06 + 3);
    }
}

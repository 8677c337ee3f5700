// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/panel_style.h"

#include <cmath>

namespace quoteline::ui {

using layout::FontRole;

namespace {

QFont sized(const Fonts& fonts, FontRole role, double pixels) {
    QFont font = fonts.font(role);
    font.setPixelSize(static_cast<int>(std::lround(pixels * fonts.textScale())));
    return font;
}

} // namespace

PanelStyle::PanelStyle(const Theme& themeUsed, const Fonts& fontsUsed)
    : theme(themeUsed)
    , fonts(fontsUsed)
    , title(sized(fonts, FontRole::Title, 19))
    , quote(sized(fonts, FontRole::Label, 16))
    , context(sized(fonts, FontRole::Subtitle, 13))
    , body(fonts.font(FontRole::Subtitle))
    , strong(fonts.font(FontRole::Label))
    , heading(fonts.font(FontRole::LaneName))
    , small(fonts.font(FontRole::Date))
    , caption(sized(fonts, FontRole::LaneName, 12)) {}

int PanelStyle::px(double length) const {
    return static_cast<int>(std::lround(length * fonts.textScale()));
}

} // namespace quoteline::ui

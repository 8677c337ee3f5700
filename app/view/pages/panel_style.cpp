// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/pages/panel_style.h"

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

void PanelStyle::addMarked(std::vector<TextRun>& runs, const TextRun& run) const {
    qsizetype at = 0;
    const auto add = [&](qsizetype end, const QColor& ground) {
        if (end > at)
            runs.push_back({run.text.mid(at, end - at), run.font, run.color, ground});
        at = end;
    };
    for (const model::TextMatcher::Span& span : matcher.spansIn(run.text)) {
        add(span.start, {});
        add(span.start + span.length, theme.hitFill);
    }
    add(run.text.size(), {});
}

std::vector<TextRun> PanelStyle::marked(const TextRun& run) const {
    std::vector<TextRun> runs;
    addMarked(runs, run);
    return runs;
}

} // namespace quoteline::ui

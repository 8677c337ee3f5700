// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paint/callout_painter.h"

#include <QPainter>

namespace quoteline::ui {

void paintCallouts(QPainter& painter, const layout::Scene& scene, const std::vector<layout::Callout>& callouts,
                   const PaintStyle& style) {
    painter.setClipRect(scene.frame.lanes);
    const auto penOf = [&](const layout::Callout& callout) {
        return QPen(callout.selected ? style.theme.accent : style.theme.softText, style.theme.focusLine);
    };
    for (const layout::Callout& callout : callouts) {
        for (const layout::Mark& mark : callout.marks)
            paintMark(painter, mark, style.theme);
        painter.setPen(penOf(callout));
        if (callout.leader)
            painter.drawLine(*callout.leader);
    }
    const double round = 4 * scene.textScale;
    const double inset = style.theme.focusLine / 2; // so that the line lies within the plate
    for (const layout::Callout& callout : callouts) {
        painter.setPen(penOf(callout));
        painter.setBrush(style.theme.surface);
        painter.drawRoundedRect(callout.plate.adjusted(inset, inset, -inset, -inset), round, round);
        paintTextsOf(painter, callout.texts, style);
    }
}

} // namespace quoteline::ui

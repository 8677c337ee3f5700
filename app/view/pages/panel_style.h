// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/paint/font_measurer.h"
#include "app/paint/theme.h"
#include "app/view/pages/text_flow.h"
#include "model/text/text_matcher.h"
#include <QFont>

namespace quoteline::ui {

/// Type, colours and lengths of the panel beside the timeline, at the text scale of its fonts.
struct PanelStyle {
    PanelStyle(const Theme& theme, const Fonts& fonts);

    Theme theme;
    Fonts fonts;
    QFont title;   ///< of an event or the story
    QFont quote;   ///< the words of a source
    QFont context; ///< the words around them
    QFont body;
    QFont strong;
    QFont heading; ///< of a section
    QFont small;
    QFont caption;              ///< kind and lane
    model::TextMatcher matcher; ///< words that are marked

    /// A length of the design in whole device-independent pixels.
    int px(double length) const;
    /// Adds a run in parts, so that the words of the matcher lie on the ground of hits.
    void addMarked(std::vector<TextRun>& runs, const TextRun& run) const;
    /// The same as runs of their own.
    std::vector<TextRun> marked(const TextRun& run) const;
};

} // namespace quoteline::ui

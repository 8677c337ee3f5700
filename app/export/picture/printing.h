// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/content/story/story_view.h"
#include "app/layout/scene/scene.h"
#include <QSizeF>
#include <optional>

class QPagedPaintDevice;
class QPrinter;

/// A story on paper: laid out for the page, in the light theme, as lines and text and never as a picture of the screen.
namespace quoteline::ui {

struct PrintSpec {
    std::optional<layout::TimeWindow> range; ///< civil ms; the whole story where absent
    double textScale = 1;                    ///< 1 to 2
    bool operator==(const PrintSpec&) const = default;
};

/// What a printer begins with: landscape, A4 or the desktop's paper, the story's title as the name of the document.
void prepare(QPrinter& printer, const layout::StoryView& view);

/// Paints the story on one page of a device whose page is set up. Lengths of the design are 1/96 inch. Where events
/// find no room a line at the foot of the page says how many. False when the device cannot be painted on.
bool printStory(QPagedPaintDevice& device, const layout::StoryView& view, const PrintSpec& spec);

} // namespace quoteline::ui

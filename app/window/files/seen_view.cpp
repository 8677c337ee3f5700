// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/files/seen_view.h"

#include "app/content/story/lane_ids.h"
#include "app/view/timeline/view_controller.h"
#include "app/window/memory/look.h"
#include <QCoreApplication>

namespace quoteline::ui {

namespace {

struct SeenText {
    Q_DECLARE_TR_FUNCTIONS(ui)
};

constexpr double farthestMs = 9e15; // from here on doubles leave out milliseconds

/// Whether a window shows anything of a part of time. False for what is no window.
bool shows(const layout::TimeWindow& window, const layout::TimeWindow& part) {
    return window.width > 0 && window.width < farthestMs && std::abs(window.start) < farthestMs &&
           window.end() >= part.start && window.start <= part.end();
}

bool isKnown(const layout::StoryView& view, const CarriedView& seen) {
    const auto allFound = [&](const std::vector<std::string>& ids) {
        return layout::laneKeys(view, ids).size() == ids.size() || layout::areLaneIds(view.story(), seen.grouping, ids);
    };
    return allFound(seen.order) && allFound(seen.collapsed) && (!seen.unfolded || view.story().find(*seen.unfolded));
}

} // namespace

void arrangeAs(ViewController& controller, const CarriedView& seen) {
    layout::Arrangement arrangement = controller.view().arrangement();
    arrangement.grouping = seen.grouping;
    arrangement.order.clear();
    arrangement.collapsed.clear();
    arrangement.unfolded = seen.unfolded ? controller.view().story().find(*seen.unfolded) : std::nullopt;
    controller.arrange(arrangement); // gives the lanes of the grouping their keys
    arrangement.order = layout::laneKeys(controller.view(), seen.order);
    arrangement.collapsed = layout::laneKeys(controller.view(), seen.collapsed);
    controller.arrange(arrangement);
}

void showWindowOf(ViewController& controller, const CarriedView& seen) {
    const layout::TimeWindow window = seen.whole ? controller.wholeStory() : seen.window;
    if (controller.state().window != window)
        controller.setWindow(window);
}

QString showAsSeen(ViewController& controller, Look& look, const CarriedView& seen) {
    arrangeAs(controller, seen);
    QString remark;
    const auto add = [&remark](const QString& words) { remark += remark.isEmpty() ? words : u' ' + words; };
    if (!isKnown(controller.view(), seen))
        add(SeenText::tr("The picture names lanes or events that its story does not have; they were left out."));
    // A picture of another size may have had more around the first and the last event.
    const layout::TimeWindow extent = controller.view().extent();
    CarriedView shown = seen;
    shown.whole = seen.whole || (seen.window.start <= extent.start && seen.window.end() >= extent.end());
    if (!shown.whole && !shows(seen.window, extent)) {
        shown.whole = true;
        add(SeenText::tr("The picture shows a time that is not in its story; the whole story is in view."));
    }
    showWindowOf(controller, shown);
    if (!shown.whole && controller.state().window != seen.window)
        add(SeenText::tr("The picture shows a time that reaches beyond its story; what is nearest to it is in view."));
    controller.scrollLanesTo(0);
    if (!shown.whole) // the whole story is never read as cards
        look.allowReading(seen.reading);
    return remark;
}

} // namespace quoteline::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/files/seen_view.h"

#include "app/view/timeline/view_controller.h"
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

} // namespace

QString showAsSeen(ViewController& controller, const layout::SeenView& seen) {
    controller.arrangeAs(seen);
    QString remark;
    const auto add = [&remark](const QString& words) { remark += remark.isEmpty() ? words : u' ' + words; };
    if (!layout::hasAll(controller.view().story(), seen))
        add(SeenText::tr("The picture names lanes or events that its story does not have; they were left out."));
    // A picture of another size may have had more around the first and the last event.
    const layout::TimeWindow extent = controller.view().extent();
    layout::SeenView shown = seen;
    shown.whole = seen.whole || (seen.window.start <= extent.start && seen.window.end() >= extent.end());
    if (!shown.whole && !shows(seen.window, extent)) {
        shown.whole = true;
        add(SeenText::tr("The picture shows a time that is not in its story; the whole story is in view."));
    }
    controller.showWindowOf(shown);
    if (!shown.whole && controller.state().window != seen.window)
        add(SeenText::tr("The picture shows a time that reaches beyond its story; what is nearest to it is in view."));
    controller.scrollLanesTo(0);
    return remark;
}

} // namespace quoteline::ui

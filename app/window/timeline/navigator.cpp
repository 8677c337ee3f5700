// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/timeline/navigator.h"

#include "app/content/words/date_words.h"
#include "app/layout/axis/presets.h"
#include "app/view/search/event_filter.h"
#include "app/view/timeline/timeline_pane.h"
#include "app/view/timeline/view_controller.h"
#include "app/window/parts/actions.h"
#include <QApplication>
#include <QDateTime>
#include <QMouseEvent>
#include <utility>

namespace quoteline::ui {

namespace {

constexpr double zoomPerKey = 1.5;
constexpr double stepPerKey = 0.1; // of the view

/// Tooltips and the like. A tooltip that is asked to go stays a while, so it is hidden here.
bool dismissPopups() {
    bool dismissed = false;
    for (QWidget* widget : QApplication::topLevelWidgets())
        if (widget->windowType() == Qt::ToolTip && widget->isVisible()) {
            widget->hide();
            dismissed = true;
        }
    return dismissed;
}

bool sameLanes(const layout::SeenView& a, const layout::SeenView& b) {
    return a.grouping == b.grouping && a.order == b.order && a.collapsed == b.collapsed && a.opened == b.opened;
}

} // namespace

Navigator::Navigator(const WindowParts& parts, EventFilter& filter)
    : query([&filter] { return filter.query(); })
    , setQuery([&filter](const model::EventQuery& asked) { filter.setQuery(asked); })
    , clock(&QDateTime::currentMSecsSinceEpoch)
    , m_parts(parts) {
    wireViewActions();
    wireGoActions();
    ViewController* controller = &m_parts.controller;
    connect(controller, &ViewController::moved, this, &Navigator::followMove);
    connect(controller, &ViewController::settled, this, &Navigator::followSettled);
    connect(controller, &ViewController::arrangementChanged, this, &Navigator::followArrangement);
    connect(&filter, &EventFilter::storyReplaced, this, &Navigator::startAnew);
    connect(&filter, &EventFilter::queryChanged, this, &Navigator::queryChanged);
    connect(controller, &ViewController::selectionChanged, this, &Navigator::enableActions);
    connect(controller, &ViewController::limitReached, this, &Navigator::sayLimit);
    for (QWidget* widget : {m_parts.pane.timeline().viewport(), static_cast<QWidget*>(&m_parts.pane.overview()),
                            static_cast<QWidget*>(&m_parts.window)})
        widget->installEventFilter(this); // for the mouse buttons "back" and "forward"
    startAnew();
}

void Navigator::on(QAction* action, Pace pace, std::function<void()> command) {
    connect(action, &QAction::triggered, this, [this, pace, command = std::move(command)] {
        m_pace = pace;
        command();
        m_pace.reset();
    });
}

void Navigator::wireViewActions() {
    const Actions& a = m_parts.actions;
    ViewController& controller = m_parts.controller;
    on(a.zoomIn, Pace::Continuous, [&controller] { controller.zoomBy(zoomPerKey); });
    on(a.zoomOut, Pace::Continuous, [&controller] { controller.zoomBy(1 / zoomPerKey); });
    on(a.wholeStory, Pace::Step, [&controller] { controller.showWholeStory(); });
    on(a.busiest, Pace::Step, [this] { showBusiest(); });
    on(a.coreWindow, Pace::Step, [this, &controller] {
        const layout::Scene& scene = *controller.scene();
        if (const auto core = layout::coreWindow(controller.view(), scene.frame.plot.width(), scene.textScale))
            showWindow(*core);
    });
    on(a.fitSelection, Pace::Step, [&controller] {
        if (controller.selected())
            controller.fit(*controller.selected());
    });
}

void Navigator::wireGoActions() {
    const Actions& a = m_parts.actions;
    ViewController& controller = m_parts.controller;
    connect(a.back, &QAction::triggered, this, &Navigator::goBack);
    connect(a.forward, &QAction::triggered, this, &Navigator::goForward);
    on(a.earlier, Pace::Continuous, [&controller] { controller.stepBy(-stepPerKey); });
    on(a.later, Pace::Continuous, [&controller] { controller.stepBy(stepPerKey); });
    on(a.viewEarlier, Pace::Repeated, [&controller] { controller.stepBy(-1); });
    on(a.viewLater, Pace::Repeated, [&controller] { controller.stepBy(1); });
    on(a.previousEvent, Pace::Repeated, [&controller] { controller.selectNeighbour(-1); });
    on(a.nextEvent, Pace::Repeated, [&controller] { controller.selectNeighbour(1); });
    on(a.laneUp, Pace::Repeated, [this] { goToLane(-1); });
    on(a.laneDown, Pace::Repeated, [this] { goToLane(1); });
    connect(a.clearSelection, &QAction::triggered, this, &Navigator::clearOnce);
}

void Navigator::showWindow(const layout::TimeWindow& window) {
    m_parts.controller.glideTo({window, m_parts.controller.target().scrollY});
}

void Navigator::showBusiest() {
    const layout::StoryView& view = m_parts.controller.view();
    const layout::Scene& scene = *m_parts.controller.scene();
    const layout::TimeWindow window = layout::busiestStretch(view, scene.frame.plot.width(), scene.textScale);
    showWindow(window);
    m_parts.say(tr("At least half of the events lie in %1")
                    .arg(layout::rangeInWords(window.start, window.end(), view.locale())));
}

void Navigator::goToLane(int direction) {
    ViewController& controller = m_parts.controller;
    const auto selected = controller.selected();
    if (!selected || !controller.view().shows(*selected))
        controller.selectNeighbour(direction);
    else if (const auto event = layout::neighbourInLane(controller.view(), *selected, direction))
        controller.selectAndReveal(*event);
}

void Navigator::clearOnce() {
    if (!dismissPopups())
        m_parts.controller.select(std::nullopt);
}

layout::SeenView Navigator::present() const {
    layout::SeenView seen = m_parts.controller.seen();
    seen.selected.reset();
    seen.query = layout::seenQuery(m_parts.controller.view().story(), query());
    return seen;
}

void Navigator::followMove(bool atOnce) {
    clearLimit();
    if (m_restoring)
        return;
    const layout::SeenView place = present();
    if (place == m_known)
        return;
    m_known = place;
    m_filterMayFollow = false;
    m_history.visit(place, m_pace.value_or(atOnce ? Pace::Continuous : Pace::Step), clock());
    enableActions();
}

/// Lanes that changed are a step. A filter is told by queryChanged(); here it may only have shortened the lanes, and
/// what a restored place showed may have room again.
void Navigator::followArrangement() {
    enableActions();
    if (m_restoring || m_parts.controller.isInCommand())
        return;
    layout::SeenView place = present();
    if (!sameLanes(place, m_known)) {
        m_filterMayFollow = false;
        m_history.visit(place, Pace::Step, clock());
    } else if (m_filterMayFollow) {
        restore(m_history.current());
        return;
    } else {
        m_history.amend(place);
    }
    m_known = std::move(place);
    enableActions();
}

/// Lanes scroll no further than the rows of the zoom that was reached allow.
void Navigator::followSettled() {
    m_known = present();
    if (!m_filterMayFollow)
        m_history.amend(m_known);
}

void Navigator::queryChanged() {
    if (m_restoring || m_parts.controller.isInCommand())
        return;
    layout::SeenView place = present();
    if (place.query == m_history.current().query)
        return;
    const bool typed = place.query.choices == m_history.current().query.choices;
    m_filterMayFollow = false;
    m_known = place;
    m_history.visit(std::move(place), typed ? Pace::Typing : Pace::Step, clock());
    enableActions();
}

void Navigator::startAnew() {
    m_known = present();
    m_history = ViewHistory(m_known);
    m_filterMayFollow = false;
    enableActions();
}

void Navigator::goBack() {
    if (const auto place = m_history.back())
        restore(*place);
}

void Navigator::goForward() {
    if (const auto place = m_history.forward())
        restore(*place);
}

void Navigator::restore(const layout::SeenView& place) {
    ViewController& controller = m_parts.controller;
    const bool wasRestoring = std::exchange(m_restoring, true);
    if (const model::EventQuery asked = layout::queryOf(place.query, controller.view().story()); asked != query())
        setQuery(asked);
    controller.arrangeAs(place);
    controller.glideTo({place.whole ? controller.wholeStory() : place.window, place.scrollY});
    m_restoring = wasRestoring;
    m_filterMayFollow = true;
    m_known = present();
    enableActions();
}

void Navigator::sayLimit(layout::ZoomLimit limit) {
    m_limit = limit;
    m_parts.say(layout::zoomLimitInWords(limit));
}

/// What was said of a limit is no longer true once the view has left it.
void Navigator::clearLimit() {
    if (!m_limit)
        return;
    const ViewController& controller = m_parts.controller;
    const layout::TimeWindow& window = controller.target().window;
    const bool holds = *m_limit == layout::ZoomLimit::Closest      ? window.width <= layout::minWindowMs
                       : *m_limit == layout::ZoomLimit::WholeStory ? window == controller.wholeStory()
                                                                   : window.width == controller.wholeStory().width;
    if (holds)
        return;
    m_limit.reset();
    m_parts.say(QString());
}

void Navigator::enableActions() {
    const Actions& a = m_parts.actions;
    a.back->setEnabled(m_history.canGoBack());
    a.forward->setEnabled(m_history.canGoForward());
    a.coreWindow->setEnabled(m_parts.controller.view().story().coreWindow().has_value());
    a.fitSelection->setEnabled(m_parts.controller.selected().has_value());
}

/// The second of two quick presses comes as a double click.
bool Navigator::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonDblClick) {
        const Qt::MouseButton button = static_cast<QMouseEvent*>(event)->button();
        if (button == Qt::BackButton || button == Qt::ForwardButton) {
            button == Qt::BackButton ? goBack() : goForward();
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace quoteline::ui

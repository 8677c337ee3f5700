// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/timeline/overview_view.h"

#include <QApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyleOptionFocusRect>
#include <QToolTip>
#include <QWheelEvent>
#include <cmath>

namespace quoteline::ui {

namespace {
constexpr double sharePerKey = 0.1; // of the window
}

OverviewView::OverviewView(ViewController& controller, QWidget* parent)
    : QWidget(parent)
    , m_controller(controller)
    , m_chart(new OverviewChart)
    , m_theme(lightTheme()) {
    m_graphics.setItemIndexMethod(QGraphicsScene::NoIndex);
    m_graphics.addItem(m_chart);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Overview of the whole story"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    connect(&m_controller, &ViewController::sceneChanged, this, &OverviewView::follow);
    connect(&m_controller, &ViewController::storyChanged, this, [this] {
        m_press.reset(); // held a part of the story before
        rebuild();
    });
}

void OverviewView::setTheme(const Theme& theme) {
    m_theme = theme;
    m_cache.clear();
    m_drawn = QPixmap();
    update();
}

QSize OverviewView::sizeHint() const {
    return {480, static_cast<int>(layout::overviewHeight(m_controller.fonts().textScale(), m_controller.measurer()))};
}

/// The chart above may have moved its edges, or changed its text size: then the bars follow.
void OverviewView::follow() {
    const layout::Scene& scene = *m_controller.scene();
    const bool same = scene.frame.plot.left() == m_overview.plot.left() &&
                      scene.frame.plot.right() == m_overview.plot.right() && scene.textScale == m_overview.textScale &&
                      m_counted && m_controller.view().revision() == m_counted->revision() &&
                      m_overview.size == QSizeF(size());
    if (same)
        update();
    else
        rebuild();
}

void OverviewView::rebuild() {
    const layout::Scene& scene = *m_controller.scene();
    if (m_overview.textScale != scene.textScale) {
        m_cache.clear();
        updateGeometry();
    }
    recount();
    m_overview = layout::buildOverview(m_controller.view(), m_counts, size(), scene.frame.plot.left(),
                                       scene.frame.plot.right(), scene.textScale, m_controller.measurer());
    m_drawn = QPixmap();
    update();
}

/// Counts what changed: the events of another story, those of another filter, or bars that stand for another time.
void OverviewView::recount() {
    const layout::StoryView& view = m_controller.view();
    const bool sameStory = m_counted && &m_counted->story() == &view.story();
    const bool sameFilter = sameStory && m_counted->arrangement().shown == view.arrangement().shown;
    if (!sameStory)
        m_finest = layout::namedUnit(view.story());
    const layout::Scene& scene = *m_controller.scene();
    const layout::CalendarStep step = layout::overviewStep(view, m_finest, scene.frame.plot.width(), scene.textScale);
    if (!sameFilter || step != m_counts.all.step)
        m_counts = layout::overviewCounts(view, step, sameStory ? &m_counts.all : nullptr);
    m_counted = view;
}

void OverviewView::resizeEvent(QResizeEvent*) {
    rebuild();
}

void OverviewView::renderChart() {
    m_chart->setStyle(m_theme, m_controller.fonts());
    m_chart->setOverview(m_overview);
    const QRectF area(QPointF(0, 0), m_overview.size);
    m_graphics.setSceneRect(area);
    m_drawn = QPixmap((area.size() * devicePixelRatioF()).toSize());
    m_drawn.setDevicePixelRatio(devicePixelRatioF());
    m_drawn.fill(m_theme.surface);
    QPainter painter(&m_drawn);
    paintOverviewGrid(painter, m_overview, m_theme);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    m_graphics.render(&painter, area, area);
    paintFoundBars(painter, m_overview, m_theme);
    paintTextsOf(painter, m_overview.captions, {m_theme, m_controller.fonts(), m_cache});
}

void OverviewView::paintEvent(QPaintEvent*) {
    if (m_drawn.isNull() || m_drawn.devicePixelRatio() != devicePixelRatioF())
        renderChart();
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_drawn);
    paintBrush(painter, brush(), m_overview.plot, m_theme);
    if (hasFocus()) {
        QStyleOptionFocusRect option;
        option.initFrom(this);
        option.rect = rect().adjusted(1, 1, -1, -1);
        option.backgroundColor = m_theme.surface;
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
    }
}

layout::Brush OverviewView::brush() const {
    return layout::brushFor(m_overview, m_controller.state().window);
}

layout::WindowLimits OverviewView::limits(const layout::TimeWindow& before) const {
    return layout::windowLimits(m_overview, m_controller.wholeStory(), m_controller.view().extent(), before);
}

void OverviewView::centreAt(double x) {
    const layout::TimeWindow& window = m_controller.state().window;
    m_controller.setWindow({m_overview.scale.toMs(x) - window.width / 2, window.width});
}

void OverviewView::dragTo(double x) {
    if (!m_press->dragging && std::abs(x - m_press->x) < QApplication::startDragDistance() &&
        m_press->zone == layout::BrushZone::Outside)
        return; // still a click
    m_press->dragging = true;
    m_controller.setWindow(
        layout::dragged(m_overview, m_press->before, m_press->zone, m_press->x, x, limits(m_press->before)));
}

void OverviewView::endDrag() {
    m_press.reset();
    showCursorAt(mapFromGlobal(QCursor::pos()).x());
}

void OverviewView::showCursorAt(double x) {
    switch (m_press ? m_press->zone : layout::zoneAt(brush(), x)) {
    case layout::BrushZone::LeftHandle:
    case layout::BrushZone::RightHandle:
        setCursor(Qt::SizeHorCursor);
        break;
    case layout::BrushZone::Inside:
        setCursor(m_press ? Qt::ClosedHandCursor : Qt::OpenHandCursor);
        break;
    case layout::BrushZone::Outside:
        setCursor(Qt::CrossCursor);
        break;
    }
}

void OverviewView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return;
    const double x = event->position().x();
    m_press = Press{layout::zoneAt(brush(), x), x, m_controller.state().window, false};
    showCursorAt(x);
}

void OverviewView::mouseMoveEvent(QMouseEvent* event) {
    if (!(event->buttons() & Qt::LeftButton))
        m_press.reset(); // let go where nobody told us
    if (m_press)
        dragTo(event->position().x());
    else
        showCursorAt(event->position().x());
}

void OverviewView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !m_press)
        return;
    if (!m_press->dragging && m_press->zone == layout::BrushZone::Outside)
        centreAt(event->position().x());
    m_press.reset();
    showCursorAt(event->position().x());
}

void OverviewView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return;
    m_press.reset();
    m_controller.showWholeStory();
}

void OverviewView::keyPressEvent(QKeyEvent* event) {
    const layout::TimeWindow window = m_controller.state().window;
    const layout::TimeWindow whole = m_controller.wholeStory();
    const bool resizes = event->modifiers() & Qt::ShiftModifier;
    const double direction = event->key() == Qt::Key_Left ? -1 : 1;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (resizes)
            m_controller.setWindow(layout::resizedBy(window, direction * sharePerKey, limits(window)));
        else
            m_controller.panByShare(direction * sharePerKey);
        break;
    case Qt::Key_Home:
        m_controller.setWindow({whole.start, window.width});
        break;
    case Qt::Key_End:
        m_controller.setWindow({whole.end() - window.width, window.width});
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void OverviewView::wheelEvent(QWheelEvent* event) {
    event->accept();
    const double notches = event->angleDelta().y() / unitsPerNotch;
    if (event->modifiers() & Qt::ControlModifier)
        m_controller.zoomAtOnceBy(std::pow(zoomPerNotch, notches));
    else
        m_controller.panByShare(-notches * panPerNotch);
}

bool OverviewView::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        return showTooltip(help->pos(), help->globalPos());
    }
    // While something is dragged, Escape takes that back and does nothing else in the window.
    if (event->type() == QEvent::ShortcutOverride && m_press &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        m_controller.setWindow(m_press->before);
        endDrag();
        return true;
    }
    return QWidget::event(event);
}

bool OverviewView::showTooltip(QPoint position, QPoint globalPosition) {
    const auto bin = layout::binAt(m_overview, position.x());
    if (bin)
        QToolTip::showText(globalPosition, layout::binInWords(m_overview, *bin, m_controller.view().locale()), this);
    else
        QToolTip::hideText();
    return true;
}

} // namespace quoteline::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/timeline/timeline_view.h"

#include "app/layout/links/link_words.h"
#include "app/layout/overlay/lane_drag.h"
#include "app/view/timeline/timeline_words.h"
#include <QApplication>
#include <QContextMenuEvent>
#include <QGestureEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPinchGesture>
#include <QToolTip>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

namespace quoteline::ui {

namespace {
constexpr double zoomPerDoubleClick = 2;
}

TimelineView::TimelineView(ViewController& controller, QWidget* parent)
    : QGraphicsView(parent)
    , m_controller(controller)
    , m_chart(new TimelineChart)
    , m_band(new RangeBand(controller, viewport()))
    , m_theme(lightTheme())
    , m_lanes(controller) {
    m_graphics.setItemIndexMethod(QGraphicsScene::NoIndex);
    m_graphics.addItem(m_chart);
    setScene(&m_graphics);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setViewportUpdateMode(QGraphicsView::FullViewportUpdate);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(240, 160);
    setAccessibleName(tr("Timeline"));
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_AcceptTouchEvents);
    grabGesture(Qt::PinchGesture);
    connect(&m_controller, &ViewController::sceneChanged, this, &TimelineView::showScene);
    connect(&m_controller, &ViewController::overlayChanged, this,
            [this] { m_chart->setOverlay(m_controller.overlay()); });
    connect(&m_controller, &ViewController::storyChanged, this, &TimelineView::letGo);
    connect(&m_controller, &ViewController::arrangementChanged, this, [this] { m_lanes.cancel(); });
    setTheme(m_theme);
    showScene();
}

void TimelineView::setTheme(const Theme& theme) {
    m_theme = theme;
    m_chart->setStyle(theme, m_controller.fonts());
    m_band->setTheme(theme);
    setBackgroundBrush(theme.surface);
}

void TimelineView::showScene() {
    const auto& scene = m_controller.scene();
    if (!m_chart->timeline() || m_chart->timeline()->textScale != scene->textScale)
        m_chart->setStyle(m_theme, m_controller.fonts());
    m_graphics.setSceneRect(QRectF(QPointF(0, 0), scene->size));
    m_chart->setTimeline(scene);
    m_chart->setOverlay(m_controller.overlay());
    hint(QString()); // what was pointed at may be elsewhere now
}

void TimelineView::resizeEvent(QResizeEvent* event) {
    QGraphicsView::resizeEvent(event);
    m_controller.setSize(viewport()->size());
}

/// What the mouse holds belongs to the story before, or was let go where nobody told us.
void TimelineView::letGo() {
    m_press.reset();
    m_clicked.reset();
    m_lanes.cancel();
    if (m_band->isActive())
        endBand(false);
    viewport()->setCursor(Qt::ArrowCursor);
}

void TimelineView::hint(const QString& words) {
    if (words == m_hint)
        return;
    m_hint = words;
    Q_EMIT hinted(words);
}

/// A view that nobody sees does not glide.
void TimelineView::showEvent(QShowEvent* event) {
    QGraphicsView::showEvent(event);
    m_controller.setSeen(true);
}

void TimelineView::hideEvent(QHideEvent* event) {
    QGraphicsView::hideEvent(event);
    m_controller.setSeen(false);
}

void TimelineView::mousePressEvent(QMouseEvent* event) {
    event->accept();
    if (event->button() == Qt::LeftButton && m_lanes.press(event->position()))
        return;
    if (event->button() == Qt::LeftButton && event->modifiers().testFlag(Qt::ShiftModifier))
        m_band->begin(event->position().x());
    else if (event->button() == Qt::LeftButton || event->button() == Qt::MiddleButton)
        m_press = Press{event->position(), event->position(), false};
}

void TimelineView::mouseMoveEvent(QMouseEvent* event) {
    event->accept();
    if (event->buttons() == Qt::NoButton && (m_press || m_band->isActive() || m_lanes.isHolding()))
        letGo();
    if (m_band->isActive()) {
        m_band->reach(event->position().x());
        hint(m_band->words());
        return;
    }
    if (m_lanes.move(event->position())) {
        viewport()->setCursor(m_lanes.isDragging() ? Qt::ClosedHandCursor : Qt::ArrowCursor);
        return;
    }
    if (!m_press) {
        const auto hit = m_controller.hoverAt(event->position());
        const auto lane = layout::laneHitTest(*m_controller.scene(), event->position());
        viewport()->setCursor(hit || (lane && lane->toggle) ? Qt::PointingHandCursor
                              : lane                        ? Qt::OpenHandCursor
                                                            : Qt::ArrowCursor);
        hint(wordsAt(event->position(), hit));
        return;
    }
    const QPointF moved = event->position() - m_press->at;
    if (!m_press->dragging && moved.manhattanLength() >= QApplication::startDragDistance()) {
        m_press->dragging = true;
        viewport()->setCursor(Qt::ClosedHandCursor);
        m_controller.hoverAt(std::nullopt);
    }
    if (m_press->dragging) {
        const QPointF step = event->position() - m_press->last;
        m_controller.panBy(-step.x());
        m_controller.scrollLanesTo(m_controller.state().scrollY - step.y());
        m_press->last = event->position();
    }
}

void TimelineView::mouseReleaseEvent(QMouseEvent* event) {
    event->accept();
    if (m_band->isActive()) {
        m_band->reach(event->position().x());
        endBand(true);
    }
    if (event->button() == Qt::LeftButton && m_lanes.release(event->position()))
        return;
    if (!m_press)
        return;
    const bool dragged = m_press->dragging;
    m_press.reset();
    viewport()->setCursor(Qt::ArrowCursor);
    if (!dragged && event->button() == Qt::LeftButton)
        click(event->position(), event->globalPosition().toPoint());
}

void TimelineView::endBand(bool zoom) {
    const auto window = m_band->take();
    hint(QString());
    if (zoom && window)
        m_controller.glideTo({*window, m_controller.target().scrollY});
}

/// The first of the two clicks has told what is meant, and may have moved the scene by opening the panel.
void TimelineView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && m_lanes.doubleClick(event->position()))
        return;
    if (event->button() != Qt::LeftButton || event->modifiers().testFlag(Qt::ShiftModifier)) {
        mousePressEvent(event);
        return;
    }
    event->accept();
    m_press.reset();
    if (m_clicked && m_clicked->event)
        m_controller.fit(*m_clicked->event);
    else if (m_clicked && m_clicked->link && m_controller.currentLink())
        Q_EMIT linkOpened(*m_controller.currentLink());
    else if (!m_clicked && m_controller.scene()->frame.plot.contains(event->position()))
        m_controller.zoomAbout(zoomPerDoubleClick, event->position().x());
}

void TimelineView::click(QPointF position, QPoint globalPosition) {
    const auto hit = m_controller.hitAt(position);
    m_clicked = hit;
    if (!hit) {
        m_controller.select(std::nullopt);
    } else if (hit->event) {
        m_controller.select(hit->event);
        Q_EMIT eventActivated(*hit->event);
    } else if (hit->link) {
        const layout::LinkRef link = m_controller.links()->arcs[*hit->link].ref; // outlives the links
        Q_EMIT linkActivated(link);
    } else if (hit->column) {
        Q_EMIT columnActivated(*hit->column, globalPosition);
    } else if (hit->edgeCount) {
        const layout::EdgeCount edge = m_controller.scene()->edgeCounts[*hit->edgeCount]; // outlives the scene
        m_controller.jumpTo(edge);
    }
}

/// Ctrl zooms about the pointer; Shift, and the wheel over the names of lanes, scrolls lanes; all else scrolls time.
void TimelineView::wheelEvent(QWheelEvent* event) {
    event->accept();
    const QPointF pixels = event->pixelDelta();
    const QPointF notches = QPointF(event->angleDelta()) / unitsPerNotch;
    if (event->modifiers() & Qt::ControlModifier) {
        m_controller.zoomBy(std::pow(zoomPerNotch, notches.y()), event->position().x());
        return;
    }
    const layout::Scene& scene = *m_controller.scene();
    const bool overNames = event->position().x() < scene.frame.plot.left();
    if ((event->modifiers() & Qt::ShiftModifier) || overNames) {
        const double step =
            pixels.isNull() ? (notches.y() + notches.x()) * 60 * scene.textScale : pixels.y() + pixels.x();
        m_controller.scrollLanesTo(m_controller.state().scrollY - step);
        return;
    }
    if (!pixels.isNull())
        m_controller.panBy(-(std::abs(pixels.x()) > std::abs(pixels.y()) ? pixels.x() : pixels.y()));
    else
        m_controller.panByShare(-(notches.x() + notches.y()) * panPerNotch);
}

void TimelineView::contextMenuEvent(QContextMenuEvent* event) {
    const layout::Scene& scene = *m_controller.scene();
    if (const auto lane = layout::laneHitTest(scene, event->pos()))
        Q_EMIT laneMenuRequested(scene.laneHeads[lane->head].lane, event->globalPos());
}

void TimelineView::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Escape:
        if (m_band->isActive())
            endBand(false);
        else if (!m_lanes.cancel())
            event->ignore();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!m_controller.selected())
            m_controller.selectNeighbour(1);
        if (m_controller.selected())
            Q_EMIT eventActivated(*m_controller.selected());
        return;
    default:
        event->ignore();
    }
}

/// Two fingers on one spot have no distance to compare with.
void TimelineView::zoomByGesture(double factor, double x) {
    if (std::isfinite(factor))
        m_controller.zoomBy(std::max(0.1, factor), x);
}

bool TimelineView::event(QEvent* event) {
    // While a band is drawn or a lane is held, Escape is no shortcut: it puts that back.
    if (event->type() == QEvent::ShortcutOverride && (m_band->isActive() || m_lanes.isDragging()) &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::Gesture) {
        if (QGesture* gesture = static_cast<QGestureEvent*>(event)->gesture(Qt::PinchGesture)) {
            const auto* pinch = static_cast<const QPinchGesture*>(gesture);
            if (pinch->changeFlags() & QPinchGesture::ScaleFactorChanged)
                zoomByGesture(pinch->scaleFactor(), viewport()->mapFromGlobal(pinch->centerPoint()).x());
            return true;
        }
    }
    return QGraphicsView::event(event);
}

bool TimelineView::viewportEvent(QEvent* event) {
    switch (event->type()) {
    case QEvent::ToolTip: {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QString words = wordsAt(help->pos(), m_controller.hitAt(help->pos()));
        // A tooltip guesses whether its text is HTML: give it HTML that says exactly the words.
        if (words.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), QStringLiteral("<p>%1</p>").arg(words.toHtmlEscaped()), viewport());
        return true;
    }
    case QEvent::NativeGesture: {
        const auto* gesture = static_cast<QNativeGestureEvent*>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            zoomByGesture(1 + gesture->value(), gesture->position().x());
            return true;
        }
        break;
    }
    case QEvent::Leave:
        m_controller.hoverAt(std::nullopt);
        hint(QString());
        break;
    default:
        break;
    }
    return QGraphicsView::viewportEvent(event);
}

QString TimelineView::wordsAt(QPointF position, const std::optional<layout::Hit>& hit) const {
    const layout::StoryView& view = m_controller.view();
    if (hit && hit->link)
        return layout::linkSentence(view, m_controller.links()->arcs[*hit->link].ref);
    return TimelineWords::at(*m_controller.scene(), view, position, hit);
}

} // namespace quoteline::ui

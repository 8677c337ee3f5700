// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/overview_view.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>
#include <cmath>

namespace quoteline::ui {

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
    connect(&m_controller, &ViewController::sceneChanged, this, &OverviewView::follow);
    connect(&m_controller, &ViewController::storyChanged, this, &OverviewView::rebuild);
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
                      m_controller.view().revision() == m_revision && m_overview.size == QSizeF(size());
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
    m_overview = layout::buildOverview(m_controller.view(), size(), scene.frame.plot.left(), scene.frame.plot.right(),
                                       scene.textScale, m_controller.measurer());
    m_revision = m_controller.view().revision();
    m_drawn = QPixmap();
    update();
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
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    m_graphics.render(&painter, area, area);
    paintTextsOf(painter, m_overview.captions, {m_theme, m_controller.fonts(), m_cache});
}

void OverviewView::paintEvent(QPaintEvent*) {
    if (m_drawn.isNull() || m_drawn.devicePixelRatio() != devicePixelRatioF())
        renderChart();
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_drawn);
    paintBrush(painter, layout::brushRect(m_overview, m_controller.state().window), m_overview.plot, m_theme);
}

void OverviewView::centreAt(double x) {
    const layout::TimeWindow& window = m_controller.state().window;
    m_controller.setWindow({m_overview.scale.toMs(x) - window.width / 2, window.width});
}

void OverviewView::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton)
        centreAt(event->position().x());
}

void OverviewView::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons() & Qt::LeftButton)
        centreAt(event->position().x());
}

void OverviewView::wheelEvent(QWheelEvent* event) {
    event->accept();
    const double notches = event->angleDelta().y() / unitsPerNotch;
    if (event->modifiers() & Qt::ControlModifier)
        m_controller.zoomBy(std::pow(zoomPerNotch, notches), m_controller.zoomAnchor());
    else
        m_controller.panByShare(-notches * panPerNotch);
}

bool OverviewView::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const double bin = (m_overview.scale.toMs(help->pos().x()) - m_overview.bins.start) / m_overview.bins.binWidth;
    if (bin < 0 || bin >= static_cast<double>(m_overview.bins.certain.size())) {
        QToolTip::hideText();
        return true;
    }
    const auto index = static_cast<std::size_t>(bin);
    const QLocale& locale = m_controller.view().locale();
    QToolTip::showText(
        help->globalPos(),
        tr("on this day: %1, possibly on this day: %2")
            .arg(locale.toString(m_overview.bins.certain[index]), locale.toString(m_overview.bins.possible[index])),
        this);
    return true;
}

} // namespace quoteline::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/timeline/range_band.h"

#include "app/content/words/date_words.h"
#include <QApplication>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace quoteline::ui {

RangeBand::RangeBand(ViewController& controller, QWidget* parent)
    : QWidget(parent)
    , m_controller(controller)
    , m_theme(lightTheme()) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
    connect(&m_controller, &ViewController::sceneChanged, this, &RangeBand::follow);
}

void RangeBand::setTheme(const Theme& theme) {
    m_theme = theme;
    update();
}

double RangeBand::instantAt(double x) const {
    const layout::Scene& scene = *m_controller.scene();
    return scene.scale.toMs(std::clamp(x, scene.frame.plot.left(), scene.frame.plot.right()));
}

void RangeBand::begin(double x) {
    m_from = instantAt(x);
    m_to = *m_from;
    follow();
}

void RangeBand::reach(double x) {
    if (!m_from)
        return;
    m_to = instantAt(x);
    follow();
}

void RangeBand::cancel() {
    m_from.reset();
    hide();
}

std::optional<layout::TimeWindow> RangeBand::covered() const {
    if (!m_from)
        return std::nullopt;
    const double start = std::min(*m_from, m_to);
    const double width = std::abs(m_to - *m_from);
    if (width * m_controller.scene()->scale.pixelsPerMs() < QApplication::startDragDistance())
        return std::nullopt;
    return layout::TimeWindow{start, width};
}

std::optional<layout::TimeWindow> RangeBand::take() {
    const auto window = covered();
    cancel();
    return window;
}

QString RangeBand::words() const {
    const auto window = covered();
    if (!window)
        return {};
    return tr("Zoom to %1").arg(layout::rangeInWords(window->start, window->end(), m_controller.view().locale()));
}

void RangeBand::follow() {
    const auto window = covered();
    setVisible(window.has_value());
    if (!window)
        return;
    const layout::Scene& scene = *m_controller.scene();
    const QRectF plot = scene.frame.plot;
    const double left = std::max(plot.left(), scene.scale.toX(window->start));
    const double right = std::min(plot.right(), scene.scale.toX(window->end()));
    setGeometry(QRectF(left, plot.top(), right - left, plot.height()).toRect());
    update();
}

void RangeBand::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.selectionFill);
    constexpr int edge = 2;
    painter.fillRect(QRect(0, 0, edge, height()), m_theme.accent);
    painter.fillRect(QRect(width() - edge, 0, edge, height()), m_theme.accent);
}

} // namespace quoteline::ui

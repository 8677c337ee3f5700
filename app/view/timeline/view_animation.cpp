// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/timeline/view_animation.h"

#include <QEasingCurve>
#include <QElapsedTimer>
#include <cmath>

namespace quoteline::ui {

namespace {
constexpr qint64 slowFrameMs = 50; // then the glide would be a row of jumps
}

layout::ViewState between(const layout::ViewState& from, const layout::ViewState& to, double share) {
    if (share <= 0)
        return from;
    if (share >= 1)
        return to;
    const double zoom = std::log(to.window.width / from.window.width);
    // The start is a linear function of the width exactly where the fixed instant keeps its place.
    const double along = std::abs(zoom) < 1e-9 ? share : std::expm1(share * zoom) / std::expm1(zoom);
    return {
        {from.window.start + along * (to.window.start - from.window.start), from.window.width * std::exp(share * zoom)},
        from.scrollY + share * (to.scrollY - from.scrollY)};
}

ViewAnimation::ViewAnimation(std::function<void(const layout::ViewState&)> show, std::function<void()> settled)
    : m_show(std::move(show))
    , m_settled(std::move(settled)) {
    m_animation.setStartValue(0.0);
    m_animation.setEndValue(1.0);
    m_animation.setEasingCurve(QEasingCurve::OutCubic);
    QObject::connect(&m_animation, &QVariantAnimation::valueChanged, &m_animation,
                     [this](const QVariant& share) { tick(share.toDouble()); });
}

void ViewAnimation::run(const layout::ViewState& from, const layout::ViewState& to) {
    m_animation.stop();
    m_from = from;
    m_target = to;
    m_animation.setDuration(m_duration);
    m_animation.start();
}

void ViewAnimation::finish() {
    if (!isRunning())
        return;
    m_animation.stop();
    m_show(m_target);
    m_settled();
}

void ViewAnimation::tick(double share) {
    if (!isRunning()) // stopping and starting also tell a value
        return;
    if (share >= 1) {
        finish();
        return;
    }
    QElapsedTimer timer;
    timer.start();
    m_show(between(m_from, m_target, share));
    if (isRunning() && timer.elapsed() > slowFrameMs)
        finish();
}

} // namespace quoteline::ui

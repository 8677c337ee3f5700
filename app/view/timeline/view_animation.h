// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/axis/view_state.h"
#include <QVariantAnimation>
#include <functional>

namespace quoteline::ui {

/// The state at `share` (0 to 1) of the way. The width goes by equal factors in equal shares, and the instant that has
/// the same place in both windows keeps it on the way; windows of one width move evenly. 0 and 1 give `from` and `to`.
layout::ViewState between(const layout::ViewState& from, const layout::ViewState& to, double share);

/// A glide of the view from one state to another, slower towards its end.
class ViewAnimation {
public:
    /// `show` gets every state on the way, and the target last.
    ViewAnimation(std::function<void(const layout::ViewState&)> show, std::function<void()> settled);

    void setDuration(int ms) { m_duration = ms; } ///< 0: no glides
    int duration() const { return m_duration; }
    bool isRunning() const { return m_animation.state() == QAbstractAnimation::Running; }
    const layout::ViewState& target() const { return m_target; } ///< while it runs
    void run(const layout::ViewState& from, const layout::ViewState& to);
    void stop() { m_animation.stop(); } ///< where it is
    void finish();                      ///< at the target

private:
    void tick(double share);

    QVariantAnimation m_animation;
    std::function<void(const layout::ViewState&)> m_show;
    std::function<void()> m_settled;
    layout::ViewState m_from;
    layout::ViewState m_target;
    int m_duration = 0;
};

} // namespace quoteline::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/paint/theme.h"
#include "app/view/timeline/view_controller.h"
#include <QWidget>
#include <optional>

namespace quoteline::ui {

/// The stretch of time that a person draws over the plot to zoom to it. Lies over the timeline, from the top of the
/// plot to its bottom, and takes no input of its own.
class RangeBand : public QWidget {
    Q_OBJECT
public:
    RangeBand(ViewController& controller, QWidget* parent);

    void setTheme(const Theme& theme);
    /// Positions in pixels of the scene; what lies beside the plot counts as its edge.
    void begin(double x);
    void reach(double x);
    void cancel();
    bool isActive() const { return m_from.has_value(); }
    /// Takes the band away. What it covered; nothing for one that was too short to be meant.
    std::optional<layout::TimeWindow> take();
    /// The dates at both ends, in words; empty for a band that is too short.
    QString words() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void follow();
    double instantAt(double x) const;
    std::optional<layout::TimeWindow> covered() const;

    ViewController& m_controller;
    Theme m_theme;
    std::optional<double> m_from; ///< civil ms: the view may move on while the band is drawn
    double m_to = 0;
};

} // namespace quoteline::ui

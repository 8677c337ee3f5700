// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/overview/overview_layout.h"
#include "app/paint/chart/chart_axes.h"
#include "app/paint/scene_painter.h"
#include <QBarSet>
#include <QChart>
#include <QStackedBarSeries>
#include <QValueAxis>
#include <memory>

namespace quoteline::ui {

/// The overview's bars and axis, drawn by Qt Charts: how many events there are in each bin, and possibly there.
class OverviewChart : public QChart {
    Q_OBJECT
public:
    explicit OverviewChart(QGraphicsItem* parent = nullptr);

    void setStyle(const Theme& theme, const Fonts& fonts);
    /// Lays the chart out at once, so that a render right afterwards shows it.
    void setOverview(const layout::OverviewScene& scene);

private:
    QStackedBarSeries* m_bars; // this and the following are owned by the chart
    QBarSet* m_certain;
    QBarSet* m_possible;
    QValueAxis* m_counts;
    std::unique_ptr<TimeAxis> m_labels;
};

} // namespace quoteline::ui

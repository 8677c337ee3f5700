// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/axis/calendar_ticks.h"
#include "app/layout/shapes/time_scale.h"
#include "app/paint/font_measurer.h"
#include "app/paint/theme.h"
#include <QAbstractSeries>
#include <QCategoryAxis>
#include <QChart>
#include <QString>
#include <span>
#include <vector>

/// How the tick generator's labels become axes of Qt Charts.
namespace quoteline::ui {

/// A time axis at the bottom of a chart: one row of labels.
class TimeAxis {
public:
    enum class Role { FineLabels, ContextLabels };
    /// The axis belongs to `chart`; `carrier` is the empty series that ties it to the chart's domain.
    TimeAxis(QChart& chart, QAbstractSeries& carrier, Role role);

    void setStyle(const Theme& theme, const Fonts& fonts);
    /// Values of the axis are milliseconds after `origin` (civil ms): Qt Charts compares with a tolerance, so values
    /// stay small near the part that is looked at. Labels ascend and keep apart; nothing is touched where nothing
    /// changed.
    void setLabels(std::span<const layout::AxisLabel> labels, const layout::TimeScale& scale, double origin);
    void setRange(double start, double end);
    QCategoryAxis& axis() { return *m_axis; }

private:
    struct Category {
        QString key;
        double end = 0;
        bool operator==(const Category&) const = default;
    };
    void replace(std::vector<Category> categories, double start);

    QCategoryAxis* m_axis; // owned by the chart
    Role m_role;
    double m_start = 0;
    std::vector<Category> m_categories;
};

} // namespace quoteline::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paint/chart/chart_axes.h"

#include "app/layout/shapes/time_scale.h"
#include <algorithm>

namespace quoteline::ui {

namespace {

/// Category labels are keys, and an empty one is refused: a run of zero-width spaces, another length for each gap.
QString blankKey(std::size_t number) {
    return QString(static_cast<qsizetype>(number) + 1, QChar(0x200B));
}

} // namespace

TimeAxis::TimeAxis(QChart& chart, QAbstractSeries& carrier, Role role)
    : m_axis(new QCategoryAxis(&chart))
    , m_role(role) {
    m_axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionCenter);
    m_axis->setTruncateLabels(false);
    m_axis->setLineVisible(false);
    m_axis->setGridLineVisible(false);
    chart.addAxis(m_axis, Qt::AlignBottom);
    carrier.attachAxis(m_axis);
}

void TimeAxis::setStyle(const Theme& theme, const Fonts& fonts) {
    const bool context = m_role == Role::ContextLabels;
    m_axis->setLabelsFont(fonts.font(context ? layout::FontRole::AxisContext : layout::FontRole::AxisFine));
    m_axis->setLabelsBrush(context ? theme.text : theme.softText);
}

/// A fine label gets a category about its place. A context label gets its whole unit, the month or the day: Qt Charts
/// keeps it in the middle of the part in view, so that panning changes no category.
void TimeAxis::setLabels(std::span<const layout::AxisLabel> labels, const layout::TimeScale& scale, double origin) {
    const auto edge = [&](const layout::AxisLabel& label, double side) {
        if (m_role == Role::ContextLabels)
            return (side < 0 ? label.from : label.to) - origin;
        return scale.toMs(label.x + side * (label.width / 2 + 2)) - origin;
    };
    std::vector<Category> categories;
    std::size_t blanks = 0;
    const double start = labels.empty() ? scale.window.start - origin : edge(labels.front(), -1);
    double last = start;
    for (const layout::AxisLabel& label : labels) {
        if (edge(label, -1) > last)
            categories.push_back({blankKey(blanks++), edge(label, -1)});
        last = edge(label, 1);
        categories.push_back({label.text.toHtmlEscaped(), last});
    }
    replace(std::move(categories), start);
}

void TimeAxis::replace(std::vector<Category> categories, double start) {
    if (categories == m_categories && start == m_start)
        return;
    m_start = start;
    // Every change would make the chart lay out all labels anew: tell it once, at the end.
    const bool wasBlocked = m_axis->blockSignals(true);
    for (const Category& category : m_categories)
        m_axis->remove(category.key);
    m_axis->setStartValue(start);
    for (const Category& category : categories)
        m_axis->append(category.key, category.end);
    m_axis->blockSignals(wasBlocked);
    Q_EMIT m_axis->categoriesChanged();
    m_categories = std::move(categories);
}

void TimeAxis::setRange(double start, double end) {
    m_axis->setRange(start, end);
}

} // namespace quoteline::ui

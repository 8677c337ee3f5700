// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paint/chart/overview_chart.h"

#include "app/layout/shapes/time_scale.h"
#include <QGraphicsLayout>
#include <algorithm>

namespace quoteline::ui {

namespace {

constexpr double gapBetweenBars = 2; // pixels at text scale 1

QList<qreal> asReals(const std::vector<int>& counts) {
    return QList<qreal>(counts.begin(), counts.end());
}

} // namespace

OverviewChart::OverviewChart(QGraphicsItem* parent)
    : QChart(parent)
    , m_bars(new QStackedBarSeries(this))
    , m_certain(new QBarSet(tr("on this day")))
    , m_possible(new QBarSet(tr("possibly on this day")))
    , m_counts(new QValueAxis(this)) {
    legend()->hide();
    setBackgroundVisible(false); // the grid lies below the bars
    setMargins(QMargins(0, 0, 0, 0));
    layout()->setContentsMargins(0, 0, 0, 0);
    setAnimationOptions(QChart::NoAnimation);
    m_bars->append(m_certain);
    m_bars->append(m_possible);
    addSeries(m_bars);
    m_labels = std::make_unique<TimeAxis>(*this, *m_bars, TimeAxis::Role::FineLabels);
    m_counts->setVisible(false);
    m_counts->setTickCount(2);
    addAxis(m_counts, Qt::AlignLeft);
    m_bars->attachAxis(m_counts);
}

void OverviewChart::setStyle(const Theme& theme, const Fonts& fonts) {
    for (QBarSet* set : {m_certain, m_possible})
        set->setPen(Qt::NoPen);
    m_certain->setBrush(theme.barCertain);
    m_possible->setBrush(theme.barPossible);
    m_labels->setStyle(theme, fonts);
}

void OverviewChart::setOverview(const layout::OverviewScene& scene) {
    resize(scene.size);
    setPlotArea(scene.plot);
    for (const auto& [set, counts] :
         {std::pair{m_certain, &scene.bins.certain}, std::pair{m_possible, &scene.bins.possible}}) {
        set->remove(0, set->count());
        set->append(asReals(*counts));
    }
    // A narrow gap, however wide the bars: a bar stands for all of its time.
    m_bars->setBarWidth(1 - std::min(0.16, gapBetweenBars * scene.textScale / scene.barPitch));
    // Qt Charts draws bar i about the value i: the axis counts bins.
    const double first = (scene.plot.left() - scene.barsLeft) / scene.barPitch - 0.5;
    const layout::TimeScale inBins{{first, scene.plot.width() / scene.barPitch}, scene.plot.left(), scene.plot.width()};
    m_labels->setLabels(scene.ticks.fine, inBins, 0);
    m_labels->setRange(inBins.window.start, inBins.window.end());
    m_counts->setRange(0, std::max(1, scene.highest));
    layout()->activate();
}

} // namespace quoteline::ui

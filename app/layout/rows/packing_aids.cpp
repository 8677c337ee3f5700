// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/rows/packing_aids.h"

#include "app/layout/axis/calendar_bins.h"
#include "app/layout/rows/priority.h"
#include <algorithm>
#include <numeric>

namespace quoteline::layout {

namespace {

std::vector<model::EventIndex> sortedBy(std::span<const model::CivilMs> instants) {
    std::vector<model::EventIndex> order(instants.size());
    std::iota(order.begin(), order.end(), 0U);
    const auto earlier = [&](model::EventIndex a, model::EventIndex b) { return instants[a] < instants[b]; };
    if (!std::is_sorted(order.begin(), order.end(), earlier))
        std::stable_sort(order.begin(), order.end(), earlier);
    return order;
}

// Pairs of characters may stand a little further apart than each alone.
constexpr double pairSlack = 1.03;
constexpr double textSlack = 2; // pixels
constexpr std::size_t mostDates = 100'000;

} // namespace

double CharacterWidths::atLeast(QStringView text, const TextMeasurer& measurer) {
    double width = 0;
    for (const QChar character : text) {
        const char16_t unit = character.unicode();
        if (unit < 0x20 || unit >= known)
            return measurer.width(text, m_role);
        float& own = m_widths[unit];
        if (own == 0)
            own = static_cast<float>(measurer.width(QStringView(&character, 1), m_role));
        width += static_cast<double>(own);
    }
    return width * pairSlack + textSlack;
}

PackingAids::PackingAids(const StoryView& view)
    : m_view(view) {
    begin();
}

void PackingAids::follow(const StoryView& view) {
    if (view.revision() == m_view.revision())
        return;
    // The view that is held keeps its place in memory from being used again.
    const bool sameStory = &view.story() == &m_view.story();
    // Numbers stand in the titles, and a filter gives events other numbers.
    const bool sameTitles = !view.arrangement().numbered && !m_view.arrangement().numbered;
    m_view = view;
    sameStory&& sameTitles ? findLanes() : begin();
}

void PackingAids::begin() {
    m_byStart = sortedBy(m_view.story().layoutStarts());
    m_byEnd = sortedBy(m_view.story().layoutEnds());
    m_unit = namedUnit(m_view.story());
    m_labelWidths.assign(m_view.story().eventCount(), std::numeric_limits<double>::quiet_NaN());
    for (auto& dates : m_dates)
        dates.clear();
    findLanes();
}

double PackingAids::measured(model::EventIndex event, double dateGap, const TextMeasurer& measurer) {
    const QString title = m_view.title(event);
    if (!estimates())
        return shapeLabel(title, m_view.shortDate(event), std::numeric_limits<double>::infinity(), dateGap, measurer)
            .width;
    return m_titleWidths.atLeast(title, measurer) + dateGap + dateWidth(event, measurer);
}

/// Many events have the same date.
double PackingAids::dateWidth(model::EventIndex event, const TextMeasurer& measurer) {
    const bool scheduled = m_view.story().status(event) == model::EventStatus::Scheduled;
    auto& dates = m_dates[scheduled ? 1 : 0];
    const std::string_view when = m_view.story().whenText(event);
    if (const auto known = dates.find(when); known != dates.end())
        return known->second;
    if (dates.size() >= mostDates)
        dates.clear();
    const double width = m_dateWidths.atLeast(m_view.shortDate(event), measurer);
    dates.emplace(when, width);
    return width;
}

void PackingAids::findLanes() {
    m_lanes.assign(m_view.story().eventCount(), noLane);
    for (std::size_t lane = 0; lane < m_view.lanes().size(); ++lane)
        for (const model::EventIndex event : m_view.lanes()[lane].events)
            m_lanes[event] = static_cast<std::uint32_t>(lane);
    m_times = std::make_shared<const std::vector<LaneTimes>>(laneTimes(m_view));
    m_ladder = {};
    m_orders.reset();
    m_byPriority.clear();
    if (m_view.events().size() > mostOrdered)
        return;
    m_orders = std::make_shared<const std::vector<LaneOrder>>(laneOrders(m_view));
    for (const LaneGroup& lane : m_view.lanes())
        m_byPriority.push_back(layout::byPriority(m_view.story(), lane.events));
}

} // namespace quoteline::layout

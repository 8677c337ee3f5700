// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/axis/calendar_bins.h"

#include "app/layout/axis/calendar_steps.h"
#include <algorithm>
#include <array>

namespace quoteline::layout {

namespace {

using model::Precision;
using enum CalendarUnit;

constexpr auto binSteps = std::to_array<CalendarStep>({
    {Second, 1},  {Second, 2},  {Second, 5},  {Second, 10},  {Second, 15},  {Second, 30}, {Minute, 1}, {Minute, 2},
    {Minute, 5},  {Minute, 10}, {Minute, 15}, {Minute, 30},  {Hour, 1},     {Hour, 2},    {Hour, 3},   {Hour, 6},
    {Hour, 12},   {Day, 1},     {Day, 2},     {Week, 1},     {Month, 1},    {Month, 3},   {Month, 6},  {Year, 1},
    {Year, 2},    {Year, 5},    {Year, 10},   {Year, 20},    {Year, 50},    {Year, 100},  {Year, 200}, {Year, 500},
    {Year, 1000}, {Year, 2000}, {Year, 5000}, {Year, 10000}, {Year, 20000},
});

CalendarStep unitOf(Precision precision) {
    switch (precision) {
    case Precision::Millennium:
        return {Year, 1000};
    case Precision::Century:
        return {Year, 100};
    case Precision::Decade:
        return {Year, 10};
    case Precision::Year:
        return {Year, 1};
    case Precision::Month:
        return {Month, 1};
    case Precision::Day:
        return {Day, 1};
    case Precision::Minute:
        return {Minute, 1};
    case Precision::Second:
        return {Second, 1};
    }
    return {};
}

} // namespace

double meanLength(CalendarStep step) {
    constexpr double year = 365.2425 * model::msPerDay;
    if (step.unit == Year)
        return year * step.count;
    if (step.unit == Month)
        return year / 12 * step.count;
    return static_cast<double>(shortestLength(step.unit)) * step.count;
}

CalendarStep namedUnit(const model::Story& story) {
    std::array<std::size_t, static_cast<std::size_t>(Precision::Second) + 1> counts{};
    for (model::EventIndex event = 0; event < story.eventCount(); ++event) {
        const model::TimeRange range = story.range(event);
        ++counts[static_cast<std::size_t>(std::min(range.startPrecision, range.endPrecision))];
    }
    std::size_t asFine = 0;
    for (std::size_t precision = counts.size(); precision-- > 0 && story.eventCount() > 0;) {
        asFine += counts[precision];
        if (4 * asFine >= 3 * story.eventCount())
            return unitOf(static_cast<Precision>(precision));
    }
    return {Day, 1};
}

CalendarStep binStep(CalendarStep finest, double least) {
    const double shortest = std::max(meanLength(finest), least);
    const auto step =
        std::find_if(binSteps.begin(), binSteps.end(), [&](CalendarStep each) { return meanLength(each) >= shortest; });
    return step == binSteps.end() ? binSteps.back() : *step;
}

std::vector<double> binEdges(CalendarStep step, double from, double to) {
    std::vector<double> edges{floorToStep(from, step)};
    do
        edges.push_back(nextStep(edges.back(), step));
    while (edges.back() < to);
    return edges;
}

} // namespace quoteline::layout

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/content/story/story_view.h"

#include "app/content/story/grouping.h"
#include "app/content/words/date_words.h"
#include "app/content/words/display_text.h"
#include "app/content/words/translate.h"
#include <algorithm>
#include <atomic>
#include <numeric>

namespace quoteline::layout {

namespace {

TimeWindow extentOf(const model::Story& story) {
    if (const auto extent = story.extent())
        return {static_cast<double>(extent->first), static_cast<double>(extent->second - extent->first)};
    if (const auto core = story.coreWindow())
        return {static_cast<double>(core->layoutStart), static_cast<double>(core->layoutEnd - core->layoutStart)};
    return {};
}

/// Width of the shortest event whose `edges` entry is `instant`.
double shortestAt(const model::Story& story, std::span<const model::CivilMs> edges, double instant) {
    double shortest = -1;
    for (std::size_t i = 0; i < edges.size(); ++i) {
        const auto width = static_cast<double>(story.layoutEnds()[i] - story.layoutStarts()[i]);
        if (static_cast<double>(edges[i]) == instant && (shortest < 0 || width < shortest))
            shortest = width;
    }
    return std::max(0.0, shortest);
}

bool allTheSame(std::span<const model::CivilMs> edges) {
    return std::all_of(edges.begin(), edges.end(), [&](model::CivilMs edge) { return edge == edges.front(); });
}

quint64 nextRevision() {
    static std::atomic<quint64> last{0};
    return ++last;
}

} // namespace

StoryView::StoryView(const model::Story& story)
    : StoryView(factsOf(story), {}) {}

std::shared_ptr<const StoryView::Facts> StoryView::factsOf(const model::Story& story) {
    auto facts = std::make_shared<Facts>();
    facts->story = story;
    facts->locale = localeOf(story);
    facts->impliedYear = layout::impliedYear(story);
    facts->extent = extentOf(story);
    facts->firstWidth = shortestAt(story, story.layoutStarts(), facts->extent.start);
    facts->lastWidth = shortestAt(story, story.layoutEnds(), facts->extent.end());
    facts->allAtOnce = story.eventCount() > 0 && allTheSame(story.layoutStarts()) && allTheSame(story.layoutEnds());
    return facts;
}

StoryView::StoryView(std::shared_ptr<const Facts> facts, Arrangement arrangement)
    : m_facts(std::move(facts)) {
    auto data = std::make_shared<Data>();
    const model::Story& story = m_facts->story;
    if (arrangement.shown) {
        data->events = *arrangement.shown;
    } else {
        data->events.resize(story.eventCount());
        std::iota(data->events.begin(), data->events.end(), 0);
    }
    data->lanes = groupedLanes(story, arrangement);
    for (const LaneGroup& lane : data->lanes) {
        data->laneNames.push_back(lane.name);
        data->laneKeys.push_back(lane.key);
        data->laneHues.push_back(lane.hue);
        data->mostInLane = std::max(data->mostInLane, lane.total);
    }
    const bool hidesEmpty = arrangement.shown && arrangement.grouping != Grouping::None;
    if (hidesEmpty)
        std::erase_if(data->lanes, [](const LaneGroup& lane) { return lane.events.empty(); });
    data->arrangement = std::move(arrangement);
    data->revision = nextRevision();
    m_data = std::move(data);
}

StoryView StoryView::arranged(Arrangement arrangement) const {
    const Arrangement& now = m_data->arrangement;
    if (arrangement.grouping != now.grouping || arrangement.shown != now.shown || arrangement.order != now.order)
        return {m_facts, std::move(arrangement)};
    // The same events in the same lanes: how high these are does not move them.
    auto data = std::make_shared<Data>(*m_data);
    setForms(data->lanes, arrangement);
    data->arrangement = std::move(arrangement);
    data->revision = nextRevision();
    StoryView view = *this;
    view.m_data = std::move(data);
    return view;
}

StoryView StoryView::inLanguage(const QString& language) const {
    const QLocale locale(language);
    if (locale.language() == QLocale::C)
        return *this;
    auto facts = std::make_shared<Facts>(*m_facts);
    facts->locale = locale;
    auto data = std::make_shared<Data>(*m_data);
    data->revision = nextRevision();
    StoryView view = *this;
    view.m_facts = std::move(facts);
    view.m_data = std::move(data);
    return view;
}

StoryView StoryView::within(const TimeWindow& window) const {
    auto facts = std::make_shared<Facts>(*m_facts);
    facts->extent = window;
    facts->firstWidth = facts->lastWidth = window.width; // nothing is padded
    facts->allAtOnce = false;
    facts->part = true;
    Arrangement arrangement = m_data->arrangement;
    if (!arrangement.numbers)
        arrangement.numbers = std::make_shared<const Arrangement::Events>(m_data->events);
    Arrangement::Events inside;
    for (const model::EventIndex event : m_data->events)
        if (static_cast<double>(story().layoutStarts()[event]) < window.end() &&
            static_cast<double>(story().layoutEnds()[event]) > window.start)
            inside.push_back(event);
    arrangement.shown = std::make_shared<const Arrangement::Events>(std::move(inside));
    return {std::move(facts), std::move(arrangement)};
}

bool StoryView::shows(model::EventIndex event) const {
    return std::binary_search(m_data->events.begin(), m_data->events.end(), event);
}

std::optional<std::size_t> StoryView::laneOf(model::EventIndex event) const {
    for (std::size_t i = 0; i < m_data->lanes.size(); ++i) {
        const std::vector<model::EventIndex>& events = m_data->lanes[i].events;
        if (std::binary_search(events.begin(), events.end(), event))
            return i;
    }
    return std::nullopt;
}

int StoryView::hueOf(model::EventIndex event) const {
    if (const auto lane = laneOf(event))
        return lanes()[*lane].hue;
    const auto placeOf = [this](std::uint32_t key) { return std::find(laneKeys().begin(), laneKeys().end(), key); };
    auto place = placeOf(laneKeyOf(story(), event, arrangement().grouping));
    if (place == laneKeys().end())
        place = placeOf(otherLanesKey);
    return m_data->laneHues[static_cast<std::size_t>(place - laneKeys().begin())];
}

std::size_t StoryView::number(model::EventIndex event) const {
    const std::vector<model::EventIndex>& events =
        m_data->arrangement.numbers ? *m_data->arrangement.numbers : m_data->events;
    return static_cast<std::size_t>(std::lower_bound(events.begin(), events.end(), event) - events.begin()) + 1;
}

QString StoryView::title(model::EventIndex event) const {
    QString title = displayLine(story().title(event));
    if (!arrangement().numbered || !shows(event))
        return title;
    return translate("layout", "%1. %2", "number and title of an event")
        .arg(layout::number(number(event), locale()), title);
}

QString StoryView::dateOf(model::EventIndex event, DateStyle style) const {
    return dateInWords(story().when(event),
                       {locale(), style, impliedYear(), story().status(event) == model::EventStatus::Scheduled});
}

QString StoryView::shortDate(model::EventIndex event) const {
    return dateOf(event, DateStyle::Short);
}

QString StoryView::longDate(model::EventIndex event) const {
    return dateOf(event, DateStyle::Long);
}

} // namespace quoteline::layout

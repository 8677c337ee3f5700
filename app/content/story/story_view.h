// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/content/story/time_window.h"
#include "model/story/story.h"
#include <QLocale>
#include <QString>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace quoteline::layout {

enum class DateStyle;

/// What the lanes of the chart stand for.
enum class Grouping : std::uint8_t {
    Lane,   ///< the lanes that the story names
    Actor,  ///< who speaks or acts
    Kind,   ///< report, statement, clarification, reaction, date
    Source, ///< the document that an event quotes; events that quote several stand in a lane of their own
    None,   ///< one lane
};
inline constexpr int groupingCount = 5;

/// A lane of the chart: the events that stand together under one name.
struct LaneGroup {
    QString name;                          ///< ready to be shown
    std::uint32_t key = 0;                 ///< what the lane stands for, the same in every arrangement of a grouping
    int hue = 0;                           ///< which colour of the theme; themes repeat their colours
    std::vector<model::EventIndex> events; ///< those shown, in the order of time
    std::size_t total = 0;                 ///< with those that the filter leaves out
    bool collapsed = false;                ///< as low as a lane can be
    bool opened = false;                   ///< as high as all of its titles need; not if it is collapsed
};

/// How a person wants to see a story.
struct Arrangement {
    using Events = std::vector<model::EventIndex>;
    Grouping grouping = Grouping::Lane;
    std::vector<std::uint32_t> order;      ///< keys of the lanes that stand first, as moved by hand; unknown keys
                                           ///< are passed over
    std::vector<std::uint32_t> collapsed;  ///< keys
    std::vector<std::uint32_t> opened;     ///< keys
    std::shared_ptr<const Events> shown;   ///< in the order of time; all events where null
    std::shared_ptr<const Events> numbers; ///< what numbers count, in the order of time; the shown events where null
    bool numbered = false;                 ///< titles begin with the event's number: for pictures with evidence
    bool operator==(const Arrangement&) const = default;
};

/// A Story, the events of it that are shown, and the lanes they stand in. An immutable value; copies share their data.
class StoryView {
public:
    /// All events, one lane for each lane of the story.
    explicit StoryView(const model::Story& story);
    /// The same story arranged in another way; shares what does not depend on the arrangement. Lanes without shown
    /// events are left out where a filter is set.
    StoryView arranged(Arrangement arrangement) const;

    const model::Story& story() const { return m_facts->story; }
    /// The same with dates and numbers as in another language, BCP 47; the same as it is for one that Qt does not know.
    StoryView inLanguage(const QString& language) const;

    /// The events that touch a window of time (civil ms), with that window as the extent and the numbers that they have
    /// here: for pictures of a part, in which nothing is scrolled to and nothing may hang over the edges.
    StoryView within(const TimeWindow& window) const;
    bool isPart() const { return m_facts->part; }

    const Arrangement& arrangement() const { return m_data->arrangement; }
    bool isFiltered() const { return m_data->arrangement.shown != nullptr; }
    std::span<const LaneGroup> lanes() const { return m_data->lanes; }
    std::span<const model::EventIndex> events() const { return m_data->events; } ///< shown, in the order of time
    /// Names of all lanes of the grouping, with those that the filter leaves out: a filter changes no width.
    std::span<const QString> laneNames() const { return m_data->laneNames; }
    /// Their keys, in the order of the lanes.
    std::span<const std::uint32_t> laneKeys() const { return m_data->laneKeys; }
    std::size_t mostInLane() const { return m_data->mostInLane; } ///< events of the largest lane, shown or not
    /// Whether the filter lets an event pass. O(log n).
    bool shows(model::EventIndex event) const;
    /// Where in lanes() a shown event stands. O(lanes log n).
    std::optional<std::size_t> laneOf(model::EventIndex event) const;
    /// The colour of the lane of an event; of one that the filter leaves out, as that of its lane would be.
    int hueOf(model::EventIndex event) const;
    const QLocale& locale() const { return m_facts->locale; }
    std::optional<int> impliedYear() const { return m_facts->impliedYear; }
    /// Civil ms from the first to the last event of the story, shown or not, so that a filter does not move the view;
    /// for a story without events, the core window or the day of the epoch.
    TimeWindow extent() const { return m_facts->extent; }
    /// Civil ms of the shortest event that begins at the start (ends at the end) of the extent; 0 without events.
    double firstWidth() const { return m_facts->firstWidth; }
    double lastWidth() const { return m_facts->lastWidth; }
    /// Whether there are events and all have the same time.
    bool allAtOnce() const { return m_facts->allAtOnce; }
    /// Differs between any two views that were built; the same for copies. For caches.
    quint64 revision() const { return m_data->revision; }

    /// The number of an event that is shown: 1 for the first in the order of time. O(log n).
    std::size_t number(model::EventIndex event) const;
    /// The title of an event as it is shown on one line; in a numbered view "12. " and the title, for one that is
    /// shown.
    QString title(model::EventIndex event) const;
    /// The date of an event in the short words that stand beside marks.
    QString shortDate(model::EventIndex event) const;
    /// The date in the long words that stand in texts.
    QString longDate(model::EventIndex event) const;

private:
    /// What does not depend on the arrangement.
    struct Facts {
        model::Story story;
        QLocale locale;
        std::optional<int> impliedYear;
        TimeWindow extent;
        double firstWidth = 0;
        double lastWidth = 0;
        bool allAtOnce = false;
        bool part = false; ///< made by within()
    };
    struct Data {
        Arrangement arrangement;
        std::vector<LaneGroup> lanes;
        std::vector<model::EventIndex> events;
        std::vector<QString> laneNames;
        std::vector<std::uint32_t> laneKeys;
        std::vector<int> laneHues; ///< in the order of the keys
        std::size_t mostInLane = 0;
        quint64 revision = 0;
    };
    StoryView(std::shared_ptr<const Facts> facts, Arrangement arrangement);
    QString dateOf(model::EventIndex event, DateStyle style) const;
    static std::shared_ptr<const Facts> factsOf(const model::Story& story);

    std::shared_ptr<const Facts> m_facts;
    std::shared_ptr<const Data> m_data;
};

} // namespace quoteline::layout

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/time_scale.h"
#include "model/story.h"
#include <QLocale>
#include <QString>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace quoteline::layout {

/// A lane of the chart: the events that stand together under one name.
struct LaneGroup {
    QString name;                          ///< ready to be shown
    int hue = 0;                           ///< which colour of the theme; themes repeat their colours
    std::vector<model::EventIndex> events; ///< in the order of time
};

/// A Story, the events of it that are shown, and the lanes they stand in. An immutable value; copies share their data.
class StoryView {
public:
    /// All events, one lane for each lane of the story.
    explicit StoryView(const model::Story& story);

    const model::Story& story() const { return m_data->story; }
    std::span<const LaneGroup> lanes() const { return m_data->lanes; }
    std::span<const model::EventIndex> events() const { return m_data->events; } ///< shown, in the order of time
    const QLocale& locale() const { return m_data->locale; }
    std::optional<int> impliedYear() const { return m_data->impliedYear; }
    /// Civil ms from the first to the last event; for a story without events, the core window or the day of the epoch.
    TimeWindow extent() const { return m_data->extent; }
    /// Civil ms of the shortest event that begins at the start (ends at the end) of the extent; 0 without events.
    double firstWidth() const { return m_data->firstWidth; }
    double lastWidth() const { return m_data->lastWidth; }
    /// Whether there are events and all have the same time.
    bool allAtOnce() const { return m_data->allAtOnce; }
    /// Differs between any two views that were built; the same for copies. For caches.
    quint64 revision() const { return m_data->revision; }

    /// The title of an event as it is shown on one line.
    QString title(model::EventIndex event) const;
    /// The date of an event in the short words that stand beside marks.
    QString shortDate(model::EventIndex event) const;

private:
    struct Data {
        model::Story story;
        std::vector<LaneGroup> lanes;
        std::vector<model::EventIndex> events;
        QLocale locale;
        std::optional<int> impliedYear;
        TimeWindow extent;
        double firstWidth = 0;
        double lastWidth = 0;
        bool allAtOnce = false;
        quint64 revision = 0;
    };
    std::shared_ptr<const Data> m_data;
};

/// Text of a story as one line for the screen: line breaks and tabs become spaces, other control characters and
/// bidirectional controls become visible marks such as "[RLO]", text beyond `maxLength` UTF-16 units is replaced by an
/// ellipsis. Never interpreted as markup.
QString displayLine(std::string_view utf8, qsizetype maxLength = 600);
/// The same without shortening, with line breaks kept.
QString displayText(std::string_view utf8);

} // namespace quoteline::layout

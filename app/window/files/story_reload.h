// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/open/story_envelope.h"
#include "app/window/parts/window_parts.h"
#include "model/search/event_query.h"
#include <QObject>
#include <array>
#include <optional>
#include <set>
#include <string>

namespace quoteline::ui {

class EventFilter;

/// Reads the open story again and keeps how it is seen: time, lanes, the selected event, the words of the search and
/// the choices in facets. What is kept is known by its id, because the new version may count its parts differently;
/// what the new version does not have is let go.
class StoryReload : public QObject {
    Q_OBJECT
public:
    /// `filter` outlives this object.
    StoryReload(const WindowParts& parts, EventFilter& filter);

    void reload(const QString& path);
    /// To be called when the story of `path` was read, before the controller has it and after it is shown.
    void aboutToShow(const QString& path);
    /// Between the two.
    bool keepsView() const { return m_kept.has_value(); }
    void shown();

private:
    struct Kept {
        CarriedView seen;
        double scrollY = 0;
        std::optional<std::string> selected;
        QString words;                                                ///< that are searched for
        std::array<std::set<std::string>, model::facetCount> choices; ///< ids, or the value as a number
    };
    void drop();
    Kept kept() const;
    model::EventQuery queryOf(const Kept& kept) const;
    void restore(const Kept& kept);

    WindowParts m_parts;
    EventFilter& m_filter;
    std::optional<QString> m_path; ///< of the file that is read again
    std::optional<Kept> m_kept;    ///< while one version takes the place of the other
};

} // namespace quoteline::ui

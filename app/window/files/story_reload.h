// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/content/story/seen_view.h"
#include "app/window/parts/window_parts.h"
#include <QObject>
#include <optional>

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

    /// Reads the file of the open story.
    void reload();
    /// To be called when the story of `path` was read, before the controller has it and after it is shown.
    void aboutToShow(const QString& path);
    /// Between the two.
    bool keepsView() const { return m_kept.has_value(); }
    void shown();

private:
    void drop();
    void restore(const layout::SeenView& kept);

    WindowParts m_parts;
    EventFilter& m_filter;
    std::optional<QString> m_path;          ///< of the file that is read again
    std::optional<layout::SeenView> m_kept; ///< while one version takes the place of the other
};

} // namespace quoteline::ui

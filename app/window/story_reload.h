// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/view_state.h"
#include "app/window/window_parts.h"
#include <QObject>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace quoteline::ui {

struct LoadedStory;

/// Reads the open story again and keeps how it is seen: time, lanes, the selected event, what a filter left out. What
/// is kept is known by its id, because the new version may count its parts differently.
class StoryReload : public QObject {
    Q_OBJECT
public:
    explicit StoryReload(const WindowParts& parts);

    void reload(const QString& path);
    /// Whether the story that is being read, or was loaded just now, is a new version of the one before. Who owns a
    /// filter asks it in ViewController::storyChanged, to run the filter again instead of dropping it.
    bool isReloading() const { return m_kept.has_value(); }

private:
    struct Kept {
        QString path;
        layout::ViewState state;
        bool whole = false;
        layout::Grouping grouping = layout::Grouping::Lane;
        std::vector<std::string> order; ///< ids of lanes, actors ..., or the key as a number
        std::vector<std::string> collapsed;
        std::optional<std::string> selected;
        std::set<std::string> leftOut; ///< ids of events
    };
    Kept kept(const QString& path) const;
    void restore(const Kept& kept);

    WindowParts m_parts;
    std::optional<Kept> m_kept;
};

} // namespace quoteline::ui

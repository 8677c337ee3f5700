// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/content/story/seen_view.h"
#include "app/paint/theme.h"
#include <QByteArray>
#include <QJsonObject>
#include <QStringList>
#include <optional>
#include <vector>

namespace quoteline::ui {

inline constexpr int maxRecentFiles = 20;
inline constexpr int maxRememberedViews = 100;

/// How a story was seen last: window, scroll and grouping.
struct SeenStory {
    QString story; ///< storyKey() of its file
    layout::SeenView seen;
    bool operator==(const SeenStory&) const = default;
};

/// What the program remembers from one start to the next.
struct Settings {
    ThemeChoice theme = ThemeChoice::System;
    double textScale = 1;         ///< 1 to 2
    bool allRows = false;         ///< lanes as high as they need
    bool allLinks = false;        ///< between all events in view
    bool legend = false;          ///< stands above the evidence
    QString documentFolder;       ///< where the documents of a check were last
    QJsonObject picture;          ///< the last one exported; app/window/picture/picture_settings.h
    QByteArray geometry;          ///< QWidget::saveGeometry()
    QByteArray panes;             ///< QMainWindow::saveState()
    QStringList recent;           ///< absolute paths, the newest first, at most maxRecentFiles
    std::vector<SeenStory> views; ///< the newest first, at most maxRememberedViews
    QJsonObject unknown;          ///< fields of another version, kept as they are
    bool operator==(const Settings&) const = default;

    /// Puts a file in front of the recent ones.
    void addRecent(const QString& path);
    /// Puts a view in front, in the place of an older one of the same story.
    void remember(const QString& story, const layout::SeenView& seen);
    std::optional<layout::SeenView> viewOf(const QString& story) const;
};

/// The settings in a JSON text; none where the text is not a JSON object. Every field is judged by itself: one that
/// makes no sense has its default, and the others are kept.
std::optional<Settings> settingsFromJson(const QByteArray& json);
QByteArray toJson(const Settings& settings);

} // namespace quoteline::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/content/story/story_view.h"
#include <QString>

namespace quoteline::ui {

/// The story that is open in a window.
struct OpenStory {
    QString path;  ///< of its file, or of the picture that carries it; empty for the built-in story
    QString key;   ///< storyKey() of the path when it was opened
    QString title; ///< on one line, or the name of the file where it has none
    bool isBuiltIn() const { return path.isEmpty(); }
    /// What a file that is made from it is called at first, without an ending.
    QString baseName() const;
    bool operator==(const OpenStory&) const = default;
};

OpenStory openStory(const QString& path, const model::Story& story);

/// What stands for the story of a file wherever it is remembered: the canonical path, so that links to a file are one
/// story; empty for the built-in one.
QString storyKey(const QString& path);

/// The name of a file on one line, or what the story is called that has none.
QString nameInWords(const QString& path);

} // namespace quoteline::ui

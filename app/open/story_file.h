// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/open/story_envelope.h"
#include "model/file/story_reader.h"
#include <QString>
#include <QStringList>
#include <tl/expected.hpp>

/// Stories from files, and what is said about them on a terminal.
namespace quoteline::ui {

/// A story that was read.
struct OpenedStory : model::ReadSuccess {
    std::optional<layout::SeenView> seen; ///< how the picture shows it that it was in
};

/// Reads the story of a file, or the one inside the program where `path` is empty. A file that is a picture, by its
/// first bytes whatever its name, is opened as the story that it carries. Nothing but that file is opened.
tl::expected<OpenedStory, model::ReadFailure> loadStory(const QString& path, const model::ReadOptions& options = {});

/// How messages call the story at `path`: the path, on one line and without control characters; "(built-in story)"
/// where it is empty.
QString storyName(const QString& path);

/// "file:line: path: what. remedy", what is not known left out: one line, in the form that editors jump to.
QString problemLine(const QString& storyName, const model::Problem& problem);
/// The same with "notice: " in front of what is odd.
QString noticeLine(const QString& storyName, const model::Problem& notice);

/// Why a story could not be read, a line each. When there are more problems than were kept, the last line says how
/// many.
QStringList failureLines(const QString& path, const model::ReadFailure& failure);
QStringList noticeLines(const QString& path, const model::ReadSuccess& success);

} // namespace quoteline::ui

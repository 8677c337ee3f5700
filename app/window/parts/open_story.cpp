// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/parts/open_story.h"

#include "app/content/words/display_text.h"
#include <QCoreApplication>
#include <QFileInfo>

namespace quoteline::ui {

namespace {

struct OpenText {
    Q_DECLARE_TR_FUNCTIONS(ui)
};

constexpr qsizetype mostCharacters = 120; // of a line

} // namespace

QString OpenStory::baseName() const {
    return isBuiltIn() ? QStringLiteral("milano-cortina-2026") : QFileInfo(path).baseName();
}

OpenStory openStory(const QString& path, const model::Story& story) {
    const QString title = layout::displayLine(story.title(), mostCharacters);
    return {path, storyKey(path), title.isEmpty() ? nameInWords(path) : title};
}

QString storyKey(const QString& path) {
    if (path.isEmpty())
        return {};
    const QFileInfo info(path);
    const QString canonical = info.canonicalFilePath();
    return canonical.isEmpty() ? info.absoluteFilePath() : canonical;
}

QString nameInWords(const QString& path) {
    return path.isEmpty()
               ? OpenText::tr("the built-in story")
               : layout::isolated(layout::displayLine(QFileInfo(path).fileName().toStdString(), mostCharacters));
}

} // namespace quoteline::ui

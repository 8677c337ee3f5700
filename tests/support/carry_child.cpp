// SPDX-License-Identifier: GPL-3.0-or-later
// carry_child STORY PICTURE: writes a picture of a few pixels that carries the story, as a PNG or an SVG by its name.
#include "app/story_file.h"
#include "tests/app/carried_pictures.h"
#include <QFile>

using namespace quoteline;

int main(int argc, char** argv) {
    if (argc != 3)
        return 2;
    const auto story = ui::loadStory(QFile::decodeName(argv[1]));
    if (!story)
        return 1;
    const layout::StoryView view(story->story);
    const auto envelope = ui::carriedStory(view, ui::carriedView(view, {view.extent(), 0, false}, true));
    if (!envelope)
        return 1;
    const QString name = QFile::decodeName(argv[2]);
    const bool svg = name.endsWith(QStringLiteral(".svg"));
    QFile file(name);
    const QByteArray bytes =
        svg ? test::svgWith(ui::svgMetadata(*envelope)) : ui::withStory(test::tinyPng(), *envelope);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? 0 : 1;
}

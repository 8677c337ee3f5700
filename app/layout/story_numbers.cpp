// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/story_numbers.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <limits>

namespace quoteline::layout {

namespace {

struct NumberText {
    Q_DECLARE_TR_FUNCTIONS(layout)
};

int asInt(std::size_t count) {
    return static_cast<int>(std::min<std::size_t>(count, std::numeric_limits<int>::max()));
}

} // namespace

QString storyNumbers(const model::Story& story) {
    const QStringList numbers{NumberText::tr("%n event(s)", nullptr, asInt(story.eventCount())),
                              NumberText::tr("%n quote(s)", nullptr, asInt(story.quoteCount())),
                              NumberText::tr("%n source(s)", nullptr, asInt(story.sources().size()))};
    return numbers.join(QStringLiteral(", "));
}

} // namespace quoteline::layout

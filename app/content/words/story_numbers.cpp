// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/content/words/story_numbers.h"

#include "app/content/words/translate.h"
#include <QCoreApplication>
#include <QStringList>

namespace quoteline::layout {

namespace {

struct NumberText {
    Q_DECLARE_TR_FUNCTIONS(layout)
};

} // namespace

QString storyNumbers(const model::Story& story, const QLocale& locale) {
    const std::size_t events = story.eventCount();
    const std::size_t quotes = story.quoteCount();
    const std::size_t sources = story.sources().size();
    const QStringList numbers{NumberText::tr("%1 event(s)", nullptr, asInt(events)).arg(number(events, locale)),
                              NumberText::tr("%1 quote(s)", nullptr, asInt(quotes)).arg(number(quotes, locale)),
                              NumberText::tr("%1 source(s)", nullptr, asInt(sources)).arg(number(sources, locale))};
    return numbers.join(QStringLiteral(", "));
}

} // namespace quoteline::layout

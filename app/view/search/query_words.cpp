// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/search/query_words.h"

#include "app/content/story/story_view.h"
#include "app/content/words/display_text.h"
#include "app/content/words/evidence_words.h"
#include "app/content/words/translate.h"
#include <QCoreApplication>

namespace quoteline::ui {

using model::Facet;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ui)
};

QString statusName(std::uint32_t value) {
    return value == static_cast<std::uint32_t>(model::EventStatus::Scheduled) ? Words::tr("Scheduled")
                                                                              : Words::tr("Happened");
}

QString certaintyName(model::Certainty certainty) {
    switch (certainty) {
    case model::Certainty::Exact:
        return Words::tr("As stated");
    case model::Certainty::Possible:
        return Words::tr("Possibly then");
    case model::Certainty::Approximate:
        return Words::tr("Approximate");
    case model::Certainty::Uncertain:
        return Words::tr("Uncertain");
    case model::Certainty::Open:
        return Words::tr("One side open");
    }
    return {};
}

QString without(const QString& part, std::size_t count, const QLocale& locale) {
    return Words::tr("Without %1: %2 event(s)", nullptr, static_cast<int>(count))
        .arg(part, layout::number(count, locale));
}

} // namespace

QString facetName(Facet facet) {
    switch (facet) {
    case Facet::Lane:
        return Words::tr("Lane");
    case Facet::Actor:
        return Words::tr("Actor");
    case Facet::Kind:
        return Words::tr("Kind");
    case Facet::Source:
        return Words::tr("Source");
    case Facet::Status:
        return Words::tr("Status");
    case Facet::Certainty:
        return Words::tr("Certainty of the time");
    }
    return {};
}

QString facetValueName(const model::Story& story, Facet facet, std::uint32_t value) {
    constexpr qsizetype longest = 60;
    switch (facet) {
    case Facet::Lane:
        return layout::displayLine(story.lanes()[value].name, longest);
    case Facet::Actor:
        return layout::displayLine(story.actors()[value].name, longest);
    case Facet::Kind:
        return layout::kindInWords(static_cast<model::EventKind>(value));
    case Facet::Source: {
        const model::Source& source = story.sources()[value];
        const QString publisher = layout::displayLine(source.publisher, longest);
        return source.headline ? Words::tr("%1, %2", "publisher and headline")
                                     .arg(layout::isolated(publisher),
                                          layout::isolated(layout::displayLine(*source.headline, longest)))
                               : publisher;
    }
    case Facet::Status:
        return statusName(value);
    case Facet::Certainty:
        return certaintyName(static_cast<model::Certainty>(value));
    }
    return {};
}

std::vector<Loosening> loosenings(const model::Story& story, const model::EventQuery& query,
                                  const model::QueryResult& result, const QLocale& locale) {
    std::vector<Loosening> list;
    if (!model::TextMatcher(query.text).isEmpty()) {
        model::EventQuery less = query;
        less.text.clear();
        const QString words = layout::displayLine(query.text.simplified().toStdString(), 40);
        list.push_back({without(Words::tr("“%1”").arg(layout::isolated(words)), result.withoutWords, locale), less});
    }
    for (std::size_t i = 0; i < model::facetCount; ++i) {
        if (query.choices[i].empty())
            continue;
        model::EventQuery less = query;
        less.choices[i].clear();
        list.push_back({without(facetName(static_cast<Facet>(i)), result.without[i], locale), less});
    }
    list.push_back({Words::tr("Clear everything: %1 event(s)", nullptr, static_cast<int>(story.eventCount()))
                        .arg(layout::number(story.eventCount(), locale)),
                    {}});
    return list;
}

} // namespace quoteline::ui

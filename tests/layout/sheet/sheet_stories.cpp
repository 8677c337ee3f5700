// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/layout/sheet/sheet_stories.h"

#include "app/content/evidence/source_words.h"
#include "app/content/words/display_text.h"
#include <algorithm>
#include <cmath>
#include <deque>
#include <gtest/gtest.h>
#include <map>
#include <random>
#include <set>

namespace quoteline::test {

using namespace layout;
using model::EventIndex;

namespace {

/// Keeps the texts that inputs of a builder point at.
class Texts {
public:
    std::string_view keep(std::string text) { return m_kept.emplace_back(std::move(text)); }

private:
    std::deque<std::string> m_kept;
};

std::string numbered(const char* prefix, std::size_t number) {
    std::string text(prefix);
    text += std::to_string(number);
    return text;
}

std::string someWords(std::mt19937_64& random, std::size_t count) {
    static const char* const words[] = {
        "the",
        "ministry",
        "denies",
        "“responsibilities”",
        "a",
        "https://example.org/a/very/long/path-with-hyphens/and?query=1",
        "\xE7\xA7\x81\xE3\x81\x9F\xE3\x81\xA1\xE3\x81\xAF\xE4\xBB\x8A\xE6\x97\xA5",
        "\xD7\x9E\xD7\x99\xD7\x9C\xD7\x90\xD7\xA0\xD7\x95",
        "\xF0\x9F\x9A\xA8",
        "in",
        "Donaudampfschifffahrtsgesellschaftskapitaensanwaerterinnenversammlungsprotokoll",
        "line\nbreak",
        "& <b>",
        "e\xCC\x81tat"};
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0)
            text += random() % 20 == 0 ? "  " : " ";
        text += words[random() % std::size(words)];
    }
    return text;
}

void addSources(model::StoryBuilder& builder, Texts& texts, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
        model::Source source;
        source.id = texts.keep(numbered("s", i));
        source.publisher = texts.keep(numbered("Publisher number ", i));
        if (i % 2 == 0)
            source.headline = texts.keep(numbered("A headline of some words, and number ", i));
        if (i % 3 != 2)
            source.url =
                texts.keep(i % 3 == 0 ? numbered("https://news.example/articles/", i) : numbered("urn:isbn:", i));
        source.datePublished = "2026-01-28";
        if (i % 4 == 1)
            source.dateNote = "the date that the text carries";
        source.sha256 = texts.keep(std::string(64, static_cast<char>('a' + i % 6)));
        builder.addSource(source);
    }
}

std::vector<model::QuoteInput> someQuotes(std::mt19937_64& random, Texts& texts, std::size_t sources) {
    std::vector<model::QuoteInput> quotes;
    for (std::size_t i = random() % 5; i > 0; --i) {
        model::QuoteInput quote;
        quote.source = texts.keep(numbered("s", random() % sources));
        quote.exact = texts.keep(someWords(random, 1 + random() % 40));
        if (random() % 4)
            quote.prefix = texts.keep(someWords(random, 1 + random() % 8));
        if (random() % 4)
            quote.suffix = texts.keep(someWords(random, 1 + random() % 8));
        if (random() % 2)
            quote.speaker = "a";
        if (random() % 3 == 0)
            quote.via = "a radio, and then a newspaper";
        if (random() % 5 == 0)
            quote.note = texts.keep(someWords(random, 12));
        quote.form = static_cast<model::QuoteForm>(random() % 3);
        quotes.push_back(quote);
    }
    return quotes;
}

std::vector<model::RelationInput> someRelations(std::mt19937_64& random, Texts& texts, std::size_t own,
                                                std::size_t events) {
    static const char* const types[] = {"repliesTo", "confirms", "disputes", "corrects", "isAbout"};
    std::vector<model::RelationInput> relations;
    const std::size_t other = random() % events;
    if (random() % 3 == 0 && other != own)
        relations.push_back({types[random() % std::size(types)],
                             texts.keep(numbered("e", other)),
                             texts.keep(someWords(random, 6)),
                             random() % 2 == 0,
                             {}});
    return relations;
}

model::Story built(model::StoryBuilder& builder) {
    auto story = builder.build();
    if (!story) {
        ADD_FAILURE() << model::toText(story.error().front()).toStdString();
        return {};
    }
    return *story;
}

void addFrame(model::StoryBuilder& builder) {
    model::StoryInput about;
    about.title = "A story made for a test";
    builder.setStory(about);
    builder.addLane({"l", "Lane", {}});
    builder.addActor({"a", "Anna Example", "spokesperson of an office", {}});
}

QRectF rectOf(const Text& text, const TextMeasurer& measurer) {
    return {text.baseline.x(), text.baseline.y() - measurer.ascent(text.font), text.width,
            measurer.lineHeight(text.font)};
}

QString withoutSpace(const QString& text) {
    QString squeezed;
    for (const QChar character : text)
        if (!character.isSpace() && character != QChar(0x200E) && character != QChar(0x200F))
            squeezed += character;
    return squeezed;
}

/// Gathers what is wrong with a sheet.
class Judge {
public:
    Judge(const std::vector<SheetPage>& pages, const StoryView& view, std::span<const EventIndex> events,
          const SheetSpec& spec, const TextMeasurer& measurer)
        : m_pages(pages)
        , m_view(view)
        , m_events(events)
        , m_spec(spec)
        , m_measurer(measurer) {}
    std::vector<QString> faults() {
        for (const SheetPage& page : m_pages)
            for (const SheetAnchor& anchor : page.anchors)
                m_anchors.insert(keyOf(anchor.target));
        for (const SheetPage& page : m_pages) {
            checkPlaces(page);
            checkOverlaps(page);
            checkLinks(page);
        }
        checkAnchors();
        checkWords();
        return std::move(m_faults);
    }

private:
    void checkPlaces(const SheetPage& page);
    void checkOverlaps(const SheetPage& page);
    void checkLinks(const SheetPage& page);
    void checkAnchors();
    void checkWords();
    void expect(bool holds, const QString& sentence) {
        if (!holds && m_faults.size() < 20)
            m_faults.push_back(sentence);
    }
    void expectNext(const QString& all, qsizetype& at, std::string_view words);
    static std::pair<SheetTarget::Kind, std::size_t> keyOf(const SheetTarget& target) {
        return {target.kind, target.number};
    }

    const std::vector<SheetPage>& m_pages;
    const StoryView& m_view;
    std::span<const EventIndex> m_events;
    const SheetSpec& m_spec;
    const TextMeasurer& m_measurer;
    std::set<std::pair<SheetTarget::Kind, std::size_t>> m_anchors;
    std::vector<QString> m_faults;
};

void Judge::checkPlaces(const SheetPage& page) {
    const QRectF inner = QRectF(QPointF(0, 0), page.size).marginsRemoved(m_spec.margins);
    const QRectF allowed = inner.adjusted(-0.01, -0.01, 0.01, 0.01);
    expect(page.size.width() == m_spec.width && (!m_spec.height || page.size.height() == *m_spec.height),
           QStringLiteral("a page of another size"));
    for (const Text& text : page.texts) {
        expect(allowed.contains(rectOf(text, m_measurer)), QStringLiteral("in the margin: ") + text.text);
        expect(std::abs(text.width - m_measurer.width(text.text, text.font)) < 0.01,
               QStringLiteral("not as wide as measured: ") + text.text);
        expect(!text.text.contains(u'\n'), QStringLiteral("a line break in a line: ") + text.text);
    }
    for (const QRectF& rule : page.rules)
        expect(allowed.contains(rule), QStringLiteral("a rule in the margin"));
    for (const Mark& mark : page.legendMarks)
        expect(allowed.contains(mark.rect()), QStringLiteral("a mark in the margin"));
}

/// Every text against every other that begins before it ends, from the top.
void Judge::checkOverlaps(const SheetPage& page) {
    std::vector<std::pair<QRectF, const Text*>> rects;
    for (const Text& text : page.texts)
        rects.emplace_back(rectOf(text, m_measurer).adjusted(0.01, 0.01, -0.01, -0.01), &text);
    std::sort(rects.begin(), rects.end(), [](const auto& a, const auto& b) { return a.first.top() < b.first.top(); });
    for (std::size_t i = 0; i < rects.size(); ++i)
        for (std::size_t j = i + 1; j < rects.size() && rects[j].first.top() < rects[i].first.bottom(); ++j)
            expect(!rects[i].first.intersects(rects[j].first),
                   QStringLiteral("overlap: ") + rects[i].second->text + QStringLiteral(" / ") + rects[j].second->text);
}

void Judge::checkLinks(const SheetPage& page) {
    std::map<qint64, std::vector<QRectF>> rects; // by the pixel that they begin in
    for (const Text& text : page.texts)
        rects[std::llround(text.baseline.y() - m_measurer.ascent(text.font))].push_back(rectOf(text, m_measurer));
    const auto close = [](double a, double b) { return std::abs(a - b) < 0.01; };
    for (const SheetLink& link : page.links) {
        const QRectF& rect = link.rect;
        bool found = false;
        for (const qint64 row : {-1, 0, 1})
            for (const QRectF& text : rects[std::llround(rect.top()) + row])
                found = found || (close(text.left(), rect.left()) && close(text.right(), rect.right()) &&
                                  close(text.top(), rect.top()) && close(text.bottom(), rect.bottom()));
        expect(found, QStringLiteral("a link that lies on no text"));
        if (const QString* address = std::get_if<QString>(&link.leadsTo))
            expect(pageAddress(address->toStdString()).has_value(), QStringLiteral("an address: ") + *address);
        else
            expect(m_anchors.contains(keyOf(std::get<SheetTarget>(link.leadsTo))),
                   QStringLiteral("a link that leads nowhere"));
    }
}

void Judge::checkAnchors() {
    std::vector<std::size_t> entries;
    std::vector<std::size_t> sources;
    for (const SheetPage& page : m_pages)
        for (const SheetAnchor& anchor : page.anchors) {
            (anchor.target.kind == SheetTarget::Kind::Entry ? entries : sources).push_back(anchor.target.number);
            expect(!anchor.title.isEmpty(), QStringLiteral("an anchor without a title"));
            expect(QRectF(QPointF(0, 0), page.size).contains(anchor.at), QStringLiteral("an anchor off the page"));
        }
    std::vector<std::size_t> expected;
    for (const EventIndex event : m_events)
        expected.push_back(m_view.number(event));
    expect(entries == expected, QStringLiteral("not one anchor for each event, in their order"));
    for (std::size_t i = 0; i < sources.size(); ++i)
        expect(sources[i] == i + 1, QStringLiteral("sources out of their order"));
}

void Judge::expectNext(const QString& all, qsizetype& at, std::string_view words) {
    const QString sought = squeezed(words);
    const qsizetype found = all.indexOf(sought, at);
    expect(found >= 0, QStringLiteral("missing: ") + sought.left(80));
    at = found < 0 ? at : found + sought.size();
}

/// "12, continued" may stand between any two lines: it is taken out.
void Judge::checkWords() {
    const QString all = wordsOf(m_pages);
    const model::Story& story = m_view.story();
    qsizetype at = 0;
    std::vector<model::SourceIndex> sources;
    for (const EventIndex event : m_events) {
        expectNext(all, at, story.title(event));
        for (std::size_t i = 0; i < story.quoteCount(event); ++i) {
            const model::Quote quote = story.quote(event, i);
            for (const std::string_view words : {quote.prefix, quote.exact, quote.suffix})
                expectNext(all, at, words);
            if (quote.speaker)
                expectNext(all, at, story.actors()[*quote.speaker].name);
            expectNext(all, at, quote.via.value_or(std::string_view()));
            expectNext(all, at, quote.note.value_or(std::string_view()));
            expectNext(all, at, story.sources()[quote.source].publisher);
            if (std::find(sources.begin(), sources.end(), quote.source) == sources.end())
                sources.push_back(quote.source);
        }
        for (std::size_t i = 0; i < story.relationCount(event); ++i)
            if (const model::Relation relation = story.relation(event, i); relation.explicitly || m_spec.readings)
                for (const std::string_view words : {story.title(relation.event), relation.basis})
                    expectNext(all, at, words);
    }
    for (const model::SourceIndex source : sources) {
        const model::Source& about = story.sources()[source];
        for (const std::string_view words : {about.publisher, about.headline.value_or(""), about.dateNote.value_or(""),
                                             about.url.value_or(""), about.sha256.value_or("")})
            expectNext(all, at, words);
    }
}

} // namespace

model::Story storyWithQuotes(std::size_t events) {
    std::mt19937_64 random(20260128 + events);
    Texts texts;
    model::StoryBuilder builder;
    addFrame(builder);
    const std::size_t sources = 1 + events / 10;
    addSources(builder, texts, sources);
    for (std::size_t i = 0; i < events; ++i) {
        model::EventInput event;
        event.id = texts.keep(numbered("e", i));
        event.title = texts.keep(numbered("Title ", i) + " " + someWords(random, 1 + random() % 12));
        event.lane = "l";
        event.actor = "a";
        const std::size_t day = i * 28 / std::max<std::size_t>(1, events);
        event.when = texts.keep((day < 9 ? "2026-02-0" : "2026-02-") + std::to_string(day + 1));
        event.whenBasis = "made for a test";
        event.status = i % 7 == 0 ? model::EventStatus::Scheduled : model::EventStatus::Happened;
        event.quotes = someQuotes(random, texts, sources);
        event.relations = someRelations(random, texts, i, events);
        builder.addEvent(event);
    }
    return built(builder);
}

model::Story storyOfOneQuote(const std::string& exact) {
    Texts texts;
    model::StoryBuilder builder;
    addFrame(builder);
    addSources(builder, texts, 1);
    model::EventInput event;
    event.id = "e0";
    event.title = "Something was said";
    event.lane = "l";
    event.actor = "a";
    event.when = "2026-02-01";
    event.whenBasis = "made for a test";
    model::QuoteInput quote;
    quote.source = "s0";
    quote.exact = exact;
    event.quotes.push_back(quote);
    builder.addEvent(event);
    return built(builder);
}

StoryView numberedView(const model::Story& story) {
    Arrangement arrangement;
    arrangement.grouping = Grouping::None;
    arrangement.numbered = true;
    return StoryView(story).arranged(arrangement);
}

QString squeezed(std::string_view utf8) {
    return withoutSpace(displayText(utf8));
}

QString wordsOf(const std::vector<SheetPage>& pages) {
    QString all;
    for (const SheetPage& page : pages)
        for (const Text& text : page.texts)
            if (!text.text.endsWith(QStringLiteral(",\u00A0continued")))
                all += text.text;
    return withoutSpace(all);
}

std::vector<QString> faultsOf(const std::vector<SheetPage>& pages, const StoryView& view,
                              std::span<const EventIndex> events, const SheetSpec& spec, const TextMeasurer& measurer) {
    return Judge(pages, view, events, spec, measurer).faults();
}

SheetSpec sheetSpec(double width, std::optional<double> height, double textScale) {
    SheetSpec spec;
    spec.width = width;
    spec.height = height;
    spec.margins = QMarginsF(32, 40, 32, 36);
    spec.textScale = textScale;
    spec.legend = true;
    return spec;
}

void expectGoodSheet(const StoryView& view, const SheetSpec& spec, const TextMeasurer& measurer) {
    SCOPED_TRACE(testing::Message() << spec.width << " x " << spec.height.value_or(0) << " at " << spec.textScale);
    const std::vector<SheetPage> pages = evidenceSheet(view, view.events(), spec, measurer);
    EXPECT_FALSE(pages.empty());
    for (const QString& fault : faultsOf(pages, view, view.events(), spec, measurer))
        ADD_FAILURE() << fault.toStdString();
}

} // namespace quoteline::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/data/data_export.h"

#include "app/content/story/story_view.h"
#include "app/content/words/date_words.h"
#include "app/content/words/display_text.h"
#include "app/export/data/csv_field.h"
#include "app/export/data/time_words.h"
#include "model/file/json_writer.h"
#include <QCoreApplication>
#include <algorithm>
#include <string>
#include <vector>

namespace quoteline::ui {

namespace {

using namespace std::string_view_literals;

struct ListText {
    Q_DECLARE_TR_FUNCTIONS(ui)
};

/// What the list is written to before it goes to the sink.
class Pieces {
public:
    explicit Pieces(const ListSink& sink)
        : m_sink(sink) {}

    std::string text;

    /// Passes the text on when there is enough of it.
    bool pass() { return text.size() < pieceSize || finish(); }
    bool finish() {
        const bool goesOn = text.empty() || m_sink(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())));
        text.clear();
        return goesOn;
    }

private:
    static constexpr std::size_t pieceSize = 65536;
    const ListSink& m_sink;
};

// JSON

void addQuote(model::JsonWriter& json, const model::Story& story, const model::Quote& quote) {
    std::optional<std::string_view> speaker;
    if (quote.speaker)
        speaker = story.actors()[*quote.speaker].id;
    json.beginObject().member("source", story.sources()[quote.source].id).member("exact", quote.exact);
    json.member("speaker", speaker).member("via", quote.via).member("form", model::toWord(quote.form)).end();
}

void addJsonEvent(model::JsonWriter& json, const model::Story& story, model::EventIndex event) {
    const TimeWords time = timeWords(story, event, story.zone());
    json.beginObject(model::JsonLayout::Line);
    json.member("id", story.id(event)).member("title", story.title(event)).member("when", story.whenText(event));
    json.member("earliest", time.earliest).member("end", time.end).member("precision", time.precision);
    if (time.endPrecision)
        json.member("endPrecision", *time.endPrecision);
    json.key("flags").beginList();
    for (const std::string_view flag : time.flags)
        json.value(flag);
    json.end();
    json.member("lane", story.lanes()[story.lane(event)].id).member("actor", story.actors()[story.actor(event)].id);
    json.member("kind", model::toWord(story.kind(event))).member("status", model::toWord(story.status(event)));
    json.key("quotes").beginList();
    for (std::size_t i = 0; i < story.quoteCount(event); ++i)
        addQuote(json, story, story.quote(event, i));
    json.end().end();
}

bool listJson(const model::Story& story, Pieces& pieces) {
    model::JsonWriter json(pieces.text);
    json.beginList(model::JsonLayout::Lines);
    for (model::EventIndex event = 0; event < story.eventCount(); ++event) {
        addJsonEvent(json, story, event);
        if (!pieces.pass())
            return false;
    }
    if (story.eventCount() == 0)
        pieces.text += '\n'; // the end has a line of its own, whatever stands before it
    json.end();
    pieces.text += '\n';
    return pieces.finish();
}

// CSV

constexpr std::string_view csvHeader =
    "id,title,when,earliest,end,precision,endPrecision,flags,lane,actor,kind,status,quotes,sources\r\n";

void addCsvField(std::string& out, std::string_view value) {
    appendCsvField(out, value);
    out += ',';
}

std::size_t sourceCount(const model::Story& story, model::EventIndex event) {
    std::vector<model::SourceIndex> sources;
    for (std::size_t i = 0; i < story.quoteCount(event); ++i)
        sources.push_back(story.quote(event, i).source);
    std::sort(sources.begin(), sources.end());
    return static_cast<std::size_t>(std::unique(sources.begin(), sources.end()) - sources.begin());
}

bool listCsv(const model::Story& story, Pieces& pieces) {
    std::string& out = pieces.text;
    out = csvHeader;
    for (model::EventIndex event = 0; event < story.eventCount(); ++event) {
        const TimeWords time = timeWords(story, event, story.zone());
        addCsvField(out, story.id(event));
        addCsvField(out, story.title(event));
        addCsvField(out, story.whenText(event));
        addCsvField(out, time.earliest.value_or(std::string()));
        addCsvField(out, time.end.value_or(std::string()));
        addCsvField(out, time.precision);
        addCsvField(out, time.endPrecision.value_or(""sv));
        addCsvField(out, flagsText(time));
        addCsvField(out, story.lanes()[story.lane(event)].id);
        addCsvField(out, story.actors()[story.actor(event)].id);
        addCsvField(out, model::toWord(story.kind(event)));
        addCsvField(out, model::toWord(story.status(event)));
        out += std::to_string(story.quoteCount(event)) + ',' + std::to_string(sourceCount(story, event)) + "\r\n";
        if (!pieces.pass())
            return false;
    }
    return pieces.finish();
}

// Text

/// Dates wider than this push their title to the right alone.
constexpr qsizetype maxDateColumn = 44;

class TextLines {
public:
    explicit TextLines(const model::Story& story)
        : m_story(story)
        , m_context{layout::localeOf(story), layout::DateStyle::Short, std::nullopt, false} {
        for (const model::Lane& lane : story.lanes())
            m_lanes.push_back(layout::displayLine(lane.name));
        for (model::EventIndex event = 0; event < story.eventCount() && m_column < maxDateColumn; ++event)
            m_column = std::max(m_column, date(event).size());
        m_column = std::min(m_column, maxDateColumn);
    }

    QString line(model::EventIndex event) const {
        // A number of quotes beyond the range of int does not fit in memory.
        const QString quotes = ListText::tr("%n quote(s)", nullptr, static_cast<int>(m_story.quoteCount(event)));
        return date(event).leftJustified(m_column) + QStringLiteral("  ") + layout::displayLine(m_story.title(event)) +
               QStringLiteral("  (") + m_lanes[m_story.lane(event)] + QStringLiteral("; ") + quotes +
               QStringLiteral(")\n");
    }

private:
    QString date(model::EventIndex event) const {
        layout::DateContext context = m_context;
        context.scheduled = m_story.status(event) == model::EventStatus::Scheduled;
        return layout::withoutIsolates(layout::dateInWords(m_story.when(event), context));
    }

    const model::Story& m_story;
    layout::DateContext m_context;
    std::vector<QString> m_lanes;
    qsizetype m_column = 0;
};

bool listText(const model::Story& story, Pieces& pieces) {
    const TextLines lines(story);
    for (model::EventIndex event = 0; event < story.eventCount(); ++event) {
        pieces.text += lines.line(event).toStdString();
        if (!pieces.pass())
            return false;
    }
    return pieces.finish();
}

} // namespace

bool listEvents(const model::Story& story, ListFormat format, const ListSink& sink) {
    Pieces pieces(sink);
    switch (format) {
    case ListFormat::Json:
        return listJson(story, pieces);
    case ListFormat::Csv:
        return listCsv(story, pieces);
    case ListFormat::Text:
        break;
    }
    return listText(story, pieces);
}

QByteArray listEvents(const model::Story& story, ListFormat format) {
    QByteArray list;
    listEvents(story, format, [&list](QByteArrayView piece) {
        list.append(piece);
        return true;
    });
    return list;
}

} // namespace quoteline::ui

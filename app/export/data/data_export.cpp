// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/data/data_export.h"

#include "app/content/story/story_view.h"
#include "app/content/words/date_words.h"
#include "app/content/words/display_text.h"
#include "app/export/data/csv_field.h"
#include "app/export/data/time_words.h"
#include "model/file/json_text.h"
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

void addKey(std::string& out, std::string_view key) {
    out += out.back() == '{' ? "\""sv : ", \""sv;
    out += key;
    out += "\": ";
}

void addText(std::string& out, std::string_view key, std::string_view value) {
    addKey(out, key);
    model::appendJsonString(out, value);
}

template <typename Text>
void addTextOrNull(std::string& out, std::string_view key, const std::optional<Text>& value) {
    if (value)
        return addText(out, key, *value);
    addKey(out, key);
    out += "null";
}

void addFlags(std::string& out, const std::vector<std::string_view>& flags) {
    addKey(out, "flags");
    out += '[';
    for (std::size_t i = 0; i < flags.size(); ++i) {
        out += i == 0 ? "" : ", ";
        model::appendJsonString(out, flags[i]);
    }
    out += ']';
}

void addQuote(std::string& out, const model::Story& story, const model::Quote& quote) {
    out += '{';
    addText(out, "source", story.sources()[quote.source].id);
    addText(out, "exact", quote.exact);
    std::optional<std::string_view> speaker;
    if (quote.speaker)
        speaker = story.actors()[*quote.speaker].id;
    addTextOrNull(out, "speaker", speaker);
    addTextOrNull(out, "via", quote.via);
    addText(out, "form", model::toWord(quote.form));
    out += '}';
}

void addJsonEvent(std::string& out, const model::Story& story, model::EventIndex event) {
    const TimeWords time = timeWords(story, event, story.zone());
    out += '{';
    addText(out, "id", story.id(event));
    addText(out, "title", story.title(event));
    addText(out, "when", story.whenText(event));
    addTextOrNull(out, "earliest", time.earliest);
    addTextOrNull(out, "end", time.end);
    addText(out, "precision", time.precision);
    if (time.endPrecision)
        addText(out, "endPrecision", *time.endPrecision);
    addFlags(out, time.flags);
    addText(out, "lane", story.lanes()[story.lane(event)].id);
    addText(out, "actor", story.actors()[story.actor(event)].id);
    addText(out, "kind", model::toWord(story.kind(event)));
    addText(out, "status", model::toWord(story.status(event)));
    addKey(out, "quotes");
    out += '[';
    for (std::size_t i = 0; i < story.quoteCount(event); ++i) {
        out += i == 0 ? "" : ", ";
        addQuote(out, story, story.quote(event, i));
    }
    out += "]}";
}

bool listJson(const model::Story& story, Pieces& pieces) {
    pieces.text = "[";
    for (model::EventIndex event = 0; event < story.eventCount(); ++event) {
        pieces.text += event == 0 ? "\n" : ",\n";
        addJsonEvent(pieces.text, story, event);
        if (!pieces.pass())
            return false;
    }
    pieces.text += "\n]\n";
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
        return layout::dateInWords(m_story.when(event), context);
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

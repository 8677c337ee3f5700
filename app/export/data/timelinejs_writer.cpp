// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/content/words/date_words.h"
#include "app/export/data/export_job.h"
#include "app/export/data/occasions.h"
#include "app/export/data/quote_origin.h"
#include "model/file/json_writer.h"

// The JSON that TimelineJS reads (timeline.knightlab.com/docs/json-format.html). It shows headlines, texts, groups and
// display dates as HTML, and makes links of addresses in texts: everything of a story is escaped against both. Days are
// as written, times of day on the wall clock of the story's zone; an end date is the last day, not the one after.
namespace quoteline::ui {

namespace {

constexpr std::string_view www = "www.";

/// Text as HTML that no browser takes for markup and TimelineJS not for an address; line breaks as <br>.
std::string html(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '&' || c == '<' || c == '>' || c == '"' || c == '\'' || c == '/' || c == '@')
            out += "&#" + std::to_string(static_cast<int>(c)) + ';';
        else if (c == '.' && i >= 3 && QByteArrayView(text.substr(i - 3, 4)).compare(www, Qt::CaseInsensitive) == 0)
            out += "&#46;";
        else if (c == '\r')
            out += "&#13;";
        else if (c == '\n')
            out += "<br>";
        else if (c == '\0')
            out += "\uFFFD"; // what HTML makes of it
        else
            out += c;
    }
    return out;
}

std::string html(const QString& text) {
    return html(text.toStdString());
}

/// A day, with its time of day where there is one.
void addDate(model::JsonWriter& json, std::string_view key, model::CivilMs ms,
             std::optional<model::Precision> time = std::nullopt) {
    const model::CivilDate date = model::dateFromDay(model::dayOf(ms));
    json.key(key).beginObject();
    json.member("year", date.year).member("month", date.month).member("day", date.day);
    if (time) {
        const std::int64_t second = (ms - model::startOfDay(model::dayOf(ms))) / model::msPerSecond;
        json.member("hour", second / 3600).member("minute", second / 60 % 60);
        if (*time == model::Precision::Second)
            json.member("second", second % 60);
    }
    json.end();
}

void addDates(model::JsonWriter& json, const model::TimeRange& range) {
    if (isTimed(range)) {
        const model::CivilMs end = writtenEnd(range);
        addDate(json, "start_date", range.layoutStart, range.earliest ? range.startPrecision : range.endPrecision);
        if (end > range.layoutStart)
            addDate(json, "end_date", end, range.end ? range.endPrecision : range.startPrecision);
        return;
    }
    const DayRange days = daysOf(range);
    addDate(json, "start_date", model::startOfDay(days.first));
    if (days.end - 1 > days.first)
        addDate(json, "end_date", model::startOfDay(days.end - 1));
}

std::string quoteHtml(const model::Quote& quote, QuoteOrigins& origins) {
    const QuoteOrigin origin = origins.of(quote);
    std::string out = "<blockquote>" + html(quote.exact) + "</blockquote><p>— " + html(origin.words);
    if (!origin.note.isEmpty())
        out += "<br>" + html(origin.note);
    if (origin.page) {
        const std::string url = html(origin.page->url.toString(QUrl::FullyEncoded));
        out += "<br><a href=\"" + url + "\">" + url + "</a>";
    } else if (!origin.otherAddress.isEmpty()) {
        out += "<br>" + html(origin.otherAddress);
    }
    return out + "</p>";
}

std::string eventHtml(const ExportJob& job, model::EventIndex event, QuoteOrigins& origins) {
    const model::Story& story = job.story();
    std::string out;
    for (const std::string_view text : {story.summary(event), story.whenBasis(event)})
        if (!text.empty())
            out += "<p>" + html(text) + "</p>";
    for (std::size_t i = 0; i < story.quoteCount(event); ++i)
        out += quoteHtml(story.quote(event, i), origins);
    return out;
}

void addText(model::JsonWriter& json, const std::string& headline, const std::string& text) {
    json.key("text").beginObject().member("headline", headline).member("text", text).end();
}

bool holdsNull(const model::Story& story, model::EventIndex event) {
    bool found =
        (std::string(story.title(event)) + std::string(story.summary(event)) + std::string(story.whenBasis(event)))
            .find('\0') != std::string::npos;
    for (std::size_t i = 0; i < story.quoteCount(event) && !found; ++i)
        found = story.quoteExact(event, i).find('\0') != std::string_view::npos;
    return found;
}

void addEvent(ExportJob& job, model::EventIndex event, QuoteOrigins& origins, model::JsonWriter& json) {
    const model::Story& story = job.story();
    const auto occasions = occasionsOf(job, event);
    tallyDates(job, event, occasions);
    if (holdsNull(story, event))
        job.losses.add(LossKind::Characters, event);
    const std::string headline = html(story.title(event));
    const std::string text = eventHtml(job, event, origins);
    for (std::size_t i = 0; i < occasions.size(); ++i) {
        const model::TimeRange& range = occasions[i];
        if (isTimed(range))
            job.losses.add(LossKind::Zone, event);
        if (model::dateFromDay(model::dayOf(range.layoutStart)).year < 1)
            job.losses.add(LossKind::EarlyYears, event);
        json.beginObject(model::JsonLayout::Line);
        json.member("unique_id", std::string(story.id(event)) + (i == 0 ? "" : ' ' + std::to_string(i + 1)));
        addDates(json, range);
        json.member("display_date", html(layout::dateInWords(story, event, layout::DateStyle::Long)));
        json.member("group", html(story.lanes()[story.lane(event)].name));
        addText(json, headline, text);
        json.end();
    }
}

} // namespace

bool writeTimelineJs(ExportJob& job, std::string& out) {
    const model::Story& story = job.story();
    QuoteOrigins origins(job.view);
    model::JsonWriter json(out);
    json.beginObject(model::JsonLayout::Broken).member("scale", "human");
    json.key("title").beginObject(model::JsonLayout::Line);
    addText(json, html(story.title()), html(story.summary()));
    json.end();
    json.key("events").beginList(model::JsonLayout::Lines);
    for (const model::EventIndex event : job.events) {
        if (job.stop.stop_requested())
            return true;
        addEvent(job, event, origins, json);
    }
    json.end().end();
    out += '\n';
    job.losses.add(LossKind::AllButTexts, std::size_t(1));
    tallyContext(job);
    tallyRelations(job);
    tallyLeftOut(job, Kept::Nothing);
    return !job.events.empty();
}

} // namespace quoteline::ui

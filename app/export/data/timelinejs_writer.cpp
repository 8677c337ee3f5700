// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/content/words/date_words.h"
#include "app/export/data/export_job.h"
#include "app/export/data/occasions.h"
#include "app/export/data/quote_origin.h"
#include "model/file/json_text.h"

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

void addField(std::string& out, std::string_view key, std::string_view value) {
    out += out.back() == '{' ? "" : ", ";
    model::appendJsonString(out, key);
    out += ": ";
    model::appendJsonString(out, value);
}

/// A day, with its time of day where there is one.
std::string dateObject(model::CivilMs ms, std::optional<model::Precision> time) {
    const model::CivilDate date = model::dateFromDay(model::dayOf(ms));
    std::string out = "{\"year\": " + std::to_string(date.year) + ", \"month\": " + std::to_string(date.month) +
                      ", \"day\": " + std::to_string(date.day);
    if (time) {
        const std::int64_t second = (ms - model::startOfDay(model::dayOf(ms))) / model::msPerSecond;
        out += ", \"hour\": " + std::to_string(second / 3600) + ", \"minute\": " + std::to_string(second / 60 % 60);
        if (*time == model::Precision::Second)
            out += ", \"second\": " + std::to_string(second % 60);
    }
    return out + '}';
}

/// The fields start_date and end_date.
std::string dates(const model::TimeRange& range) {
    if (isTimed(range)) {
        const model::CivilMs end = writtenEnd(range);
        const model::Precision first = range.earliest ? range.startPrecision : range.endPrecision;
        const model::Precision last = range.end ? range.endPrecision : range.startPrecision;
        std::string out = "\"start_date\": " + dateObject(range.layoutStart, first);
        return end > range.layoutStart ? out + ", \"end_date\": " + dateObject(end, last) : out;
    }
    const DayRange days = daysOf(range);
    std::string out = "\"start_date\": " + dateObject(model::startOfDay(days.first), std::nullopt);
    if (days.end - 1 > days.first)
        out += ", \"end_date\": " + dateObject(model::startOfDay(days.end - 1), std::nullopt);
    return out;
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

std::string textObject(const std::string& headline, const std::string& text) {
    std::string out = "{";
    addField(out, "headline", headline);
    addField(out, "text", text);
    return out + '}';
}

bool holdsNull(const model::Story& story, model::EventIndex event) {
    bool found =
        (std::string(story.title(event)) + std::string(story.summary(event)) + std::string(story.whenBasis(event)))
            .find('\0') != std::string::npos;
    for (std::size_t i = 0; i < story.quoteCount(event) && !found; ++i)
        found = story.quoteExact(event, i).find('\0') != std::string_view::npos;
    return found;
}

void addEvent(ExportJob& job, model::EventIndex event, QuoteOrigins& origins, std::string& out) {
    const model::Story& story = job.story();
    const auto occasions = occasionsOf(job, event);
    tallyDates(job, event, occasions);
    if (holdsNull(story, event))
        job.losses.add(LossKind::Characters, event);
    const std::string text = textObject(html(story.title(event)), eventHtml(job, event, origins));
    for (std::size_t i = 0; i < occasions.size(); ++i) {
        const model::TimeRange& range = occasions[i];
        if (isTimed(range))
            job.losses.add(LossKind::Zone, event);
        if (model::dateFromDay(model::dayOf(range.layoutStart)).year < 1)
            job.losses.add(LossKind::EarlyYears, event);
        out += out.back() == '[' ? "\n{" : ",\n{";
        addField(out, "unique_id", std::string(story.id(event)) + (i == 0 ? "" : ' ' + std::to_string(i + 1)));
        out += ", " + dates(range);
        addField(out, "display_date", html(layout::dateInWords(story, event, layout::DateStyle::Long)));
        addField(out, "group", html(story.lanes()[story.lane(event)].name));
        out += ", \"text\": " + text + '}';
    }
}

} // namespace

bool writeTimelineJs(ExportJob& job, std::string& out) {
    const model::Story& story = job.story();
    QuoteOrigins origins(job.view);
    out = "{\"scale\": \"human\",\n\"title\": {\"text\": " + textObject(html(story.title()), html(story.summary())) +
          "},\n\"events\": [";
    for (const model::EventIndex event : job.events) {
        if (job.stop.stop_requested())
            return true;
        addEvent(job, event, origins, out);
    }
    out += "\n]}\n";
    job.losses.add(LossKind::AllButTexts, std::size_t(1));
    tallyContext(job);
    tallyRelations(job);
    tallyLeftOut(job, Kept::Nothing);
    return !job.events.empty();
}

} // namespace quoteline::ui

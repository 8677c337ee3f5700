// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/content/words/date_words.h"
#include "app/export/data/export_job.h"
#include "app/export/data/occasions.h"
#include "app/export/data/quote_origin.h"
#include <QUuid>

// RFC 5545 throughout. An event of whole days has VALUE=DATE and an end that is not included (3.6.1); a time of day is
// written in UTC (3.3.5, form 2), which needs no VTIMEZONE. DTSTAMP is the end of the latest publication that the
// sources are dated with, so that the same story gives the same bytes; UID depends on the story's title, the event's id
// and, where there are several dates, the place of the date.
namespace quoteline::ui {

namespace {

constexpr std::size_t longestLine = 75; // octets (3.1)

/// Appends "NAME:value", folded between characters.
void addLine(std::string& out, const std::string& line) {
    std::size_t width = 0;
    for (std::size_t at = 0; at < line.size();) {
        std::size_t next = at + 1;
        while (next < line.size() && (static_cast<unsigned char>(line[next]) & 0xC0U) == 0x80U)
            ++next;
        if (width + (next - at) > longestLine) {
            out += "\r\n ";
            width = 1;
        }
        out.append(line, at, next - at);
        width += next - at;
        at = next;
    }
    out += "\r\n";
}

/// A value of type TEXT (3.3.11). Control characters have no place in one: `changed` tells that there were some.
std::string escapedForCalendar(std::string_view text, bool& changed) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\r') {
            changed = true;
            if (i + 1 == text.size() || text[i + 1] != '\n')
                out += "\\n";
        } else if (c == '\n') {
            out += "\\n";
        } else if (c == '\\' || c == ';' || c == ',') {
            out += '\\';
            out += c;
        } else if ((static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7F) {
            changed = true;
            out += "\uFFFD";
        } else {
            out += c;
        }
    }
    return out;
}

std::string dateText(model::CivilDay day) {
    const model::CivilDate date = model::dateFromDay(day);
    return QStringLiteral("%1%2%3")
        .arg(date.year, 4, 10, QLatin1Char('0'))
        .arg(date.month, 2, 10, QLatin1Char('0'))
        .arg(date.day, 2, 10, QLatin1Char('0'))
        .toStdString();
}

std::string instantText(std::int64_t utc) {
    const std::int64_t second = (utc - model::startOfDay(model::dayOf(utc))) / model::msPerSecond;
    return dateText(model::dayOf(utc)) + QStringLiteral("T%1%2%3Z")
                                             .arg(second / 3600, 2, 10, QLatin1Char('0'))
                                             .arg(second / 60 % 60, 2, 10, QLatin1Char('0'))
                                             .arg(second % 60, 2, 10, QLatin1Char('0'))
                                             .toStdString();
}

/// The years that DATE can name, of those that calendars know.
bool hasYear(model::CivilDay day) {
    const int year = model::dateFromDay(day).year;
    return year >= 1 && year <= model::maxYear;
}

/// The lines DTSTART and DTEND; nothing for a time that the format has no years for.
std::optional<std::string> timeLines(ExportJob& job, model::EventIndex event, const model::TimeRange& range) {
    if (isTimed(range)) {
        const std::int64_t start = job.zone.utcFromCivil(range.layoutStart);
        const std::int64_t end = job.zone.utcFromCivil(writtenEnd(range));
        if (!hasYear(model::dayOf(start)) || !hasYear(model::dayOf(end)))
            return std::nullopt;
        if (std::max(range.startPrecision, range.endPrecision) == model::Precision::Minute)
            job.losses.add(LossKind::Seconds, event);
        std::string lines = "DTSTART:" + instantText(start) + "\r\n";
        if (end > start) // an event without an end is over when it begins (3.6.1)
            lines += "DTEND:" + instantText(end) + "\r\n";
        return lines;
    }
    const DayRange days = daysOf(range);
    if (!hasYear(days.first) || !hasYear(days.end))
        return std::nullopt;
    return "DTSTART;VALUE=DATE:" + dateText(days.first) + "\r\nDTEND;VALUE=DATE:" + dateText(days.end) + "\r\n";
}

class Calendar {
public:
    Calendar(ExportJob& job, std::string& out)
        : m_job(job)
        , m_out(out)
        , m_origins(job.view) {
        const auto latest = model::latestDatedPublication(job.story(), job.zone);
        const std::int64_t stamp = latest ? job.zone.utcFromCivil(*latest->end) : 0;
        m_stamp = instantText(hasYear(model::dayOf(stamp)) ? stamp : 0);
    }

    void write() {
        m_out = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Quoteline//Quoteline//EN\r\nCALSCALE:GREGORIAN\r\n";
        addText("X-WR-CALNAME", m_job.story().title());
        for (const model::EventIndex event : m_job.events) {
            if (m_job.stop.stop_requested())
                return;
            addEvent(event);
        }
        m_out += "END:VCALENDAR\r\n";
    }
    std::size_t written() const { return m_written; }

private:
    void addText(std::string_view name, std::string_view text) {
        if (!text.empty())
            addLine(m_out, std::string(name) + ':' + escapedForCalendar(text, m_changed));
    }

    void addEvent(model::EventIndex event) {
        const auto occasions = occasionsOf(m_job, event);
        bool any = false;
        for (std::size_t i = 0; i < occasions.size(); ++i) {
            const auto lines = timeLines(m_job, event, occasions[i]);
            if (!lines) {
                m_job.losses.add(LossKind::Years, event);
                continue;
            }
            any = true;
            m_changed = false;
            m_out += "BEGIN:VEVENT\r\n";
            addLine(m_out, "UID:" + uid(event, i));
            m_out += "DTSTAMP:" + m_stamp + "\r\n" + *lines;
            addTexts(event);
            m_out += "TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n";
            ++m_written;
            if (m_changed)
                m_job.losses.add(LossKind::Characters, event);
        }
        if (any)
            tallyDates(m_job, event, occasions);
    }

    std::string uid(model::EventIndex event, std::size_t occasion) const {
        const model::Story& story = m_job.story();
        // A null between the parts: no other parts make the same name.
        std::string name(story.title());
        name += '\0';
        name += story.id(event);
        if (occasion > 0)
            name += '\0' + std::to_string(occasion);
        static const QUuid space(QStringLiteral("{7c1b3c1e-5d0e-5b6f-9a55-2f6f0d3c8a41}"));
        return QUuid::createUuidV5(space, QByteArray::fromStdString(name)).toString(QUuid::WithoutBraces).toStdString();
    }

    void addTexts(model::EventIndex event) {
        const model::Story& story = m_job.story();
        addText("SUMMARY", story.title(event));
        addText("DESCRIPTION", description(event));
        addText("CATEGORIES", story.lanes()[story.lane(event)].name);
        m_out += story.status(event) == model::EventStatus::Scheduled ? "STATUS:TENTATIVE\r\n" : "STATUS:CONFIRMED\r\n";
        if (!m_page.isEmpty())
            addLine(m_out, "URL:" + m_page.toStdString());
    }

    std::string description(model::EventIndex event) {
        const model::Story& story = m_job.story();
        m_page.clear();
        std::string text = layout::dateInWords(story, event, layout::DateStyle::Long).toStdString();
        if (!story.whenBasis(event).empty())
            text += '\n' + std::string(story.whenBasis(event));
        if (!story.summary(event).empty())
            text += "\n\n" + std::string(story.summary(event));
        for (std::size_t i = 0; i < story.quoteCount(event); ++i)
            addQuote(text, story.quote(event, i));
        return text;
    }

    void addQuote(std::string& text, const model::Quote& quote) {
        const QuoteOrigin origin = m_origins.of(quote);
        text += "\n\n“" + std::string(quote.exact) + "”\n— " + origin.words.toStdString();
        if (!origin.note.isEmpty())
            text += '\n' + origin.note.toStdString();
        const QString page = origin.page ? origin.page->url.toString(QUrl::FullyEncoded) : QString();
        const QString& address = origin.page ? page : origin.otherAddress;
        if (!address.isEmpty())
            text += '\n' + address.toStdString();
        if (m_page.isEmpty())
            m_page = page;
    }

    ExportJob& m_job;
    std::string& m_out;
    QuoteOrigins m_origins;
    std::string m_stamp;
    QString m_page; ///< the first address of the event at hand
    bool m_changed = false;
    std::size_t m_written = 0;
};

} // namespace

bool writeICalendar(ExportJob& job, std::string& out) {
    Calendar calendar(job, out);
    calendar.write();
    job.losses.add(LossKind::AllButTitle, std::size_t(1));
    tallyContext(job);
    tallyRelations(job);
    tallyLeftOut(job, Kept::Nothing);
    return calendar.written() > 0;
}

} // namespace quoteline::ui

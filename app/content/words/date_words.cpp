// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/content/words/date_words.h"

#include "app/content/words/date_names.h"
#include "app/content/words/display_text.h"
#include "app/content/words/translate.h"
#include "model/text/utf8_text.h"
#include <algorithm>
#include <cmath>

namespace quoteline::layout {

namespace {

using model::Edtf;
using model::EdtfDate;
using model::EdtfEndpoint;
using model::EdtfKind;
using model::EdtfMember;
using model::Precision;
using model::Qualifier;
using EndKind = model::EdtfEndpoint::Kind;

/// The little word that a date takes: on a day, at a time, in a month or a year.
enum class Preposition { On, At, In };

Preposition prepositionOf(const EdtfDate& date) {
    if (date.hasTime())
        return Preposition::At;
    return date.precision == Precision::Day || date.dayUnspecified ? Preposition::On : Preposition::In;
}

bool isPlain(const EdtfDate& date) {
    return date.qualifier == Qualifier::None && !date.hasUnspecified();
}

bool sameDayAndOffset(const EdtfDate& a, const EdtfDate& b) {
    return a.hasTime() && b.hasTime() && a.year == b.year && a.month == b.month && a.day == b.day &&
           a.offsetForm == b.offsetForm && a.offsetMinutes == b.offsetMinutes;
}

/// Whether `b` names the day, month or year right after the one of `a`.
bool isNext(const EdtfDate& a, const EdtfDate& b) {
    if (!isPlain(a) || !isPlain(b) || a.precision != b.precision)
        return false;
    switch (a.precision) {
    case Precision::Year:
        return b.year == a.year + 1;
    case Precision::Month:
        return b.year * 12 + b.month == a.year * 12 + a.month + 1;
    case Precision::Day:
        return model::dayFromDate(b.year, b.month, b.day) == model::dayFromDate(a.year, a.month, a.day) + 1;
    default:
        return false;
    }
}

class Sentences {
public:
    explicit Sentences(const DateContext& context)
        : m_names(context)
        , m_short(context.style != DateStyle::Long) {}

    QString of(const Edtf& value) const;

private:
    QString date(const EdtfDate& date) const;
    QString interval(const EdtfEndpoint& first, const EdtfEndpoint& last) const;
    QString lasted(const EdtfDate& first, const EdtfDate& last) const;
    QString halfKnown(const EdtfEndpoint& first, const EdtfEndpoint& last) const;
    QString possibility(const EdtfMember& member) const;
    QString between(const EdtfDate& first, const EdtfDate& last) const;
    QString orBefore(const EdtfDate& date) const;
    QString orAfter(const EdtfDate& date) const;
    QString each(const EdtfMember& member) const;
    QString andAllBefore(const EdtfDate& date) const;
    QString andAllAfter(const EdtfDate& date) const;
    QString list(const Edtf& set) const;

    DateNames m_names;
    bool m_short;
};

QString Sentences::of(const Edtf& value) const {
    if (value.kind == EdtfKind::Date)
        return date(value.head.first.date);
    if (value.kind == EdtfKind::Interval)
        return interval(value.head.first, *value.head.last);
    if (value.memberCount() > 1)
        return list(value);
    if (!value.head.last)
        return date(value.head.first.date);
    return value.kind == EdtfKind::OneOf ? possibility(value.head) : each(value.head);
}

/// A date by itself.
QString Sentences::date(const EdtfDate& date) const {
    switch (date.qualifier) {
    case Qualifier::Uncertain:
        return m_short
                   ? m_names.qualified(date)
                   : translate("layout", "possibly %1; the source is not certain", "a date").arg(m_names.plain(date));
    case Qualifier::Approximate:
        return m_names.qualified(date);
    case Qualifier::UncertainApproximate:
        return (m_short ? translate("layout", "around %1, undated", "a date")
                        : translate("layout", "around %1; the source gives no date", "a date"))
            .arg(m_names.plain(date));
    case Qualifier::None:
        break;
    }
    if (date.monthUnspecified || date.dayUnspecified)
        return m_names.plain(date);
    if (date.hasTime())
        return translate("layout", "%1, %2", "a day, and a time in it").arg(m_names.dayOf(date), m_names.time(date));
    if (date.precision == Precision::Day)
        return m_names.withWeekday(date);
    return translate("layout", "in %1", "a month or a year").arg(m_names.plain(date));
}

QString Sentences::interval(const EdtfEndpoint& first, const EdtfEndpoint& last) const {
    if (first.kind != EndKind::Date || last.kind != EndKind::Date)
        return halfKnown(first, last);
    return lasted(first.date, last.date);
}

/// It lasted from the one to the other.
QString Sentences::lasted(const EdtfDate& first, const EdtfDate& last) const {
    if (first == last) {
        if (isPlain(first) && first.precision <= Precision::Month)
            return translate("layout", "the whole of %1", "a month or a year").arg(m_names.plain(first));
        return date(first);
    }
    if (sameDayAndOffset(first, last)) {
        const QString from = m_names.timeWithoutOffset(first);
        if (m_short)
            return translate("layout", "%1, %2–%3", "a day, and the times from and to")
                .arg(m_names.dayOf(first), from, m_names.time(last));
        return translate("layout", "from %1 to %2 on %3", "times of day, a day")
            .arg(from, m_names.time(last), m_names.dayOf(first));
    }
    const QStringList names = m_names.together({first, last});
    // A dash where both ends are of one kind; words where they are not, or where a name has a minus or words of its
    // own.
    if (isPlain(first) && isPlain(last) && first.precision == last.precision && !first.hasTime() && first.year > 0)
        return spanOf(names);
    return translate("layout", "from %1 to %2", "dates").arg(names.front(), names.back());
}

QString Sentences::halfKnown(const EdtfEndpoint& first, const EdtfEndpoint& last) const {
    if (first.kind == EndKind::Open)
        return translate("layout", "until %1", "a date").arg(m_names.qualified(last.date));
    if (last.kind == EndKind::Open)
        return translate("layout", "from %1 onwards", "a date").arg(m_names.qualified(first.date));
    if (first.kind == EndKind::Unknown)
        return translate("layout", "from an unknown date to %1").arg(m_names.qualified(last.date));
    return translate("layout", "from %1 to an unknown date").arg(m_names.qualified(first.date));
}

/// It happened once, somewhere in there.
QString Sentences::possibility(const EdtfMember& member) const {
    if (!member.last)
        return m_names.qualified(member.first.date);
    if (member.first.kind != EndKind::Date)
        return orBefore(member.last->date);
    if (member.last->kind != EndKind::Date)
        return orAfter(member.first.date);
    return between(member.first.date, member.last->date);
}

QString Sentences::between(const EdtfDate& first, const EdtfDate& last) const {
    if (first == last)
        return date(first);
    if (sameDayAndOffset(first, last))
        return translate("layout", "between %1 and %2 on %3", "times of day, a day")
            .arg(m_names.timeWithoutOffset(first), m_names.time(last), m_names.dayOf(first));
    const QStringList names = m_names.together({first, last});
    return (isNext(first, last) ? translate("layout", "%1 or %2", "dates")
                                : translate("layout", "between %1 and %2", "dates"))
        .arg(names.front(), names.back());
}

QString Sentences::orBefore(const EdtfDate& date) const {
    const QString name = m_names.qualified(date);
    switch (prepositionOf(date)) {
    case Preposition::On:
        return translate("layout", "on or before %1", "a day").arg(name);
    case Preposition::At:
        return translate("layout", "at or before %1", "a time on a day").arg(name);
    case Preposition::In:
        break;
    }
    return translate("layout", "in or before %1", "a month or a year").arg(name);
}

QString Sentences::orAfter(const EdtfDate& date) const {
    const QString name = m_names.qualified(date);
    switch (prepositionOf(date)) {
    case Preposition::On:
        return translate("layout", "on or after %1", "a day").arg(name);
    case Preposition::At:
        return translate("layout", "at or after %1", "a time on a day").arg(name);
    case Preposition::In:
        break;
    }
    return translate("layout", "in or after %1", "a month or a year").arg(name);
}

/// It happened at each of them.
QString Sentences::each(const EdtfMember& member) const {
    if (!member.last)
        return m_names.qualified(member.first.date);
    if (member.first.kind != EndKind::Date)
        return andAllBefore(member.last->date);
    if (member.last->kind != EndKind::Date)
        return andAllAfter(member.first.date);
    return lasted(member.first.date, member.last->date);
}

QString Sentences::andAllBefore(const EdtfDate& date) const {
    const QString name = m_names.qualified(date);
    if (date.hasTime() || date.hasUnspecified())
        return translate("layout", "%1 and all before", "a date").arg(name);
    if (date.precision == Precision::Day)
        return translate("layout", "%1 and every day before", "a day").arg(name);
    return (date.precision == Precision::Month ? translate("layout", "%1 and every month before", "a month")
                                               : translate("layout", "%1 and every year before", "a year"))
        .arg(name);
}

QString Sentences::andAllAfter(const EdtfDate& date) const {
    const QString name = m_names.qualified(date);
    if (date.hasTime() || date.hasUnspecified())
        return translate("layout", "%1 and all after", "a date").arg(name);
    if (date.precision == Precision::Day)
        return translate("layout", "%1 and every day after", "a day").arg(name);
    return (date.precision == Precision::Month ? translate("layout", "%1 and every month after", "a month")
                                               : translate("layout", "%1 and every year after", "a year"))
        .arg(name);
}

QString Sentences::list(const Edtf& set) const {
    QStringList names;
    std::vector<EdtfDate> dates;
    for (std::size_t i = 0; i < set.memberCount(); ++i) {
        const EdtfMember& member = set.member(i);
        names.append(set.kind == EdtfKind::OneOf ? possibility(member) : each(member));
        if (!member.last)
            dates.push_back(member.first.date);
    }
    if (dates.size() == set.memberCount())
        names = m_names.together(dates);
    QString text = names.front();
    for (qsizetype i = 1; i + 1 < names.size(); ++i)
        text = translate("layout", "%1, %2", "a list of dates").arg(text, names.at(i));
    return (set.kind == EdtfKind::OneOf ? translate("layout", "%1 or %2", "dates")
                                        : translate("layout", "%1 and %2", "dates"))
        .arg(text, names.back());
}

/// The minute or second that holds `ms`, as a date-time without an offset.
EdtfDate edtfTime(double ms, Precision precision) {
    const auto whole = static_cast<model::CivilMs>(std::floor(ms));
    const model::CivilDay day = model::dayOf(whole);
    const auto second = (whole - model::startOfDay(day)) / model::msPerSecond;
    EdtfDate date = edtfDay(day);
    date.hour = static_cast<std::uint8_t>(second / 3600);
    date.minute = static_cast<std::uint8_t>(second / 60 % 60);
    date.second = precision == Precision::Second ? static_cast<std::uint8_t>(second % 60) : std::uint8_t{0};
    date.precision = precision;
    return date;
}

bool isMidnight(double ms) {
    return std::fmod(ms, static_cast<double>(model::msPerDay)) == 0;
}

QString timesInWords(double start, double end, const DateNames& names) {
    const bool seconds = end - start < 2 * model::msPerMinute;
    const double unit = seconds ? model::msPerSecond : model::msPerMinute;
    const Precision precision = seconds ? Precision::Second : Precision::Minute;
    const EdtfDate first = edtfTime(start, precision);
    const EdtfDate last = edtfTime(std::ceil(end / unit) * unit, precision);
    QString from = translate("layout", "%1, %2", "a day, and a time in it").arg(names.dayOf(first), names.time(first));
    if (first == last)
        return from;
    if (sameDayAndOffset(first, last))
        return translate("layout", "%1, %2–%3", "a day, and the times from and to")
            .arg(names.dayOf(first), names.time(first), names.time(last));
    const QString to =
        translate("layout", "%1, %2", "a day, and a time in it").arg(names.dayOf(last), names.time(last));
    return spanOf({from, to});
}

} // namespace

QLocale localeOf(const model::Story& story) {
    const std::string_view language = story.language();
    const QLocale locale(model::fromUtf8(language));
    return locale.language() == QLocale::C ? QLocale(QLocale::English) : locale;
}

QString dateInWords(const model::Edtf& when, const DateContext& context) {
    const QString words = Sentences(context).of(when);
    return context.scheduled ? translate("layout", "%1, scheduled", "a date in words").arg(words) : words;
}

QString dateInWords(const model::Story& story, model::EventIndex event, DateStyle style) {
    return withoutIsolates(dateInWords(story.when(event), {localeOf(story), style, impliedYear(story),
                                                           story.status(event) == model::EventStatus::Scheduled}));
}

QString rangeInWords(double start, double end, const QLocale& locale) {
    const DateContext context{locale, DateStyle::Long, std::nullopt, false};
    const DateNames names(context);
    const bool wholeDays = isMidnight(start) && isMidnight(end) && end > start;
    if (end - start < 2 * model::msPerDay && !wholeDays)
        return timesInWords(start, end, names);
    const EdtfDate first = edtfDay(model::dayOf(static_cast<model::CivilMs>(std::floor(start))));
    const EdtfDate last = edtfDay(model::dayOf(static_cast<model::CivilMs>(std::ceil(end)) - 1));
    return first == last ? names.dayOf(first) : spanOf(names.together({first, last}));
}

std::optional<int> impliedYear(const model::Story& story) {
    const auto extent = story.extent();
    if (!extent)
        return std::nullopt;
    const auto [start, end] = *extent;
    const auto yearAt = [](model::CivilMs ms) { return model::dateFromDay(model::dayOf(ms)).year; };
    const int middle = yearAt(start + (end - start) / 2); // a year with more than half of the extent holds its middle
    const model::CivilMs from = std::max(start, model::startOfDate(middle, 1, 1));
    const model::CivilMs to = std::min(end, model::startOfDate(middle + 1, 1, 1));
    return 4 * (to - from) > 3 * (end - start) ? std::optional(middle) : std::nullopt;
}

} // namespace quoteline::layout

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/data/data_losses.h"

#include "app/content/words/display_text.h"
#include "app/content/words/translate.h"

namespace quoteline::ui {

namespace {

constexpr std::size_t mostExamples = 3;

struct LossText {
    Q_DECLARE_TR_FUNCTIONS(ui)
};

/// Empty for what is not about dates.
QString dateSentence(LossKind kind, std::size_t count, const QString& number) {
    const int n = layout::asInt(count);
    switch (kind) {
    case LossKind::Years:
        return LossText::tr("%1 event(s) left out: the format has the years 1 to 9999 only", nullptr, n).arg(number);
    case LossKind::Uncertain:
        return LossText::tr("%1 uncertain date(s), written as if certain", nullptr, n).arg(number);
    case LossKind::Approximate:
        return LossText::tr("%1 approximate date(s), written as if exact", nullptr, n).arg(number);
    case LossKind::OneOf:
        return LossText::tr("%1 event(s) once within a stretch of time, written as if lasting all of it", nullptr, n)
            .arg(number);
    case LossKind::OpenSides:
        return LossText::tr("%1 date(s) with an open or unknown side, written as the end that is known", nullptr, n)
            .arg(number);
    case LossKind::CoarseEnds:
        return LossText::tr("%1 span(s) known to the month or year, written from first to last day", nullptr, n)
            .arg(number);
    case LossKind::TimeOfDay:
        return LossText::tr("%1 time(s) of day left out, because the other end has none", nullptr, n).arg(number);
    case LossKind::Seconds:
        return LossText::tr("%1 time(s) to the minute, written with the second 00", nullptr, n).arg(number);
    case LossKind::Zone:
        return LossText::tr("%1 time(s) of day on the clock of the story's zone, which is not named", nullptr, n)
            .arg(number);
    case LossKind::EarlyYears:
        return LossText::tr("%1 date(s) before the year 1, which an axis may label a year off", nullptr, n).arg(number);
    case LossKind::WordsOnly:
        return LossText::tr("%1 date(s) that are more than a day or a time, in words only", nullptr, n).arg(number);
    case LossKind::SeveralDates:
        return LossText::tr("%1 event(s) with several dates, written as an entry for each date", nullptr, n)
            .arg(number);
    default:
        return {};
    }
}

QString textSentence(LossKind kind, std::size_t count, const QString& number) {
    const int n = layout::asInt(count);
    switch (kind) {
    case LossKind::LeftOutLinks:
        return LossText::tr("%1 link(s) to events that the filter leaves out", nullptr, n).arg(number);
    case LossKind::Relations:
        return LossText::tr("%1 link(s) between events left out: the format has no place for them", nullptr, n)
            .arg(number);
    case LossKind::Context:
        return LossText::tr("%1 quote(s) without the words before and after", nullptr, n).arg(number);
    case LossKind::Characters:
        return LossText::tr("%1 event(s) with control characters, which the format forbids and which are replaced",
                            nullptr, n)
            .arg(number);
    case LossKind::GuardedCells:
        return LossText::tr("%1 cell(s) with an apostrophe in front, so that no spreadsheet runs it as a formula",
                            nullptr, n)
            .arg(number);
    case LossKind::UnusedEntries:
        return LossText::tr("%1 lane(s), actor(s) or source(s) left out that no exported event names", nullptr, n)
            .arg(number);
    case LossKind::Documents:
        return LossText::tr("%1 source(s) without the text, file name or SHA-256 of the document", nullptr, n)
            .arg(number);
    case LossKind::ExtraFields:
        return LossText::tr("%1 field(s) left out that the story format does not define", nullptr, n).arg(number);
    case LossKind::AllButTexts:
        return LossText::tr("Left out is what belongs to the story as a whole, but for its title and summary");
    case LossKind::AllButTitle:
        return LossText::tr("Left out is what belongs to the story as a whole, but for its title");
    default:
        return LossText::tr("Left out is what belongs to the story as a whole: title, summary, language, time zone and "
                            "core window");
    }
}

QString sentence(LossKind kind, std::size_t count, const QLocale& locale) {
    const QString number = layout::number(count, locale);
    const QString ofDates = dateSentence(kind, count, number);
    return ofDates.isEmpty() ? textSentence(kind, count, number) : ofDates;
}

} // namespace

QString lossInWords(const Loss& loss) {
    if (loss.examples.isEmpty())
        return loss.words;
    QStringList quoted;
    for (const QString& example : loss.examples)
        quoted.append(LossText::tr("“%1”", "the title of an event").arg(example));
    const bool more = loss.count > static_cast<std::size_t>(loss.examples.size());
    const QString list = quoted.join(QStringLiteral(", "));
    return more ? LossText::tr("%1: %2 and more", "a sentence, titles of events").arg(loss.words, list)
                : LossText::tr("%1: %2", "a sentence, titles of events").arg(loss.words, list);
}

void LossTally::add(LossKind kind, std::size_t count) {
    m_entries[static_cast<std::size_t>(kind)].count += count;
}

void LossTally::add(LossKind kind, model::EventIndex event) {
    Entry& entry = m_entries[static_cast<std::size_t>(kind)];
    if (entry.last == event)
        return;
    entry.last = event;
    ++entry.count;
    if (entry.examples.size() < mostExamples)
        entry.examples.push_back(event);
}

std::vector<Loss> LossTally::losses() const {
    std::vector<Loss> all;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const Entry& entry = m_entries[i];
        if (entry.count == 0)
            continue;
        Loss loss{sentence(static_cast<LossKind>(i), entry.count, m_view.locale()),
                  entry.count,
                  {},
                  static_cast<LossKind>(i)};
        for (const model::EventIndex event : entry.examples)
            loss.examples.append(layout::displayLine(m_view.story().title(event), 80));
        all.push_back(loss);
    }
    return all;
}

} // namespace quoteline::ui

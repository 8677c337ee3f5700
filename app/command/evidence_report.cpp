// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/evidence_report.h"

#include "app/content/evidence/grade_words.h"
#include "app/content/story/story_view.h"
#include "app/content/words/display_text.h"
#include "app/open/story_file.h"
#include <QCoreApplication>
#include <QStringList>
#include <algorithm>

namespace quoteline::ui {

namespace {

using model::QuoteCheck;
using model::QuoteGrade;

struct ReportText {
    Q_DECLARE_TR_FUNCTIONS(ui)
};

QString idOf(std::string_view id) {
    return layout::displayLine(id);
}

/// The grade, the place, and what it rests on where that is not plain.
QString gradeLine(const QuoteCheck& check) {
    const QLocale locale = QLocale::c();
    QString line = layout::gradeInWords(check, locale);
    if (!check.passages.empty())
        line = ReportText::tr("%1, characters %2").arg(line, layout::placesInWords(check.passages, locale));
    if (check.grade != QuoteGrade::Verbatim)
        line += QStringLiteral(". ") + layout::gradeSentence(check, locale);
    return line;
}

QString quoteLine(const model::Story& story, const model::CheckedQuote& quote) {
    const QString place =
        ReportText::tr("%1, quote %2, %3")
            .arg(idOf(story.id(quote.event)), QString::number(quote.quote + 1), idOf(story.sources()[quote.source].id));
    return place + QStringLiteral(": ") + (quote.check ? gradeLine(*quote.check) : layout::notCheckedInWords());
}

QString basisLine(const model::Story& story, const model::CheckedBasis& basis) {
    const model::Relation relation = story.relation(basis.event, basis.relation);
    const QString place =
        ReportText::tr("%1, basis of “%2 %3”")
            .arg(idOf(story.id(basis.event)), idOf(relation.typeText), idOf(story.id(relation.event)));
    if (!basis.place)
        return place + QStringLiteral(": ") + layout::notCheckedInWords();
    return place + QStringLiteral(", ") + idOf(story.sources()[basis.place->source].id) + QStringLiteral(": ") +
           gradeLine(basis.place->check);
}

QString documentLine(const model::Source& source, const model::FoundDocument& found) {
    QString line = idOf(source.id) + QStringLiteral(": ");
    if (!found)
        return line + layout::noDocumentInWords(found.error());
    if (!found->path.isEmpty())
        line += found->path + QStringLiteral(", ");
    line += layout::originInWords(found->origin);
    if (found->changed)
        line += QStringLiteral("; ") + layout::changeInWords(*found);
    return line;
}

/// "26 verbatim, 2 not found".
QString gradesInWords(const model::EvidenceCounts& counts) {
    const auto words = [](QuoteGrade grade) {
        QuoteCheck check;
        check.grade = grade;
        check.prefixBeside = check.suffixBeside = true;
        return grade == QuoteGrade::Several ? ReportText::tr("found more than once")
                                            : layout::gradeInWords(check, QLocale::c());
    };
    QStringList parts;
    for (std::size_t i = 0; i < model::quoteGradeCount; ++i)
        if (counts.grades[i] > 0)
            parts += QString::number(counts.grades[i]) + u' ' + words(static_cast<QuoteGrade>(i));
    if (counts.notChecked > 0)
        parts += QString::number(counts.notChecked) + u' ' + layout::notCheckedInWords();
    return parts.join(QStringLiteral(", "));
}

QString summaryLine(const CheckedStory& checked) {
    const model::EvidenceCounts& counts = checked.check->counts;
    QString line = storyName(checked.path) + QStringLiteral(": ") +
                   ReportText::tr("%1 of %n quote(s) verbatim or verbatim except typography", nullptr,
                                  static_cast<int>(counts.quotes))
                       .arg(counts.faithful);
    if (counts.quotes > 0)
        line += QStringLiteral(" (") + gradesInWords(counts) + u')';
    if (counts.bases > 0)
        line += QStringLiteral("; ") +
                ReportText::tr("the basis of %1 of %n relation(s) found", nullptr, static_cast<int>(counts.bases))
                    .arg(counts.basesFound);
    return line;
}

} // namespace

void reportText(const CheckedStory& checked, const std::function<void(const QString&)>& line) {
    const model::Story& story = checked.read.story;
    std::vector<bool> quoted(story.sources().size(), false);
    for (const model::CheckedQuote& quote : checked.check->quotes)
        quoted[quote.source] = true;
    for (model::SourceIndex i = 0; i < story.sources().size(); ++i)
        if (quoted[i])
            line(documentLine(story.sources()[i], (*checked.documents)[i]));
    for (const model::CheckedQuote& quote : checked.check->quotes)
        line(quoteLine(story, quote));
    for (const model::CheckedBasis& basis : checked.check->bases)
        line(basisLine(story, basis));
    line(summaryLine(checked));
}

} // namespace quoteline::ui

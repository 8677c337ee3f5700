// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/content/evidence/checked_story.h"

#include "app/content/evidence/grade_words.h"
#include "app/content/evidence/source_words.h"
#include "app/content/words/translate.h"
#include "model/text/utf8_text.h"
#include <QCoreApplication>
#include <algorithm>

namespace quoteline::layout {

namespace {

struct CheckText {
    Q_DECLARE_TR_FUNCTIONS(layout)
};

QuoteBadge::Kind kindOf(const model::QuoteCheck& check) {
    if (model::isFaithful(check))
        return QuoteBadge::Kind::Faithful;
    return check.grade == model::QuoteGrade::NotFound ? QuoteBadge::Kind::NotFound : QuoteBadge::Kind::Different;
}

std::u32string codePoints(std::string_view utf8) {
    const QList<uint> points = model::fromUtf8(utf8).toUcs4();
    return {points.begin(), points.end()};
}

/// The words around a passage, where they stand there as the story has them.
void addBeside(std::vector<DocumentMark>& marks, std::u32string_view text, const model::TextSpan& passage,
               const model::Quote& quote) {
    const std::u32string prefix = codePoints(quote.prefix);
    const std::u32string suffix = codePoints(quote.suffix);
    if (!prefix.empty() && passage.start >= prefix.size() &&
        text.substr(passage.start - prefix.size(), prefix.size()) == prefix)
        marks.push_back({passage.start - prefix.size(), passage.start, DocumentMarkKind::Beside});
    if (!suffix.empty() && text.substr(passage.end, suffix.size()) == suffix)
        marks.push_back({passage.end, passage.end + suffix.size(), DocumentMarkKind::Beside});
}

std::vector<DocumentMark> marksOf(const model::QuoteCheck& check) {
    std::vector<DocumentMark> marks;
    for (const model::TextSpan& passage : check.passages)
        marks.push_back({passage.start, passage.end, DocumentMarkKind::Words});
    if (check.passages.empty() && check.nearest)
        marks.push_back({check.nearest->span.start, check.nearest->span.end, DocumentMarkKind::Nearest});
    return marks;
}

DocumentContent contentOf(const model::SourceDocument& found, const StoryView& view, model::SourceIndex source,
                          const model::QuoteCheck& check) {
    const SourceContent words = sourceContent(view, source);
    DocumentContent content;
    content.document = found.document;
    content.marks = marksOf(check);
    content.heading =
        words.headline.isEmpty()
            ? words.publisher
            : translate("layout", "%1, %2", "a publisher and a headline").arg(words.publisher, words.headline);
    content.notes << translate("layout", "The document is %1.", "“from the folder given, by its name”")
                         .arg(originInWords(found.origin));
    if (found.changed)
        content.notes << translate("layout", "It has changed since it was recorded: its SHA-256 is another one.");
    return content;
}

} // namespace

QuoteBadge badgeOf(const CheckedStory& checked, const StoryView& view, model::EventIndex event, std::size_t quote) {
    QuoteBadge badge{QuoteBadge::Kind::NotChecked, notCheckedInWords(), {}, false};
    const model::CheckedQuote* result = checked ? checked.check->find(event, quote) : nullptr;
    if (!result)
        return badge;
    const model::FoundDocument& found = (*checked.documents)[result->source];
    if (!result->check) {
        // A file that was refused or cannot be read is said; where there is none, there is no more to say.
        if (!found && found.error().kind != model::NoDocument::Kind::NoneAtHand)
            badge.sentence = noDocumentInWords(found.error());
        return badge;
    }
    badge.kind = kindOf(*result->check);
    badge.word = gradeInWords(*result->check, view.locale());
    badge.sentence = gradeSentence(*result->check, view.locale());
    badge.document = found.has_value();
    return badge;
}

std::optional<DocumentContent> documentOf(const CheckedStory& checked, const StoryView& view, model::EventIndex event,
                                          std::size_t quote) {
    const model::CheckedQuote* result = checked ? checked.check->find(event, quote) : nullptr;
    if (!result || !result->check)
        return std::nullopt;
    const model::SourceDocument& found = *(*checked.documents)[result->source];
    DocumentContent content = contentOf(found, view, result->source, *result->check);
    content.notes.prepend(gradeSentence(*result->check, view.locale()));
    const std::vector<DocumentMark> marks = content.marks;
    if (marks.size() == 1 && marks.front().kind == DocumentMarkKind::Words)
        addBeside(content.marks, found.document.text(), result->check->passages.front(),
                  view.story().quote(event, quote));
    return content;
}

std::optional<DocumentContent> basisDocumentOf(const CheckedStory& checked, const StoryView& view,
                                               model::EventIndex event, std::size_t relation) {
    const model::CheckedBasis* result = checked ? checked.check->findBasis(event, relation) : nullptr;
    if (!result || !result->place)
        return std::nullopt;
    const model::BasisPlace& place = *result->place;
    const model::SourceDocument& found = *(*checked.documents)[place.source];
    DocumentContent content = contentOf(found, view, place.source, place.check);
    content.notes.prepend(gradeSentence(place.check, view.locale()));
    return content;
}

std::vector<model::CheckedQuote> concerns(const model::EvidenceCheck& check) {
    std::vector<model::CheckedQuote> found;
    std::vector<model::CheckedQuote> unchecked;
    for (const model::CheckedQuote& quote : check.quotes) {
        if (!quote.check)
            unchecked.push_back(quote);
        else if (!model::isFaithful(*quote.check))
            found.push_back(quote);
    }
    found.insert(found.end(), unchecked.begin(), unchecked.end());
    return found;
}

QString checkInWords(const model::EvidenceCounts& counts, const QLocale& locale) {
    if (counts.quotes == 0)
        return translate("layout", "The story has no quotes to check.");
    const std::size_t checked = counts.quotes - counts.notChecked;
    QStringList said;
    if (checked > 0) {
        said << CheckText::tr("%1 of %2 checked quote(s) stand in their documents word for word.", nullptr,
                              asInt(checked))
                    .arg(number(counts.faithful, locale), number(checked, locale));
    }
    if (counts.notChecked > 0)
        said << CheckText::tr("%1 quote(s) could not be checked here.", nullptr, asInt(counts.notChecked))
                    .arg(number(counts.notChecked, locale));
    return said.join(u' ');
}

} // namespace quoteline::layout

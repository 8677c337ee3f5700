// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/quote_check.h"
#include "model/text/typography_folding.h"
#include "tests/fuzz/targets.h"

#include <QString>

namespace quoteline::test {

namespace {

using namespace model;

struct Parts {
    std::string exact;
    std::string prefix;
    std::string suffix;
    std::string document;
};

Parts partsOf(std::string_view text) {
    Parts parts;
    for (std::string* part : {&parts.exact, &parts.prefix, &parts.suffix}) {
        const std::size_t end = std::min(text.find('|'), text.size());
        *part = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    parts.document = text;
    return parts;
}

/// Places where the words stand, those that overlap included.
std::size_t countOf(const std::string& words, const std::string& text) {
    std::size_t count = 0;
    for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1))
        ++count;
    return count;
}

bool isWithin(const TextSpan& span, const PlainDocument& document) {
    return span.start <= span.end && span.end <= document.text().size();
}

std::string tryPlaces(const QuoteCheck& check, const PlainDocument& document) {
    for (const std::vector<TextSpan>* spans : {&check.passages, &check.gaps})
        for (const TextSpan& span : *spans)
            if (!isWithin(span, document))
                return "a passage or a gap lies outside of the document";
    if (check.nearest && !isWithin(check.nearest->span, document))
        return "the nearest passage lies outside of the document";
    if (check.passages.size() > maxPlaces || check.passages.empty() != (check.grade == QuoteGrade::NotFound))
        return "passages do not go with the grade";
    return {};
}

/// Whether the words stand somewhere with a part of a character at an end, as in the middle of a family of emoji: these
/// are not the words of the document.
bool cutsCharacters(const std::string& words, std::u32string_view text) {
    const std::u32string sought = QString::fromStdString(words).toStdU32String();
    for (std::size_t at = text.find(sought); at != std::u32string_view::npos; at = text.find(sought, at + 1))
        if (!isCharacterBorder(text, at) || !isCharacterBorder(text, at + sought.size()))
            return true;
    return false;
}

/// Of texts that are UTF-8, where letters are the same as bytes.
std::string tryGrade(const QuoteCheck& check, const Parts& parts, const PlainDocument& document) {
    if (cutsCharacters(parts.exact, document.text()))
        return {};
    const std::size_t exact = countOf(parts.exact, parts.document);
    const std::size_t inContext = countOf(parts.prefix + parts.exact + parts.suffix, parts.document);
    const bool verbatim = check.grade == QuoteGrade::Verbatim;
    if (verbatim != (inContext == 1))
        return "whether it is verbatim is told wrongly";
    if (check.grade == QuoteGrade::ContextDiffers && exact == 0)
        return "exact does not stand there";
    // With its context, though in other typography, it may stand at another place, which then is the one meant.
    const bool meantElsewhere = check.grade == QuoteGrade::Typography && check.prefixBeside && check.suffixBeside;
    if (exact > 0 && !verbatim && !meantElsewhere && check.grade != QuoteGrade::ContextDiffers &&
        check.grade != QuoteGrade::Several)
        return "exact stands there";
    if (verbatim && !document.text().substr(check.passages[0].start).starts_with(toCodePoints(parts.exact)))
        return "other words stand in the passage";
    return {};
}

bool isText(const std::string& words) {
    return PlainDocument::fromUtf8(words).has_value();
}

} // namespace

std::string tryQuoteCheck(const QByteArray& bytes) {
    const Parts parts = partsOf({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    const auto document = PlainDocument::fromUtf8(parts.document);
    if (!document)
        return document.error().byte < parts.document.size() ? "" : "the wrong byte lies outside of the document";
    const QuoteCheck check = checkQuote(*document, parts.exact, parts.prefix, parts.suffix);
    std::string broken = tryPlaces(check, *document);
    if (broken.empty() && !parts.exact.empty() && isText(parts.exact) && isText(parts.prefix) && isText(parts.suffix))
        broken = tryGrade(check, parts, *document);
    return broken.empty() ? broken : broken + " (" + std::string(toWord(check.grade)) + ")";
}

} // namespace quoteline::test

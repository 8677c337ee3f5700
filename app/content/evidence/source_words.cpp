// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/content/evidence/source_words.h"

#include "app/content/words/date_words.h"
#include "app/content/words/display_text.h"
#include "app/content/words/translate.h"
#include "model/text/utf8_text.h"
#include <QStringList>

namespace quoteline::layout {

namespace {

/// Empty without a date.
QString dateOf(const model::Source& source, const QLocale& locale) {
    if (!source.datePublished)
        return {};
    const auto when = model::parseEdtf(*source.datePublished);
    return when ? dateInWords(*when, {locale, DateStyle::Long, std::nullopt, false}) : QString();
}

QString headlineOf(const model::Source& source, qsizetype most = shownBesideCharacters) {
    if (!source.headline || source.headline->empty())
        return {};
    return translate("layout", "“%1”", "a headline").arg(displayLine(*source.headline, lineLimit(most)));
}

} // namespace

std::optional<PageAddress> pageAddress(std::string_view url) {
    PageAddress page{QUrl(model::fromUtf8(url), QUrl::StrictMode), {}};
    if (!page.url.isValid() ||
        (page.url.scheme() != QStringLiteral("https") && page.url.scheme() != QStringLiteral("http")))
        return std::nullopt;
    page.host = page.url.host(QUrl::FullyEncoded);
    if (page.host.isEmpty())
        return std::nullopt;
    return page;
}

SourceContent sourceContent(const StoryView& view, model::SourceIndex index, qsizetype most) {
    const model::Source& source = view.story().sources()[index];
    SourceContent content;
    content.publisher = displayLine(source.publisher, lineLimit(most));
    content.headline = headlineOf(source, most);
    content.date = dateOf(source, view.locale());
    content.published = content.date.isEmpty()
                            ? translate("layout", "No date of publication is given")
                            : translate("layout", "Published %1", "a date in words").arg(content.date);
    if (source.dateNote)
        content.dateNote = shownLineStart(*source.dateNote, most).text;
    if (source.url) {
        content.page = pageAddress(*source.url);
        if (!content.page)
            content.otherAddress = displayLine(*source.url, lineLimit(most));
    }
    return content;
}

QString citation(const StoryView& view, const model::Quote& quote) {
    const model::Source& source = view.story().sources()[quote.source];
    QStringList said;
    if (quote.speaker)
        said.append(displayLine(view.story().actors()[*quote.speaker].name));
    if (quote.via && !quote.via->empty())
        said.append(translate("layout", "via %1", "the channel of a quote").arg(displayLine(*quote.via)));
    QStringList printed{displayLine(source.publisher)};
    for (const QString& part : {headlineOf(source), withoutIsolates(dateOf(source, view.locale()))})
        if (!part.isEmpty())
            printed.append(part);
    if (source.url && !source.url->empty()) {
        const auto page = pageAddress(*source.url);
        printed.append(page ? page->url.toString(QUrl::FullyEncoded) : displayLine(*source.url, 2000));
    }
    const QString comma = QStringLiteral(", ");
    if (said.isEmpty())
        return translate("layout", "“%1” — %2", "the words of a quote, its source")
            .arg(model::fromUtf8(quote.exact), printed.join(comma));
    return translate("layout", "“%1” — %2; %3", "the words of a quote, who said them, the source")
        .arg(model::fromUtf8(quote.exact), said.join(comma), printed.join(comma));
}

} // namespace quoteline::layout

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/content/story/story_view.h"
#include "app/content/words/shown_text.h"
#include <QUrl>
#include <optional>

/// What is said about the documents that quotes stand in.
namespace quoteline::layout {

/// A page that may be opened in a browser: always http or https, with the host it truly leads to.
struct PageAddress {
    QUrl url;
    QString host; ///< in ASCII ("xn--..." where need be), so that no letter can pass for another
    bool operator==(const PageAddress&) const = default;
};

/// Nothing for any other scheme, for an address without a host and for one that is not a valid URL as written.
std::optional<PageAddress> pageAddress(std::string_view url);

/// A source, ready to be shown.
struct SourceContent {
    QString publisher;
    QString headline;  ///< in quotation marks; empty where the source has none
    QString date;      ///< "Wednesday 28 January 2026"; empty where none is given
    QString published; ///< "Published Wednesday 28 January 2026"
    QString dateNote;  ///< how that is known; may be empty
    std::optional<PageAddress> page;
    QString otherAddress; ///< an address that cannot be opened from here, as written
    bool operator==(const SourceContent&) const = default;
};

/// With at most `most` characters of what is known of its date; wholeText shortens no other field either.
SourceContent sourceContent(const StoryView& view, model::SourceIndex source, qsizetype most = shownBesideCharacters);

/// A quote to paste elsewhere, as plain text: “words” — speaker, via; publisher, headline, date, address. The words are
/// whole and character by character those of the story.
QString citation(const StoryView& view, const model::Quote& quote);

} // namespace quoteline::layout

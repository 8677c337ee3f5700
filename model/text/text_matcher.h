// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>
#include <vector>

namespace quoteline::model {

/// The words of a search, as a person types them: separated by white space, all of them looked for, each anywhere in a
/// text. Upper and lower case are the same in all scripts, and so are composed and decomposed forms of a letter: the
/// words and the texts are compared in the form of foldedForSearch(). A word may end inside of a character, as it does
/// while a person types it: "stras" is found in "Straße", "cafe" in "café". SearchIndex finds an event if and only if
/// each word has a span in one of its texts. An immutable value.
class TextMatcher {
public:
    TextMatcher() = default;
    explicit TextMatcher(const QString& text);

    /// Whether there is no word to look for.
    bool isEmpty() const { return m_words.empty(); }
    /// As typed.
    const QString& text() const { return m_text; }
    /// The words, folded; none twice.
    const std::vector<QString>& words() const { return m_words; }

    /// A part of a text, in UTF-16 units.
    struct Span {
        qsizetype start = 0;
        qsizetype length = 0;
        bool operator==(const Span&) const = default;
    };
    /// Where the words stand in `text`: every occurrence of every word, in order, joined where they touch or overlap,
    /// widened to whole characters (a combining mark stays with its letter).
    std::vector<Span> spansIn(QStringView text) const;

    bool operator==(const TextMatcher& other) const { return m_words == other.m_words; }

private:
    QString m_text;
    std::vector<QString> m_words;
};

} // namespace quoteline::model

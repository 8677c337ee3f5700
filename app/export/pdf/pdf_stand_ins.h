// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QPaintEngine>
#include <QString>
#include <map>
#include <optional>
#include <utility>
#include <vector>

/// What a PDF says in text of characters that its fonts cannot: emoji, and those that no font has.
namespace quoteline::ui {

/// Letters that are drawn unseen, of which finishPdf() says that they are something else, so that it is found and
/// copied. Each stands for one thing throughout a file.
class PdfStandIns {
public:
    struct Letter {
        QFont font;
        QString text;
    };
    /// The letter for a text, in that size; nothing once all are taken, which is after some thousands.
    std::optional<Letter> of(const QString& text, const QFont& like);

private:
    std::map<QString, std::size_t> m_taken;
};

/// Finds the characters of which an item shows an empty box.
class MissingCharacters {
public:
    struct Part {
        QString text;
        double left; ///< from the beginning of the item
        double width;
    };
    std::vector<Part> of(const QTextItem& item);

private:
    bool lacks(const QFont& font, char32_t character);

    std::map<std::pair<QString, char32_t>, bool> m_known; ///< by family
};

} // namespace quoteline::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>
#include <array>
#include <optional>

namespace quoteline::ui {

/// Looks at XML before its reader does, piece by piece, for what would cost the reader more than it is worth: a
/// document type with its entities, tags with thousands of attributes (each is compared with each), and texts and
/// comments that go on and on (a text is held as a whole, the others are gone through anew with every piece). Whether
/// it is well-formed is the reader's matter.
class XmlScan {
public:
    static constexpr qsizetype longestText = 16 << 20;  ///< bytes between tags
    static constexpr qsizetype longestMarkup = 1 << 20; ///< of a tag, a comment, a section
    static constexpr int mostAttributes = 250;          ///< of a tag

    /// A reason as walkPng() gives it, where the reader must not have this piece.
    std::optional<QString> take(QByteArrayView piece);

private:
    enum class Inside : std::uint8_t { Text, Opened, Declaration, Tag, Quoted, Comment, Section, Instruction };
    void step(char c);
    /// After "<".
    void open(char c);
    /// After "<!": which kind it is, as soon as that is certain.
    void declare(char c);

    Inside m_inside = Inside::Text;
    qsizetype m_length = 0; ///< of what it is inside of
    int m_attributes = 0;   ///< of the present tag, so far
    char m_quote = 0;
    std::array<char, 7> m_begin{}; ///< of a declaration
    std::array<char, 2> m_last{};  ///< the characters before the present one, in what ends with three
    bool m_documentType = false;
};

} // namespace quoteline::ui

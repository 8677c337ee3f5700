// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <cstddef>
#include <string_view>
#include <vector>

/// The part of a document that is shown around some of its words, so that no document, however long, can hold up a
/// window.
namespace quoteline::layout {

/// The most of a document that is shown at once, in code points.
inline constexpr std::size_t shownOfDocument = 60000;

enum class DocumentMarkKind {
    Words,   ///< the words of a quote, or of what carries a link
    Beside,  ///< the words before and after them that the story gives
    Nearest, ///< what comes nearest to words that are not there
};

/// Code points [start, end) of a document.
struct DocumentMark {
    std::size_t start = 0;
    std::size_t end = 0;
    DocumentMarkKind kind = DocumentMarkKind::Words;
    bool operator==(const DocumentMark&) const = default;
};

struct DocumentPortion {
    /// A mark within `text`, in UTF-16 units.
    struct Span {
        qsizetype start = 0;
        qsizetype length = 0;
        DocumentMarkKind kind = DocumentMarkKind::Words;
        bool operator==(const Span&) const = default;
    };
    QString text;          ///< as it is in the document
    std::size_t start = 0; ///< code points [start, end) of the document
    std::size_t end = 0;
    std::size_t size = 0;    ///< of the document
    std::vector<Span> spans; ///< the marks that lie in it, cut at its ends, in order

    bool operator==(const DocumentPortion&) const = default;
};

/// The whole document where it is no longer than `most`; else the part of that length that has the first mark in its
/// middle (its beginning, without marks), each end at a line break where there is one within a tenth of `most`.
/// Marks outside of the document are left out. `most` at least 1.
DocumentPortion portionAround(std::u32string_view document, std::vector<DocumentMark> marks,
                              std::size_t most = shownOfDocument);
/// The part of the same length that ends where `portion` begins, or begins where it ends; the same part at the ends of
/// the document.
DocumentPortion portionBefore(const DocumentPortion& portion, std::u32string_view document,
                              std::vector<DocumentMark> marks, std::size_t most = shownOfDocument);
DocumentPortion portionAfter(const DocumentPortion& portion, std::u32string_view document,
                             std::vector<DocumentMark> marks, std::size_t most = shownOfDocument);

} // namespace quoteline::layout

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Texts in the form in which two of them are the same words set by two typesetters. Case is never folded, and no
/// character stands for more than the rules below say. Positions are Unicode code points.
namespace quoteline::model {

/// A part [start, end) of a text, in code points.
struct TextSpan {
    std::size_t start = 0;
    std::size_t end = 0;
    std::size_t size() const { return end - start; }
    bool operator==(const TextSpan&) const = default;
};

/// Code points as they are: QString::fromUcs4() leaves out a byte order mark at the start.
QString toQString(std::u32string_view text);

/// A difference of typography. The characters are named as the Unicode standard names them.
enum class TypographyFold : std::uint8_t {
    Composition,    ///< composed and decomposed forms: canonical equivalence, NFC of UAX #15
    QuotationMarks, ///< U+2018 U+2019 U+201A U+201B U+2039 U+203A as APOSTROPHE; U+201C U+201D U+201E U+201F U+00AB
                    ///< U+00BB as QUOTATION MARK. Single ones never stand for double ones, nor primes, accents or
                    ///< modifier letters for either
    Dashes,      ///< HYPHEN, NON-BREAKING HYPHEN, FIGURE DASH, EN DASH, EM DASH, HORIZONTAL BAR (U+2010 to U+2015) as
                 ///< HYPHEN-MINUS, one for one; not MINUS SIGN, which is a sign
    Ellipsis,    ///< HORIZONTAL ELLIPSIS U+2026 as three FULL STOPs
    Spaces,      ///< NO-BREAK SPACE and every other space separator (category Zs) as SPACE
    SoftHyphens, ///< SOFT HYPHEN U+00AD as nothing
    ZeroWidth,   ///< ZERO WIDTH SPACE, NON-JOINER, JOINER and NO-BREAK SPACE (U+200B, U+200C, U+200D, U+FEFF) and
                 ///< WORD JOINER U+2060 as nothing; not the marks of direction
    WhiteSpaceRuns, ///< a run of SPACE, tab and line breaks (U+0009 to U+000D, U+0085, U+2028, U+2029) as one SPACE
};
inline constexpr std::size_t typographyFoldCount = 8;

/// A set of folds.
class TypographyFolds {
public:
    constexpr TypographyFolds() = default;
    static constexpr TypographyFolds all() {
        TypographyFolds folds;
        folds.m_bits = (1U << typographyFoldCount) - 1;
        return folds;
    }
    constexpr bool has(TypographyFold fold) const { return (m_bits >> static_cast<unsigned>(fold) & 1U) != 0; }
    constexpr void add(TypographyFold fold) { m_bits |= 1U << static_cast<unsigned>(fold); }
    constexpr void add(TypographyFolds folds) { m_bits |= folds.m_bits; }
    constexpr void remove(TypographyFold fold) { m_bits &= ~(1U << static_cast<unsigned>(fold)); }
    constexpr bool isEmpty() const { return m_bits == 0; }
    /// In the order of the enumeration.
    std::vector<TypographyFold> list() const;
    bool operator==(const TypographyFolds&) const = default;

private:
    unsigned m_bits = 0;
};

/// A folded text, and where its parts stand in the original.
class FoldedCopy {
public:
    std::u32string_view text() const { return m_text; }
    /// The part of the original that [start, end) of the folded text, which is not empty, came from: with the whole of
    /// what folds to a unit of it, without characters at its edges that fold to nothing. Nothing when it begins or ends
    /// inside of what one character, or a letter with its marks, folded to.
    std::optional<TextSpan> original(TextSpan folded) const;
    /// The same, widened to what its edges came from.
    TextSpan widened(TextSpan folded) const;
    /// What [start, end) of the original folded to, with the whole of what its edges are a part of.
    TextSpan folded(TextSpan original) const;

private:
    friend FoldedCopy foldTypography(std::u32string_view text, TypographyFolds folds);
    /// Where lengths differ; between changes one unit came from one code point.
    struct Change {
        std::uint32_t folded;
        std::uint32_t foldedLength; ///< 0 for what is left out
        std::uint32_t original;
        std::uint32_t originalLength;
    };
    std::size_t originalStart(std::size_t folded) const;
    std::size_t originalEnd(std::size_t folded) const;
    const Change* changeAround(std::size_t folded) const;

    std::u32string m_text;
    std::vector<Change> m_changes; ///< in the order of both texts
};

/// Linear in the text, which has fewer than 2^32 code points.
FoldedCopy foldTypography(std::u32string_view text, TypographyFolds folds = TypographyFolds::all());

/// The folds that make two texts the same, where foldTypography() of both is (else none): as few as it takes, in the
/// sense that without any one of them the texts differ.
TypographyFolds neededFolds(std::u32string_view a, std::u32string_view b);

/// Whether a match may begin or end at `at`: not between a letter and its marks (combining marks, emoji modifiers), the
/// letters of a Hangul syllable, or pictographs joined into one. What UAX #29 keeps together, as far as it changes what
/// is read: "e" does not stand where the text has "e" with COMBINING ACUTE ACCENT.
bool isCharacterBorder(std::u32string_view text, std::size_t at);

} // namespace quoteline::model

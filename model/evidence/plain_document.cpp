// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/plain_document.h"

#include "model/text/translate.h"
#include <QChar>
#include <algorithm>
#include <array>
#include <limits>
#include <mutex>
#include <optional>

namespace quoteline::model {

namespace {

/// Table 3-7 of the Unicode standard: the lead byte says how many bytes follow and in which range the second one is.
struct Sequence {
    std::size_t length;
    unsigned char low;
    unsigned char high;
};

std::optional<Sequence> sequenceOf(unsigned char lead) {
    if (lead < 0x80)
        return Sequence{1, 0, 0};
    if (lead < 0xC2 || lead > 0xF4)
        return std::nullopt;
    if (lead < 0xE0)
        return Sequence{2, 0x80, 0xBF};
    if (lead < 0xF0) // no overlong forms, no surrogates
        return Sequence{3, static_cast<unsigned char>(lead == 0xE0 ? 0xA0 : 0x80),
                        static_cast<unsigned char>(lead == 0xED ? 0x9F : 0xBF)};
    return Sequence{4, static_cast<unsigned char>(lead == 0xF0 ? 0x90 : 0x80),
                    static_cast<unsigned char>(lead == 0xF4 ? 0x8F : 0xBF)};
}

/// The code point at the front of `bytes`, which are not empty, and how many bytes it has; 0 where it is not UTF-8.
std::size_t decode(std::string_view bytes, char32_t& c) {
    const auto byte = [bytes](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    const auto sequence = sequenceOf(byte(0));
    if (!sequence || sequence->length > bytes.size())
        return 0;
    constexpr std::array<unsigned char, 5> leadBits{0, 0x7F, 0x1F, 0x0F, 0x07};
    c = byte(0) & leadBits[sequence->length];
    for (std::size_t i = 1; i < sequence->length; ++i) {
        const unsigned char low = i == 1 ? sequence->low : 0x80;
        const unsigned char high = i == 1 ? sequence->high : 0xBF;
        if (byte(i) < low || byte(i) > high)
            return 0;
        c = c << 6 | (byte(i) & 0x3F);
    }
    return sequence->length;
}

bool isWordByItself(char32_t c) {
    if (c < 0x2E80)
        return false;
    const QChar::Script script = QChar::script(c);
    return script == QChar::Script_Han || script == QChar::Script_Hiragana || script == QChar::Script_Katakana;
}

std::uint32_t hashOf(std::u32string_view word) { // FNV-1a
    std::uint32_t hash = 2166136261U;
    for (const char32_t c : word)
        hash = (hash ^ static_cast<std::uint32_t>(c)) * 16777619U;
    return hash;
}

} // namespace

QString toText(const TextProblem& problem, const QString& name) {
    const QString line = QString::number(problem.line);
    const QString byte = QString::number(problem.byte + 1);
    switch (problem.kind) {
    case TextProblem::Kind::NotUtf8:
        return translate("model", "“%1” is not UTF-8 text: the first wrong byte is byte %2, in line %3")
            .arg(name, byte, line);
    case TextProblem::Kind::NullCharacter:
        return translate("model", "“%1” is not plain text: byte %2, in line %3, is a null character")
            .arg(name, byte, line);
    case TextProblem::Kind::TooLong:
        break;
    }
    return translate("model", "“%1” is too long to be checked").arg(name);
}

std::u32string toCodePoints(std::string_view utf8) {
    std::u32string text;
    text.reserve(utf8.size());
    for (std::size_t at = 0; at < utf8.size();) {
        char32_t c = 0;
        const std::size_t length = decode(utf8.substr(at), c);
        text.push_back(length == 0 ? char32_t(QChar::ReplacementCharacter) : c);
        at += std::max<std::size_t>(length, 1);
    }
    return text;
}

std::vector<TextWord> wordsOf(std::u32string_view folded) {
    std::vector<TextWord> words;
    for (std::size_t at = 0; at < folded.size();) {
        if (folded[at] == U' ') {
            ++at;
            continue;
        }
        std::size_t end = at + 1;
        if (!isWordByItself(folded[at]))
            while (end < folded.size() && folded[end] != U' ' && !isWordByItself(folded[end]))
                ++end;
        words.push_back(
            {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end), hashOf(folded.substr(at, end - at))});
        at = end;
    }
    return words;
}

struct PlainDocument::State {
    std::u32string text;
    std::once_flag foldedOnce;
    FoldedCopy folded;
    std::once_flag wordsOnce;
    std::vector<TextWord> words;
};

PlainDocument::PlainDocument()
    : m_state(std::make_shared<State>()) {}

PlainDocument::PlainDocument(std::shared_ptr<State> state)
    : m_state(std::move(state)) {}

tl::expected<PlainDocument, TextProblem> PlainDocument::fromUtf8(std::string_view bytes) {
    if (bytes.size() > std::numeric_limits<std::int32_t>::max())
        return tl::unexpected(TextProblem{TextProblem::Kind::TooLong, 0, 1});
    auto state = std::make_shared<State>();
    state->text.reserve(bytes.size());
    for (std::size_t at = 0; at < bytes.size();) {
        char32_t c = 0;
        const std::size_t length = decode(bytes.substr(at), c);
        if (length == 0 || c == 0) {
            const auto line = static_cast<std::size_t>(std::count(bytes.begin(), bytes.begin() + at, '\n')) + 1;
            const auto kind = length == 0 ? TextProblem::Kind::NotUtf8 : TextProblem::Kind::NullCharacter;
            return tl::unexpected(TextProblem{kind, at, line});
        }
        state->text.push_back(c);
        at += length;
    }
    state->text.shrink_to_fit();
    return PlainDocument(std::move(state));
}

std::u32string_view PlainDocument::text() const {
    return m_state->text;
}

const FoldedCopy& PlainDocument::folded() const {
    std::call_once(m_state->foldedOnce, [this] { m_state->folded = foldTypography(m_state->text); });
    return m_state->folded;
}

const std::vector<TextWord>& PlainDocument::words() const {
    std::call_once(m_state->wordsOnce, [this] { m_state->words = wordsOf(folded().text()); });
    return m_state->words;
}

} // namespace quoteline::model

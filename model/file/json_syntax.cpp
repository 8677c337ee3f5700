// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/json_syntax.h"

#include "model/file/json_text.h"
#include "model/text/near_miss.h"
#include "model/text/translate.h"
#include <algorithm>
#include <charconv>
#include <string>

namespace quoteline::model {

namespace {

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isHexDigit(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// Whether a number that no double can hold is too close to zero, and not too far from it.
bool isTiny(std::string_view number) {
    number.remove_prefix(number.front() == '-' ? 1 : 0);
    const std::size_t e = std::min(number.find_first_of("eE"), number.size());
    const std::string_view mantissa = number.substr(0, e);
    std::string_view exponentText = number.substr(std::min(e + 1, number.size()));
    exponentText.remove_prefix(exponentText.starts_with('+') ? 1 : 0);
    // Place of the first digit that is not 0, counted from the point.
    const std::size_t digit = mantissa.find_first_not_of("0.");
    if (digit == std::string_view::npos)
        return true;
    std::int64_t exponent = 0;
    const auto result = std::from_chars(exponentText.data(), exponentText.data() + exponentText.size(), exponent);
    if (result.ec == std::errc::result_out_of_range)
        return exponentText.front() == '-';
    const auto point = static_cast<std::int64_t>(std::min(mantissa.find('.'), mantissa.size()));
    return point - static_cast<std::int64_t>(digit) + exponent < 0;
}

class Scanner {
public:
    explicit Scanner(std::string_view text)
        : m_text(text) {
        m_end = text.size();
        while (m_end > 0 && isJsonSpace(text[m_end - 1]))
            --m_end;
    }

    std::optional<SyntaxError> run() {
        skipSpace();
        for (;;) {
            const Step step = value();
            if (step == Step::Failed || (step == Step::Complete && !afterValue()))
                return m_error;
        }
    }

private:
    enum class Step {
        Failed,
        Complete, ///< a value has been read
        Opened,   ///< the beginning of a container has been read: a value is next
    };

    static Step complete(bool ok) { return ok ? Step::Complete : Step::Failed; }

    bool atEnd() const { return m_at >= m_end; }
    char peek() const { return m_text[m_at]; }

    void skipSpace() {
        while (!atEnd() && isJsonSpace(peek()))
            ++m_at;
    }

    bool fail(std::size_t offset, const QString& reason) {
        m_error = SyntaxError{offset, reason};
        return false;
    }

    bool failAtEnd() {
        if (m_text.substr(0, m_end).empty())
            return fail(0, translate("model", "the file is empty"));
        return fail(m_end, m_open.empty()
                               ? translate("model", "the file ends before the value is complete")
                               : translate("model", "the file ends before everything that was opened is closed"));
    }

    // Something else stands where `wanted` should be.
    bool failUnexpected(const QString& wanted) {
        if (atEnd())
            return failAtEnd();
        const std::size_t length = utf8Length(m_text.substr(m_at));
        if (length == 0)
            return fail(m_at, translate("model", "this is not UTF-8 text"));
        return fail(
            m_at, translate("model", "%1 was expected here, not “%2”").arg(wanted, shown(m_text.substr(m_at, length))));
    }

    Step value() {
        if (atEnd())
            return complete(failAtEnd());
        switch (const char c = peek(); c) {
        case '{':
        case '[':
            return beginContainer(c);
        case '"':
            return complete(string());
        case 't':
            return complete(word("true"));
        case 'f':
            return complete(word("false"));
        case 'n':
            return complete(word("null"));
        default:
            return complete(c == '-' || isDigit(c) ? number() : failUnexpected(translate("model", "a value")));
        }
    }

    Step beginContainer(char c) {
        ++m_at;
        skipSpace();
        if (!atEnd() && peek() == (c == '{' ? '}' : ']')) {
            ++m_at;
            return Step::Complete;
        }
        m_open += c;
        return c == '{' && !key() ? Step::Failed : Step::Opened;
    }

    bool key() {
        if (atEnd() || peek() != '"')
            return failUnexpected(translate("model", "the name of a field in quotation marks"));
        if (!string())
            return false;
        skipSpace();
        if (atEnd() || peek() != ':')
            return failUnexpected(translate("model", "a colon"));
        ++m_at;
        skipSpace();
        return true;
    }

    // Closes what ends here and stands before the next value; false at the end of the text or at an error.
    bool afterValue() {
        for (;;) {
            skipSpace();
            if (m_open.empty())
                return atEnd() ? false : failUnexpected(translate("model", "the end of the file"));
            const bool inObject = m_open.back() == '{';
            if (!atEnd() && peek() == ',') {
                ++m_at;
                skipSpace();
                return !inObject || key();
            }
            if (atEnd() || peek() != (inObject ? '}' : ']'))
                return failUnexpected(inObject ? translate("model", "a comma or }")
                                               : translate("model", "a comma or ]"));
            ++m_at;
            m_open.pop_back();
        }
    }

    bool word(std::string_view expected) {
        const std::size_t start = m_at;
        while (!atEnd() && peek() >= 'a' && peek() <= 'z')
            ++m_at;
        if (m_text.substr(start, m_at - start) == expected)
            return true;
        if (atEnd() && expected.starts_with(m_text.substr(start, m_at - start)))
            return failAtEnd();
        return fail(start, translate("model", "“%1” is not a value; text stands in quotation marks")
                               .arg(shown(m_text.substr(start, m_at - start))));
    }

    bool digits() {
        const std::size_t start = m_at;
        while (!atEnd() && isDigit(peek()))
            ++m_at;
        return m_at > start;
    }

    bool number() {
        const std::size_t start = m_at;
        const auto bad = [&] {
            return atEnd() ? failAtEnd() : fail(m_at, translate("model", "this is not how JSON writes a number"));
        };
        m_at += peek() == '-' ? 1 : 0;
        const std::size_t first = m_at;
        if (!digits())
            return bad();
        if (m_text[first] == '0' && m_at - first > 1)
            return fail(first, translate("model", "a number does not begin with 0"));
        bool integer = true;
        if (!atEnd() && peek() == '.') {
            integer = false;
            ++m_at;
            if (!digits())
                return bad();
        }
        if (!atEnd() && (peek() == 'e' || peek() == 'E')) {
            integer = false;
            ++m_at;
            if (!atEnd() && (peek() == '+' || peek() == '-'))
                ++m_at;
            if (!digits())
                return bad();
        }
        return fits(m_text.substr(start, m_at - start), integer) ||
               fail(start,
                    translate("model", "the number “%1” is too large").arg(shown(m_text.substr(start, m_at - start))));
    }

    static bool fits(std::string_view text, bool integer) {
        const char* const end = text.data() + text.size();
        if (!integer) {
            double value = 0;
            return std::from_chars(text.data(), end, value).ec == std::errc() || isTiny(text);
        }
        std::int64_t negative = 0;
        std::uint64_t positive = 0;
        return (text.front() == '-' ? std::from_chars(text.data(), end, negative).ec
                                    : std::from_chars(text.data(), end, positive).ec) == std::errc();
    }

    bool string() {
        const std::size_t start = m_at++;
        for (;;) {
            if (m_at >= m_text.size())
                return fail(start, translate("model", "the text that begins here is never closed"));
            const char c = peek();
            if (c == '"') {
                ++m_at;
                return true;
            }
            if (c == '\n' || c == '\r')
                return fail(m_at, translate("model", "the line ends inside a text; close it with a quotation mark, or "
                                                     "write the line break as \\n"));
            if (static_cast<unsigned char>(c) < 0x20)
                return fail(
                    m_at,
                    translate("model", "there is a control character in a text; write it as \\u%1")
                        .arg(QString::number(static_cast<unsigned char>(c), 16).rightJustified(4, QLatin1Char('0'))));
            if (c == '\\' ? !escape(start) : !character())
                return false;
        }
    }

    bool character() {
        const std::size_t length = utf8Length(m_text.substr(m_at));
        if (length == 0)
            return fail(m_at, translate("model", "this is not UTF-8 text"));
        m_at += length;
        return true;
    }

    bool escape(std::size_t stringStart) {
        const std::size_t start = m_at++;
        if (m_at >= m_text.size())
            return fail(stringStart, translate("model", "the text that begins here is never closed"));
        const char c = m_text[m_at++];
        if (c != 'u') {
            return std::string_view("\"\\/bfnrt").find(c) != std::string_view::npos ||
                   fail(start, translate("model", "a backslash in a text is written \\\\"));
        }
        const int unit = hex4();
        if (unit < 0)
            return fail(start, translate("model", "four hexadecimal digits belong after \\u"));
        if (unit < 0xD800 || unit > 0xDFFF)
            return true;
        const bool pair = unit < 0xDC00 && m_text.substr(m_at, 2) == "\\u";
        m_at += pair ? 2 : 0;
        const int low = pair ? hex4() : -1;
        return (low >= 0xDC00 && low <= 0xDFFF) ||
               fail(start, translate("model", "this is half of a surrogate pair, not a character"));
    }

    int hex4() {
        int value = 0;
        const std::string_view digitsText = m_text.substr(std::min(m_at, m_text.size()), 4);
        if (digitsText.size() < 4 || !std::all_of(digitsText.begin(), digitsText.end(), isHexDigit))
            return -1;
        std::from_chars(digitsText.data(), digitsText.data() + 4, value, 16);
        m_at += 4;
        return value;
    }

    std::string_view m_text;
    std::size_t m_end = 0; ///< without the white space at the end
    std::size_t m_at = 0;
    std::string m_open; ///< the containers that are open, as their brackets
    std::optional<SyntaxError> m_error;
};

} // namespace

std::size_t utf8Length(std::string_view text) {
    if (text.empty())
        return 0;
    const auto byte = [&](std::size_t i) -> unsigned {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
    };
    const auto follows = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
    const unsigned lead = byte(0);
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead <= 0xDF)
        return follows(1) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF) {
        const bool overlong = lead == 0xE0 && byte(1) < 0xA0;
        const bool surrogate = lead == 0xED && byte(1) > 0x9F;
        return !overlong && !surrogate && follows(1) && follows(2) ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        const bool overlong = lead == 0xF0 && byte(1) < 0x90;
        const bool tooLarge = lead == 0xF4 && byte(1) > 0x8F;
        return !overlong && !tooLarge && follows(1) && follows(2) && follows(3) ? 4 : 0;
    }
    return 0;
}

std::optional<SyntaxError> findSyntaxError(std::string_view text) {
    return Scanner(text).run();
}

} // namespace quoteline::model

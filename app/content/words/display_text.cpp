// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/content/words/display_text.h"

#include "model/text/utf8_text.h"
#include <algorithm>
#include <vector>

namespace quoteline::layout {

namespace {

constexpr QChar isolateStart(0x2068);
constexpr QChar isolateEnd(0x2069);

/// A visible name for a control character that would otherwise act on the text around it; null for all others.
const char* controlName(char16_t unit) {
    switch (unit) {
    case 0x061C:
        return "ALM";
    case 0x200E:
        return "LRM";
    case 0x200F:
        return "RLM";
    case 0x202A:
        return "LRE";
    case 0x202B:
        return "RLE";
    case 0x202C:
        return "PDF";
    case 0x202D:
        return "LRO";
    case 0x202E:
        return "RLO";
    case 0x2066:
        return "LRI";
    case 0x2067:
        return "RLI";
    case 0x2068:
        return "FSI";
    case 0x2069:
        return "PDI";
    default:
        return nullptr;
    }
}

bool isLineBreak(char16_t unit) {
    return unit == u'\n' || unit == u'\r' || unit == 0x0085 || unit == 0x2028 || unit == 0x2029;
}

void appendShown(QString& out, char16_t unit, bool keepBreaks) {
    if (isLineBreak(unit) || unit == u'\t') {
        out += keepBreaks && isLineBreak(unit) ? QChar(u'\n') : QChar(u' ');
    } else if (unit < 0x20) {
        out += QChar(static_cast<char16_t>(0x2400 + unit)); // the control pictures of Unicode
    } else if (unit >= 0x7F && unit < 0xA0) {
        out += QChar(0xFFFD);
    } else if (const char* name = controlName(unit)) {
        out += u'[' + QLatin1StringView(name) + u']';
    } else {
        out += QChar(unit);
    }
}

QString shown(QStringView text, bool keepBreaks) {
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'\r' && i + 1 < text.size() && text[i + 1] == u'\n')
            continue;
        appendShown(out, text[i].unicode(), keepBreaks);
    }
    return out;
}

/// The start of a long text, cut between characters.
std::string_view prefixOf(std::string_view utf8, std::size_t bytes) {
    if (utf8.size() <= bytes)
        return utf8;
    while (bytes > 0 && (static_cast<unsigned char>(utf8[bytes]) & 0xC0) == 0x80)
        --bytes;
    return utf8.substr(0, bytes);
}

} // namespace

QString displayLine(std::string_view utf8, qsizetype maxLength) {
    const std::string_view front = prefixOf(utf8, static_cast<std::size_t>(maxLength) * 4);
    QString line = shown(model::fromUtf8(front), false);
    if (line.size() <= maxLength && front.size() == utf8.size())
        return line;
    line.truncate(maxLength - 1);
    if (!line.isEmpty() && line.back().isHighSurrogate())
        line.chop(1);
    return line + QChar(0x2026);
}

QString displayText(std::string_view utf8) {
    return shown(model::fromUtf8(utf8), true);
}

QString isolated(const QString& text) {
    const auto fromRight = [](char32_t character) {
        const QChar::Direction direction = QChar::direction(character);
        return direction == QChar::DirR || direction == QChar::DirAL || direction == QChar::DirAN;
    };
    const QList<uint> characters = text.toUcs4();
    return std::any_of(characters.begin(), characters.end(), fromRight) ? isolateStart + text + isolateEnd : text;
}

QString withoutIsolates(QString text) {
    constexpr QChar leftToRight(0x2066);
    constexpr QChar rightToLeft(0x2067);
    std::vector<qsizetype> open; // where an isolate begins
    std::vector<bool> dropped(static_cast<std::size_t>(text.size()), false);
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == isolateStart || text[i] == leftToRight || text[i] == rightToLeft) {
            open.push_back(i);
        } else if (text[i] == isolateEnd && !open.empty()) {
            if (text[open.back()] == isolateStart)
                dropped[static_cast<std::size_t>(open.back())] = dropped[static_cast<std::size_t>(i)] = true;
            open.pop_back();
        }
    }
    qsizetype kept = 0;
    for (qsizetype i = 0; i < text.size(); ++i)
        if (!dropped[static_cast<std::size_t>(i)])
            text[kept++] = text[i];
    text.truncate(kept);
    return text;
}

} // namespace quoteline::layout

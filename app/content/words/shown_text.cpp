// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/content/words/shown_text.h"

#include "app/content/words/display_text.h"
#include "app/content/words/translate.h"
#include <algorithm>

namespace quoteline::layout {

namespace {

constexpr QChar ellipsis(0x2026);

bool startsCharacter(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
}

qsizetype countCharacters(std::string_view utf8) {
    return std::count_if(utf8.begin(), utf8.end(), startsCharacter);
}

/// The first `most` characters.
std::string_view firstOf(std::string_view utf8, qsizetype most) {
    std::size_t at = 0;
    for (qsizetype count = 0; at < utf8.size(); ++at) {
        if (startsCharacter(utf8[at]) && ++count > most)
            break;
    }
    return utf8.substr(0, at);
}

/// The last `most` characters.
std::string_view lastOf(std::string_view utf8, qsizetype most) {
    std::size_t at = utf8.size();
    for (qsizetype count = 0; at > 0 && count < most;) {
        if (startsCharacter(utf8[--at]))
            ++count;
    }
    return utf8.substr(at);
}

/// Context runs over paragraphs of its document: breaks inside of it say nothing.
QString onOneLine(const QString& text) {
    QString line;
    line.reserve(text.size());
    for (qsizetype i = 0; i < text.size();) {
        qsizetype end = i;
        while (end < text.size() && (text[end] == u' ' || text[end] == u'\n'))
            ++end;
        if (end == i) {
            line += text[i++];
            continue;
        }
        const QStringView run = QStringView(text).mid(i, end - i);
        line += run.contains(u'\n') ? QStringView(u" ") : run;
        i = end;
    }
    return line;
}

} // namespace

ShownText shownStart(std::string_view utf8, qsizetype most) {
    const std::string_view front = firstOf(utf8, most);
    ShownText shown{displayText(front), countCharacters(front), countCharacters(utf8)};
    if (shown.isCut())
        shown.text += ellipsis;
    return shown;
}

ShownText shownLineStart(std::string_view utf8, qsizetype most) {
    ShownText shown = shownStart(utf8, most);
    shown.text = onOneLine(shown.text);
    return shown;
}

ShownText shownLineEnd(std::string_view utf8, qsizetype most) {
    const std::string_view back = lastOf(utf8, most);
    ShownText shown{onOneLine(displayText(back)), countCharacters(back), countCharacters(utf8)};
    if (shown.isCut())
        shown.text.prepend(ellipsis);
    return shown;
}

QString cutInWords(const ShownText& text, const QLocale& locale) {
    if (!text.isCut())
        return {};
    return translate("layout", "Shown are %1 of %2 characters.", "numbers, as 20,000 and 1,048,576")
        .arg(locale.toString(text.shown), locale.toString(text.total));
}

} // namespace quoteline::layout

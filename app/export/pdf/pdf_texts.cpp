// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/pdf/pdf_texts.h"

#include <QByteArray>
#include <algorithm>
#include <charconv>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <qpdf/Buffer.hh>
#include <qpdf/Pl_Buffer.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <string>
#include <string_view>
#include <utility>

namespace quoteline::ui {

namespace {

constexpr unsigned missing = 0; // the glyph for what no font has: an empty box, whatever it stands for

using Operands = std::vector<QPDFObjectHandle>;

/// Calls `found` for every operator of a stream, with what stands before it.
class Operators : public QPDFObjectHandle::ParserCallbacks {
public:
    explicit Operators(std::function<void(const std::string&, Operands&)> found)
        : m_found(std::move(found)) {}

    void handleObject(QPDFObjectHandle object, std::size_t, std::size_t) override {
        if (!object.isOperator()) {
            m_operands.push_back(object);
            return;
        }
        m_found(object.getOperatorValue(), m_operands);
        m_operands.clear();
    }
    void handleEOF() override {}

private:
    std::function<void(const std::string&, Operands&)> m_found;
    Operands m_operands;
};

/// Glyphs that were drawn together, by their numbers in one font.
struct Run {
    std::string font; ///< name in the resources of the page
    std::vector<unsigned> glyphs;
};

/// The numbers of two bytes each that a string holds.
std::vector<unsigned> codesOf(const std::string& bytes) {
    std::vector<unsigned> codes;
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2)
        codes.push_back(static_cast<unsigned char>(bytes[i]) * 256U + static_cast<unsigned char>(bytes[i + 1]));
    return codes;
}

/// What stands between spaces. That is enough for what QPdfWriter writes, which has no text in brackets, and it is ten
/// times as fast as objects of libqpdf are: an operator for every letter adds up.
class Words {
public:
    explicit Words(std::string_view text)
        : m_text(text) {}

    std::optional<std::string_view> next() {
        constexpr std::string_view spaces = " \n\r\t";
        const std::size_t start = m_text.find_first_not_of(spaces, m_at);
        if (start == std::string_view::npos)
            return std::nullopt;
        m_at = std::min(m_text.find_first_of(spaces, start), m_text.size());
        return m_text.substr(start, m_at - start);
    }

private:
    std::string_view m_text;
    std::size_t m_at = 0;
};

/// "<0012>"
void appendCodes(std::vector<unsigned>& codes, std::string_view hexString) {
    for (std::size_t i = 1; i + 4 < hexString.size(); i += 4) {
        unsigned code = 0;
        if (std::from_chars(&hexString[i], &hexString[i] + 4, code, 16).ec == std::errc())
            codes.push_back(code);
    }
}

std::vector<Run> runsOf(const QPDFObjectHandle& page) {
    Pl_Buffer content("content");
    QPDFPageObjectHelper(page).pipeContents(&content);
    const auto bytes = content.getBufferSharedPointer();
    std::vector<Run> runs;
    bool again = false;                 // letters are drawn twice where they have to be made bold; that is marked
    std::string_view before, twoBefore; // operands
    Words words({reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()});
    while (const auto word = words.next()) {
        if (*word == "BT") {
            runs.emplace_back();
        } else if (*word == "BDC" || *word == "EMC") {
            again = *word == "BDC";
        } else if (*word == "Tf" && !runs.empty()) {
            runs.back().font = twoBefore;
        } else if (*word == "Tj" && !runs.empty() && !again) {
            appendCodes(runs.back().glyphs, before);
        }
        twoBefore = std::exchange(before, *word);
    }
    return runs;
}

using Characters = std::map<unsigned, QString>;           ///< of glyphs
using Votes = std::map<unsigned, std::map<QString, int>>; ///< how often a glyph stood for what

QString utf16(const std::string& bytes) {
    QString text;
    for (const unsigned unit : codesOf(bytes))
        text += QChar(static_cast<char16_t>(unit));
    return text;
}

/// From `first` on, to characters in a row or to those of a list.
void readRange(Characters& known, QPDFObjectHandle first, QPDFObjectHandle last, QPDFObjectHandle to) {
    const auto from = codesOf(first.getStringValue());
    const auto until = codesOf(last.getStringValue());
    if (from.size() != 1 || until.size() != 1)
        return;
    for (unsigned glyph = from[0]; glyph <= until[0]; ++glyph) {
        const unsigned step = glyph - from[0];
        QString text;
        if (to.isString()) {
            text = utf16(to.getStringValue());
            if (!text.isEmpty())
                text.back() = QChar(static_cast<char16_t>(text.back().unicode() + step));
        } else if (to.isArray() && static_cast<int>(step) < to.getArrayNItems()) {
            text = utf16(to.getArrayItem(static_cast<int>(step)).getStringValue());
        }
        if (!text.isEmpty() && text != QString(QChar(0)))
            known[glyph] = text == u"\t" ? QStringLiteral(" ") : text; // a font has one glyph for both
    }
}

Characters charactersOf(const QPDFObjectHandle& map) {
    Characters known;
    Operators operators([&](const std::string& name, Operands& operands) {
        if (name == "endbfrange")
            for (std::size_t i = 0; i + 2 < operands.size(); i += 3)
                readRange(known, operands[i], operands[i + 1], operands[i + 2]);
        if (name == "endbfchar")
            for (std::size_t i = 0; i + 1 < operands.size(); i += 2)
                readRange(known, operands[i], operands[i], operands[i + 1]);
    });
    QPDFObjectHandle::parseContentStream(map, &operators);
    known.erase(missing);
    return known;
}

/// A font, and how often each glyph of it stood for what.
struct Font {
    Characters known;
    Votes votes;
};

using Text = std::u32string;

QString partOf(const Text& text, std::size_t from, std::size_t to) {
    return QString::fromUcs4(text.data() + from, static_cast<qsizetype>(to - from));
}

/// Of glyphs and characters that belong together: in pairs, or one glyph for all, as with emoji and "->" as an arrow.
void countPart(Font& font, const Run& run, std::size_t glyph, std::size_t lastGlyph, const Text& text, std::size_t from,
               std::size_t to) {
    const std::size_t glyphs = lastGlyph - glyph;
    if (glyphs == 1 && to > from && run.glyphs[glyph] != missing)
        ++font.votes[run.glyphs[glyph]][partOf(text, from, to)];
    else if (glyphs == to - from)
        for (; from < to; ++glyph, ++from)
            if (run.glyphs[glyph] != missing && QChar::category(text[from]) != QChar::Other_Format) // that is not seen
                ++font.votes[run.glyphs[glyph]][partOf(text, from, from + 1)];
}

/// Glyphs of which it is known what they are, as many as possible, divide a run; what lies between them is counted.
void countAligned(Font& font, const Run& run, const Text& text) {
    const std::size_t glyphs = run.glyphs.size();
    const std::size_t characters = text.size();
    constexpr std::size_t longest = 2000; // the table grows with the square
    if (glyphs > longest || characters > longest)
        return;
    const auto same = [&](std::size_t glyph, std::size_t character) {
        const auto known = font.known.find(run.glyphs[glyph]);
        return known != font.known.end() && known->second == partOf(text, character, character + 1);
    };
    const std::size_t width = characters + 1;
    std::vector<std::uint16_t> most((glyphs + 1) * width); // glyphs that are the same, from there to the end
    for (std::size_t g = glyphs; g-- > 0;)
        for (std::size_t c = characters; c-- > 0;)
            most[g * width + c] = same(g, c) ? static_cast<std::uint16_t>(most[(g + 1) * width + c + 1] + 1)
                                             : std::max(most[(g + 1) * width + c], most[g * width + c + 1]);
    std::size_t fromGlyph = 0;
    std::size_t from = 0;
    for (std::size_t g = 0, c = 0; g < glyphs && c < characters;) {
        if (same(g, c)) {
            countPart(font, run, fromGlyph, g, text, from, c);
            fromGlyph = ++g;
            from = ++c;
        } else if (most[(g + 1) * width + c] >= most[g * width + c + 1]) {
            ++g;
        } else {
            ++c;
        }
    }
    countPart(font, run, fromGlyph, glyphs, text, from, characters);
}

void count(Font& font, const Run& run, const QString& text) {
    const Text characters = text.toStdU32String();
    const std::size_t length = characters.size();
    if (run.glyphs.size() == length || run.glyphs.size() == 1)
        countPart(font, run, 0, run.glyphs.size(), characters, 0, length);
    else
        countAligned(font, run, characters);
}

QByteArray hex(unsigned code) {
    return QByteArray::number(code, 16).rightJustified(4, '0');
}

QByteArray mapOf(const Characters& characters) {
    constexpr std::size_t mostInBlock = 100; // as the specification of CMaps has it
    QByteArray out = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                     "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
                     "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                     "1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n";
    std::size_t left = characters.size();
    std::size_t inBlock = 0;
    for (const auto& [glyph, text] : characters) {
        if (inBlock == 0) {
            inBlock = std::min(left, mostInBlock);
            left -= inBlock;
            out += QByteArray::number(static_cast<qulonglong>(inBlock)) + " beginbfchar\n";
        }
        out += '<' + hex(glyph) + "> <";
        for (const QChar unit : text)
            out += hex(unit.unicode());
        out += ">\n";
        if (--inBlock == 0)
            out += "endbfchar\n";
    }
    return out + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

QString favourite(const std::map<QString, int>& votes) {
    return std::max_element(votes.begin(), votes.end(),
                            [](const auto& a, const auto& b) { return a.second < b.second; })
        ->first;
}

} // namespace

void nameCharacters(QPDF& pdf, const std::vector<std::vector<QString>>& texts, const std::stop_token& stop) {
    std::map<QPDFObjGen, Font> fonts;
    const auto fontOf = [&](QPDFObjectHandle object) -> Font& {
        const auto [place, isNew] = fonts.try_emplace(object.getObjGen());
        if (QPDFObjectHandle map = object.getKey("/ToUnicode"); isNew && map.isStream())
            place->second.known = charactersOf(map);
        return place->second;
    };
    const std::vector<QPDFObjectHandle>& pages = pdf.getAllPages();
    for (std::size_t i = 0; i < std::min(pages.size(), texts.size()); ++i) {
        if (stop.stop_requested())
            return;
        QPDFObjectHandle page = pages[i];
        const std::vector<Run> runs = runsOf(page);
        QPDFObjectHandle named = page.getKey("/Resources").getKey("/Font");
        if (runs.size() != texts[i].size() || !named.isDictionary())
            continue;
        for (std::size_t run = 0; run < runs.size(); ++run)
            if (named.hasKey(runs[run].font))
                count(fontOf(named.getKey(runs[run].font)), runs[run], texts[i][run]);
    }
    for (auto& [id, font] : fonts) {
        for (const auto& [glyph, counted] : font.votes)
            font.known[glyph] = favourite(counted);
        pdf.getObject(id).replaceKey("/ToUnicode", QPDFObjectHandle::newStream(&pdf, mapOf(font.known).toStdString()));
    }
}

} // namespace quoteline::ui

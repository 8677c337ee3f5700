// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/pdf_texts.h"

#include <QByteArray>
#include <algorithm>
#include <functional>
#include <map>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

namespace quoteline::ui {

namespace {

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

std::vector<Run> runsOf(QPDFObjectHandle page) {
    std::vector<Run> runs;
    bool again = false; // letters are drawn twice where they have to be made bold; that is marked
    Operators operators([&](const std::string& name, Operands& operands) {
        if (name == "BT") {
            runs.emplace_back();
        } else if (name == "BDC" || name == "EMC") {
            again = name == "BDC";
        } else if (name == "Tf" && operands.size() == 2 && !runs.empty()) {
            runs.back().font = operands[0].getName();
        } else if (name == "Tj" && operands.size() == 1 && !runs.empty() && !again) {
            const auto codes = codesOf(operands[0].getStringValue());
            runs.back().glyphs.insert(runs.back().glyphs.end(), codes.begin(), codes.end());
        }
    });
    QPDFPageObjectHelper(page).parseContents(&operators);
    return runs;
}

using Characters = std::map<unsigned, QString>;           ///< of glyphs
using Votes = std::map<unsigned, std::map<QString, int>>; ///< how often a glyph stood for what

bool runsToTheLeft(const QString& text) {
    return std::any_of(text.begin(), text.end(), [](QChar c) {
        return c.direction() == QChar::DirR || c.direction() == QChar::DirAL || c.direction() == QChar::DirRLO;
    });
}

/// Where glyphs and characters go in pairs; one glyph alone stands for all of its text, as some emoji do.
void count(Votes& votes, const Run& run, const QString& text) {
    if (run.glyphs.size() == 1 && run.glyphs.front() != 0) { // 0: the font lacks it
        ++votes[run.glyphs.front()][text];
        return;
    }
    const auto characters = text.toUcs4();
    if (static_cast<std::size_t>(characters.size()) != run.glyphs.size() || runsToTheLeft(text))
        return;
    for (std::size_t i = 0; i < run.glyphs.size(); ++i) {
        const char32_t character = characters[static_cast<qsizetype>(i)];
        if (QChar::category(character) != QChar::Other_Format) // nothing to be seen
            ++votes[run.glyphs[i]][QString::fromUcs4(&character, 1)];
    }
}

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
            known[glyph] = text;
    }
}

Characters charactersOf(QPDFObjectHandle map) {
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
    return known;
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

void nameCharacters(QPDF& pdf, const std::vector<std::vector<QString>>& texts) {
    std::map<QPDFObjGen, Votes> votes;
    const std::vector<QPDFObjectHandle>& pages = pdf.getAllPages();
    for (std::size_t i = 0; i < std::min(pages.size(), texts.size()); ++i) {
        const std::vector<Run> runs = runsOf(pages[i]);
        if (runs.size() != texts[i].size())
            continue;
        QPDFObjectHandle page = pages[i];
        QPDFObjectHandle fonts = page.getKey("/Resources").getKey("/Font");
        for (std::size_t run = 0; run < runs.size(); ++run)
            if (fonts.isDictionary() && fonts.hasKey(runs[run].font))
                count(votes[fonts.getKey(runs[run].font).getObjGen()], runs[run], texts[i][run]);
    }
    for (const auto& [id, glyphs] : votes) {
        QPDFObjectHandle font = pdf.getObject(id);
        QPDFObjectHandle map = font.getKey("/ToUnicode");
        if (!map.isStream())
            continue;
        Characters characters = charactersOf(map);
        for (const auto& [glyph, counted] : glyphs)
            characters[glyph] = favourite(counted);
        font.replaceKey("/ToUnicode", QPDFObjectHandle::newStream(&pdf, mapOf(characters).toStdString()));
    }
}

} // namespace quoteline::ui

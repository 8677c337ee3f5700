// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/pdf/pdf_fonts.h"

#include <QByteArray>
#include <QCryptographicHash>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>

namespace quoteline::ui {

namespace {

constexpr int tagLetters = 6; // as the specification of PDF has it

/// "ABCDEF+" for a stream with a font program.
std::string tagOf(QPDFObjectHandle program) {
    const auto data = program.getStreamData(qpdf_dl_generalized);
    const QByteArray digest = QCryptographicHash::hash(
        QByteArrayView(reinterpret_cast<const char*>(data->getBuffer()), static_cast<qsizetype>(data->getSize())),
        QCryptographicHash::Sha256);
    std::string tag;
    for (int i = 0; i < tagLetters; ++i)
        tag += static_cast<char>('A' + static_cast<unsigned char>(digest[i]) % 26);
    return tag + '+';
}

std::string withoutTag(const std::string& name) {
    const std::size_t plus = name.find('+');
    return plus == std::string::npos ? name.substr(1) : name.substr(plus + 1); // names start with a slash
}

} // namespace

void nameFontsByContent(QPDF& pdf) {
    for (QPDFObjectHandle font : pdf.getAllObjects()) {
        if (!font.isDictionaryOfType("/Font", "/Type0"))
            continue;
        QPDFObjectHandle family = font.getKey("/DescendantFonts");
        if (!family.isArray() || family.getArrayNItems() != 1)
            continue;
        QPDFObjectHandle descendant = family.getArrayItem(0);
        QPDFObjectHandle descriptor = descendant.getKey("/FontDescriptor");
        QPDFObjectHandle program = descriptor.isDictionary() ? descriptor.getKey("/FontFile2") : descriptor;
        if (!program.isStream() || !descriptor.getKey("/FontName").isName())
            continue;
        const auto name =
            QPDFObjectHandle::newName('/' + tagOf(program) + withoutTag(descriptor.getKey("/FontName").getName()));
        descriptor.replaceKey("/FontName", name);
        descendant.replaceKey("/BaseFont", name);
        font.replaceKey("/BaseFont", name);
    }
}

} // namespace quoteline::ui

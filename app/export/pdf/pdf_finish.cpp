// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/pdf/pdf_finish.h"

#include "app/export/device/language_tag.h"
#include "app/export/pdf/pdf_fonts.h"
#include "app/export/pdf/pdf_pages.h"
#include "app/export/pdf/pdf_read_back.h"
#include "app/export/pdf/pdf_texts.h"
#include "app/system/version.h"
#include <QCoreApplication>
#include <algorithm>
#include <memory>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDFWriter.hh>

namespace quoteline::ui {

namespace {

struct PdfText {
    Q_DECLARE_TR_FUNCTIONS(ui)
};

/// The first page that is pointed at and is not there.
std::optional<int> missingPage(const PdfPages& pages, const PdfFacts& facts) {
    for (const PdfLink& link : facts.links) {
        if (!pages.has(link.page))
            return link.page;
        if (const auto* place = std::get_if<PdfPlace>(&link.leadsTo); place && !pages.has(place->page))
            return place->page;
    }
    for (const PdfOutlineItem& item : facts.outline)
        if (!pages.has(item.place.page))
            return item.place.page;
    return std::nullopt;
}

void setInfo(QPDF& pdf, const PdfFacts& facts) {
    QPDFObjectHandle trailer = pdf.getTrailer();
    QPDFObjectHandle info = trailer.getKey("/Info");
    if (!info.isDictionary()) {
        info = pdf.makeIndirectObject(QPDFObjectHandle::newDictionary());
        trailer.replaceKey("/Info", info);
    }
    const std::pair<const char*, QString> texts[] = {{"/Title", facts.title},
                                                     {"/Author", facts.author},
                                                     {"/Subject", facts.subject},
                                                     {"/Keywords", facts.keywords},
                                                     {"/Creator", QStringLiteral("Quoteline ") + programVersion()}};
    for (const auto& [key, text] : texts) {
        if (text.isEmpty())
            info.removeKey(key);
        else
            info.replaceKey(key, pdfText(text));
    }
    const bool dated = facts.date && facts.date->isValid();
    const QString date = dated ? facts.date->toString(QStringLiteral("'D:'yyyyMMdd'000000Z'")) : QString();
    for (const char* key : {"/CreationDate", "/ModDate"}) {
        if (dated)
            info.replaceKey(key, QPDFObjectHandle::newString(date.toStdString()));
        else
            info.removeKey(key);
    }
}

void setCatalog(QPDF& pdf, const PdfFacts& facts) {
    QPDFObjectHandle root = pdf.getRoot();
    root.removeKey("/Metadata"); // XMP says the same once more, and might say something else
    if (isLanguageTag(facts.language))
        root.replaceKey("/Lang", QPDFObjectHandle::newString(facts.language.toStdString()));
    if (!facts.title.isEmpty()) {
        QPDFObjectHandle preferences = QPDFObjectHandle::newDictionary();
        preferences.replaceKey("/DisplayDocTitle", QPDFObjectHandle::newBool(true));
        root.replaceKey("/ViewerPreferences", preferences);
    }
    if (!facts.outline.empty())
        root.replaceKey("/PageMode", QPDFObjectHandle::newName("/UseOutlines"));
}

void addLinks(QPDF& pdf, const PdfPages& pages, const std::vector<PdfLink>& links) {
    std::vector<std::vector<QPDFObjectHandle>> annotations(static_cast<std::size_t>(pages.count()));
    for (const PdfLink& link : links)
        if (const auto annotation = annotationOf(link, pages))
            annotations[static_cast<std::size_t>(link.page)].push_back(pdf.makeIndirectObject(*annotation));
    for (int i = 0; i < pages.count(); ++i) {
        QPDFObjectHandle page = pages.page(i);
        std::vector<QPDFObjectHandle> all;
        if (QPDFObjectHandle before = page.getKey("/Annots"); before.isArray())
            all = before.getArrayAsVector();
        const auto& added = annotations[static_cast<std::size_t>(i)];
        all.insert(all.end(), added.begin(), added.end());
        if (all.empty())
            page.removeKey("/Annots");
        else
            page.replaceKey("/Annots", QPDFObjectHandle::newArray(all));
    }
}

/// The entries of an outline are chained in all directions; parts within parts are shut at first.
void addOutline(QPDF& pdf, const PdfPages& pages, const std::vector<PdfOutlineItem>& items) {
    if (items.empty())
        return;
    struct Node {
        QPDFObjectHandle object;
        int level;
        int children = 0;
        QPDFObjectHandle last = QPDFObjectHandle::newNull();
    };
    std::vector<Node> open; // from the outline itself down to the entry before
    const auto close = [&] {
        if (open.back().children > 0) // of an entry that is shut: how many it would show, less than nothing
            open.back().object.replaceKey(
                "/Count",
                QPDFObjectHandle::newInteger(open.size() == 1 ? open.back().children : -open.back().children));
        open.pop_back();
    };
    open.push_back({pdf.makeIndirectObject(QPDFObjectHandle::parse("<< /Type /Outlines >>")), -1});
    pdf.getRoot().replaceKey("/Outlines", open.front().object);
    for (const PdfOutlineItem& item : items) {
        const int level = std::max(0, item.level);
        while (open.back().level >= level)
            close();
        Node& parent = open.back();
        QPDFObjectHandle entry = pdf.makeIndirectObject(QPDFObjectHandle::newDictionary());
        entry.replaceKey("/Title", pdfText(item.title));
        entry.replaceKey("/Parent", parent.object);
        entry.replaceKey("/Dest", pages.destination(item.place));
        if (parent.last.isNull()) {
            parent.object.replaceKey("/First", entry);
        } else {
            entry.replaceKey("/Prev", parent.last);
            parent.last.replaceKey("/Next", entry);
        }
        parent.object.replaceKey("/Last", entry);
        parent.last = entry;
        ++parent.children;
        open.push_back({entry, level});
    }
    while (!open.empty())
        close();
}

QByteArray written(QPDF& pdf, qpdf_object_stream_e objects) {
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.setObjectStreamMode(objects);
    writer.setCompressStreams(true);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return QByteArray(reinterpret_cast<const char*>(buffer->getBuffer()), static_cast<qsizetype>(buffer->getSize()));
}

/// Written twice: QPdfWriter numbers its objects in an order that changes from run to run, and streams of objects are
/// filled in that order. At first they are numbered anew, in the order in which they are found from the root.
QByteArray packed(QPDF& pdf, const std::stop_token& stop) {
    const QByteArray ordered = written(pdf, qpdf_o_disable);
    if (stop.stop_requested())
        return {};
    return written(*openPdf(ordered), qpdf_o_generate);
}

} // namespace

tl::expected<QByteArray, model::Failure> finishPdf(const QByteArray& bytes, const PdfFacts& facts,
                                                   const std::stop_token& stop) {
    const auto stopped = tl::unexpected(model::Stopped());
    try {
        const std::unique_ptr<QPDF> document = openPdf(bytes);
        QPDF& pdf = *document;
        const PdfPages pages(pdf);
        if (const auto page = missingPage(pages, facts))
            return tl::unexpected(PdfText::tr("something in the PDF leads to page %1, and its last page is %2")
                                      .arg(QString::number(*page + 1), QString::number(pages.count())));
        setInfo(pdf, facts);
        setCatalog(pdf, facts);
        addLinks(pdf, pages, facts.links);
        if (stop.stop_requested())
            return stopped;
        addOutline(pdf, pages, facts.outline);
        nameCharacters(pdf, facts.texts, stop);
        if (stop.stop_requested())
            return stopped;
        nameFontsByContent(pdf);
        pdf.getTrailer().removeKey("/ID"); // Qt 6.8 draws it by lot; then libqpdf makes it from the content
        QByteArray done = packed(pdf, stop);
        if (stop.stop_requested())
            return stopped;
        if (auto same = readBack(done, pages, stop); !same)
            return tl::unexpected(
                same.error().within(PdfText::tr("the PDF is not saved, because it does not read back as it was written "
                                                "(%1): try again, or choose another kind")));
        return done;
    } catch (const std::exception& error) {
        return tl::unexpected(
            PdfText::tr("the PDF could not be completed: %1").arg(QString::fromUtf8(error.what()).simplified()));
    }
}

} // namespace quoteline::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/pdf/pdf_check.h"

#include "app/export/pdf/pdf_pages.h"
#include <QCoreApplication>
#include <algorithm>
#include <qpdf/Buffer.hh>
#include <qpdf/Pl_Buffer.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <string_view>

namespace quoteline::ui {

namespace {

struct CheckText {
    Q_DECLARE_TR_FUNCTIONS(ui)
};

tl::unexpected<QString> countDiffers(const QString& what, std::size_t is, std::size_t shall) {
    return tl::unexpected(CheckText::tr("%1: %2 instead of %3").arg(what, QString::number(is), QString::number(shall)));
}

std::shared_ptr<Buffer> contentOf(const PdfPages& pages, int number) {
    Pl_Buffer content("content");
    QPDFPageObjectHelper(pages.page(number)).pipeContents(&content);
    return content.getBufferSharedPointer();
}

bool sameContent(const PdfPages& a, const PdfPages& b, int number) {
    const auto view = [](const std::shared_ptr<Buffer>& buffer) {
        return std::string_view(reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize());
    };
    const auto first = contentOf(a, number);
    const auto second = contentOf(b, number);
    return view(first) == view(second);
}

/// What annotations say, page by page.
using Annotations = std::vector<std::vector<std::string>>;

Annotations annotationsIn(const PdfPages& pages) {
    Annotations all(static_cast<std::size_t>(pages.count()));
    for (int i = 0; i < pages.count(); ++i)
        if (QPDFObjectHandle list = pages.page(i).getKey("/Annots"); list.isArray())
            for (QPDFObjectHandle& annotation : list.getArrayAsVector())
                all[static_cast<std::size_t>(i)].push_back(annotation.unparseResolved());
    return all;
}

Annotations annotationsFor(const PdfPages& pages, const std::vector<PdfLink>& links) {
    Annotations all(static_cast<std::size_t>(pages.count()));
    for (const PdfLink& link : links)
        if (auto annotation = annotationOf(link, pages))
            all[static_cast<std::size_t>(link.page)].push_back(annotation->unparseResolved());
    return all;
}

std::size_t countOf(const Annotations& annotations) {
    std::size_t count = 0;
    for (const auto& page : annotations)
        count += page.size();
    return count;
}

/// A line of the outline: its title, and where it leads.
using Line = std::pair<std::string, std::string>;

/// From top to bottom; those that go in circles end with one more than `most`.
std::vector<Line> outlineIn(QPDF& pdf, std::size_t most) {
    std::vector<Line> lines;
    std::vector<QPDFObjectHandle> left{pdf.getRoot().getKey("/Outlines")};
    bool top = true;
    while (!left.empty() && lines.size() <= most) {
        QPDFObjectHandle item = left.back();
        left.pop_back();
        if (!item.isDictionary())
            continue;
        if (!top) {
            QPDFObjectHandle title = item.getKey("/Title");
            lines.emplace_back(title.isString() ? title.getUTF8Value() : std::string(), item.getKey("/Dest").unparse());
            left.push_back(item.getKey("/Next"));
        }
        left.push_back(item.getKey("/First")); // comes before the next one
        top = false;
    }
    return lines;
}

std::vector<Line> outlineFor(const PdfPages& pages, const std::vector<PdfOutlineItem>& items) {
    std::vector<Line> lines;
    for (const PdfOutlineItem& item : items)
        lines.emplace_back(pdfText(item.title).getUTF8Value(), pages.destination(item.place).unparse());
    return lines;
}

std::string titleOf(QPDF& pdf) {
    QPDFObjectHandle info = pdf.getTrailer().getKey("/Info");
    QPDFObjectHandle title = info.isDictionary() ? info.getKey("/Title") : info;
    return title.isString() ? title.getUTF8Value() : std::string();
}

tl::expected<void, QString> checkFacts(QPDF& pdf, const PdfPages& pages, const PdfFacts& facts) {
    const Annotations links = annotationsIn(pages);
    const Annotations wanted = annotationsFor(pages, facts.links);
    if (countOf(links) != countOf(wanted))
        return countDiffers(CheckText::tr("links"), countOf(links), countOf(wanted));
    if (links != wanted)
        return tl::unexpected(CheckText::tr("a link leads elsewhere"));
    const std::vector<Line> outline = outlineIn(pdf, facts.outline.size());
    if (outline.size() != facts.outline.size())
        return countDiffers(CheckText::tr("lines of the outline"), outline.size(), facts.outline.size());
    if (outline != outlineFor(pages, facts.outline))
        return tl::unexpected(CheckText::tr("a line of the outline differs"));
    if (!facts.title.isEmpty() && titleOf(pdf) != pdfText(facts.title).getUTF8Value())
        return tl::unexpected(CheckText::tr("the title differs"));
    return {};
}

} // namespace

tl::expected<void, QString> checkPdf(const QByteArray& finished, const QByteArray& drawn, const PdfFacts& facts,
                                     const std::stop_token& stop) {
    try {
        const std::unique_ptr<QPDF> before = openPdf(drawn);
        const std::unique_ptr<QPDF> after = openPdf(finished);
        const PdfPages was(*before);
        const PdfPages is(*after);
        if (is.count() != was.count())
            return countDiffers(CheckText::tr("pages"), static_cast<std::size_t>(is.count()),
                                static_cast<std::size_t>(was.count()));
        for (int i = 0; i < is.count(); ++i) {
            if (stop.stop_requested())
                return tl::unexpected(QString());
            if (!sameContent(is, was, i))
                return tl::unexpected(CheckText::tr("page %1 differs").arg(i + 1));
        }
        if (auto same = checkFacts(*after, is, facts); !same)
            return same;
        if (after->anyWarnings())
            return tl::unexpected(CheckText::tr("it is damaged"));
        return {};
    } catch (const std::exception& error) {
        return tl::unexpected(QString::fromUtf8(error.what()).simplified());
    }
}

} // namespace quoteline::ui

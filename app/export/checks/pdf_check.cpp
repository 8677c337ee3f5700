// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/checks/pdf_check.h"

#include "app/export/pdf/pdf_read_back.h"

namespace quoteline::ui {

namespace {

QString countDiffers(const char* what, std::size_t is, std::size_t shall) {
    return QStringLiteral("%1: %2 instead of %3").arg(QLatin1String(what), QString::number(is), QString::number(shall));
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

QString faultOfFacts(QPDF& pdf, const PdfFacts& facts) {
    const PdfPages pages(pdf);
    const Annotations links = annotationsIn(pages);
    const Annotations wanted = annotationsFor(pages, facts.links);
    if (countOf(links) != countOf(wanted))
        return countDiffers("links", countOf(links), countOf(wanted));
    if (links != wanted)
        return QStringLiteral("a link leads elsewhere");
    const std::vector<Line> outline = outlineIn(pdf, facts.outline.size());
    if (outline.size() != facts.outline.size())
        return countDiffers("lines of the outline", outline.size(), facts.outline.size());
    if (outline != outlineFor(pages, facts.outline))
        return QStringLiteral("a line of the outline differs");
    if (!facts.title.isEmpty() && titleOf(pdf) != pdfText(facts.title).getUTF8Value())
        return QStringLiteral("the title differs");
    return pdf.anyWarnings() ? QStringLiteral("it is damaged") : QString();
}

} // namespace

QString faultOfPdf(const QByteArray& finished, const QByteArray& drawn, const PdfFacts& facts) {
    const std::unique_ptr<QPDF> before = openPdf(drawn);
    if (const auto same = readBack(finished, PdfPages(*before)); !same)
        return same.error().reason();
    return faultOfFacts(*openPdf(finished), facts);
}

} // namespace quoteline::ui

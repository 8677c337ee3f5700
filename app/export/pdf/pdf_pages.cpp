// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/pdf/pdf_pages.h"

#include "app/content/evidence/source_words.h"
#include "app/export/device/finite.h"
#include <cmath>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <utility>

namespace quoteline::ui {

namespace {

constexpr double pointsPerDip = 72.0 / 96;

double numberOr(QPDFObjectHandle value, double otherwise) {
    return value.isNumber() ? value.getNumericValue() : otherwise;
}

constexpr int printed = 4; // flag of an annotation: it takes part in printing

bool hasArea(const QRectF& rect) {
    return isFinite(rect.topLeft()) && isFinite(rect.bottomRight()) && !rect.isEmpty();
}

/// What a link does, as an entry of its annotation; nothing for an address that is not to be followed.
std::optional<std::pair<const char*, QPDFObjectHandle>> aimOf(const PdfLink& link, const PdfPages& pages) {
    if (const auto* place = std::get_if<PdfPlace>(&link.leadsTo))
        return isFinite(place->at) ? std::optional(std::pair("/Dest", pages.destination(*place))) : std::nullopt;
    const auto page = layout::pageAddress(std::get<QString>(link.leadsTo).toStdString());
    if (!page)
        return std::nullopt;
    QPDFObjectHandle action = QPDFObjectHandle::newDictionary();
    action.replaceKey("/S", QPDFObjectHandle::newName("/URI"));
    action.replaceKey("/URI", QPDFObjectHandle::newString(page->url.toEncoded().toStdString()));
    return std::pair("/A", action);
}

} // namespace

PdfPages::PdfPages(QPDF& pdf) {
    for (QPDFPageObjectHelper& page : QPDFPageDocumentHelper(pdf).getAllPages()) {
        const auto box = page.getMediaBox().getArrayAsRectangle();
        QPDFObjectHandle turned = page.getAttribute("/Rotate", false);
        const int degrees = static_cast<int>(numberOr(turned, 0));
        m_pages.push_back({page.getObjectHandle(), QRectF(QPointF(box.llx, box.lly), QPointF(box.urx, box.ury)),
                           (degrees % 360 + 360) % 360, numberOr(page.getObjectHandle().getKey("/UserUnit"), 1)});
    }
}

QPointF PdfPages::toPage(const Page& page, QPointF dips) const {
    const QPointF from = dips * pointsPerDip / page.unit;
    switch (page.turned) {
    case 90:
        return page.box.topLeft() + QPointF(from.y(), from.x());
    case 180:
        return page.box.topLeft() + QPointF(page.box.width() - from.x(), from.y());
    case 270:
        return page.box.topLeft() + QPointF(page.box.width() - from.y(), page.box.height() - from.x());
    default:
        return page.box.topLeft() + QPointF(from.x(), page.box.height() - from.y());
    }
}

QPDFObjectHandle PdfPages::rect(int number, const QRectF& rect) const {
    const Page& page = m_pages[static_cast<std::size_t>(number)];
    const QRectF there = QRectF(toPage(page, rect.topLeft()), toPage(page, rect.bottomRight())).normalized();
    QPDFObjectHandle array = QPDFObjectHandle::newArray();
    for (const double side : {there.left(), there.top(), there.right(), there.bottom()})
        array.appendItem(pdfNumber(side));
    return array;
}

QPDFObjectHandle PdfPages::destination(const PdfPlace& place) const {
    const Page& page = m_pages[static_cast<std::size_t>(place.page)];
    const QPointF at = toPage(page, place.at);
    QPDFObjectHandle array = QPDFObjectHandle::newArray();
    array.appendItem(page.object);
    array.appendItem(QPDFObjectHandle::newName("/XYZ"));
    array.appendItem(pdfNumber(at.x()));
    array.appendItem(pdfNumber(at.y()));
    array.appendItem(QPDFObjectHandle::newNull());
    return array;
}

std::optional<QPDFObjectHandle> annotationOf(const PdfLink& link, const PdfPages& pages) {
    const auto aim = hasArea(link.rect) ? aimOf(link, pages) : std::nullopt;
    if (!aim)
        return std::nullopt;
    QPDFObjectHandle annotation = QPDFObjectHandle::newDictionary();
    annotation.replaceKey("/Type", QPDFObjectHandle::newName("/Annot"));
    annotation.replaceKey("/Subtype", QPDFObjectHandle::newName("/Link"));
    annotation.replaceKey("/Rect", pages.rect(link.page, link.rect));
    annotation.replaceKey("/Border", QPDFObjectHandle::parse("[0 0 0]"));
    annotation.replaceKey("/F", QPDFObjectHandle::newInteger(printed));
    annotation.replaceKey(aim->first, aim->second);
    return annotation;
}

std::unique_ptr<QPDF> openPdf(const QByteArray& bytes) {
    auto pdf = std::make_unique<QPDF>();
    pdf->setSuppressWarnings(true);
    pdf->setAttemptRecovery(false); // it comes from us, whole
    pdf->processMemoryFile("PDF", bytes.constData(), static_cast<std::size_t>(bytes.size()));
    return pdf;
}

QPDFObjectHandle pdfText(const QString& text) {
    return QPDFObjectHandle::newUnicodeString(text.toStdString());
}

QPDFObjectHandle pdfNumber(double value) {
    return QPDFObjectHandle::newReal(value, 3, true);
}

} // namespace quoteline::ui

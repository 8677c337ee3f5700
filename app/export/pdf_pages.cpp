// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/pdf_pages.h"

#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

namespace quoteline::ui {

namespace {

constexpr double pointsPerDip = 72.0 / 96;

double numberOr(QPDFObjectHandle value, double otherwise) {
    return value.isNumber() ? value.getNumericValue() : otherwise;
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

QPDFObjectHandle pdfText(const QString& text) {
    return QPDFObjectHandle::newUnicodeString(text.toStdString());
}

QPDFObjectHandle pdfNumber(double value) {
    return QPDFObjectHandle::newReal(value, 3, true);
}

} // namespace quoteline::ui

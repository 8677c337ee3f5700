// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/pdf/pdf_finish.h"
#include <memory>
#include <optional>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

/// Parts of a PDF as libqpdf knows them; its exceptions pass through.
namespace quoteline::ui {

/// The pages of a document, and where things lie on them in its own units: points from the lower left of the sheet.
class PdfPages {
public:
    explicit PdfPages(QPDF& pdf);

    int count() const { return static_cast<int>(m_pages.size()); }
    bool has(int page) const { return page >= 0 && page < count(); }
    QPDFObjectHandle page(int page) const { return m_pages[static_cast<std::size_t>(page)].object; }
    /// [left bottom right top]
    QPDFObjectHandle rect(int page, const QRectF& rect) const;
    /// [page /XYZ left top null]: the zoom stays as it is.
    QPDFObjectHandle destination(const PdfPlace& place) const;

private:
    struct Page {
        QPDFObjectHandle object;
        QRectF box;  ///< points; y upwards, so that top() is its lower edge
        int turned;  ///< degrees clockwise when shown: 0, 90, 180 or 270
        double unit; ///< of the page, in points
    };
    QPointF toPage(const Page& page, QPointF dips) const;

    std::vector<Page> m_pages;
};

/// The annotation of a link, as it stands in a file; nothing for an address that is not to be followed, and for a link
/// without area.
std::optional<QPDFObjectHandle> annotationOf(const PdfLink& link, const PdfPages& pages);

/// `bytes` outlive it.
std::unique_ptr<QPDF> openPdf(const QByteArray& bytes);

/// A text for people, in whichever encoding of PDF holds it.
QPDFObjectHandle pdfText(const QString& text);
/// A number with at most three decimals.
QPDFObjectHandle pdfNumber(double value);

} // namespace quoteline::ui

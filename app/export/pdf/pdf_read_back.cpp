// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/pdf/pdf_read_back.h"

#include <QCoreApplication>
#include <qpdf/Buffer.hh>
#include <qpdf/Pl_Buffer.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <string_view>

namespace quoteline::ui {

namespace {

struct ReadBackText {
    Q_DECLARE_TR_FUNCTIONS(ui)
};

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

} // namespace

tl::expected<void, model::Failure> readBack(const QByteArray& finished, const PdfPages& drawn,
                                            const std::stop_token& stop) {
    try {
        const std::unique_ptr<QPDF> pdf = openPdf(finished);
        const PdfPages pages(*pdf);
        if (pages.count() != drawn.count())
            return tl::unexpected(ReadBackText::tr("pages: %1 instead of %2")
                                      .arg(QString::number(pages.count()), QString::number(drawn.count())));
        for (int i = 0; i < pages.count(); ++i) {
            if (stop.stop_requested())
                return tl::unexpected(model::Stopped());
            if (!sameContent(pages, drawn, i))
                return tl::unexpected(ReadBackText::tr("page %1 differs").arg(i + 1));
        }
        if (pdf->anyWarnings())
            return tl::unexpected(ReadBackText::tr("it is damaged"));
        return {};
    } catch (const std::exception& error) {
        return tl::unexpected(QString::fromUtf8(error.what()).simplified());
    }
}

} // namespace quoteline::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QPageLayout>
#include <QPaintDevice>
#include <QString>
#include <memory>
#include <vector>

namespace quoteline::ui {

class PdfEngine;

/// Sheets of paper that a QPainter draws on and that become a PDF. QPdfWriter writes it; this adds what it leaves out:
/// emoji, which it draws as nothing, and what the drawn texts are, which finishPdf() needs. Lengths are
/// device-independent pixels of 1/96 inch from the top left of the paper or, where its layout has margins, of what they
/// leave: without margins places are those of PdfFacts. Needs a QGuiApplication.
class PdfDevice : public QPaintDevice {
public:
    explicit PdfDevice(const QPageLayout& layout);
    ~PdfDevice() override;

    /// The next sheet, of the same paper or of another; the painter goes on there. False without a painter.
    bool newPage();
    bool newPage(const QPageLayout& layout);

    /// What QPdfWriter wrote, once the painter has ended; to be completed by finishPdf().
    QByteArray pdf() const;
    /// What was drawn on each page, in that order, for PdfFacts::texts.
    const std::vector<std::vector<QString>>& texts() const;

    QPaintEngine* paintEngine() const override;

protected:
    int metric(PaintDeviceMetric metric) const override;

private:
    std::unique_ptr<PdfEngine> m_engine;
};

} // namespace quoteline::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/pdf/pdf_device.h"

#include "app/export/device/device_metric.h"
#include "app/export/pdf/pdf_engine.h"

namespace quoteline::ui {

PdfDevice::PdfDevice(const QPageLayout& layout)
    : m_engine(std::make_unique<PdfEngine>(layout)) {}

PdfDevice::~PdfDevice() = default;

bool PdfDevice::newPage() {
    return m_engine->newPage();
}

bool PdfDevice::newPage(const QPageLayout& layout) {
    return m_engine->isActive() && m_engine->writer().setPageLayout(layout) && m_engine->newPage();
}

QByteArray PdfDevice::pdf() const {
    return m_engine->bytes();
}

const std::vector<std::vector<QString>>& PdfDevice::texts() const {
    return m_engine->texts();
}

QPaintEngine* PdfDevice::paintEngine() const {
    return m_engine.get();
}

int PdfDevice::metric(PaintDeviceMetric metric) const {
    const QPdfWriter& writer = m_engine->writer();
    const SheetMeasures sheet{
        {writer.width(), writer.height()}, {writer.widthMM(), writer.heightMM()}, writer.resolution()};
    const auto known = metricOf(sheet, metric);
    return known ? *known : QPaintDevice::metric(metric);
}

} // namespace quoteline::ui

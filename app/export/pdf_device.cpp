// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/pdf_device.h"

#include "app/export/pdf_engine.h"
#include <limits>

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
    switch (metric) {
    case PdmWidth:
        return writer.width();
    case PdmHeight:
        return writer.height();
    case PdmWidthMM:
        return writer.widthMM();
    case PdmHeightMM:
        return writer.heightMM();
    case PdmDpiX:
    case PdmDpiY:
    case PdmPhysicalDpiX:
    case PdmPhysicalDpiY:
        return writer.resolution();
    case PdmDepth:
        return 32;
    case PdmNumColors:
        return std::numeric_limits<int>::max();
    case PdmDevicePixelRatio:
        return 1;
    default:
        return QPaintDevice::metric(metric);
    }
}

} // namespace quoteline::ui

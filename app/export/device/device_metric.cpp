// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/device/device_metric.h"

#include <limits>

namespace quoteline::ui {

std::optional<int> metricOf(const SheetMeasures& sheet, QPaintDevice::PaintDeviceMetric metric) {
    switch (metric) {
    case QPaintDevice::PdmWidth:
        return sheet.size.width();
    case QPaintDevice::PdmHeight:
        return sheet.size.height();
    case QPaintDevice::PdmWidthMM:
        return sheet.millimetres.width();
    case QPaintDevice::PdmHeightMM:
        return sheet.millimetres.height();
    case QPaintDevice::PdmDpiX:
    case QPaintDevice::PdmDpiY:
    case QPaintDevice::PdmPhysicalDpiX:
    case QPaintDevice::PdmPhysicalDpiY:
        return sheet.dotsPerInch;
    case QPaintDevice::PdmDepth:
        return 32;
    case QPaintDevice::PdmNumColors:
        return std::numeric_limits<int>::max();
    case QPaintDevice::PdmDevicePixelRatio:
        return 1;
    default:
        return std::nullopt;
    }
}

} // namespace quoteline::ui

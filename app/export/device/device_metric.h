// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPaintDevice>
#include <QSize>
#include <optional>

namespace quoteline::ui {

/// A sheet as QPaintDevice::metric() has to tell of it.
struct SheetMeasures {
    QSize size;           ///< in its own pixels
    QSize millimetres;    ///< rounded
    int dotsPerInch = 96; ///< of those pixels
};

/// Empty where there is nothing special about the sheet: QPaintDevice knows an answer of its own.
std::optional<int> metricOf(const SheetMeasures& sheet, QPaintDevice::PaintDeviceMetric metric);

} // namespace quoteline::ui

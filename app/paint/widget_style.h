// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace quoteline::ui {

/// Qt's Fusion with edges that can be seen. Fusion derives the outlines of check boxes, fields and buttons from the
/// window by darkening it, which on a dark window is nothing at all; here they are QPalette::Dark (paletteFor()), and
/// what has the focus QPalette::Highlight.
class WidgetStyle : public QProxyStyle {
public:
    WidgetStyle();

    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* returned) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
                           const QWidget* widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;
};

/// Makes it the style of the program, unless the desktop brings a style of its own.
void useWidgetStyle();

} // namespace quoteline::ui

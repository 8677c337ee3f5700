// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paint/widget_style.h"

#include <QApplication>
#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>
#include <QWidget>
#include <algorithm>

namespace quoteline::ui {

namespace {

constexpr double radius = 3;

/// Saves a painter for lines of `width`, with smooth edges.
class Pen {
public:
    Pen(QPainter& painter, const QColor& color, double width)
        : m_painter(painter) {
        m_painter.save();
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.setPen(QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        m_painter.setBrush(Qt::NoBrush);
    }
    ~Pen() { m_painter.restore(); }
    Pen(const Pen&) = delete;
    Pen& operator=(const Pen&) = delete;

private:
    QPainter& m_painter;
};

QRectF onPixels(const QRect& rect) {
    return QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5);
}

QColor edgeOf(const QStyleOption& option, bool focused) {
    if (focused)
        return option.palette.color(QPalette::Highlight);
    return option.palette.color(option.state & QStyle::State_Enabled ? QPalette::Dark : QPalette::Mid);
}

void drawCheckBox(const QStyleOption& option, QPainter& painter) {
    const int side = std::min(option.rect.width(), option.rect.height());
    QRect box(0, 0, side, side);
    box.moveCenter(option.rect.center());
    const bool on = option.state & QStyle::State_On;
    const bool enabled = option.state & QStyle::State_Enabled;
    const QRectF edge = onPixels(box);
    const QColor filled = option.palette.color(enabled ? QPalette::Highlight : QPalette::Dark);
    {
        const Pen pen(painter, on ? filled : edgeOf(option, option.state & QStyle::State_HasFocus), 1.2);
        painter.setBrush(on ? filled : option.palette.color(QPalette::Base));
        painter.drawRoundedRect(edge, radius, radius);
    }
    const auto at = [&](double x, double y) { return edge.topLeft() + QPointF(x, y) * edge.width(); };
    const Pen pen(painter, option.palette.color(on ? QPalette::HighlightedText : QPalette::Text), side / 7.0);
    if (on)
        painter.drawPolyline(QPolygonF{at(0.24, 0.52), at(0.43, 0.72), at(0.77, 0.30)});
    else if (option.state & QStyle::State_NoChange)
        painter.drawLine(at(0.27, 0.5), at(0.73, 0.5));
}

void drawButton(const QStyleOption& option, QPainter& painter) {
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(&option);
    const bool main = button && button->features & QStyleOptionButton::DefaultButton;
    const bool focused = option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange;
    const bool pressed = option.state & (QStyle::State_Sunken | QStyle::State_On);
    const bool hovered = option.state & QStyle::State_MouseOver && option.state & QStyle::State_Enabled;
    const Pen pen(painter, edgeOf(option, focused || main || pressed), focused ? 2 : 1);
    painter.setBrush(option.palette.color(pressed || hovered ? QPalette::Midlight : QPalette::Button));
    painter.drawRoundedRect(onPixels(option.rect), radius, radius);
}

/// A flat bar: Fusion's is lighter than its groove and cannot be told from a white window.
void drawScrollBar(const QStyle& style, const QStyleOptionSlider& bar, QPainter& painter, const QWidget* widget) {
    const auto rectOf = [&](QStyle::SubControl control) {
        return style.subControlRect(QStyle::CC_ScrollBar, &bar, control, widget);
    };
    const bool across = bar.orientation == Qt::Horizontal;
    painter.fillRect(bar.rect, bar.palette.color(QPalette::Window));
    const auto arrow = [&](QStyle::SubControl control, QStyle::PrimitiveElement element) {
        QStyleOption option = bar;
        option.rect = rectOf(control);
        const bool end =
            control == QStyle::SC_ScrollBarSubLine ? bar.sliderValue <= bar.minimum : bar.sliderValue >= bar.maximum;
        option.state.setFlag(QStyle::State_Enabled, !end && bar.state & QStyle::State_Enabled);
        style.drawPrimitive(element, &option, &painter, widget);
    };
    const bool mirrored = across && bar.direction == Qt::RightToLeft;
    arrow(QStyle::SC_ScrollBarSubLine, !across    ? QStyle::PE_IndicatorArrowUp
                                       : mirrored ? QStyle::PE_IndicatorArrowRight
                                                  : QStyle::PE_IndicatorArrowLeft);
    arrow(QStyle::SC_ScrollBarAddLine, !across    ? QStyle::PE_IndicatorArrowDown
                                       : mirrored ? QStyle::PE_IndicatorArrowLeft
                                                  : QStyle::PE_IndicatorArrowRight);
    if (bar.maximum <= bar.minimum)
        return;
    const bool held = bar.activeSubControls & QStyle::SC_ScrollBarSlider &&
                      bar.state & (QStyle::State_MouseOver | QStyle::State_Sunken);
    const Pen pen(painter, Qt::transparent, 0);
    painter.setPen(Qt::NoPen);
    painter.setBrush(bar.palette.color(held ? QPalette::PlaceholderText : QPalette::Dark));
    const QRectF slider = QRectF(rectOf(QStyle::SC_ScrollBarSlider))
                              .adjusted(across ? 1 : 3.5, across ? 3.5 : 1, across ? -1 : -3.5, across ? -3.5 : -1);
    const double round = std::min(slider.width(), slider.height()) / 2;
    painter.drawRoundedRect(slider, round, round);
}

} // namespace

WidgetStyle::WidgetStyle()
    : QProxyStyle(QStringLiteral("fusion")) {}

int WidgetStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    switch (metric) {
    case PM_FocusFrameHMargin: // left and right of the words in the cells of lists
    case PM_HeaderMargin:
        return 6;
    case PM_IndicatorWidth: // of check boxes, which grow with the words beside them
    case PM_IndicatorHeight: {
        const int least = QProxyStyle::pixelMetric(metric, option, widget);
        return std::max(least, QFontMetrics(widget ? widget->font() : QApplication::font()).height() * 3 / 4);
    }
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int WidgetStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                           QStyleHintReturn* returned) const {
    if (hint == SH_DialogButtonBox_ButtonsHaveIcons) // pictures of the desktop, black on dark
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, returned);
}

QSize WidgetStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
                                    const QWidget* widget) const {
    const QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    return type == CT_PushButton ? size + QSize(12, 4) : size; // words do not touch the edge
}

void WidgetStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                const QWidget* widget) const {
    switch (element) {
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawCheckBox(*option, *painter);
        return;
    case PE_PanelButtonCommand:
        drawButton(*option, *painter);
        return;
    case PE_FrameLineEdit: {
        const Pen pen(*painter, edgeOf(*option, option->state & State_HasFocus), 1);
        painter->drawRoundedRect(onPixels(option->rect), radius, radius);
        return;
    }
    case PE_Frame:
    case PE_FrameMenu: {
        painter->save();
        painter->setPen(option->palette.color(element == PE_Frame ? QPalette::Mid : QPalette::Dark));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        painter->restore();
        return;
    }
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void WidgetStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                                     const QWidget* widget) const {
    const auto* bar = control == CC_ScrollBar ? qstyleoption_cast<const QStyleOptionSlider*>(option) : nullptr;
    if (bar)
        drawScrollBar(*proxy(), *bar, *painter, widget);
    else
        QProxyStyle::drawComplexControl(control, option, painter, widget);
}

void useWidgetStyle() {
    if (QApplication::style()->name() == QStringLiteral("fusion"))
        QApplication::setStyle(new WidgetStyle); // the application owns it
}

} // namespace quoteline::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paint/scene_painter.h"

#include <QLinearGradient>
#include <QPainter>
#include <QPainterPath>
#include <QRadialGradient>
#include <QVarLengthArray>
#include <algorithm>

namespace quoteline::ui {

using layout::Mark;
using layout::MarkKind;

namespace {

QColor withAlpha(QColor color, double alpha) {
    color.setAlphaF(static_cast<float>(alpha));
    return color;
}

/// The thickness of outlines and rings; grows with the mark.
double penWidth(const Mark& mark) {
    return std::max(1.5, mark.barHeight / 9);
}

QPen ringPen(const QColor& color, double radius) {
    QPen pen(color, radius / 3);
    pen.setCapStyle(Qt::FlatCap);
    return pen;
}

double dotRadius(const Mark& mark) {
    switch (mark.span.kind) {
    case MarkKind::SoftRing:
        return (mark.span.right - mark.span.left) / 4;
    case MarkKind::OpenDot:
        return std::min(mark.span.right - mark.span.centre, mark.span.centre - mark.span.left);
    case MarkKind::DayDot:
        return mark.barHeight * 1.5;
    default:
        return mark.barHeight / 7 * 3;
    }
}

void paintDot(QPainter& painter, const Mark& mark, const QColor& color, double radius, const Theme& theme) {
    const QPointF centre(mark.span.centre, mark.centreY);
    if (mark.span.scheduled) {
        const QPen pen = ringPen(color, radius);
        painter.setPen(pen);
        painter.setBrush(theme.surface);
        painter.drawEllipse(centre, radius - pen.widthF() / 2, radius - pen.widthF() / 2);
    } else {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawEllipse(centre, radius, radius);
    }
}

QRectF barRect(const Mark& mark) {
    return {mark.span.barLeft, mark.centreY - mark.barHeight / 2, mark.span.barRight - mark.span.barLeft,
            mark.barHeight};
}

void paintSpanBar(QPainter& painter, const Mark& mark, const QColor& color, const Theme& theme) {
    QRectF rect = barRect(mark);
    const double round = std::min(4.0, rect.width() / 2);
    if (mark.span.scheduled) {
        const double pen = penWidth(mark);
        rect.adjust(pen / 2, pen / 2, -pen / 2, -pen / 2);
        painter.setPen(QPen(color, pen));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(rect, round, round);
        return;
    }
    painter.setPen(Qt::NoPen);
    const QColor fill = withAlpha(color, theme.spanAlpha);
    if (!mark.span.fadeStart && !mark.span.fadeEnd) {
        painter.setBrush(fill);
        painter.drawRoundedRect(rect, round, round);
        return;
    }
    QLinearGradient gradient(rect.topLeft(), rect.topRight());
    const double soft = std::min(0.3, mark.barHeight / std::max(1.0, rect.width()));
    gradient.setColorAt(0, mark.span.fadeStart ? withAlpha(color, 0) : fill);
    gradient.setColorAt(soft, fill);
    gradient.setColorAt(1 - soft, fill);
    gradient.setColorAt(1, mark.span.fadeEnd ? withAlpha(color, 0) : fill);
    painter.setBrush(gradient);
    painter.drawRect(rect);
}

/// Hatching in short strokes: full in the middle, weaker towards the ends.
void paintHatching(QPainter& painter, const QRectF& rect, double soft, const QColor& color, const Theme& theme) {
    const double pitch = rect.height() * 0.38;
    const double slant = rect.height() * 0.8;
    const QRectF seen = rect.intersected(painter.clipBoundingRect());
    if (seen.isEmpty())
        return;
    QVarLengthArray<QLineF, 512> strokes[4]; // by strength
    const double phase = std::floor((seen.left() - rect.left()) / pitch) * pitch;
    for (double x = rect.left() + phase - slant; x < seen.right(); x += pitch) {
        const QLineF whole(x, rect.bottom(), x + slant, rect.top());
        const double from = std::max(0.0, (rect.left() - x) / slant);
        const double to = std::min(1.0, (rect.right() - x) / slant);
        if (to <= from)
            continue;
        const QLineF stroke(whole.pointAt(from), whole.pointAt(to));
        const double fromEnd = std::min(stroke.center().x() - rect.left(), rect.right() - stroke.center().x());
        strokes[std::clamp(static_cast<int>(fromEnd / std::max(1.0, soft) * 4), 0, 3)].append(stroke);
    }
    for (int strength = 0; strength < 4; ++strength) {
        if (strokes[strength].isEmpty())
            continue;
        painter.setPen(
            QPen(withAlpha(color, theme.hatchAlpha * (strength + 1) / 4), std::max(1.0, rect.height() / 12)));
        painter.drawLines(strokes[strength].constData(), static_cast<int>(strokes[strength].size()));
    }
}

void paintPossibleBand(QPainter& painter, const Mark& mark, const QColor& color, const Theme& theme) {
    const QRectF rect = barRect(mark);
    const double soft = std::min(rect.width() / 3, rect.height() * 1.2);
    QLinearGradient gradient(rect.topLeft(), rect.topRight());
    const QColor fill = withAlpha(color, theme.bandAlpha);
    const double edge = soft / std::max(1.0, rect.width());
    gradient.setColorAt(0, withAlpha(color, 0.02));
    gradient.setColorAt(edge, fill);
    gradient.setColorAt(1 - edge, fill);
    gradient.setColorAt(1, withAlpha(color, 0.02));
    painter.setPen(Qt::NoPen);
    painter.setBrush(gradient);
    painter.drawRect(rect);
    paintHatching(painter, rect, soft, color, theme);
}

void paintGapRing(QPainter& painter, const Mark& mark, const QColor& color, double radius) {
    const QPen pen = ringPen(color, radius);
    const double r = radius - pen.widthF() / 2;
    const QRectF circle(mark.span.centre - r, mark.centreY - r, 2 * r, 2 * r);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawArc(circle, 35 * 16, 110 * 16);
    painter.drawArc(circle, 215 * 16, 110 * 16);
}

void paintSoftRing(QPainter& painter, const Mark& mark, const QColor& color, double radius) {
    const QPointF centre(mark.span.centre, mark.centreY);
    QRadialGradient halo(centre, 2 * radius);
    halo.setColorAt(0, withAlpha(color, 0.45));
    halo.setColorAt(0.5, withAlpha(color, 0.3));
    halo.setColorAt(1, withAlpha(color, 0));
    painter.setPen(Qt::NoPen);
    painter.setBrush(halo);
    painter.drawEllipse(centre, 2 * radius, 2 * radius);
    const QPen pen = ringPen(color, radius);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(centre, radius - pen.widthF() / 2, radius - pen.widthF() / 2);
}

void paintFade(QPainter& painter, const Mark& mark, const QColor& color, bool towardsStart) {
    const double end = towardsStart ? mark.span.left : mark.span.right;
    QLinearGradient gradient(QPointF(end, 0), QPointF(mark.span.centre, 0));
    gradient.setColorAt(0, withAlpha(color, 0));
    gradient.setColorAt(1, withAlpha(color, 0.75));
    const double height = mark.barHeight * 0.3;
    painter.setPen(Qt::NoPen);
    painter.setBrush(gradient);
    painter.drawRect(QRectF(QPointF(std::min(end, mark.span.centre), mark.centreY - height / 2),
                            QPointF(std::max(end, mark.span.centre), mark.centreY + height / 2)));
}

} // namespace

void paintMark(QPainter& painter, const Mark& mark, const Theme& theme) {
    const QColor color = mark.hue < 0 ? theme.softText : theme.hue(mark.hue);
    const double radius = dotRadius(mark);
    switch (mark.span.kind) {
    case MarkKind::DayDot:
        painter.setPen(Qt::NoPen);
        painter.setBrush(withAlpha(color, theme.dayAlpha));
        painter.drawRoundedRect(barRect(mark), mark.barHeight / 2, mark.barHeight / 2);
        paintDot(painter, mark, color, radius, theme);
        break;
    case MarkKind::Moment:
        paintDot(painter, mark, color, radius * 0.8, theme);
        break;
    case MarkKind::SpanBar:
        paintSpanBar(painter, mark, color, theme);
        break;
    case MarkKind::PossibleBand:
        paintPossibleBand(painter, mark, color, theme);
        if (mark.span.ringed)
            paintGapRing(painter, mark, color, radius);
        break;
    case MarkKind::SoftRing:
        paintSoftRing(painter, mark, color, radius);
        break;
    case MarkKind::GapRing:
        paintGapRing(painter, mark, color, radius);
        break;
    case MarkKind::OpenDot:
        if (mark.span.fadeStart)
            paintFade(painter, mark, color, true);
        if (mark.span.fadeEnd)
            paintFade(painter, mark, color, false);
        paintDot(painter, mark, color, radius, theme);
        break;
    }
}

} // namespace quoteline::ui

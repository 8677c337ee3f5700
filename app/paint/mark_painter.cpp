// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paint/scene_painter.h"

#include "app/paint/hatching.h"
#include "app/paint/soft_fill.h"
#include <QPainter>
#include <QPainterPath>
#include <algorithm>

namespace quoteline::ui {

using layout::Mark;
using layout::MarkKind;

namespace {

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

/// Opacity that grows from soft ends and is `full` between them.
SoftStops barStops(const Mark& mark, double full) {
    const double width = mark.span.barRight - mark.span.barLeft;
    const double soft = std::min(0.3, mark.barHeight / std::max(1.0, width));
    return {{{0, mark.span.fadeStart ? 0 : full}, {soft, full}, {1 - soft, full}, {1, mark.span.fadeEnd ? 0 : full}}};
}

/// `strength` of a bar that stands for certain is 1.
void paintBar(QPainter& painter, const Mark& mark, const QColor& color, double strength, const Theme& theme) {
    QRectF rect = barRect(mark);
    const double round = std::min(4.0, rect.width() / 2);
    const bool soft = mark.span.fadeStart || mark.span.fadeEnd;
    if (mark.span.scheduled) {
        const double pen = penWidth(mark);
        if (soft && mark.span.wide) { // an outline without ends
            for (const double top : {rect.top(), rect.bottom() - pen})
                fillSoftly(painter, QRectF(rect.left(), top, rect.width(), pen), color, barStops(mark, strength));
            return;
        }
        rect.adjust(pen / 2, pen / 2, -pen / 2, -pen / 2);
        painter.setPen(QPen(color, pen));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(rect, round, round);
        return;
    }
    if (soft) {
        fillSoftly(painter, rect, color, barStops(mark, theme.spanAlpha * strength));
        return;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(withAlpha(color, theme.spanAlpha * strength));
    painter.drawRoundedRect(rect, round, round);
}

void paintPossibleBand(QPainter& painter, const Mark& mark, const QColor& color, const Theme& theme) {
    const QRectF rect = barRect(mark);
    if (mark.span.tiny) {
        const QPointF centre(mark.span.centre, mark.centreY);
        painter.setPen(Qt::NoPen);
        painter.setBrush(withAlpha(color, theme.bandAlpha));
        painter.drawEllipse(centre, rect.width() / 2, rect.width() / 2);
        paintHatchedDisc(painter, centre, rect.width() / 2, color, theme.hatchAlpha);
        return;
    }
    const double soft = std::min(rect.width() / 3, rect.height() * 1.2);
    const double edge = soft / std::max(1.0, rect.width());
    fillSoftly(painter, rect, color, {{{0, 0.02}, {edge, theme.bandAlpha}, {1 - edge, theme.bandAlpha}, {1, 0.02}}});
    paintHatching(painter, rect, soft, color, theme.hatchAlpha);
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
    fillHalo(painter, centre, 2 * radius, color, {{{0, 0.45}, {0.5, 0.3}, {1, 0}, {1, 0}}});
    const QPen pen = ringPen(color, radius);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(centre, radius - pen.widthF() / 2, radius - pen.widthF() / 2);
}

/// Thin, from the dot or the bar of the known end.
void paintFade(QPainter& painter, const Mark& mark, const QColor& color, bool towardsStart) {
    const double bar = towardsStart ? mark.span.barLeft : mark.span.barRight;
    const double from = mark.span.wide ? bar : mark.span.centre;
    const double end = towardsStart ? mark.span.left : mark.span.right;
    const double height = mark.barHeight * 0.3;
    const QRectF rect(QPointF(std::min(end, from), mark.centreY - height / 2),
                      QPointF(std::max(end, from), mark.centreY + height / 2));
    constexpr double full = 0.75; // beside the dot
    const double left = towardsStart ? 0 : full;
    fillSoftly(painter, rect, color, {{{0, left}, {1, full - left}, {1, full - left}, {1, full - left}}});
}

void paintFades(QPainter& painter, const Mark& mark, const QColor& color) {
    if (mark.span.fadeStart)
        paintFade(painter, mark, color, true);
    if (mark.span.fadeEnd)
        paintFade(painter, mark, color, false);
}

/// The whole of the stated bounds: about then with soft ends, paler where no source gives the date.
void paintWide(QPainter& painter, const Mark& mark, const QColor& color, const Theme& theme) {
    Mark bar = mark;
    if (mark.span.kind == MarkKind::OpenDot) {
        paintFades(painter, mark, color);
        bar.span.fadeStart = bar.span.fadeEnd = false;
    }
    paintBar(painter, bar, color, mark.span.kind == MarkKind::GapRing ? 0.5 : 1, theme);
}

/// One of four glyphs: a bar, hatched where something happened once in there; a dot, pale where the day is about or a
/// possibility, and a ring where it is scheduled.
void paintSlim(QPainter& painter, const Mark& mark, const QColor& color, const Theme& theme) {
    const QRectF rect = mark.rect();
    painter.setPen(Qt::NoPen);
    if (layout::isBar(mark.span)) {
        const bool possible = mark.span.kind == MarkKind::PossibleBand;
        const double round = std::min(rect.width(), rect.height()) / 2;
        if (mark.span.scheduled && !possible) {
            painter.setPen(QPen(color, 1));
            painter.setBrush(theme.surface);
            painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), round, round);
            return;
        }
        painter.setBrush(withAlpha(color, possible ? theme.bandAlpha : theme.slimAlpha));
        painter.drawRoundedRect(rect, round, round);
        if (possible)
            paintHatching(painter, rect, 0, color, theme.hatchAlpha);
        return;
    }
    const double radius = rect.width() / 2;
    if (mark.span.scheduled) {
        paintDot(painter, mark, color, radius, theme);
        return;
    }
    const bool sure = mark.span.kind == MarkKind::DayDot || mark.span.kind == MarkKind::Moment;
    painter.setBrush(sure ? color : withAlpha(color, theme.slimAlpha));
    painter.drawEllipse(rect);
}

} // namespace

void paintMark(QPainter& painter, const Mark& mark, const Theme& theme) {
    const QColor color = mark.hue < 0 ? theme.softText : theme.hue(mark.hue);
    if (mark.slim) {
        paintSlim(painter, mark, color, theme);
        return;
    }
    const double radius = dotRadius(mark);
    if (mark.span.wide && mark.span.kind != MarkKind::PossibleBand) {
        paintWide(painter, mark, color, theme);
        return;
    }
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
        paintBar(painter, mark, color, 1, theme);
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
        paintFades(painter, mark, color);
        paintDot(painter, mark, color, radius, theme);
        break;
    }
}

} // namespace quoteline::ui

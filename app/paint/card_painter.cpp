// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paint/card_painter.h"

#include <QPainter>
#include <QPainterPath>

namespace quoteline::ui {

namespace {

/// The ground of a card without its bar: rounded at the right.
QPainterPath besideBar(const layout::Card& card, double round) {
    const QRectF rect(card.bar.topRight(), card.rect.bottomRight());
    const QSizeF corner(2 * round, 2 * round);
    QPainterPath path(rect.topLeft());
    path.arcTo(QRectF(rect.topRight() - QPointF(corner.width(), 0), corner), 90, -90);
    path.arcTo(QRectF(rect.bottomRight() - QPointF(corner.width(), corner.height()), corner), 0, -90);
    path.lineTo(rect.bottomLeft());
    path.closeSubpath();
    return path;
}

} // namespace

void paintCards(QPainter& painter, const layout::Scene& scene, const Theme& theme) {
    const double round = 5 * scene.textScale;
    const double pen = scene.textScale;
    for (const layout::Card& card : scene.cards) {
        const QColor& hue = theme.hue(card.hue);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.cardShadow);
        painter.drawRoundedRect(card.rect.translated(0, pen), round, round);
        painter.setBrush(hue);
        painter.drawRoundedRect(card.rect, round, round);
        painter.setBrush(theme.card);
        painter.drawPath(besideBar(card, round));
        QPen edge(card.scheduled ? hue : theme.cardEdge, pen);
        if (card.scheduled)
            edge.setDashPattern({4, 3});
        painter.setPen(edge);
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(card.rect.adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2), round - pen / 2,
                                round - pen / 2);
    }
}

} // namespace quoteline::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paint/link_painter.h"

#include <QPainter>

namespace quoteline::ui {

using layout::LinkPattern;

namespace {

constexpr double faintWidth = 1.2; // of lines, at text scale 1
constexpr double ownWidth = 1.7;
constexpr double currentWidth = 2.8;

/// In widths of the pen, dash and gap by turns; none for a whole line.
QList<qreal> dashesOf(LinkPattern pattern) {
    switch (pattern) {
    case LinkPattern::Reply:
        return {};
    case LinkPattern::Agreement:
        return {9, 4};
    case LinkPattern::Dispute:
        return {7, 2.5, 1.5, 2.5};
    case LinkPattern::Mention:
        return {3.5, 3};
    case LinkPattern::Reading:
        return {1, 2.2};
    }
    return {};
}

QPen penFor(LinkPattern pattern, const QColor& color, double width) {
    QPen pen(color, width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    if (const QList<qreal> dashes = dashesOf(pattern); !dashes.isEmpty())
        pen.setDashPattern(dashes);
    return pen;
}

} // namespace

void paintLinkLines(QPainter& painter, const layout::Scene& scene, const layout::Links& links, const Theme& theme) {
    painter.setClipRect(scene.frame.lanes);
    for (const layout::LinkArc& arc : links.arcs) {
        const QColor& color = arc.current ? theme.accent : arc.faint ? theme.faintLink : theme.link;
        const double width = arc.current ? currentWidth : arc.faint ? faintWidth : ownWidth;
        painter.setPen(penFor(arc.pattern, color, width * scene.textScale));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(arc.path.data(), static_cast<int>(arc.path.size()));
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawPolygon(arc.head.data(), static_cast<int>(arc.head.size()));
    }
}

void paintLinkWords(QPainter& painter, const layout::Scene& scene, const layout::Links& links,
                    const PaintStyle& style) {
    painter.setClipRect(scene.frame.lanes);
    std::vector<layout::Text> texts;
    for (const layout::LinkLabel& label : links.labels) {
        const bool current = links.arcs[label.arc].current;
        painter.setPen(QPen(current ? style.theme.accent : style.theme.frame, scene.textScale));
        painter.setBrush(style.theme.surface);
        const double round = 3 * scene.textScale;
        painter.drawRoundedRect(label.rect.adjusted(0.5, 0.5, -0.5, -0.5), round, round);
        texts.push_back(label.text);
    }
    paintTextsOf(painter, texts, style);
}

void paintLinkSample(QPainter& painter, const QLineF& line, LinkPattern pattern, double textScale, const Theme& theme) {
    painter.setPen(penFor(pattern, theme.link, ownWidth * textScale));
    painter.drawLine(line);
}

} // namespace quoteline::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/overlay/overlay_builder.h"
#include "app/layout/overview/overview_brush.h"
#include "app/layout/scene/scene.h"
#include "app/layout/shapes/legend.h"
#include "app/paint/font_measurer.h"
#include "app/paint/theme.h"

#include <QHash>
#include <QImage>
#include <QStaticText>
#include <span>
#include <utility>

class QPainter;

/// Replays a Scene. Decides nothing: what is drawn and where stands in the Scene, with what colour in the Theme.
namespace quoteline::ui {

/// Texts that were laid out, or drawn, before: most texts of a frame stood in the last one too. Shaping a text costs
/// more than drawing its glyphs, and drawing its glyphs more than copying its image. Belongs to one thread and one set
/// of fonts.
class TextCache {
public:
    /// A text laid out; `ascent` is the distance from its top to its baseline.
    struct Shaped {
        QStaticText text;
        double ascent = 0;
    };
    /// A text drawn, for a scale of 1; `origin` is where its baseline begins in the image.
    struct Drawn {
        QImage image;
        QPoint origin;
    };
    const Shaped& shaped(const layout::Text& text, const Fonts& fonts);
    const Drawn& drawn(const layout::Text& text, const QColor& color, const Fonts& fonts);
    void clear();

private:
    QHash<std::pair<QString, int>, Shaped> m_shaped;                ///< by text and role
    QHash<std::pair<QString, std::pair<int, QRgb>>, Drawn> m_drawn; ///< by text, role and colour
    qsizetype m_drawnBytes = 0;
};

struct PaintStyle {
    const Theme& theme;
    const Fonts& fonts;
    TextCache& cache;
};

/// Shades of lanes, weekends and grid, which lie below everything else.
void paintBackdrop(QPainter& painter, const layout::Scene& scene, const Theme& theme);

/// Everything else of the scene but axes and background, which Qt Charts draws.
void paintScene(QPainter& painter, const layout::Scene& scene, const layout::Overlay& overlay, const PaintStyle& style);

/// Lines of text alone, where they lie.
void paintTextsOf(QPainter& painter, std::span<const layout::Text> texts, const PaintStyle& style);

/// The part of the overview that is in view: bright, with handles at its ends; the rest of `plot` is dimmed.
void paintBrush(QPainter& painter, const layout::Brush& brush, const QRectF& plot, const Theme& theme);

/// Lines and bars of the overview that Qt Charts does not draw: the grid, which lies below its bars, and what a search
/// found, which lies above them.
void paintOverviewGrid(QPainter& painter, const layout::OverviewScene& scene, const Theme& theme);
void paintFoundBars(QPainter& painter, const layout::OverviewScene& scene, const Theme& theme);

/// One mark, in the colour of its lane; in the soft text colour where it has none (legends).
void paintMark(QPainter& painter, const layout::Mark& mark, const Theme& theme);

} // namespace quoteline::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/legend.h"
#include "app/layout/overlay_builder.h"
#include "app/layout/scene.h"
#include "app/paint/font_measurer.h"
#include "app/paint/theme.h"

#include <QHash>
#include <QStaticText>
#include <utility>

class QPainter;

/// Replays a Scene. Decides nothing: what is drawn and where stands in the Scene, with what colour in the Theme.
namespace quoteline::ui {

/// Texts that were laid out before. Shaping a text costs more than drawing it, and most texts of a frame stood in the last
/// one too. Belongs to one thread and one set of fonts.
class TextCache {
public:
    struct Entry {
        QStaticText text;
        double ascent = 0; ///< from the top of `text` to its baseline
    };
    const Entry& entry(const QString& text, layout::FontRole role, const Fonts& fonts);
    void clear() { m_entries.clear(); }

private:
    QHash<std::pair<QString, int>, Entry> m_entries;
};

struct PaintStyle {
    const Theme& theme;
    const Fonts& fonts;
    TextCache& cache;
};

/// Weekends and grid, which lie above the shades of the lanes and below everything else.
void paintBackdrop(QPainter& painter, const layout::Scene& scene, const Theme& theme);

/// Everything else of the scene but axes, lane shades and background, which Qt Charts draws.
void paintScene(QPainter& painter, const layout::Scene& scene, const layout::Overlay& overlay, const PaintStyle& style);

/// Lines of text alone, where they lie.
void paintTextsOf(QPainter& painter, const std::vector<layout::Text>& texts, const PaintStyle& style);

/// The part of the overview that is in view: bright, with handles at its ends; the rest of `plot` is dimmed.
void paintBrush(QPainter& painter, const QRectF& brush, const QRectF& plot, const Theme& theme);

/// One mark, in the colour of its lane; in the soft text colour where it has none (legends).
void paintMark(QPainter& painter, const layout::Mark& mark, const Theme& theme);

} // namespace quoteline::ui

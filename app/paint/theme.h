// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>
#include <array>

/// Colours of the program. Nothing outside of app/paint names a colour.
namespace quoteline::ui {

inline constexpr int hueCount = 8;
/// Opacity of the ground of a "+N" chip in the colour of its lane.
inline constexpr float chipFillAlpha = 0.16F;

struct Theme {
    bool dark = false;
    QColor window;       ///< behind header and margins
    QColor surface;      ///< behind the lanes
    QColor laneShade;    ///< every other lane
    QColor weekend;      ///< Saturdays and Sundays on the surface
    QColor weekendShade; ///< the same on shaded lanes
    QColor grid;
    QColor frame;      ///< edges of the plot
    QColor card;       ///< ground of cards in the reading view
    QColor cardEdge;   ///< their outline
    QColor cardShadow; ///< translucent
    QColor text;
    QColor softText;
    QColor accent;        ///< selection, core window, brush of the overview
    QColor selectionFill; ///< translucent
    QColor hoverFill;     ///< translucent
    QColor barCertain;    ///< bars of the overview
    QColor barPossible;
    std::array<QColor, hueCount> hues; ///< of lanes: names and marks

    const QColor& hue(int index) const { return hues[static_cast<std::size_t>(index % hueCount)]; }
    bool operator==(const Theme&) const = default;
};

const Theme& lightTheme();
const Theme& darkTheme();
/// Light or dark as the palette of the desktop is.
const Theme& themeFor(const QPalette& palette);
/// A palette for widgets around a chart in that theme.
QPalette paletteFor(const Theme& theme);

/// Contrast of two opaque colours, 1 to 21 (WCAG 2.1, 1.4.3).
double contrast(const QColor& a, const QColor& b);
/// `over` as it looks on `under`.
QColor blended(const QColor& over, const QColor& under);

} // namespace quoteline::ui

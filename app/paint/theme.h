// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>
#include <array>

/// Colours of the program. Nothing outside of app/paint names a colour.
namespace quoteline::ui {

inline constexpr int hueCount = 8;

/// What a person chose for the look of the program.
enum class ThemeChoice { System, Light, Dark, HighContrast };

struct Theme {
    bool dark = false;
    bool highContrast = false;
    QColor window;       ///< behind header and margins
    QColor surface;      ///< behind the lanes
    QColor laneShade;    ///< every other lane
    QColor weekend;      ///< Saturdays and Sundays on the surface
    QColor weekendShade; ///< the same on shaded lanes
    QColor grid;
    QColor frame;     ///< edges of the plot
    QColor link;      ///< lines between events: of the selected one ...
    QColor faintLink; ///< ... and of all others
    QColor text;
    QColor softText;
    QColor hitFill;           ///< behind words that a search found; opaque
    QColor accent;            ///< selection, core window, brush of the overview
    QColor selectionFill;     ///< translucent
    QColor hoverFill;         ///< translucent
    QColor hoverLine;         ///< around what lies under the pointer; invalid where the fill is enough
    double focusLine = 1.5;   ///< width of the lines around the selection and the focus
    double dayAlpha = 0.32;   ///< opacity of the thin bar under the dot of a day
    double spanAlpha = 0.35;  ///< of the bar of something that lasted
    double bandAlpha = 0.17;  ///< of the ground of a band: once, somewhere in there
    double hatchAlpha = 0.62; ///< of the strokes of its hatching
    double slimAlpha = 0.55;  ///< of small bars and of small dots that are about a day
    double columnAlpha = 0.5; ///< of columns in the colour of a lane, and twice that of those that are possible
    QColor barCertain;        ///< bars of the overview
    QColor barPossible;
    std::array<QColor, hueCount> hues; ///< of lanes: names and marks

    const QColor& hue(int index) const { return hues[static_cast<std::size_t>(index % hueCount)]; }
    bool operator==(const Theme&) const = default;
};

const Theme& lightTheme();
const Theme& darkTheme();
/// The light theme on the white of paper, so that no ink goes into the ground.
const Theme& paperTheme();
/// Text of at least 7 : 1 on every ground, names and marks of lanes of 4.5 : 1; what is selected or under the pointer
/// has an outline. There are two, because people need opposite ones: some are dazzled by a white ground, others see
/// white letters swim on a black one. Which of them it is says the desktop, where they have chosen already.
const Theme& highContrastTheme(bool dark);
/// Light or dark as the palette of the desktop is.
const Theme& themeFor(const QPalette& palette);
/// A palette for widgets around a chart in that theme.
QPalette paletteFor(const Theme& theme);

/// The ground of words that a search found: opaque below text of the palette, translucent below selected text.
QColor markedGround(const QPalette& palette, bool selected);

/// Contrast of two opaque colours, 1 to 21 (WCAG 2.1, 1.4.3).
double contrast(const QColor& a, const QColor& b);
/// `over` as it looks on `under`.
QColor blended(const QColor& over, const QColor& under);

} // namespace quoteline::ui

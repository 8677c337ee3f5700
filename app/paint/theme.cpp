// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paint/theme.h"

#include <algorithm>
#include <cmath>

namespace quoteline::ui {

namespace {

Theme makeLight() {
    Theme theme;
    theme.dark = false;
    theme.window = QColor(0xFF, 0xFF, 0xFF);
    theme.surface = QColor(0xFD, 0xFD, 0xFE);
    theme.laneShade = QColor(0xF3, 0xF4, 0xF7);
    theme.weekend = QColor(0xF2, 0xF3, 0xF6);
    theme.weekendShade = QColor(0xE8, 0xEA, 0xEE);
    theme.grid = QColor(0xE4, 0xE6, 0xEC);
    theme.frame = QColor(0xD3, 0xD7, 0xE0);
    theme.link = QColor(0x3D, 0x44, 0x54);
    theme.faintLink = QColor(0x7A, 0x82, 0x92);
    theme.text = QColor(0x17, 0x1B, 0x26);
    theme.softText = QColor(0x59, 0x60, 0x70);
    theme.accent = QColor(0x2C, 0x62, 0xB8);
    theme.selectionFill = QColor(0x2C, 0x62, 0xB8, 28);
    theme.hoverFill = QColor(0x2A, 0x36, 0x50, 18);
    theme.hitFill = QColor(0xFF, 0xE3, 0x90);
    theme.barCertain = QColor(0x7D, 0x8C, 0xA8);
    theme.barPossible = QColor(0xC6, 0xCE, 0xDC);
    theme.hues = {QColor(0x2F, 0x63, 0xB0), QColor(0x9C, 0x3F, 0x86), QColor(0xC0, 0x39, 0x2A),
                  QColor(0x17, 0x77, 0x5A), QColor(0x8F, 0x62, 0x05), QColor(0x74, 0x43, 0xA3),
                  QColor(0x0B, 0x6F, 0x92), QColor(0x59, 0x63, 0x1C)};
    return theme;
}

Theme makeDark() {
    Theme theme;
    theme.dark = true;
    theme.window = QColor(0x12, 0x15, 0x1A);
    theme.surface = QColor(0x17, 0x1A, 0x20);
    theme.laneShade = QColor(0x1D, 0x21, 0x28);
    theme.weekend = QColor(0x21, 0x24, 0x2B);
    theme.weekendShade = QColor(0x27, 0x2B, 0x32);
    theme.grid = QColor(0x2A, 0x2F, 0x38);
    theme.frame = QColor(0x38, 0x3F, 0x4B);
    theme.link = QColor(0xD3, 0xD9, 0xE4);
    theme.faintLink = QColor(0x76, 0x7F, 0x90);
    theme.text = QColor(0xF1, 0xF3, 0xF7);
    theme.softText = QColor(0xA3, 0xAB, 0xBA);
    theme.accent = QColor(0x7F, 0xB1, 0xF8);
    theme.selectionFill = QColor(0x7F, 0xB1, 0xF8, 36);
    theme.hoverFill = QColor(0xE2, 0xE8, 0xF4, 22);
    theme.hitFill = QColor(0x47, 0x3A, 0x0A);
    theme.barCertain = QColor(0x83, 0x92, 0xAE);
    theme.barPossible = QColor(0x44, 0x4E, 0x60);
    theme.dayAlpha = 0.4;
    theme.spanAlpha = 0.45;
    theme.bandAlpha = 0.26;
    theme.hues = {QColor(0x7F, 0xB1, 0xF8), QColor(0xF0, 0x97, 0xCF), QColor(0xFF, 0x8B, 0x74),
                  QColor(0x55, 0xD2, 0xA6), QColor(0xF0, 0xC0, 0x50), QColor(0xC7, 0xA0, 0xF4),
                  QColor(0x55, 0xCC, 0xEA), QColor(0xC3, 0xCF, 0x6A)};
    return theme;
}

/// What both of high contrast have.
Theme makeContrast(bool dark) {
    Theme theme;
    theme.dark = dark;
    theme.highContrast = true;
    theme.focusLine = 3;
    theme.dayAlpha = 0.6;
    theme.spanAlpha = 0.8;
    theme.bandAlpha = 0.12;
    theme.hatchAlpha = 1;
    return theme;
}

// The hues lie as far apart (CIE L*a*b*) as eight can that keep their contrast.
Theme makeContrastLight() {
    Theme theme = makeContrast(false);
    theme.window = QColor(0xFF, 0xFF, 0xFF);
    theme.surface = QColor(0xFF, 0xFF, 0xFF);
    theme.laneShade = QColor(0xF2, 0xF2, 0xF2);
    theme.weekend = QColor(0xE8, 0xE8, 0xE8);
    theme.weekendShade = QColor(0xDE, 0xDE, 0xDE);
    theme.grid = QColor(0xC4, 0xC4, 0xC4);
    theme.frame = QColor(0x00, 0x00, 0x00);
    theme.link = QColor(0x00, 0x00, 0x00);
    theme.faintLink = QColor(0x50, 0x50, 0x50);
    theme.text = QColor(0x00, 0x00, 0x00);
    theme.softText = QColor(0x26, 0x26, 0x26);
    theme.accent = QColor(0x00, 0x00, 0xC0);
    theme.selectionFill = QColor(0x00, 0x00, 0xC0, 24);
    theme.hoverFill = QColor(0x00, 0x00, 0x00, 12);
    theme.hoverLine = QColor(0x00, 0x00, 0x00);
    theme.hitFill = QColor(0xFF, 0xF0, 0x00);
    theme.barCertain = QColor(0x26, 0x26, 0x26);
    theme.barPossible = QColor(0x80, 0x80, 0x80);
    theme.hues = {QColor(0x00, 0x00, 0xFC), QColor(0x90, 0x00, 0x54), QColor(0x9C, 0x00, 0x00),
                  QColor(0x00, 0x54, 0x00), QColor(0x6C, 0x48, 0x24), QColor(0x78, 0x0C, 0xA8),
                  QColor(0x00, 0x54, 0x60), QColor(0x00, 0x0C, 0x48)};
    return theme;
}

Theme makeContrastDark() {
    Theme theme = makeContrast(true);
    theme.window = QColor(0x00, 0x00, 0x00);
    theme.surface = QColor(0x00, 0x00, 0x00);
    theme.laneShade = QColor(0x12, 0x12, 0x12);
    theme.weekend = QColor(0x1E, 0x1E, 0x1E);
    theme.weekendShade = QColor(0x2A, 0x2A, 0x2A);
    theme.grid = QColor(0x48, 0x48, 0x48);
    theme.frame = QColor(0xFF, 0xFF, 0xFF);
    theme.link = QColor(0xFF, 0xFF, 0xFF);
    theme.faintLink = QColor(0xB0, 0xB0, 0xB0);
    theme.text = QColor(0xFF, 0xFF, 0xFF);
    theme.softText = QColor(0xE4, 0xE4, 0xE4);
    theme.accent = QColor(0xFF, 0xE8, 0x00);
    theme.selectionFill = QColor(0xFF, 0xE8, 0x00, 26);
    theme.hoverFill = QColor(0xFF, 0xFF, 0xFF, 14);
    theme.hoverLine = QColor(0xFF, 0xFF, 0xFF);
    theme.hitFill = QColor(0x00, 0x00, 0xA0);
    theme.barCertain = QColor(0xFF, 0xFF, 0xFF);
    theme.barPossible = QColor(0x90, 0x90, 0x90);
    theme.hues = {QColor(0x90, 0xC0, 0xFC), QColor(0xFC, 0x90, 0xFC), QColor(0xFC, 0x9C, 0x9C),
                  QColor(0x00, 0xFC, 0x48), QColor(0xFC, 0x9C, 0x18), QColor(0xA8, 0xC0, 0x6C),
                  QColor(0x00, 0xFC, 0xF0), QColor(0xFC, 0xFC, 0x00)};
    return theme;
}

/// Outlines of what can be pressed or written into: 3 : 1 on the window and on what lies in it (WCAG 2.1, 1.4.11).
QColor edgeOf(const Theme& theme) {
    QColor edge = theme.softText;
    edge.setAlphaF(theme.highContrast ? 1.0F : 0.75F);
    return blended(edge, theme.window);
}

double channel(double value) {
    return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color) {
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) + 0.0722 * channel(color.blueF());
}

} // namespace

const Theme& lightTheme() {
    static const Theme theme = makeLight();
    return theme;
}

const Theme& darkTheme() {
    static const Theme theme = makeDark();
    return theme;
}

const Theme& paperTheme() {
    static const Theme theme = [] {
        Theme paper = makeLight();
        paper.window = QColor(0xFF, 0xFF, 0xFF);
        paper.surface = paper.window;
        return paper;
    }();
    return theme;
}

const Theme& highContrastTheme(bool dark) {
    static const Theme light = makeContrastLight();
    static const Theme black = makeContrastDark();
    return dark ? black : light;
}

const Theme& themeFor(const QPalette& palette) {
    return palette.color(QPalette::Window).lightnessF() < palette.color(QPalette::WindowText).lightnessF()
               ? darkTheme()
               : lightTheme();
}

QPalette paletteFor(const Theme& theme) {
    QPalette palette(theme.window);
    palette.setColor(QPalette::Window, theme.window);
    palette.setColor(QPalette::WindowText, theme.text);
    palette.setColor(QPalette::Base, theme.surface);
    palette.setColor(QPalette::AlternateBase, theme.laneShade);
    palette.setColor(QPalette::Text, theme.text);
    palette.setColor(QPalette::Button, theme.laneShade);
    palette.setColor(QPalette::ButtonText, theme.text);
    palette.setColor(QPalette::ToolTipBase, theme.laneShade);
    palette.setColor(QPalette::ToolTipText, theme.text);
    palette.setColor(QPalette::PlaceholderText, theme.softText);
    palette.setColor(QPalette::Link, theme.accent);
    palette.setColor(QPalette::Highlight, theme.accent);
    palette.setColor(QPalette::HighlightedText, theme.dark ? theme.window : QColor(Qt::white));
    palette.setColor(QPalette::Mid, theme.frame);
    palette.setColor(QPalette::Midlight, theme.weekendShade);
    palette.setColor(QPalette::Dark, edgeOf(theme));
    palette.setColor(QPalette::Disabled, QPalette::Text, theme.softText);
    palette.setColor(QPalette::Disabled, QPalette::WindowText, theme.softText);
    palette.setColor(QPalette::Disabled, QPalette::ButtonText, theme.softText);
    return palette;
}

QColor markedGround(const QPalette& palette, bool selected) {
    if (selected) {
        constexpr float opacity = 0.25F;
        QColor ground = palette.color(QPalette::HighlightedText);
        ground.setAlphaF(opacity);
        return ground;
    }
    const bool dark = themeFor(palette).dark;
    const Theme& strong = highContrastTheme(dark);
    return (palette.color(QPalette::Highlight) == strong.accent ? strong : themeFor(palette)).hitFill;
}

double contrast(const QColor& a, const QColor& b) {
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

QColor blended(const QColor& over, const QColor& under) {
    const double alpha = over.alphaF();
    const auto mix = [&](double o, double u) { return static_cast<float>(o * alpha + u * (1 - alpha)); };
    return QColor::fromRgbF(mix(over.redF(), under.redF()), mix(over.greenF(), under.greenF()),
                            mix(over.blueF(), under.blueF()));
}

} // namespace quoteline::ui

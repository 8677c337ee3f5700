// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/memory/look.h"

#include "app/view/evidence/evidence_panel.h"
#include "app/view/timeline/timeline_pane.h"
#include "app/view/timeline/view_controller.h"
#include "app/window/memory/window_memory.h"
#include "app/window/parts/actions.h"
#include "app/window/parts/icon_set.h"
#include <QApplication>
#include <algorithm>

namespace quoteline::ui {

namespace {
constexpr double textStep = 0.25;
constexpr int iconSide = 24; // of toolbars, at text scale 1
} // namespace

Look::Look(const WindowParts& parts, WindowMemory& memory)
    : m_parts(parts)
    , m_memory(memory)
    , m_theme(themeFor(QApplication::palette())) {
    wire();
    restore();
}

void Look::wire() {
    const Actions& a = m_parts.actions;
    const auto on = [this](QAction* action, auto call) { connect(action, &QAction::triggered, this, call); };
    on(a.systemTheme, [this] { setThemeChoice(ThemeChoice::System); });
    on(a.lightTheme, [this] { setThemeChoice(ThemeChoice::Light); });
    on(a.darkTheme, [this] { setThemeChoice(ThemeChoice::Dark); });
    on(a.contrastTheme, [this] { setThemeChoice(ThemeChoice::HighContrast); });
    on(a.largerText, [this] { setTextScale(m_parts.controller.fonts().textScale() + textStep); });
    on(a.smallerText, [this] { setTextScale(m_parts.controller.fonts().textScale() - textStep); });
    connect(a.allRows, &QAction::toggled, this, [this](bool all) {
        m_parts.controller.setAllRows(all);
        m_memory.change([all](Settings& settings) { settings.allRows = all; });
    });
    connect(a.allLinks, &QAction::toggled, this, [this](bool shown) {
        m_parts.controller.setAllLinks(shown);
        m_memory.change([shown](Settings& settings) { settings.allLinks = shown; });
    });
    connect(a.legend, &QAction::toggled, this, [this](bool visible) {
        m_parts.panel.setLegendVisible(visible);
        m_memory.change([visible](Settings& settings) { settings.legend = visible; });
    });
}

void Look::restore() {
    const Settings settings = m_memory.settings();
    m_parts.actions.legend->setChecked(settings.legend);
    m_parts.actions.allRows->setChecked(settings.allRows);
    m_parts.actions.allLinks->setChecked(settings.allLinks);
    if (settings.textScale != 1)
        setTextScale(settings.textScale);
    m_parts.actions.smallerText->setEnabled(settings.textScale > 1);
    if (settings.theme != ThemeChoice::System) {
        setThemeChoice(settings.theme);
    } else { // the palette is the desktop's
        applyIcons(m_parts.actions, true);
        applyTheme();
    }
}

void Look::setThemeChoice(ThemeChoice choice) {
    m_choice = choice;
    // An empty palette is the desktop's, which says whether high contrast is black on white or white on black.
    QApplication::setPalette(choice == ThemeChoice::Light  ? paletteFor(lightTheme())
                             : choice == ThemeChoice::Dark ? paletteFor(darkTheme())
                                                           : QPalette());
    if (choice == ThemeChoice::HighContrast)
        QApplication::setPalette(paletteFor(highContrastTheme(themeFor(QApplication::palette()).dark)));
    const Actions& a = m_parts.actions;
    const std::array choices{a.systemTheme, a.lightTheme, a.darkTheme, a.contrastTheme};
    choices[static_cast<std::size_t>(choice)]->setChecked(true);
    applyIcons(m_parts.actions, choice == ThemeChoice::System);
    applyTheme();
    m_memory.change([choice](Settings& settings) { settings.theme = choice; });
}

void Look::setTextScale(double textScale) {
    const double scale = std::clamp(textScale, 1.0, 2.0);
    m_parts.controller.setTextScale(scale);
    QApplication::setFont(interfaceFont(scale));
    m_parts.window.setIconSize(QSize(iconSide, iconSide) * scale);
    m_parts.panel.setStyle(m_theme, m_parts.controller.fonts());
    Q_EMIT changed(m_theme);
    m_parts.actions.largerText->setEnabled(scale < 2);
    m_parts.actions.smallerText->setEnabled(scale > 1);
    m_memory.change([scale](Settings& settings) { settings.textScale = scale; });
}

void Look::applyTheme() {
    const QPalette palette = QApplication::palette();
    const Theme& desktop = themeFor(palette);
    m_theme = m_choice == ThemeChoice::HighContrast ? highContrastTheme(desktop.dark) : desktop;
    m_parts.pane.setTheme(m_theme);
    m_parts.panel.setStyle(m_theme, m_parts.controller.fonts());
    Q_EMIT changed(m_theme);
}

void Look::followPalette() {
    if (themeFor(QApplication::palette()).dark != m_theme.dark)
        applyTheme();
}

} // namespace quoteline::ui

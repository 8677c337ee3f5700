// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/paint/theme.h"
#include "app/window/parts/window_parts.h"
#include <QObject>

namespace quoteline::ui {

class WindowMemory;

/// How the window looks: theme, size of text, icons and legend. Follows the commands of the View menu and
/// the desktop, and remembers.
class Look : public QObject {
    Q_OBJECT
public:
    /// Brings back what `memory` has. Everything outlives this.
    Look(const WindowParts& parts, WindowMemory& memory);

    const Theme& theme() const { return m_theme; }
    void setThemeChoice(ThemeChoice choice);
    /// Of the whole program; brought into 1 to 2.
    void setTextScale(double textScale);
    /// The palette of the program has changed, perhaps because the desktop's has.
    void followPalette();

Q_SIGNALS:
    /// Theme or size of text are others now.
    void changed(const quoteline::ui::Theme& theme);

private:
    void wire();
    void restore();
    void applyTheme();

    WindowParts m_parts;
    WindowMemory& m_memory;
    ThemeChoice m_choice = ThemeChoice::System;
    Theme m_theme;
};

} // namespace quoteline::ui

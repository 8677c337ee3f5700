// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/parts/window_parts.h"
#include <QObject>

namespace quoteline::ui {

class WindowMemory;

/// File > Export picture: asks what and where, and writes it.
class PictureCommands : public QObject {
    Q_OBJECT
public:
    /// What the dialog begins with, apart from what the timeline shows.
    struct Defaults {
        QString story; ///< path of the file; empty for the built-in story
        bool dark = false;
    };
    /// `memory` outlives this object.
    PictureCommands(const WindowParts& parts, WindowMemory& memory, std::function<Defaults()> defaults);

    void ask();

private:
    WindowParts m_parts;
    WindowMemory& m_memory;
    std::function<Defaults()> m_defaults;
};

} // namespace quoteline::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/parts/window_parts.h"
#include <QObject>

namespace quoteline::ui {

class Look;
class WindowMemory;

/// File > Export picture: asks what and where, and writes it.
class PictureCommands : public QObject {
    Q_OBJECT
public:
    /// Everything outlives this.
    PictureCommands(const WindowParts& parts, WindowMemory& memory, const Look& look);

    void ask();

private:
    WindowParts m_parts;
    WindowMemory& m_memory;
    const Look& m_look;
};

} // namespace quoteline::ui

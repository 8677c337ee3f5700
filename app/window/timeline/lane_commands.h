// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/parts/window_parts.h"
#include <QObject>
#include <QPoint>

namespace quoteline::ui {

/// The commands that arrange lanes: what they stand for, which are collapsed or open, in what order.
class LaneCommands : public QObject {
    Q_OBJECT
public:
    explicit LaneCommands(const WindowParts& parts);

private:
    void follow();
    void toggleSelected();
    void openSelected();
    void moveSelected(int direction);
    void showMenu(std::size_t lane, QPoint position);
    std::optional<std::size_t> laneOfSelection() const;

    WindowParts m_parts;
};

} // namespace quoteline::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/parts/window_parts.h"
#include <QObject>
#include <tl/expected.hpp>

class QMimeData;

namespace quoteline::ui {

/// The file that is dragged, when it is one that can be opened; else a sentence that says why not. Looks at the words
/// of the address only.
tl::expected<QString, QString> draggedFile(const QMimeData* data);

/// Opens a file that is dropped anywhere on the window, and says in the status line what cannot be opened.
class DropTarget : public QObject {
    Q_OBJECT
public:
    explicit DropTarget(const WindowParts& parts);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    WindowParts m_parts;
};

} // namespace quoteline::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/picture/printing.h"
#include "app/window/parts/window_parts.h"
#include <QObject>
#include <memory>

class QPrinter;

namespace quoteline::ui {

/// File > Print and Print preview: the part of time in view, laid out for the page.
class PrintCommands : public QObject {
    Q_OBJECT
public:
    explicit PrintCommands(const WindowParts& parts);

private:
    void print();
    void preview();
    std::shared_ptr<QPrinter> printer() const;
    PrintSpec spec() const;
    void paint(QPrinter& printer, const layout::StoryView& view, const PrintSpec& spec);

    WindowParts m_parts;
};

} // namespace quoteline::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/picture/print_commands.h"

#include "app/view/timeline/view_controller.h"
#include "app/window/parts/actions.h"
#include <QMainWindow>
#include <QPrintDialog>
#include <QPrintPreviewDialog>
#include <QPrinter>

namespace quoteline::ui {

PrintCommands::PrintCommands(const WindowParts& parts)
    : m_parts(parts) {
    connect(m_parts.actions.print, &QAction::triggered, this, &PrintCommands::print);
    connect(m_parts.actions.printPreview, &QAction::triggered, this, &PrintCommands::preview);
}

std::shared_ptr<QPrinter> PrintCommands::printer() const {
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    prepare(*printer, m_parts.controller.view());
    return printer;
}

/// Text as large as in the window would leave less room on paper than its reader needs: paper is read from nearby.
PrintSpec PrintCommands::spec() const {
    const layout::TimeWindow& window = m_parts.controller.state().window;
    PrintSpec spec;
    if (window != m_parts.controller.wholeStory())
        spec.range = window;
    return spec;
}

void PrintCommands::paint(QPrinter& printer, const layout::StoryView& view, const PrintSpec& spec) {
    if (!printStory(printer, view, spec))
        m_parts.say(tr("The page was not printed: the printer or file cannot be written to."));
}

void PrintCommands::print() {
    const auto target = printer();
    auto* dialog = new QPrintDialog(target.get(), &m_parts.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOptions(QAbstractPrintDialog::PrintToFile | QAbstractPrintDialog::PrintShowPageSize);
    // What is in view now, whatever is shown by the time the dialog is closed. The connection keeps the printer.
    connect(dialog, qOverload<>(&QDialog::accepted), this,
            [this, target, view = m_parts.controller.view(), wanted = spec()] { paint(*target, view, wanted); });
    dialog->open();
}

void PrintCommands::preview() {
    const auto target = printer();
    auto* dialog = new QPrintPreviewDialog(target.get(), &m_parts.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QPrintPreviewDialog::paintRequested, this,
            [this, target, view = m_parts.controller.view(), wanted = spec()](QPrinter* printer) {
                paint(*printer, view, wanted);
            });
    dialog->resize(m_parts.window.size() * 0.9);
    dialog->open();
}

} // namespace quoteline::ui

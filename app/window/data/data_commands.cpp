// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/data/data_commands.h"

#include "app/content/words/translate.h"
#include "app/system/safe_file.h"
#include "app/view/timeline/view_controller.h"
#include "app/window/data/data_dialog.h"
#include "app/window/files/save_target.h"
#include "app/window/parts/actions.h"
#include "app/window/parts/open_story.h"

namespace quoteline::ui {

DataCommands::DataCommands(const WindowParts& parts)
    : m_parts(parts) {
    connect(m_parts.actions.exportData, &QAction::triggered, this, &DataCommands::ask);
}

void DataCommands::ask() {
    // What passes the filter now, whatever is shown by the time the dialogs are closed.
    const layout::StoryView view = m_parts.controller.view();
    DataDialog dialog(view, m_format, &m_parts.window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    m_format = dialog.format();
    const QString suffix = suffixOf(m_format);
    QString name = m_parts.open.baseName();
    // Never the name of the open story itself.
    name += m_format == DataFormat::Json ? QStringLiteral("-export.story") + suffix : suffix;
    const QString target =
        askForTarget(m_parts.window, {tr("Export data"), name, tr("Data files (*%1)").arg(suffix), suffix});
    if (!target.isEmpty())
        save(target, dialog.file(), view.events().size());
}

void DataCommands::save(const QString& path, const DataFile& file, std::size_t events) {
    if (const auto saved = saveFile(path, file.bytes); !saved)
        return tellFailure(m_parts.window, tr("Export data"), saved.error());
    const layout::StoryView& view = m_parts.controller.view();
    m_parts.say(tr("%1 event(s) in %2", nullptr, static_cast<int>(events))
                    .arg(layout::number(events, view.locale()), pathInWords(path)));
}

} // namespace quoteline::ui

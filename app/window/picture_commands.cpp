// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/picture_commands.h"

#include "app/export/safe_file.h"
#include "app/view/view_controller.h"
#include "app/window/actions.h"
#include "app/window/export_dialog.h"
#include "app/window/save_target.h"
#include <QFileInfo>

namespace quoteline::ui {

PictureCommands::PictureCommands(const WindowParts& parts, std::function<Defaults()> defaults)
    : QObject(&parts.window)
    , m_parts(parts)
    , m_defaults(std::move(defaults)) {
    connect(m_parts.actions.exportPicture, &QAction::triggered, this, &PictureCommands::ask);
}

void PictureCommands::ask() {
    const ViewController& controller = m_parts.controller;
    // What is in view now, whichever story is open by the time the dialogs are closed.
    const layout::StoryView view = controller.view();
    const Defaults defaults = m_defaults();
    QString suggested = defaults.story.isEmpty() ? QStringLiteral("milano-cortina-2026.png")
                                                 : QFileInfo(defaults.story).baseName() + QStringLiteral(".png");
    if (suggested == QFileInfo(defaults.story).fileName()) // the story is in a picture
        suggested.insert(suggested.size() - 4, QStringLiteral("-export"));
    ExportDialog dialog(view, controller.state().window, controller.state().window == controller.wholeStory(),
                        defaults.dark, controller.fonts().textScale(), &m_parts.window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const QString target = askForTarget(
        m_parts.window, {tr("Export picture"), suggested, tr("PNG pictures (*.png)"), QStringLiteral(".png")});
    if (!target.isEmpty())
        save(target, view, dialog.spec());
}

bool PictureCommands::save(const QString& path, const layout::StoryView& view, const PictureSpec& spec) {
    const auto saved = renderPng(view, spec).and_then([&](const QByteArray& png) { return saveFile(path, png); });
    if (saved) {
        const auto omission = omissionOf(view, spec);
        m_parts.say(omission ? tr("The picture is in %1. %2").arg(pathInWords(path), *omission)
                             : tr("The picture is in %1").arg(pathInWords(path)));
        return true;
    }
    tellFailure(m_parts.window, tr("Export picture"), saved.error());
    return false;
}

} // namespace quoteline::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/picture_commands.h"

#include "app/export/safe_file.h"
#include "app/view/view_controller.h"
#include "app/window/actions.h"
#include "app/window/export_dialog.h"
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

namespace quoteline::ui {

namespace {

constexpr qsizetype longestPath = 4096;

/// A name may hold line breaks and marks that turn the writing around.
QString shown(const QString& words) {
    return layout::displayLine(words.toStdString(), longestPath);
}

} // namespace

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
    const QString suggested = defaults.story.isEmpty() ? QStringLiteral("milano-cortina-2026.png")
                                                       : QFileInfo(defaults.story).baseName() + QStringLiteral(".png");
    ExportDialog dialog(view, controller.state().window, controller.state().window == controller.wholeStory(),
                        defaults.dark, controller.fonts().textScale(), &m_parts.window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const QString path =
        QFileDialog::getSaveFileName(&m_parts.window, tr("Export picture"), suggested, tr("PNG pictures (*.png)"));
    if (path.isEmpty())
        return;
    const bool complete = path.endsWith(QStringLiteral(".png"), Qt::CaseInsensitive);
    const QString target = complete ? path : path + QStringLiteral(".png");
    if (complete || mayReplace(target)) // the dialog asked about the name that was typed
        save(target, view, dialog.spec());
}

bool PictureCommands::mayReplace(const QString& path) {
    if (!QFileInfo(path).isFile())
        return true;
    QMessageBox box(QMessageBox::Question, tr("Export picture"),
                    tr("%1 is there already. Replace it?").arg(shown(path)), QMessageBox::Cancel, &m_parts.window);
    box.setTextFormat(Qt::PlainText);
    box.setDefaultButton(QMessageBox::Cancel);
    const QPushButton* replace = box.addButton(tr("&Replace"), QMessageBox::AcceptRole);
    box.exec();
    return box.clickedButton() == replace;
}

bool PictureCommands::save(const QString& path, const layout::StoryView& view, const PictureSpec& spec) {
    const auto saved = renderPng(view, spec).and_then([&](const QByteArray& png) { return saveFile(path, png); });
    if (saved) {
        const auto omission = omissionOf(view, spec);
        m_parts.say(omission ? tr("The picture is in %1. %2").arg(shown(path), *omission)
                             : tr("The picture is in %1").arg(shown(path)));
        return true;
    }
    auto* box = new QMessageBox(QMessageBox::Warning, tr("Export picture"), shown(saved.error()), QMessageBox::Close,
                                &m_parts.window);
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
    return false;
}

} // namespace quoteline::ui

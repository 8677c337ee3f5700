// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/picture/picture_commands.h"

#include "app/view/timeline/view_controller.h"
#include "app/window/files/save_target.h"
#include "app/window/memory/look.h"
#include "app/window/memory/window_memory.h"
#include "app/window/parts/actions.h"
#include "app/window/parts/open_story.h"
#include "app/window/picture/picture_dialog.h"
#include "app/window/picture/picture_settings.h"

namespace quoteline::ui {

PictureCommands::PictureCommands(const WindowParts& parts, WindowMemory& memory, const Look& look)
    : m_parts(parts)
    , m_memory(memory)
    , m_look(look) {
    connect(m_parts.actions.exportPicture, &QAction::triggered, this, &PictureCommands::ask);
}

void PictureCommands::ask() {
    const ViewController& controller = m_parts.controller;
    // What is in view now, whichever story is open by the time the dialogs are closed.
    const layout::StoryView view = controller.view();
    QString suggested = m_parts.open.baseName();
    if (pictureFormatOf(m_parts.open.path)) // the story is in a picture, which is not to be replaced
        suggested += QStringLiteral("-export");
    const QJsonObject& remembered = m_memory.settings().picture;
    PictureRequest begin = pictureSpecOf(remembered);
    if (remembered.isEmpty())
        begin.dark = m_look.theme().dark;
    begin.textScale = controller.fonts().textScale();
    const layout::ViewState& state = controller.state();
    PictureDialog dialog(view, {state.window, state.window == controller.wholeStory()}, begin, suggested,
                         &m_parts.window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    m_memory.change([&](Settings& settings) { settings.picture = pictureSettings(dialog.spec()); });
    const QString where = pathInWords(dialog.path());
    m_parts.say(dialog.words().isEmpty() ? tr("The picture is in %1").arg(where)
                                         : tr("The picture is in %1. %2").arg(where, dialog.words()));
}

} // namespace quoteline::ui

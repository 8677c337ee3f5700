// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/picture/picture_dialog.h"
#include "tests/window/window_probe.h"
#include <functional>
#include <memory>

/// What a person does with File > Export picture, and what they read there.
namespace quoteline::test {

struct PictureVisit {
    std::function<void(ui::PictureDialog&)> choose; ///< when the dialog is there; may be empty
    QString name;                                   ///< typed where the file is asked for; empty: the dialog is left
    bool replace = true;                            ///< the answer where a file is there already
    QStringList asked;                              ///< whether it may be replaced
    QStringList failures;
    QString message;   ///< below the choices, when the picture was laid out
    QString suggested; ///< name of the file
};

/// Goes through the dialogs until they are closed; leaves them after a failure.
void exportPicture(ShownWindow& window, PictureVisit& visit);

/// A dialog of its own, as the window makes it, with its preview.
std::unique_ptr<ui::PictureDialog> dialogOf(const layout::StoryView& view, const ui::PictureRequest& begin);
void chooseFormat(ui::PictureDialog& dialog, ui::PictureFormat format);
/// False where the preview takes longer than a minute.
bool waitUntilReady(ui::PictureDialog& dialog);

} // namespace quoteline::test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace quoteline::ui {

struct SaveQuestion {
    QString heading;   ///< of the dialogs
    QString suggested; ///< name of the file
    QString filter;    ///< of names, as QFileDialog has it
    QString suffix;    ///< ".png": what the name gets where it does not end so
};

/// Asks where a file shall be written, and whether one that is there may be replaced, whatever was typed. Empty where a
/// person thinks better of it.
QString askForTarget(QWidget& parent, const SaveQuestion& question);

/// A path for a sentence: it may hold line breaks and marks that turn the writing around.
QString pathInWords(const QString& path);

/// Says why a file was not saved, in a dialog.
void tellFailure(QWidget& parent, const QString& heading, const QString& reason);

} // namespace quoteline::ui

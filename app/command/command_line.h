// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/data/data_export.h"
#include "app/export/data/story_export.h"
#include "app/export/picture/picture_request.h"
#include "model/time/edtf.h"
#include <QString>
#include <QStringList>
#include <optional>
#include <tl/expected.hpp>

namespace quoteline::ui {

/// What the program was asked to do.
struct CommandLine {
    enum class Mode { Window, Export, List, Check, Help, Version };
    Mode mode = Mode::Window;
    QString story;                    ///< a file; empty for the story inside the program
    std::optional<QString> select;    ///< Window: id of the event to open with
    QString picture;                  ///< Export: the file, its name ends as that of a picture; or
    QString data;                     ///< Export: the file, its name ends as that of a data format; the other is empty
    PictureRequest spec;              ///< Export: within its bounds; `range` is not set, it needs the story's time zone
    std::optional<model::Edtf> range; ///< Export: the part of time to show
    ListFormat format = ListFormat::Text; ///< List, and Check (text or JSON)
    QString sources;                      ///< Check: a folder of documents; empty for none
    bool operator==(const CommandLine&) const = default;
};

/// Reads the arguments that follow the program's name; needs no application object. --help and --version count as soon
/// as they are met. The error is a sentence without its full stop that names the option and what to do, and points at
/// --help.
tl::expected<CommandLine, QString> parseCommandLine(const QStringList& arguments);

/// What --help and --version print, with a line break at the end.
QString helpText();
QString versionText();

} // namespace quoteline::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/picture_export.h"
#include "app/window/window_parts.h"
#include <QObject>

namespace quoteline::ui {

/// File > Export picture: asks what and where, and writes it.
class PictureCommands : public QObject {
    Q_OBJECT
public:
    /// What the dialog begins with, apart from what the timeline shows.
    struct Defaults {
        QString story; ///< path of the file; empty for the built-in story
        bool dark = false;
    };
    PictureCommands(const WindowParts& parts, std::function<Defaults()> defaults);

    void ask();
    /// Writes a picture; says in the status line where it is, or in a dialog why not.
    bool save(const QString& path, const layout::StoryView& view, const PictureSpec& spec);

private:
    WindowParts m_parts;
    std::function<Defaults()> m_defaults;
};

} // namespace quoteline::ui

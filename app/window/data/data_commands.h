// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/data/story_export.h"
#include "app/window/parts/window_parts.h"
#include <QObject>

namespace quoteline::ui {

/// File > Export data: asks for a format and a file, and writes the events that pass the filter.
class DataCommands : public QObject {
    Q_OBJECT
public:
    explicit DataCommands(const WindowParts& parts);

private:
    void ask();
    void save(const QString& path, const DataFile& file, std::size_t events);

    WindowParts m_parts;
    DataFormat m_format = DataFormat::Json; ///< that was chosen last
};

} // namespace quoteline::ui

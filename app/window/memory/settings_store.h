// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/memory/settings.h"
#include <optional>
#include <tl/expected.hpp>

namespace quoteline::ui {

/// The file that holds the settings. Of two programs that write it the last one wins; the file is always whole.
class SettingsStore {
public:
    /// An empty path remembers nothing.
    explicit SettingsStore(QString path = {});

    bool isEmpty() const { return m_path.isEmpty(); }
    /// What the file says, or the defaults. Never fails; see notice().
    Settings load();
    /// A sentence for the person when load() found a file that it could not understand.
    std::optional<QString> notice() const { return m_notice; }
    /// Writes the file and makes its folder. A file that load() did not understand is kept beside it first, as
    /// settings.damaged.json; one that load() could not read is not replaced. A sentence on failure; the old file is
    /// whole then.
    tl::expected<void, QString> save(const Settings& settings);

private:
    tl::expected<void, QString> keepDamaged();

    QString m_path;
    QByteArray m_damaged;      ///< what load() did not understand
    bool m_overlong = false;   ///< the file is too long to be settings
    bool m_unreadable = false; ///< there is a file, but nobody knows what it holds
    std::optional<QString> m_notice;
};

/// Where the settings of this user are; empty where there is no place for them (no home).
QString defaultSettingsPath();

} // namespace quoteline::ui

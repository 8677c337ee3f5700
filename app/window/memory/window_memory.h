// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/memory/settings_store.h"
#include "app/window/parts/window_parts.h"
#include <QObject>
#include <QTimer>

namespace quoteline::ui {

/// Keeps the settings of a window: brings them back when it is made, and writes them shortly after something changed
/// and when it is closed.
class WindowMemory : public QObject {
    Q_OBJECT
public:
    WindowMemory(const WindowParts& parts, SettingsStore store);
    ~WindowMemory() override;

    const Settings& settings() const { return m_settings; }
    /// A sentence for the person when the file of the settings could not be understood.
    std::optional<QString> notice() const { return m_store.notice(); }
    /// Changes the settings through `change`; they are written soon.
    template <typename Change>
    void change(Change change) {
        change(m_settings);
        touch();
    }

    /// Size, place and docks of the window, as they were. All docks and toolbars must be there, with object names.
    void restoreWindow();
    /// Another story takes the place of the open one: how that is seen is taken before.
    void storyLeaves();
    /// Another story is open now: its view comes back where there is one that suits it, and is followed from now on.
    void storyOpened();
    /// Writes what changed now. Where that fails, one sentence goes to standard error, once.
    void save();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void touch();
    void collect();

    WindowParts m_parts;
    SettingsStore m_store;
    Settings m_settings;
    QTimer m_soon;
    bool m_ready = false; ///< the window has its size: what changes from then on is remembered
    bool m_failed = false;
};

} // namespace quoteline::ui

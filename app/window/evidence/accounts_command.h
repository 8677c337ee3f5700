// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/paint/theme.h"
#include "app/view/evidence/accounts_view.h"
#include "app/window/parts/window_parts.h"
#include "model/story/story.h"
#include <QObject>
#include <optional>

namespace quoteline::ui {

class AccountsWindow;

/// Tools > Compare accounts, and the button of the panel for it. The window follows the selection as long as it is
/// open.
class AccountsCommand : public QObject {
    Q_OBJECT
public:
    explicit AccountsCommand(const WindowParts& parts);

    /// Colours, and the fonts of the controller.
    void setStyle(const Theme& theme);

private:
    void open();
    void follow();
    void showAccounts(AccountsView::Place place);
    void showMore();
    void copy();

    WindowParts m_parts;
    Theme m_theme;
    AccountsWindow* m_window = nullptr;       ///< made when it is first asked for; owned by the main window
    std::optional<model::EventIndex> m_event; ///< that the window shows
    std::size_t m_most;
};

} // namespace quoteline::ui

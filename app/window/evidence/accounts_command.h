// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/view/evidence/accounts_view.h"
#include "app/window/parts/window_parts.h"
#include "model/story/story.h"
#include <QObject>
#include <optional>

namespace quoteline::ui {

class AccountsWindow;
class Look;

/// Tools > Compare accounts, and the button of the panel for it. The window follows the selection as long as it is
/// open.
class AccountsCommand : public QObject {
    Q_OBJECT
public:
    /// `look` outlives this object.
    AccountsCommand(const WindowParts& parts, const Look& look);

private:
    void open();
    void follow();
    void followLook();
    void showAccounts(AccountsView::Place place);
    void showMore();
    void copy();

    WindowParts m_parts;
    const Look& m_look;
    AccountsWindow* m_window = nullptr;       ///< made when it is first asked for; owned by the main window
    std::optional<model::EventIndex> m_event; ///< that the window shows
    std::size_t m_most;
};

} // namespace quoteline::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/content/accounts/accounts_content.h"
#include "app/view/pages/panel_style.h"
#include <QUrl>
#include <QWidget>

namespace quoteline::ui {

class PageArea;

/// The accounts of an event beside each other, as many in a row as have room, and below them in which words they
/// differ. Everything is plain text that can be selected and copied; it scrolls up and down only.
class AccountsView : public QWidget {
    Q_OBJECT
public:
    explicit AccountsView(QWidget* parent = nullptr);

    enum class Place {
        Top,  ///< of another event
        Keep, ///< more of the same one, or in another style
    };
    void setContent(const layout::AccountsContent& content, const PanelStyle& style, const QLocale& locale,
                    Place place);

Q_SIGNALS:
    /// The page of a source was asked for; always http or https.
    void pageRequested(const QUrl& url);
    /// More accounts than are shown were asked for.
    void moreRequested();

private:
    PageArea* m_area; // owned by this
};

} // namespace quoteline::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/evidence/accounts_window.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

namespace quoteline::ui {

AccountsWindow::AccountsWindow(QWidget* parent)
    : QDialog(parent)
    , m_view(new AccountsView(this))
    , m_said(new QLabel(this)) {
    setObjectName(QStringLiteral("accounts"));
    setWindowTitle(tr("Compare accounts"));
    setSizeGripEnabled(true);
    m_said->setTextFormat(Qt::PlainText);
    m_said->setMinimumWidth(1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_copy = buttons->addButton(tr("Copy as &Markdown"), QDialogButtonBox::ActionRole);
    m_copy->setAutoDefault(false);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(12, 6, 12, 10);
    row->addWidget(m_said, 1);
    row->addWidget(buttons);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_view, 1);
    rows->addLayout(row);
    connect(m_copy, &QPushButton::clicked, this, &AccountsWindow::copyRequested);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    const QSize room = screen()->availableSize() * 0.9;
    resize(QSize(54 * fontMetrics().height(), 40 * fontMetrics().height()).boundedTo(room));
}

void AccountsWindow::setComparable(bool comparable) {
    m_copy->setEnabled(comparable);
    m_said->clear();
}

void AccountsWindow::say(const QString& words) {
    m_said->setText(words);
}

} // namespace quoteline::ui

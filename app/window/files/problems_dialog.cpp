// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/files/problems_dialog.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace quoteline::ui {

ProblemsDialog::ProblemsDialog(const QString& heading, const std::vector<model::Problem>& problems, std::size_t count,
                               QWidget* parent)
    : QDialog(parent) {
    QStringList lines;
    for (const model::Problem& problem : problems)
        lines.append(model::toText(problem));
    if (count > problems.size())
        lines.append(tr("... and %n more", nullptr, static_cast<int>(count - problems.size())));
    m_text = lines.join(u'\n');

    setWindowTitle(tr("Problems in the story"));
    auto* label = new QLabel(heading, this);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    auto* list = new QPlainTextEdit(m_text, this);
    list->setReadOnly(true);
    list->setTabChangesFocus(true);
    list->setAccessibleName(tr("Problems, one a line"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto* copy = buttons->addButton(tr("&Copy the list"), QDialogButtonBox::ActionRole);
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_text); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addWidget(label);
    column->addWidget(list);
    column->addWidget(buttons);
    resize(680, 360);
}

} // namespace quoteline::ui

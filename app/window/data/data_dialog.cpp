// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/data/data_dialog.h"

#include "app/content/words/translate.h"
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace quoteline::ui {

namespace {

QLabel* plainLabel(QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

DataDialog::DataDialog(const layout::StoryView& view, DataFormat format, QWidget* parent)
    : QDialog(parent)
    , m_view(view)
    , m_worker(new DataWorker(this))
    , m_formats(new QComboBox(this))
    , m_scope(plainLabel(this))
    , m_heading(plainLabel(this))
    , m_losses(new QPlainTextEdit(this)) {
    setWindowTitle(tr("Export data"));
    for (const DataFormat one : dataFormats)
        m_formats->addItem(nameOf(one), static_cast<int>(one));
    m_formats->setCurrentIndex(m_formats->findData(static_cast<int>(format)));
    const std::size_t total = view.story().eventCount();
    const QString shown = layout::number(view.events().size(), view.locale());
    m_scope->setText(view.isFiltered()
                         ? tr("%1 of %2 event(s): what passes the filter", nullptr, static_cast<int>(total))
                               .arg(shown, layout::number(total, view.locale()))
                         : tr("The whole story: %1 event(s)", nullptr, static_cast<int>(total)).arg(shown));
    m_losses->setReadOnly(true);
    m_losses->setTabChangesFocus(true);
    m_losses->setAccessibleName(tr("What the file will not say, one a line"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_save = buttons->addButton(tr("&Save as …"), QDialogButtonBox::AcceptRole);
    m_save->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(this, &QDialog::rejected, m_worker, &DataWorker::forget);
    auto* form = new QFormLayout;
    form->addRow(tr("&Format"), m_formats);
    form->addRow(tr("Exported"), m_scope);
    auto* column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(m_heading);
    column->addWidget(m_losses, 1);
    column->addWidget(buttons);
    connect(m_formats, &QComboBox::currentIndexChanged, this, &DataDialog::begin);
    connect(m_worker, &DataWorker::written, this, &DataDialog::tell);
    resize(QSize(36, 22) * fontMetrics().height());
    begin();
}

DataFormat DataDialog::format() const {
    return static_cast<DataFormat>(m_formats->currentData().toInt());
}

void DataDialog::begin() {
    m_result.reset();
    m_save->setEnabled(false);
    m_losses->clear();
    m_heading->setText(tr("Looking at what the file will not say …"));
    m_worker->write(m_view, format(), DataScope::Shown);
}

void DataDialog::tell(const std::shared_ptr<DataWorker::Result>& result) {
    if (!*result) {
        m_heading->setText(result->error().reason());
        return;
    }
    m_result = result;
    m_save->setEnabled(true);
    const std::vector<Loss>& losses = file().losses;
    m_heading->setText(losses.empty() ? tr("Nothing is lost in this format.")
                                      : tr("What the file will not say, or says otherwise:"));
    QStringList lines;
    for (const Loss& loss : losses)
        lines.append(lossInWords(loss));
    m_losses->setPlainText(lines.join(u'\n'));
}

} // namespace quoteline::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/evidence/concern_list.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>
#include <array>

namespace quoteline::ui {

namespace {

/// Widths of the columns in letters.
constexpr std::array<int, ConcernModel::columns> columnLetters{24, 36, 60, 20};

class RowTable : public QTableView {
public:
    using QTableView::QTableView;

protected:
    /// Tab leaves the table: rows are gone through with the arrow keys.
    bool focusNextPrevChild(bool next) override { return QWidget::focusNextPrevChild(next); }
};

} // namespace

ConcernList::ConcernList(QWidget* parent)
    : QWidget(parent)
    , m_model(new ConcernModel(this))
    , m_summary(new QLabel)
    , m_check(new QPushButton(tr("&Check quotes against documents")))
    , m_table(new RowTable) {
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(ConcernModel::Words, QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setAccessibleName(tr("Quotes to look at"));
    auto* head = new QHBoxLayout;
    head->addWidget(m_summary, 1);
    head->addWidget(m_check);
    auto* rows = new QVBoxLayout(this);
    rows->addLayout(head);
    rows->addWidget(m_table, 1);
    connect(m_check, &QPushButton::clicked, this, &ConcernList::checkRequested);
    connect(m_table, &QTableView::clicked, this, &ConcernList::ask);
    connect(m_table, &QTableView::activated, this, &ConcernList::ask);
    fitRows();
    setChecked(layout::StoryView(model::Story()), {});
}

void ConcernList::setChecked(const layout::StoryView& view, const layout::CheckedStory& checked) {
    m_model->setChecked(view, checked);
    m_summary->setText(checked ? layout::checkInWords(checked.check->counts, view.locale())
                               : tr("The quotes of this story have not been checked yet."));
    m_table->setVisible(m_model->rowCount() > 0);
}

void ConcernList::showQuote(model::EventIndex event, std::size_t quote) {
    const auto row = m_model->rowOf(event, quote);
    if (row)
        m_table->selectRow(*row);
    else
        m_table->clearSelection();
}

QString ConcernList::summary() const {
    return m_summary->text();
}

void ConcernList::ask(const QModelIndex& index) {
    if (index.isValid())
        Q_EMIT quoteRequested(m_model->at(index.row()).event, m_model->at(index.row()).quote);
}

/// Rows and columns follow the size of text.
void ConcernList::fitRows() {
    const QFontMetrics metrics(m_table->font());
    m_table->verticalHeader()->setDefaultSectionSize(metrics.height() + metrics.height() / 2);
    for (int column = 0; column < ConcernModel::columns; ++column)
        m_table->setColumnWidth(column, columnLetters[static_cast<std::size_t>(column)] * metrics.averageCharWidth());
}

QSize ConcernList::sizeHint() const {
    return {600, 10 * m_table->verticalHeader()->defaultSectionSize()};
}

void ConcernList::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitRows();
}

} // namespace quoteline::ui

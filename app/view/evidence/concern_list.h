// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/view/evidence/concern_model.h"
#include <QWidget>

class QLabel;
class QPushButton;
class QTableView;

namespace quoteline::ui {

/// What a check found: a sentence, and a row for each quote that somebody has to look at. A click or Return on a row
/// asks for that quote.
class ConcernList : public QWidget {
    Q_OBJECT
public:
    explicit ConcernList(QWidget* parent = nullptr);

    void setChecked(const layout::StoryView& view, const layout::CheckedStory& checked);
    /// Selects the row of a quote, where it has one, without asking for it.
    void showQuote(model::EventIndex event, std::size_t quote);
    QString summary() const;
    ConcernModel& model() { return *m_model; }
    QTableView& table() { return *m_table; }
    QPushButton& checkButton() { return *m_check; }
    QSize sizeHint() const override;

Q_SIGNALS:
    void quoteRequested(quoteline::model::EventIndex event, std::size_t quote);
    void checkRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void ask(const QModelIndex& index);
    void fitRows();

    ConcernModel* m_model; // this and the following are owned by the list
    QLabel* m_summary;
    QPushButton* m_check;
    QTableView* m_table;
};

} // namespace quoteline::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/data/data_worker.h"
#include <QDialog>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace quoteline::ui {

/// Asks in which format the events in view shall be exported, and says what that format has no place for. Saves
/// nothing.
class DataDialog : public QDialog {
    Q_OBJECT
public:
    explicit DataDialog(const layout::StoryView& view, DataFormat format, QWidget* parent = nullptr);

    DataFormat format() const;
    /// The file, once the dialog is accepted.
    const DataFile& file() const { return m_result->value(); }

    QComboBox& formats() { return *m_formats; }
    QPlainTextEdit& losses() { return *m_losses; }
    QPushButton& saveButton() { return *m_save; }

private:
    void begin();
    void tell(const std::shared_ptr<DataWorker::Result>& result);

    layout::StoryView m_view;
    std::shared_ptr<DataWorker::Result> m_result; ///< null while the worker is at it
    DataWorker* m_worker;                         // this and the following are owned by the dialog
    QComboBox* m_formats;
    QLabel* m_scope;
    QLabel* m_heading;
    QPlainTextEdit* m_losses;
    QPushButton* m_save;
};

} // namespace quoteline::ui

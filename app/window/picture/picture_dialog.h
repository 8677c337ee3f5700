// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/picture/picture_form.h"
#include "app/window/picture/picture_preview.h"
#include "app/window/picture/picture_worker.h"
#include <QDialog>

class QProgressBar;
class QPushButton;

namespace quoteline::ui {

/// Asks what a picture shall be, shows it as it will be, and writes it.
class PictureDialog : public QDialog {
    Q_OBJECT
public:
    /// `suggested` is the name of the file without its ending.
    PictureDialog(const layout::StoryView& view, const PictureForm::Shown& shown, const PictureRequest& begin,
                  const QString& suggested, QWidget* parent = nullptr);

    PictureRequest spec() const { return m_form->spec(); }
    /// Where the picture is, and what is said about it; empty before one was written.
    QString path() const { return m_written; }
    QString words() const;

    bool isLaidOut() const { return m_prepared != nullptr; }
    /// Writes the picture without asking where, as soon as it is laid out. False while another one is written, and
    /// where there can be no such picture.
    bool save(const QString& path);

    PictureForm& form() { return *m_form; }
    PicturePreview& preview() { return *m_preview; }
    QPushButton& saveButton() { return *m_save; }
    QPushButton& cancelButton() { return *m_cancel; }
    QPushButton& enlargeButton() { return *m_enlarge; }
    QLabel& message() { return *m_message; }

    void reject() override;

private:
    void layOut();
    void connectWorker();
    void beginAnew();
    void ask();
    void write(const QString& path);
    void refuse(const QString& sentence);
    void finish(const QString& path);
    void describe();
    void setBusy(bool busy);

    layout::StoryView m_view;
    QString m_suggested;
    PictureWorker::Prepared m_prepared; ///< null while it is laid out
    std::optional<RoomAdvice> m_advice;
    bool m_advised = false; ///< it is known whether there is any
    QString m_remark;       ///< a sentence on what became of the file of a picture that was cancelled; may be empty
    QString m_refusal;      ///< why there can be no such picture; empty where there can, or it is not known yet
    QString m_target;       ///< what is to be written when it is laid out
    QString m_written;
    bool m_busy = false;     ///< writing, or about to
    QTimer m_soon;           ///< after the last change
    PictureWorker* m_worker; // this and the following are owned by the dialog
    PictureForm* m_form;
    PicturePreview* m_preview;
    QLabel* m_message;
    QPushButton* m_enlarge;
    QProgressBar* m_progress;
    QPushButton* m_save;
    QPushButton* m_cancel;
};

} // namespace quoteline::ui

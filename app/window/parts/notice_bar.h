// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/paint/theme.h"
#include <QFrame>

class QLabel;
class QPushButton;
class QToolButton;

namespace quoteline::ui {

/// A line above the timeline that says what happened and offers one thing to do about it, without being in the way.
/// Esc and the button at its end close it. Its words are plain text.
class NoticeBar : public QFrame {
    Q_OBJECT
public:
    explicit NoticeBar(QWidget* parent = nullptr);

    /// Shows `words` in the place of what stood here before. Without `command` there is no button for it.
    void tell(const QString& words, const QString& command = {});
    QString words() const;
    QPushButton& button() { return *m_button; }
    QToolButton& closeButton() { return *m_close; }

Q_SIGNALS:
    void commanded(); ///< the button of the notice that stands there was pressed

protected:
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QLabel* m_words; // this and the following are owned by the bar
    QPushButton* m_button;
    QToolButton* m_close;
};

} // namespace quoteline::ui

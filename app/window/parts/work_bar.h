// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QProgressBar;
class QToolButton;

namespace quoteline::ui {

/// How far a long piece of work is, and a button that stops it. Stands in the status line while the work goes on.
class WorkBar : public QWidget {
    Q_OBJECT
public:
    /// `name` tells assistive technology what is going on.
    explicit WorkBar(const QString& name, QWidget* parent = nullptr);

    void begin();
    void beginUnmeasured();      ///< nobody knows how far the work is: only that it goes on
    void setShare(double share); ///< 0 to 1
    void end();
    QToolButton& cancelButton() { return *m_cancel; }

Q_SIGNALS:
    void cancelled();

private:
    QProgressBar* m_progress;
    QToolButton* m_cancel;
};

} // namespace quoteline::ui

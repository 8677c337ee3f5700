// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/parts/story_loader.h"
#include <QDialog>

namespace quoteline::ui {

/// What is wrong with a story file: every problem with its line, place and remedy, to be read and copied.
class ProblemsDialog : public QDialog {
    Q_OBJECT
public:
    /// `path` names the file; `heading` says what it means for the person.
    ProblemsDialog(const QString& heading, const std::vector<model::Problem>& problems, std::size_t count,
                   QWidget* parent = nullptr);
    QString text() const { return m_text; }

private:
    QString m_text;
};

} // namespace quoteline::ui

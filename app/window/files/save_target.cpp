// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/files/save_target.h"

#include "app/content/words/display_text.h"
#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

namespace quoteline::ui {

namespace {

constexpr qsizetype longestTarget = 4096;

struct SaveText {
    Q_DECLARE_TR_FUNCTIONS(ui)
};

bool mayReplace(QWidget& parent, const QString& heading, const QString& path) {
    if (!QFileInfo(path).isFile())
        return true;
    QMessageBox box(QMessageBox::Question, heading,
                    SaveText::tr("%1 is there already. Replace it?").arg(pathInWords(path)), QMessageBox::Cancel,
                    &parent);
    box.setTextFormat(Qt::PlainText);
    box.setDefaultButton(QMessageBox::Cancel);
    const QPushButton* replace = box.addButton(SaveText::tr("&Replace"), QMessageBox::AcceptRole);
    box.exec();
    return box.clickedButton() == replace;
}

} // namespace

QString pathInWords(const QString& path) {
    return layout::displayLine(path.toStdString(), longestTarget);
}

QString askForTarget(QWidget& parent, const SaveQuestion& question) {
    QString path = QFileDialog::getSaveFileName(&parent, question.heading, question.suggested, question.filter);
    if (path.isEmpty() || path.endsWith(question.suffix, Qt::CaseInsensitive))
        return path; // the dialog asked about the name that was typed
    const QString target = path + question.suffix;
    return mayReplace(parent, question.heading, target) ? target : QString();
}

void tellFailure(QWidget& parent, const QString& heading, const QString& reason) {
    auto* box = new QMessageBox(QMessageBox::Warning, heading, pathInWords(reason), QMessageBox::Close, &parent);
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace quoteline::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/window/picture/picture_visit.h"

#include "app/window/parts/actions.h"
#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTimer>
#include <gtest/gtest.h>

namespace quoteline::test {

namespace {

void answer(QMessageBox& box, PictureVisit& visit) {
    if (box.buttons().size() > 1) { // ours, or that of the dialog for files
        visit.asked.append(box.text());
        for (QAbstractButton* button : box.buttons()) {
            const QMessageBox::ButtonRole role = box.buttonRole(button);
            if ((role != QMessageBox::RejectRole && role != QMessageBox::NoRole) == visit.replace)
                return button->click();
        }
        return;
    }
    visit.failures.append(box.text());
    EXPECT_EQ(box.textFormat(), Qt::PlainText);
    box.buttons().front()->click();
}

} // namespace

void exportPicture(ShownWindow& window, PictureVisit& visit) {
    bool chosen = false;
    bool clicked = false;
    bool left = false;
    int idle = 0;
    QTimer answers;
    QObject::connect(&answers, &QTimer::timeout, &*window, [&] {
        QWidget* active = QApplication::activeModalWidget();
        if (auto* box = qobject_cast<QMessageBox*>(active)) {
            answer(*box, visit);
        } else if (auto* where = qobject_cast<QFileDialog*>(active)) {
            auto* edit = where->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
            visit.suggested = edit->text();
            edit->setText(visit.name);
            left = true; // a person who was asked once does not save again
            QMetaObject::invokeMethod(where, "accept", Qt::QueuedConnection);
        } else if (auto* dialog = qobject_cast<ui::PictureDialog*>(active)) {
            if (!std::exchange(chosen, true) && visit.choose)
                visit.choose(*dialog);
            if (!dialog->isLaidOut() || !dialog->saveButton().isEnabled() || !dialog->isVisible())
                return; // something is under way
            visit.message = dialog->message().text();
            // Queued: a timer does not fire again within its own slot, and what is clicked opens more dialogs.
            // Between the dialog for files and the writing there is a moment in which nothing seems to be under way.
            if (visit.name.isEmpty() || (left && ++idle > 40))
                dialog->reject();
            else if (!std::exchange(clicked, true))
                QMetaObject::invokeMethod(&dialog->saveButton(), "click", Qt::QueuedConnection);
        }
    });
    answers.start(5);
    window->actions().exportPicture->trigger();
}

void chooseFormat(ui::PictureDialog& dialog, ui::PictureFormat format) {
    dialog.form().formats().setCurrentIndex(static_cast<int>(format));
}

bool waitUntilReady(ui::PictureDialog& dialog) {
    return QTest::qWaitFor([&] { return dialog.isLaidOut(); }, 60000);
}

std::unique_ptr<ui::PictureDialog> dialogOf(const layout::StoryView& view, const ui::PictureRequest& begin) {
    const layout::TimeWindow window = view.extent();
    auto dialog =
        std::make_unique<ui::PictureDialog>(view, ui::PictureForm::Shown{window, true}, begin, QStringLiteral("story"));
    dialog->show();
    EXPECT_TRUE(waitUntilReady(*dialog));
    return dialog;
}

} // namespace quoteline::test

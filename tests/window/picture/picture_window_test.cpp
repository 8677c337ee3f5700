// SPDX-License-Identifier: GPL-3.0-or-later
// File > Export picture: what is shown is what is written, whatever is chosen, and nothing else.
#include "app/export/picture/picture_export.h"
#include "app/system/safe_file.h"
#include "app/window/memory/settings_store.h"
#include "app/window/picture/picture_settings.h"
#include "tests/window/picture/picture_visit.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QElapsedTimer>
#include <QFileDialog>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QMap>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QSpinBox>
#include <QStatusBar>
#include <QThread>
#include <QTimer>
#include <QToolButton>
#include <gtest/gtest.h>

using namespace quoteline;
using test::chooseFormat;
using test::dialogOf;
using test::PictureVisit;
using test::ShownWindow;
using test::waitUntilReady;
using ui::PictureDialog;
using ui::PictureFormat;

namespace {

/// Gives `name` where a dialog asks for a file, once; and closes the boxes with one button, whose words it keeps.
class Answers {
public:
    explicit Answers(QString name) {
        QObject::connect(&m_timer, &QTimer::timeout, [this, name = std::move(name)] {
            QWidget* active = QApplication::activeModalWidget();
            if (auto* where = qobject_cast<QFileDialog*>(active); where && !std::exchange(m_asked, true)) {
                where->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"))->setText(name);
                QMetaObject::invokeMethod(where, "accept", Qt::QueuedConnection);
            } else if (auto* box = qobject_cast<QMessageBox*>(active)) {
                m_told.append(box->text());
                box->buttons().front()->click();
            }
        });
        m_timer.start(5);
    }
    bool asked() const { return m_asked; }
    const QStringList& told() const { return m_told; }

private:
    QTimer m_timer;
    bool m_asked = false;
    QStringList m_told;
};

QStringList filesIn(const QString& folder) {
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
}

} // namespace

TEST(PictureWindow, EveryKindOfPictureIsWrittenAsTheFunctionsMakeIt) {
    ShownWindow window;
    for (const PictureFormat format : ui::pictureFormats)
        for (const bool evidence : {false, true}) {
            ui::PictureRequest spec;
            PictureVisit visit;
            visit.name = window.path(QStringLiteral("picture") + ui::suffixOf(format));
            visit.choose = [&](PictureDialog& dialog) {
                chooseFormat(dialog, format);
                dialog.form().evidence().setChecked(evidence);
                spec = dialog.spec();
            };
            test::exportPicture(window, visit);
            EXPECT_TRUE(visit.failures.isEmpty()) << visit.failures.join(u' ').toStdString();
            EXPECT_EQ(spec.format, format);
            EXPECT_EQ(spec.evidence, evidence);
            EXPECT_EQ(visit.suggested, QStringLiteral("milano-cortina-2026") + ui::suffixOf(format));
            EXPECT_EQ(test::readFile(visit.name), *ui::writePicture(window.controller().view(), spec));
        }
}

TEST(PictureWindow, ThePreviewIsThePictureThatIsWritten) {
    ui::PictureRequest spec;
    spec.size = QSize(1280, 800);
    spec.evidence = true;
    const layout::StoryView view(ShownWindow().controller().view());
    const auto dialog = dialogOf(view, spec);
    const QImage shown = dialog->preview().image();
    ASSERT_FALSE(shown.isNull());
    const QImage expected = ui::pageImage(*ui::preparePicture(view, dialog->spec()), 0, dialog->preview().scale());
    EXPECT_GT(expected.height(), expected.width()) << "with the evidence";
    EXPECT_EQ(shown.convertToFormat(QImage::Format_RGB32), expected);
}

TEST(PictureWindow, APreviewThatDoesNotShowAllOfAHighPictureSaysSo) {
    ui::PictureRequest spec;
    spec.size = QSize(1280, 12'000);
    const auto dialog = dialogOf(ShownWindow().controller().view(), spec);
    ui::PicturePreview& preview = dialog->preview();
    const auto shown = [&] { return preview.image().height() / preview.scale(); };
    dialog->resize(2000, 800); // as wide as the picture is
    ASSERT_TRUE(QTest::qWaitFor([&] { return preview.scale() >= 1; }));
    EXPECT_EQ(preview.image().height(), 6000);
    EXPECT_EQ(preview.words(), QStringLiteral("The preview ends here; the picture goes on."));
    dialog->resize(1000, 800);
    ASSERT_TRUE(QTest::qWaitFor([&] { return preview.words().isEmpty(); })) << preview.words().toStdString();
    EXPECT_NEAR(shown(), 12'000, 2 / preview.scale());
}

TEST(PictureWindow, PagesOfAPdfAreLeafedThrough) {
    const layout::StoryView view(ShownWindow().controller().view());
    ui::PictureRequest spec;
    spec.format = PictureFormat::Pdf;
    spec.paper = ui::Paper::A4;
    spec.evidence = true;
    const auto dialog = dialogOf(view, spec);
    ui::PicturePreview& preview = dialog->preview();
    EXPECT_FALSE(preview.previousButton().isEnabled());
    const std::size_t pages = ui::preparePicture(view, spec)->plan.pages.size();
    ASSERT_GT(pages, 2U);
    std::vector<QImage> images{preview.image()};
    while (preview.nextButton().isEnabled()) {
        preview.nextButton().click();
        EXPECT_NE(preview.image(), images.back());
        images.push_back(preview.image());
    }
    EXPECT_EQ(images.size(), pages);
    preview.previousButton().click();
    EXPECT_EQ(preview.page(), pages - 2);
}

TEST(PictureWindow, ATooSmallPictureOffersTheSizeThatShowsAll) {
    ui::PictureRequest small;
    small.size = QSize(500, 300);
    const layout::StoryView view(test::crowdedStory(90));
    const auto dialog = dialogOf(view, small);
    ASSERT_TRUE(QTest::qWaitFor([&] { return dialog->enlargeButton().isVisible(); }, 60000));
    EXPECT_TRUE(dialog->message().text().contains(QStringLiteral("shows them")))
        << dialog->message().text().toStdString();
    dialog->enlargeButton().click();
    EXPECT_FALSE(dialog->isLaidOut()) << "the new one is laid out first";
    ASSERT_TRUE(waitUntilReady(*dialog));
    EXPECT_FALSE(dialog->enlargeButton().isVisible());
    const auto prepared = *ui::preparePicture(view, dialog->spec());
    EXPECT_EQ(prepared.plan.counts.folded + prepared.plan.counts.below, 0U);
}

TEST(PictureWindow, APictureThatWouldBeTooLargeIsRefusedInTheDialog) {
    ui::PictureRequest large;
    large.size = QSize(20000, 20000);
    PictureDialog dialog(ShownWindow().controller().view(), {{}, true}, large, QStringLiteral("story"));
    dialog.show();
    ASSERT_TRUE(
        QTest::qWaitFor([&] { return dialog.message().text().contains(QStringLiteral("268 million")); }, 60000));
    EXPECT_FALSE(dialog.isLaidOut());
    EXPECT_FALSE(dialog.save(QStringLiteral("/nonexistent/never.png")));
}

TEST(PictureWindow, TheFirstClickOnSaveCountsWhateverWasTypedBefore) {
    const layout::StoryView view(ShownWindow().controller().view());
    const QTemporaryDir folder;
    for (const bool byKey : {false, true}) {
        const auto dialog = dialogOf(view, {});
        dialog->activateWindow();
        dialog->form().sizes().setCurrentIndex(dialog->form().sizes().count() - 1);
        ASSERT_TRUE(QTest::qWaitFor([&] { return dialog->isLaidOut(); }, 60000));
        QTest::keyClicks(&dialog->form().author(), QStringLiteral("Ada"));
        EXPECT_TRUE(dialog->isLaidOut()) << "a name does not change what the picture looks like";
        dialog->form().width().setFocus();
        dialog->form().width().selectAll();
        QTest::keyClicks(&dialog->form().width(), QStringLiteral("777"));
        const QString path = folder.filePath(byKey ? QStringLiteral("b.png") : QStringLiteral("a.png"));
        const Answers answers(path);
        if (byKey)
            QTest::keyClick(dialog.get(), Qt::Key_S, Qt::AltModifier);
        else
            QTest::mouseClick(&dialog->saveButton(), Qt::LeftButton);
        ASSERT_TRUE(QTest::qWaitFor([&] { return !dialog->isVisible(); }, 60000)) << byKey;
        EXPECT_EQ(dialog->path(), path);
        EXPECT_EQ(dialog->spec().size.width(), 777);
        EXPECT_EQ(dialog->spec().author, QStringLiteral("Ada"));
        EXPECT_EQ(test::readFile(path), *ui::writePicture(view, dialog->spec()));
    }
}

TEST(PictureWindow, WhatCannotBeSavedIsToldInWordsWheneverSaveIsPressed) {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("never.png"));
    const auto dialog = dialogOf(ShownWindow().controller().view(), {});
    ui::PictureRequest large;
    large.size = QSize(20000, 20000);
    {
        const Answers answers(path);
        dialog->form().setRoom(large);
        dialog->saveButton().click(); // nobody knows yet that it is too large
        ASSERT_TRUE(QTest::qWaitFor([&] { return !answers.told().isEmpty(); }, 60000));
        EXPECT_TRUE(answers.asked());
        EXPECT_TRUE(answers.told().front().contains(QStringLiteral("268 million")));
    }
    EXPECT_TRUE(dialog->form().isEnabled());
    const Answers answers(path);
    dialog->saveButton().click();
    ASSERT_TRUE(QTest::qWaitFor([&] { return !answers.told().isEmpty(); }, 60000));
    EXPECT_FALSE(answers.asked()) << "there is nothing to be named";
    EXPECT_TRUE(dialog->isVisible());
    EXPECT_TRUE(filesIn(folder.path()).isEmpty());
}

TEST(PictureWindow, ToCancelWhileAPictureWaitsForItsLayoutKeepsTheDialogAndTheLayout) {
    const QTemporaryDir folder;
    const auto dialog = dialogOf(ShownWindow().controller().view(), {});
    dialog->form().evidence().toggle();
    ASSERT_FALSE(dialog->isLaidOut());
    ASSERT_TRUE(dialog->save(folder.filePath(QStringLiteral("a.png"))));
    EXPECT_FALSE(dialog->save(folder.filePath(QStringLiteral("b.png")))) << "one at a time";
    dialog->cancelButton().click();
    EXPECT_TRUE(dialog->isVisible());
    EXPECT_TRUE(dialog->form().isEnabled());
    ASSERT_TRUE(waitUntilReady(*dialog));
    EXPECT_TRUE(dialog->saveButton().isEnabled());
    EXPECT_TRUE(filesIn(folder.path()).isEmpty());
}

TEST(PictureWindow, WhatAPictureLeavesOutIsToldHoweverSoonItWasSaved) {
    const QTemporaryDir folder;
    const layout::StoryView view(test::crowdedStory(2000));
    ui::PictureRequest small;
    small.size = QSize(500, 300);
    const layout::TimeWindow window = view.extent();
    PictureDialog dialog(view, {window, true}, small, QStringLiteral("story"));
    dialog.show();
    const QString path = folder.filePath(QStringLiteral("a.png"));
    ASSERT_TRUE(dialog.save(path)) << "not even laid out";
    ASSERT_TRUE(QTest::qWaitFor([&] { return !dialog.isVisible(); }, 120000));
    EXPECT_EQ(dialog.result(), QDialog::Accepted);
    const auto advice = ui::adviceFor(*ui::preparePicture(view, dialog.spec()));
    ASSERT_TRUE(advice);
    EXPECT_EQ(dialog.words(), advice->words);
    EXPECT_EQ(test::readFile(path), *ui::writePicture(view, dialog.spec()));
}

TEST(PictureWindow, APictureThatWasInPlaceWhenItWasCancelledIsToldOfAndClosesNothing) {
    const QTemporaryDir folder;
    ui::PictureRequest spec;
    spec.size = QSize(600, 400);
    const auto dialog = dialogOf(ShownWindow().controller().view(), spec);
    const QString first = folder.filePath(QStringLiteral("first.png"));
    bool cancelled = false;
    const auto cancelWhenThere = [&] {
        QElapsedTimer timer; // no event is handled here, so that nobody hears of the file before the click
        timer.start();
        while (!cancelled && !QFile::exists(first) && timer.elapsed() < 3000)
            QThread::msleep(1);
        if (QFile::exists(first) && !std::exchange(cancelled, true))
            dialog->cancelButton().click();
    };
    // The last share that is told before all is on the other thread.
    QObject::connect(dialog->findChild<ui::PictureWorker*>(), &ui::PictureWorker::progressed, dialog.get(),
                     [&](double share) {
                         if (share >= 0.5)
                             QMetaObject::invokeMethod(dialog.get(), cancelWhenThere, Qt::QueuedConnection);
                     });
    ASSERT_TRUE(dialog->save(first));
    ASSERT_TRUE(QTest::qWaitFor([&] { return cancelled; }, 30000));
    EXPECT_TRUE(QTest::qWaitFor([&] { return dialog->message().text().contains(first); }, 30000));
    EXPECT_TRUE(dialog->isVisible());
    EXPECT_TRUE(dialog->path().isEmpty());
    const QString second = folder.filePath(QStringLiteral("second.png"));
    ASSERT_TRUE(dialog->save(second));
    ASSERT_TRUE(QTest::qWaitFor([&] { return !dialog->isVisible(); }, 60000));
    EXPECT_EQ(dialog->path(), second);
    EXPECT_EQ(filesIn(folder.path()).size(), 2);
}

TEST(PictureWindow, ToCancelWhileAPictureIsMadeLeavesNothingAndKeepsTheChoices) {
    const QTemporaryDir folder;
    ui::PictureRequest spec;
    spec.evidence = true;
    spec.scale = 4; // long enough to be stopped
    const auto dialog = dialogOf(ShownWindow().controller().view(), spec);
    const QString path = folder.filePath(QStringLiteral("picture.png"));
    const ui::PictureRequest before = dialog->spec();
    dialog->form().formats().setFocus();
    ASSERT_TRUE(dialog->save(path));
    EXPECT_FALSE(dialog->form().isEnabled());
    EXPECT_TRUE(dialog->findChild<QProgressBar*>()->isVisible());
    EXPECT_EQ(dialog->focusWidget(), &dialog->cancelButton()) << "what had the keyboard before cannot be used";
    QTest::qWait(30);
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Escape);
    EXPECT_EQ(dialog->focusWidget(), &dialog->saveButton());
    EXPECT_TRUE(dialog->isVisible());
    EXPECT_TRUE(dialog->saveButton().isEnabled());
    EXPECT_EQ(dialog->spec(), before);
    QTest::qWait(300);
    EXPECT_TRUE(filesIn(folder.path()).isEmpty());
    ASSERT_TRUE(dialog->save(path)) << "and it can be made after all";
    ASSERT_TRUE(QTest::qWaitFor([&] { return !dialog->isVisible(); }, 120000));
    EXPECT_EQ(dialog->path(), path);
    EXPECT_EQ(filesIn(folder.path()), QStringList{QStringLiteral("picture.png")});
}

TEST(PictureWindow, ADialogThatIsClosedInTheMiddleOfItsWorkHarmsNothing) {
    const QTemporaryDir folder;
    ui::PictureRequest spec;
    spec.evidence = true;
    spec.scale = 3;
    for (const int wait : {0, 10, 60, 200}) {
        auto dialog = dialogOf(ShownWindow().controller().view(), spec);
        ASSERT_TRUE(dialog->save(folder.filePath(QStringLiteral("a.png"))));
        QTest::qWait(wait);
        dialog.reset();
    }
    QTest::qWait(500);
    const QStringList left = filesIn(folder.path());
    EXPECT_TRUE(left.isEmpty() || left == QStringList{QStringLiteral("a.png")}) << left.join(u' ').toStdString();
}

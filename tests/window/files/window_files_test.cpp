// SPDX-License-Identifier: GPL-3.0-or-later
// Stories and pictures as files, and how the window looks: themes and sizes of text.
#include "app/window/files/problems_dialog.h"
#include "app/window/parts/actions.h"
#include "tests/window/picture/picture_visit.h"
#include "tests/window/window_probe.h"

#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QStatusBar>
#include <gtest/gtest.h>

using namespace quoteline;
using test::ShownWindow;

namespace {

/// A name that would turn the writing around and break the line.
const QString oddName = QStringLiteral("a\u202Eb\nc");
const QString oddNameShown = QStringLiteral("a[RLO]b c");

bool isShownAsItIs(const QString& words) {
    return words.contains(oddNameShown) && !words.contains(QChar(0x202E)) && !words.contains(u'\n');
}

} // namespace

TEST(WindowFiles, ABrokenStoryShowsItsProblemsAndLeavesTheOpenOneAsItIs) {
    ShownWindow window;
    window.click(window.labelOf(5));
    window.controller().zoomBy(3);
    const model::Story before = window.controller().view().story();
    const layout::ViewState state = window.controller().state();
    QByteArray text = test::embeddedText();
    text.replace("\"when\": \"2026-01-25\"", "\"when\": \"2026-02-29\"");
    text.replace("\"lane\": \"milan\"", "\"lane\": \"milano\"");
    const QString path = window.path(QStringLiteral("broken.story.json"));
    test::writeFile(path, text);
    EXPECT_FALSE(window.open(path));
    const auto* dialog = window->findChild<ui::ProblemsDialog*>();
    ASSERT_NE(dialog, nullptr);
    EXPECT_TRUE(dialog->isVisible());
    EXPECT_TRUE(dialog->text().contains(QStringLiteral("29 February"))) << dialog->text().toStdString();
    EXPECT_TRUE(dialog->text().contains(QStringLiteral("milano")));
    EXPECT_EQ(dialog->text().count(u'\n'), 1) << "one line for each of the two problems";
    EXPECT_EQ(window.controller().view().story(), before);
    EXPECT_EQ(window.controller().state(), state);
    EXPECT_EQ(window.controller().selected(), 5U);
}

TEST(WindowFiles, AFileThatIsNotThereIsSaid) {
    ShownWindow window;
    EXPECT_FALSE(window.open(window.path(QStringLiteral("missing.story.json"))));
    ASSERT_NE(window->findChild<ui::ProblemsDialog*>(), nullptr);
}

TEST(WindowFiles, AnotherStoryTakesThePlaceOfTheOpenOneAndTheBuiltInOneComesBack) {
    ShownWindow window;
    window.click(window.labelOf(5));
    const QString title = window->windowTitle();
    ASSERT_TRUE(window.open(test::crowdedStory(30)));
    EXPECT_EQ(window.controller().view().story().eventCount(), 30U);
    EXPECT_EQ(window.controller().selected(), std::nullopt);
    EXPECT_EQ(window->windowTitle(), QStringLiteral("Many events – Quoteline"));
    bool back = false;
    QObject::connect(&window->loader(), &ui::StoryLoader::loaded, &*window, [&] { back = true; });
    window->actions().builtInStory->trigger();
    ASSERT_TRUE(QTest::qWaitFor([&] { return back; }));
    EXPECT_EQ(window->windowTitle(), title);
    EXPECT_EQ(window.controller().view().story().eventCount(), 15U);
}

TEST(WindowFiles, AStoryWithUnknownFieldsOpensAndSaysWhatItDidNotUnderstand) {
    ShownWindow window;
    QByteArray text = test::embeddedText();
    text.replace("\"summary\":", "\"sumary\":");
    const QString path = window.path(QStringLiteral("odd.story.json"));
    test::writeFile(path, text);
    EXPECT_TRUE(window.open(path));
    const auto* dialog = window->findChild<ui::ProblemsDialog*>();
    ASSERT_NE(dialog, nullptr);
    EXPECT_TRUE(dialog->text().contains(QStringLiteral("sumary")));
}

TEST(WindowFiles, ALongReadCanBeCancelledAndTheOpenStoryStays) {
    ShownWindow window;
    QByteArray text = test::embeddedText();
    const QString path = window.path(QStringLiteral("long.story.json"));
    const qsizetype end = text.lastIndexOf(']');
    text.insert(end, QByteArray(64 << 20, ' ')); // white space is valid, and takes its time
    test::writeFile(path, text);
    bool cancelled = false;
    QObject::connect(&window->loader(), &ui::StoryLoader::cancelled, &*window, [&] { cancelled = true; });
    window->openStory(path);
    window->loader().cancel();
    ASSERT_TRUE(QTest::qWaitFor([&] { return cancelled; }, 60000));
    EXPECT_TRUE(window->storyPath().isEmpty());
    EXPECT_EQ(window.controller().view().story().eventCount(), 15U);
}

TEST(WindowFiles, APictureThatCannotBeWrittenIsSaidInOneSentence) {
    ShownWindow window;
    test::PictureVisit visit;
    test::writeFile(window.path(QStringLiteral("file")), "");
    visit.name = window.path(QStringLiteral("file/picture.png"));
    test::exportPicture(window, visit);
    ASSERT_EQ(visit.failures.size(), 1);
    EXPECT_TRUE(visit.failures.front().contains(QStringLiteral("picture.png"))) << visit.failures.front().toStdString();
}

TEST(WindowFiles, APictureReplacesNoFileOfANameThatGotItsEndingFromTheProgramUnasked) {
    ShownWindow window;
    const QString path = window.path(QStringLiteral("plan.png"));
    test::writeFile(path, "what was there");
    test::PictureVisit visit;
    visit.name = window.path(QStringLiteral("plan"));
    visit.replace = false;
    test::exportPicture(window, visit);
    ASSERT_EQ(visit.asked.size(), 1);
    EXPECT_TRUE(visit.asked.front().contains(path)) << visit.asked.front().toStdString();
    EXPECT_EQ(test::readFile(path), "what was there");
    visit.asked.clear();
    visit.replace = true;
    test::exportPicture(window, visit);
    EXPECT_EQ(visit.asked.size(), 1);
    EXPECT_TRUE(test::readFile(path).startsWith("\x89PNG"));
    visit.asked.clear();
    visit.name = window.path(QStringLiteral("fresh"));
    test::exportPicture(window, visit);
    EXPECT_TRUE(visit.asked.isEmpty());
    EXPECT_TRUE(QFile::exists(window.path(QStringLiteral("fresh.png"))));
}

TEST(WindowFiles, NamesOfFilesAreShownOnOneLineAndActOnNothing) {
    ShownWindow window;
    const QString story = window.path(oddName + QStringLiteral(".story.json"));
    test::writeFile(story, "{");
    EXPECT_FALSE(window.open(story));
    const auto* dialog = window->findChild<ui::ProblemsDialog*>();
    ASSERT_NE(dialog, nullptr);
    EXPECT_TRUE(isShownAsItIs(dialog->findChild<QLabel*>()->text()));
    test::PictureVisit visit;
    visit.name = window.path(oddName + QStringLiteral(".png"));
    test::exportPicture(window, visit);
    EXPECT_TRUE(isShownAsItIs(window->statusBar()->findChild<QLabel*>()->text()));
    visit.name = window.path(oddName + QStringLiteral(".png/none.png"));
    test::exportPicture(window, visit);
    ASSERT_EQ(visit.failures.size(), 1);
    EXPECT_TRUE(isShownAsItIs(visit.failures.front())) << visit.failures.front().toStdString();
}

TEST(WindowLook, TheDarkThemeChangesTimelineAndPanel) {
    ShownWindow window;
    const QPoint corner(3, 3);
    window->actions().lightTheme->trigger();
    EXPECT_EQ(window.picture().pixelColor(corner), ui::lightTheme().surface);
    window->actions().darkTheme->trigger();
    EXPECT_EQ(window.picture().pixelColor(corner), ui::darkTheme().surface);
    const QImage panel = window->panel().grab().toImage();
    EXPECT_LT(panel.pixelColor(2, panel.height() / 2).lightnessF(), 0.4);
}

TEST(WindowLook, FollowsThePaletteOfTheDesktopUnlessToldOtherwise) {
    ShownWindow window;
    QApplication::setPalette(ui::paletteFor(ui::darkTheme()));
    QCoreApplication::processEvents();
    EXPECT_TRUE(window->theme().dark);
    QApplication::setPalette(ui::paletteFor(ui::lightTheme()));
    QCoreApplication::processEvents();
    EXPECT_FALSE(window->theme().dark);
}

TEST(WindowLook, LargerTextKeepsEveryTitleInReach) {
    ShownWindow window;
    window->setTextScale(1.5);
    EXPECT_EQ(window.controller().fonts().textScale(), 1.5);
    std::set<model::EventIndex> seen;
    for (double y = 0; y <= window.scene().contentHeight; y += 20) {
        window.controller().scrollLanesTo(y);
        for (const layout::Label& label : window.scene().labels) {
            EXPECT_FALSE(label.cut);
            if (window.scene().frame.lanes.contains(label.rect))
                seen.insert(label.event);
        }
    }
    EXPECT_EQ(seen.size(), 15U);
    window->setTextScale(9); // no larger than twice
    EXPECT_EQ(window.controller().fonts().textScale(), 2);
}

TEST(WindowLook, EverySizeOfTheWindowIsDrawnWithoutAWord) {
    ShownWindow window;
    for (const QSize size : {QSize(400, 300), QSize(700, 350), QSize(2600, 1500), QSize(300, 1200)}) {
        window->resize(size);
        QCoreApplication::processEvents();
        EXPECT_FALSE(window.picture().isNull()); // an unexpected message of Qt would fail the test
    }
}

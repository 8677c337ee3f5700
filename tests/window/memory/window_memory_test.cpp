// SPDX-License-Identifier: GPL-3.0-or-later
// What comes back when the program is started again: one window is closed, another is opened with the same file.
#include "app/window/memory/settings_store.h"
#include "app/window/memory/window_memory.h"
#include "app/window/parts/actions.h"
#include "app/window/parts/notice_bar.h"
#include "tests/window/window_probe.h"

#include <QApplication>
#include <QDockWidget>
#include <QFile>
#include <QScreen>
#include <QToolButton>
#include <gtest/gtest.h>

using namespace quoteline;
using test::ShownWindow;

namespace {

class WindowMemory : public testing::Test {
protected:
    ui::Settings settings() const { return ui::SettingsStore(path).load(); }
    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("settings.json"));
};

} // namespace

TEST_F(WindowMemory, SizeDocksThemeAndTextSizeComeBack) {
    {
        ShownWindow window({900, 560}, path);
        window->actions().contrastTheme->trigger();
        window->actions().largerText->trigger();
        window->findChild<QDockWidget*>()->hide();
        window->close();
    }
    auto again = ui::MainWindow(*ui::readStoryFile({}), path);
    again.show();
    EXPECT_EQ(again.size(), QSize(900, 560));
    EXPECT_TRUE(again.theme().highContrast);
    EXPECT_TRUE(again.actions().contrastTheme->isChecked());
    EXPECT_EQ(again.controller().fonts().textScale(), 1.25);
    EXPECT_FALSE(again.findChild<QDockWidget*>()->isVisible());
    again.actions().systemTheme->trigger();
    again.setTextScale(1);
}

TEST_F(WindowMemory, TheViewOfEachStoryComesBackWithIt) {
    layout::ViewState builtIn;
    layout::ViewState other;
    ShownWindow maker;
    ASSERT_TRUE(maker.open(test::crowdedStory(200)));
    const QString file = maker->storyPath();
    {
        ShownWindow window({1100, 600}, path);
        window.controller().zoomBy(6);
        window.controller().panByShare(0.4);
        builtIn = window.controller().state();
        ASSERT_TRUE(window.open(file));
        EXPECT_EQ(window.controller().state().window, window.controller().wholeStory());
        window->actions().zoomIn->trigger();
        window.controller().scrollLanesTo(40);
        other = window.controller().state();
        window->close();
    }
    ShownWindow window({1100, 600}, path);
    EXPECT_NEAR(window.controller().state().window.start, builtIn.window.start, 1);
    EXPECT_NEAR(window.controller().state().window.width, builtIn.window.width, 1);
    ASSERT_TRUE(window.open(file));
    EXPECT_NEAR(window.controller().state().window.start, other.window.start, 1);
    EXPECT_NEAR(window.controller().state().window.width, other.window.width, 1);
    EXPECT_EQ(window.controller().state().scrollY, other.scrollY);
}

TEST_F(WindowMemory, AWholeStoryIsWholeAgainInAWindowOfAnotherSize) {
    {
        ShownWindow window({1500, 700}, path);
        layout::Arrangement arrangement;
        arrangement.grouping = layout::Grouping::Actor;
        window.controller().arrange(arrangement);
        window->close();
    }
    ShownWindow window({800, 500}, path);
    EXPECT_EQ(window.controller().state().window, window.controller().wholeStory());
    EXPECT_EQ(window.controller().view().arrangement().grouping, layout::Grouping::Actor);
}

TEST_F(WindowMemory, AWholeStoryInLanesOfOtherWidthIsWholeAgain) {
    const QString file = folder.filePath(QStringLiteral("crowded.story.json"));
    ShownWindow maker;
    ASSERT_TRUE(QFile::copy(maker.write(QStringLiteral("a.story.json"), test::crowdedStory(20)), file));
    {
        ShownWindow window({1500, 700}, path);
        ASSERT_TRUE(window.open(file));
        window->actions().groupings[static_cast<std::size_t>(layout::Grouping::Actor)]->trigger();
        window->close();
    }
    ASSERT_EQ(settings().views.size(), 1U);
    EXPECT_TRUE(settings().views.front().seen.whole);
    ShownWindow window({800, 500}, path);
    ASSERT_TRUE(window.open(file));
    EXPECT_EQ(window.controller().view().arrangement().grouping, layout::Grouping::Actor);
    EXPECT_EQ(window.controller().state().window, window.controller().wholeStory());
}

TEST_F(WindowMemory, AViewThatHasNothingOfTheStoryIsNotTakenBack) {
    ui::Settings settings;
    layout::SeenView seen;
    seen.whole = false;
    seen.window = {0, 1000};
    seen.scrollY = 50;
    settings.remember(QString(), seen);
    ASSERT_TRUE(ui::SettingsStore(path).save(settings));
    ShownWindow window({1100, 600}, path);
    EXPECT_EQ(window.controller().state().window, window.controller().wholeStory());
}

TEST_F(WindowMemory, IsWrittenSoonAfterAChangeSoThatACrashLosesLittle) {
    ShownWindow window({900, 560}, path);
    ASSERT_TRUE(QTest::qWaitFor([&] { return QFile::exists(path); }));
    window->actions().zoomIn->trigger();
    EXPECT_TRUE(QTest::qWaitFor([&] { return settings().views.size() == 1; }));
    window->actions().wholeStory->trigger();
    EXPECT_TRUE(QTest::qWaitFor([&] { return settings().views.empty(); })); // how every story begins
}

TEST_F(WindowMemory, OfTwoWindowsTheLastOneWinsAndTheFileIsWhole) {
    ShownWindow first({900, 560}, path);
    ShownWindow second({900, 560}, path);
    first->setTextScale(1.5);
    second->setTextScale(1.75);
    second->close();
    first->close();
    EXPECT_EQ(settings().textScale, 1.5);
}

TEST_F(WindowMemory, ADamagedFileIsSaidUntilSomebodyClosesTheNoticeAndTheWindowIsThere) {
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("{\"textScale\": ");
    file.close();
    ShownWindow window({900, 560}, path);
    EXPECT_TRUE(window->isVisible());
    window.hover(window.emptyPoint());
    EXPECT_TRUE(window->notice().isVisible());
    EXPECT_TRUE(window->notice().words().contains(QStringLiteral("damaged"))) << window->notice().words().toStdString();
    QTest::mouseClick(&window->notice().closeButton(), Qt::LeftButton);
    EXPECT_FALSE(window->notice().isVisible());
}

TEST_F(WindowMemory, NonsenseAboutTheWindowLeavesAWindowThatCanBeSeen) {
    ui::Settings settings;
    settings.geometry = QByteArray(66, '\x7f');
    settings.panes = QByteArray(500, '\x7f');
    ASSERT_TRUE(ui::SettingsStore(path).save(settings));
    ui::MainWindow window(*ui::readStoryFile({}), path);
    window.show();
    EXPECT_TRUE(window.screen()->geometry().intersects(window.geometry()));
    EXPECT_TRUE(window.findChild<QDockWidget*>()->isVisible());
}

TEST_F(WindowMemory, AWindowWithoutAFileRemembersNothing) {
    ShownWindow window;
    window->setTextScale(2);
    window->close();
    EXPECT_TRUE(QDir(folder.path()).isEmpty());
}

// SPDX-License-Identifier: GPL-3.0-or-later
// Edit > Copy picture, through the real window.
#include "app/export/picture/picture_export.h"
#include "tests/window/data/copying.h"

using namespace quoteline;
using test::clipboardText;
using test::Copying;
using test::ctrlShift;

TEST(CopyPicture, IsWhatTheExportLaysOutForWhatIsInView) {
    Copying window({1280, 800});
    for (const ui::ThemeChoice theme : {ui::ThemeChoice::Light, ui::ThemeChoice::Dark}) {
        window->setThemeChoice(theme);
        window.controller().zoomBy(2);
        window.activate();
        const QImage copied = window.pictureAfter([&] { window.key(Qt::Key_I, ctrlShift); });
        const double scale = window.viewport()->devicePixelRatioF();
        ui::PictureRequest spec;
        spec.size = copied.size() / scale;
        spec.scale = scale;
        spec.range = window.controller().state().window;
        spec.dark = theme == ui::ThemeChoice::Dark;
        EXPECT_EQ(spec.size.width(), window.viewport()->width());
        EXPECT_GE(spec.size.height(), window.viewport()->height());
        const auto expected = ui::renderPicture(window.controller().view(), spec);
        ASSERT_TRUE(expected);
        EXPECT_EQ(copied.convertToFormat(QImage::Format_RGB32), *expected);
        EXPECT_EQ(window.said(),
                  QStringLiteral("Copied: a picture of %1 × %2 pixels").arg(copied.width()).arg(copied.height()));
    }
}

TEST(CopyPicture, IsAsHighAsItsLanesNeedWithinReason) {
    Copying window({1280, 500});
    ui::PictureRequest spec;
    spec.size = window.copyPicture().size() / window.viewport()->devicePixelRatioF();
    spec.range = window.controller().state().window;
    EXPECT_GT(spec.size.height(), window.viewport()->height());
    EXPECT_FALSE(ui::adviceFor(*ui::preparePicture(window.controller().view(), spec)));
    // Of a story that no such picture shows whole, the status line says so.
    ASSERT_TRUE(window.open(test::crowdedStory(2000)));
    const QImage copied = window.copyPicture();
    EXPECT_LE(copied.height(), 4 * window.viewport()->height() * window.viewport()->devicePixelRatioF());
    EXPECT_TRUE(window.said().contains(QStringLiteral("are only counted, or shown without a title")))
        << window.said().toStdString();
}

TEST(CopyPicture, OfATimelineTooSmallForOneIsRefusedInWords) {
    Copying window;
    QGuiApplication::clipboard()->setText(QStringLiteral("before"));
    window->pane().timeline().setFixedHeight(120);
    QCoreApplication::processEvents();
    ASSERT_LT(window.viewport()->height(), ui::minPictureSide);
    window.actions().copyPicture->trigger();
    EXPECT_TRUE(window.waitFor("Nothing was copied: a picture is 200 to")) << window.said().toStdString();
    EXPECT_EQ(clipboardText(), "before");
}

TEST(CopyPicture, GivesWayToTheNextThingThatIsCopied) {
    Copying window;
    window.controller().select(0);
    window.actions().copyPicture->trigger();
    window.actions().copyMarkdown->trigger();
    ASSERT_TRUE(window.waitFor("Copied as Markdown: 1 event(s)")) << window.said().toStdString();
    window.actions().copyMarkdown->trigger();
    window.copyPicture();
    EXPECT_TRUE(window.waitFor("Copied: a picture of"));
    QTest::qWait(50);
    EXPECT_FALSE(QGuiApplication::clipboard()->image().isNull()) << "what was asked for last";
}

TEST(CopyPicture, OfAStoryThatTakesLongShowsABarWhoseButtonStopsIt) {
    Copying window;
    ASSERT_TRUE(window.open(test::crowdedStory(20'000)));
    QGuiApplication::clipboard()->setText(QStringLiteral("before"));
    window.actions().copyPicture->trigger();
    ui::WorkBar* bar = window.copyBar();
    ASSERT_TRUE(bar);
    ASSERT_TRUE(QTest::qWaitFor([&] { return bar->isVisible() || window.said().startsWith(u"Copied"); }, 60000));
    if (!bar->isVisible())
        GTEST_SKIP() << "the machine was done before the bar came";
    bar->cancelButton().click();
    EXPECT_FALSE(bar->isVisible());
    EXPECT_TRUE(window.said().startsWith(QStringLiteral("Stopped copying")));
    QTest::qWait(50);
    EXPECT_EQ(clipboardText(), "before");
}

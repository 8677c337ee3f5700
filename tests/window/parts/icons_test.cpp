// SPDX-License-Identifier: GPL-3.0-or-later
// Icons as they come out: in the colour of text, sharp at every resolution, the desktop's where it has them.
#include "app/paint/icons.h"
#include "app/paint/theme.h"
#include "app/window/parts/actions.h"
#include "app/window/parts/icon_set.h"
#include "tests/window/window_probe.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QPainter>
#include <gtest/gtest.h>

using namespace quoteline;
using test::ShownWindow;

namespace {

/// The colours of what is fully painted.
std::set<QRgb> inks(const QImage& image) {
    std::set<QRgb> inks;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (qAlpha(image.pixel(x, y)) == 255)
                inks.insert(image.pixel(x, y));
    return inks;
}

QStringList names() {
    QStringList names;
    for (const QString& file : QDir(QStringLiteral(":/icons")).entryList())
        names.append(file.chopped(4));
    return names;
}

struct Icons : testing::Test {
    const QPalette oldPalette = QApplication::palette();
    const QString oldTheme = QIcon::themeName();
    const QStringList oldPaths = QIcon::themeSearchPaths();
    void TearDown() override {
        QApplication::setPalette(oldPalette);
        QIcon::setThemeName(oldTheme);
        QIcon::setThemeSearchPaths(oldPaths);
    }
};

} // namespace

TEST_F(Icons, AreDrawnInTheColourOfTextAndFollowThePalette) {
    ASSERT_GE(names().size(), 20);
    for (const QString& name : names()) {
        if (name == QStringLiteral("quoteline"))
            continue;
        const QIcon icon = ui::ownIcon(name);
        for (const ui::Theme* theme : {&ui::lightTheme(), &ui::darkTheme(), &ui::highContrastTheme(true)}) {
            QApplication::setPalette(ui::paletteFor(*theme));
            const auto normal = inks(icon.pixmap(QSize(24, 24), 1.0).toImage());
            EXPECT_EQ(normal, std::set{theme->text.rgba()}) << name.toStdString();
            const auto off = inks(icon.pixmap(QSize(24, 24), 1.0, QIcon::Disabled).toImage());
            EXPECT_EQ(off, std::set{theme->softText.rgba()}) << name.toStdString();
        }
    }
    EXPECT_TRUE(ui::ownIcon(QStringLiteral("none")).isNull());
}

TEST_F(Icons, AreDrawnForTheResolutionAndNotEnlarged) {
    for (const QString& name : names()) {
        const QIcon icon = ui::ownIcon(name);
        for (const double ratio : {1.0, 1.25, 2.0}) {
            const QPixmap pixmap = icon.pixmap(QSize(24, 24), ratio);
            EXPECT_EQ(pixmap.size(), QSize(24, 24) * ratio) << name.toStdString();
            EXPECT_EQ(pixmap.devicePixelRatio(), ratio);
        }
        // What is enlarged has blocks of equal pixels; what is drawn for its size has edges of its own.
        const QImage fine = icon.pixmap(QSize(24, 24), 2.0).toImage();
        const QImage coarse = icon.pixmap(QSize(24, 24), 1.0).toImage().scaled(48, 48);
        EXPECT_NE(fine.convertToFormat(QImage::Format_ARGB32), coarse.convertToFormat(QImage::Format_ARGB32));
    }
}

TEST_F(Icons, StayWithinTheirSquare) {
    for (const QString& name : names()) {
        QImage image = ui::ownIcon(name).pixmap(QSize(96, 96), 1.0).toImage();
        for (int i = 0; i < 96; ++i)
            for (const QPoint edge : {QPoint(i, 0), QPoint(i, 95), QPoint(0, i), QPoint(95, i)})
                EXPECT_EQ(qAlpha(image.pixel(edge)), 0) << name.toStdString();
    }
}

TEST_F(Icons, EveryCommandOfAToolbarHasOneOfItsOwn) {
    ShownWindow window;
    const ui::Actions& a = window->actions();
    std::vector<QImage> seen;
    for (const QAction* action :
         {a.openStory, a.reload, a.exportPicture, a.print, a.find, a.findNext, a.findPrevious, a.clearFilters, a.zoomIn,
          a.zoomOut, a.wholeStory, a.busiest, a.coreWindow, a.fitSelection, a.legend, a.back, a.forward}) {
        ASSERT_FALSE(action->icon().isNull()) << action->text().toStdString();
        const QImage image = action->icon().pixmap(QSize(24, 24), 1.0).toImage();
        EXPECT_EQ(std::find(seen.begin(), seen.end(), image), seen.end()) << action->text().toStdString();
        seen.push_back(image);
    }
    EXPECT_FALSE(window->windowIcon().isNull());
    EXPECT_GE(inks(window->windowIcon().pixmap(QSize(64, 64), 1.0).toImage()).size(), 2U) << "in its own colours";
}

TEST_F(Icons, TheDesktopsAreTakenWhereItHasThemAndTheLookIsTheDesktops) {
    const QTemporaryDir folder;
    const QDir theme(folder.filePath(QStringLiteral("made/24x24")));
    ASSERT_TRUE(theme.mkpath(QStringLiteral(".")));
    QImage green(24, 24, QImage::Format_ARGB32);
    green.fill(Qt::green);
    ASSERT_TRUE(green.save(theme.filePath(QStringLiteral("zoom-in.png"))));
    QFile index(folder.filePath(QStringLiteral("made/index.theme")));
    ASSERT_TRUE(index.open(QIODevice::WriteOnly));
    index.write("[Icon Theme]\nName=made\nDirectories=24x24\n[24x24]\nSize=24\nType=Fixed\n");
    index.close();
    QIcon::setThemeSearchPaths({folder.path()});
    QIcon::setThemeName(QStringLiteral("made"));

    const auto isGreen = [](const QAction* action) {
        return action->icon().pixmap(QSize(24, 24), 1.0).toImage().pixelColor(2, 2) == QColor(Qt::green);
    };
    ShownWindow window;
    EXPECT_TRUE(isGreen(window->actions().zoomIn));
    EXPECT_FALSE(window->actions().zoomOut->icon().isNull()) << "ours stands in";
    EXPECT_FALSE(isGreen(window->actions().zoomOut));
    window->actions().darkTheme->trigger(); // icons for a light desktop may not be seen on a dark ground
    EXPECT_FALSE(isGreen(window->actions().zoomIn));
    window->actions().systemTheme->trigger();
    EXPECT_TRUE(isGreen(window->actions().zoomIn));
}

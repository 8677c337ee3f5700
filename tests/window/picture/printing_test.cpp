// SPDX-License-Identifier: GPL-3.0-or-later
// A story on paper, as another program reads it: the words are words, and there is one page.
#include "app/export/picture/printing.h"
#include "app/paint/theme.h"
#include "app/window/parts/actions.h"
#include "tests/content/panel_stories.h"
#include "tests/support/message_guard.h"
#include "tests/window/window_probe.h"

#include <QApplication>
#include <QFile>
#include <QPageSize>
#include <QPrintDialog>
#include <QPrintPreviewDialog>
#include <QPrintPreviewWidget>
#include <QPrinter>
#include <QProcess>
#include <QStandardPaths>
#include <gtest/gtest.h>

using namespace quoteline;
using test::ShownWindow;

namespace {

/// Prints into a file; its bytes.
QByteArray printed(const layout::StoryView& view, const ui::PrintSpec& spec, const QString& path,
                   QPageSize::PageSizeId paper = QPageSize::A4) {
    QPrinter printer(QPrinter::HighResolution);
    ui::prepare(printer, view);
    printer.setOutputFormat(QPrinter::PdfFormat);
    printer.setOutputFileName(path);
    printer.setPageSize(QPageSize(paper));
    EXPECT_TRUE(ui::printStory(printer, view, spec));
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

/// What a program of another house says about a file; none where it is not installed.
std::optional<QString> saidBy(const QString& tool, const QStringList& arguments) {
    const QString program = QStandardPaths::findExecutable(tool);
    if (program.isEmpty())
        return std::nullopt;
    QProcess process;
    process.start(program, arguments);
    EXPECT_TRUE(process.waitForFinished(60000));
    EXPECT_EQ(process.exitCode(), 0) << process.readAllStandardError().toStdString();
    return QString::fromUtf8(process.readAllStandardOutput());
}

struct Printing : testing::Test {
    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("page.pdf"));

    QString words() const {
        const auto text = saidBy(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), path, QStringLiteral("-")});
        return text.value_or(QString());
    }
};

#define NEEDS(tool)                                                     \
    if (QStandardPaths::findExecutable(QStringLiteral(tool)).isEmpty()) \
    GTEST_SKIP() << "SKIPPED: " tool " is not installed"

} // namespace

TEST_F(Printing, APageHasTheWordsOfEveryEvent) {
    NEEDS("pdftotext");
    const layout::StoryView& view = test::embeddedView();
    EXPECT_TRUE(printed(view, {}, path, QPageSize::A3).startsWith("%PDF-"));
    // Inter 4.1 has one glyph for these and the quotation marks, of which Qt writes the first that it may stand for.
    const QString text =
        words().simplified().replace(QChar(0x02BC), QChar(0x2019)).replace(QChar(0x02EE), QChar(0x201D));
    EXPECT_TRUE(text.contains(test::text(view.story().lanes().front().name)));
    for (const model::EventIndex event : view.events())
        // Inter has a colon of its own between capitals, which Qt writes without saying that it is one.
        for (const QString& word : view.title(event).remove(u':').split(u' '))
            EXPECT_TRUE(text.contains(word)) << word.toStdString() << " of " << view.title(event).toStdString();
    EXPECT_FALSE(text.contains(QStringLiteral("found no room")));
}

TEST_F(Printing, ItIsOnePageOnItsSideInAnySize) {
    NEEDS("pdfinfo");
    for (const auto& [paper, size] : {std::pair{QPageSize::A4, "842 x 595"}, std::pair{QPageSize::A5, "595 x 4"},
                                      std::pair{QPageSize::A0, "3370 x 238"}, std::pair{QPageSize::A7, "29"}}) {
        printed(test::embeddedView(), {}, path, paper);
        const QString said = *saidBy(QStringLiteral("pdfinfo"), {path});
        EXPECT_TRUE(said.contains(QRegularExpression(QStringLiteral("Pages: +1\n")))) << said.toStdString();
        EXPECT_TRUE(said.contains(QString::fromLatin1(size))) << said.toStdString();
        EXPECT_TRUE(said.contains(test::text(test::embeddedView().story().title())));
    }
}

TEST_F(Printing, WhatFindsNoRoomIsCountedOnThePage) {
    NEEDS("pdftotext");
    const layout::StoryView crowded(test::crowdedStory(3000));
    printed(crowded, {}, path);
    const QRegularExpression line(QStringLiteral("([\\d,]+) event\\(?s\\)? found no room on this page"));
    const auto found = line.match(words().simplified());
    ASSERT_TRUE(found.hasMatch()) << words().toStdString();
    const int count = crowded.locale().toInt(found.captured(1));
    EXPECT_GT(count, 1000);
    EXPECT_LT(count, 3000);
}

TEST_F(Printing, OnlyTheTimeThatIsAskedForIsPrinted) {
    NEEDS("pdftotext");
    const layout::StoryView crowded(test::crowdedStory(400));
    const layout::TimeWindow extent = crowded.extent();
    printed(crowded, {layout::TimeWindow{extent.start, extent.width / 40}, 1}, path);
    EXPECT_TRUE(words().contains(QStringLiteral("Event number 3")));
    EXPECT_FALSE(words().contains(QStringLiteral("Event number 300")));
}

TEST_F(Printing, WhatIsOnlyPossibleIsAsPaleOnPaperAsOnTheScreen) {
    NEEDS("pdftoppm");
    printed(test::embeddedView(), {}, path);
    const QString base = folder.filePath(QStringLiteral("page"));
    ASSERT_TRUE(saidBy(QStringLiteral("pdftoppm"), {QStringLiteral("-r"), QStringLiteral("96"), QStringLiteral("-png"),
                                                    QStringLiteral("-singlefile"), path, base}));
    const QImage page(base + QStringLiteral(".png"));
    ASSERT_FALSE(page.isNull());
    // A filled band is one long run of its colour; hatching breaks it into strokes. Below the line of the core window,
    // and left of the outlined bar of the Games.
    int longest = 0;
    for (const QColor& hue : ui::lightTheme().hues) {
        for (int y = 130; y < page.height(); ++y) {
            for (int x = 0, run = 0; x < page.width() / 2; ++x) {
                const QColor pixel = page.pixelColor(x, y);
                const bool inked = ui::contrast(pixel, hue) < 1.15 && pixel.saturationF() > 0.3F;
                run = inked ? run + 1 : 0;
                longest = std::max(longest, run);
            }
        }
    }
    EXPECT_GT(longest, 3) << "dots are there";
    EXPECT_LT(longest, 40) << "and no band is filled";
    EXPECT_EQ(page.pixelColor(2, 2), QColor(Qt::white));
}

TEST_F(Printing, AFileThatCannotBeWrittenIsSaid) {
    QPrinter printer(QPrinter::HighResolution);
    printer.setOutputFormat(QPrinter::PdfFormat);
    printer.setOutputFileName(folder.filePath(QStringLiteral("no/such/folder/page.pdf")));
    test::expectMessage(QRegularExpression(QStringLiteral("QPainter::begin")));
    EXPECT_FALSE(ui::printStory(printer, test::embeddedView(), {}));
}

TEST(PrintPreview, ShowsThePage) {
    ShownWindow window;
    window->actions().printPreview->trigger();
    auto* dialog = window->findChild<QPrintPreviewDialog*>();
    ASSERT_NE(dialog, nullptr);
    ASSERT_TRUE(QTest::qWaitForWindowExposed(dialog));
    auto* preview = dialog->findChild<QPrintPreviewWidget*>();
    ASSERT_NE(preview, nullptr);
    ASSERT_TRUE(QTest::qWaitFor([&] { return preview->pageCount() == 1; }));
    EXPECT_EQ(preview->orientation(), QPageLayout::Landscape);
    const QImage seen = preview->grab().toImage();
    std::set<QRgb> colours;
    for (int y = 0; y < seen.height(); y += 2)
        for (int x = 0; x < seen.width(); x += 2)
            colours.insert(seen.pixel(x, y));
    EXPECT_GT(colours.size(), 50U); // marks and words, not an empty page
    dialog->close();
    EXPECT_TRUE(QTest::qWaitFor([&] { return window->findChild<QPrintPreviewDialog*>() == nullptr; }));
}

TEST(PrintDialog, OpensAndCanBeLeft) {
    ShownWindow window;
    window->actions().print->trigger();
    auto* dialog = window->findChild<QPrintDialog*>();
    ASSERT_NE(dialog, nullptr);
    EXPECT_TRUE(dialog->isVisible());
    dialog->reject();
    EXPECT_TRUE(QTest::qWaitFor([&] { return window->findChild<QPrintDialog*>() == nullptr; }));
}

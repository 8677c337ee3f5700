// SPDX-License-Identifier: GPL-3.0-or-later
// File > Export data, by keys: format, what is lost, the question where, the file.
#include "app/export/data/story_export.h"
#include "app/view/search/event_filter.h"
#include "app/window/data/data_dialog.h"
#include "app/window/parts/actions.h"
#include "tests/window/window_probe.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStatusBar>
#include <QTimer>
#include <gtest/gtest.h>

// Tests have no translation: both forms of a word stand in brackets.
using namespace quoteline;
using test::ShownWindow;

namespace {

/// What a person does with the dialogs, and what they read there.
struct Visit {
    ui::DataFormat format = ui::DataFormat::Csv;
    QString name;        ///< typed where the file is asked for
    bool replace = true; ///< the answer to that question
    bool byKeys = false;
    QStringList asked;
    QString losses;
    QString labels;
    QString suggested;
};

void exportAs(ShownWindow& window, Visit& visit) {
    QTimer answers;
    QObject::connect(&answers, &QTimer::timeout, &*window, [&] {
        QWidget* dialog = QApplication::activeModalWidget();
        if (auto* wanted = qobject_cast<ui::DataDialog*>(dialog)) {
            wanted->formats().setCurrentIndex(wanted->formats().findData(static_cast<int>(visit.format)));
            if (!wanted->saveButton().isEnabled())
                return; // the worker is at it
            visit.losses = wanted->losses().toPlainText();
            visit.labels.clear();
            for (const QLabel* label : wanted->findChildren<QLabel*>())
                visit.labels += label->text() + u'\n';
            wanted->saveButton().click();
        } else if (auto* where = qobject_cast<QFileDialog*>(dialog)) {
            auto* edit = where->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
            visit.suggested = edit->text();
            edit->setText(visit.name);
            QMetaObject::invokeMethod(where, "accept");
        } else if (auto* box = qobject_cast<QMessageBox*>(dialog)) {
            visit.asked.append(box->text());
            for (QAbstractButton* button : box->buttons())
                if ((box->buttonRole(button) == QMessageBox::RejectRole) != visit.replace)
                    button->click();
        }
    });
    answers.start(5);
    if (visit.byKeys)
        window.key(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    else
        window->actions().exportData->trigger();
}

QByteArray expected(ShownWindow& window, ui::DataFormat format) {
    return ui::exportData(window.controller().view(), format, ui::DataScope::Shown)->bytes;
}

bool says(ShownWindow& window, const QString& words) {
    for (const QLabel* label : window->statusBar()->findChildren<QLabel*>())
        if (label->text().contains(words))
            return true;
    return false;
}

} // namespace

TEST(DataWindow, WritesEveryFormatWithItsSuffixAndSaysWhere) {
    ShownWindow window;
    for (const ui::DataFormat format : ui::dataFormats) {
        Visit visit;
        visit.format = format;
        visit.name = window.path(QStringLiteral("out"));
        exportAs(window, visit);
        const QString path = visit.name + ui::suffixOf(format);
        EXPECT_EQ(test::readFile(path), expected(window, format)) << path.toStdString();
        EXPECT_TRUE(visit.suggested.endsWith(ui::suffixOf(format))) << visit.suggested.toStdString();
        EXPECT_TRUE(says(window, QStringLiteral("15 event(s) in ") + path));
        EXPECT_TRUE(visit.labels.contains(QStringLiteral("The whole story: 15 event(s)")))
            << visit.labels.toStdString();
        EXPECT_TRUE(visit.asked.isEmpty());
    }
}

TEST(DataWindow, TellsBeforehandWhatIsLost) {
    ShownWindow window;
    Visit visit;
    visit.name = window.path(QStringLiteral("a.json"));
    visit.format = ui::DataFormat::Json;
    visit.byKeys = true;
    exportAs(window, visit);
    visit.byKeys = false;
    EXPECT_TRUE(visit.losses.isEmpty());
    EXPECT_TRUE(visit.labels.contains(QStringLiteral("Nothing is lost")));
    visit.name = window.path(QStringLiteral("a.csv"));
    visit.format = ui::DataFormat::Csv;
    exportAs(window, visit);
    EXPECT_TRUE(visit.losses.contains(QStringLiteral("7 link(s) between events left out")))
        << visit.losses.toStdString();
}

TEST(DataWindow, ExportsWhatPassesTheFilterAndSaysSo) {
    ShownWindow window;
    model::EventQuery query;
    query.text = QStringLiteral("mayor");
    window->filter().setQuery(query);
    ASSERT_TRUE(QTest::qWaitFor([&] { return window.controller().view().isFiltered(); }));
    const std::size_t shown = window.controller().view().events().size();
    ASSERT_GT(shown, 0U);
    ASSERT_LT(shown, 15U);
    Visit visit;
    visit.format = ui::DataFormat::Json;
    visit.name = window.path(QStringLiteral("part.json"));
    exportAs(window, visit);
    EXPECT_TRUE(visit.labels.contains(QStringLiteral("%1 of 15 event(s): what passes the filter").arg(shown)))
        << visit.labels.toStdString();
    ASSERT_TRUE(window.open(visit.name)); // it is a story
    const layout::StoryView& view = window.controller().view();
    EXPECT_EQ(view.story().eventCount(), shown);
}

TEST(DataWindow, AsksBeforeItReplacesAFileWhoseNameItCompletes) {
    ShownWindow window;
    const QString path = window.path(QStringLiteral("a.csv"));
    test::writeFile(path, "old");
    Visit visit;
    visit.name = window.path(QStringLiteral("a"));
    visit.replace = false;
    exportAs(window, visit);
    ASSERT_EQ(visit.asked.size(), 1);
    EXPECT_TRUE(visit.asked[0].contains(path));
    EXPECT_EQ(test::readFile(path), "old");
    visit.replace = true;
    exportAs(window, visit);
    EXPECT_EQ(test::readFile(path), expected(window, ui::DataFormat::Csv));
}

TEST(DataWindow, SaysWhyAFileWasNotWritten) {
    ShownWindow window;
    Visit visit;
    visit.name = window.path(QStringLiteral("none/a.csv"));
    exportAs(window, visit);
    const auto* box = window->findChild<QMessageBox*>();
    ASSERT_TRUE(box);
    EXPECT_EQ(box->textFormat(), Qt::PlainText);
    EXPECT_TRUE(box->text().contains(QStringLiteral("was not saved"))) << box->text().toStdString();
    EXPECT_FALSE(QFileInfo::exists(visit.name));
}

TEST(DataWindow, WorkThatIsStoppedGivesNothing) {
    const layout::StoryView view(test::crowdedStory(100));
    std::stop_source stop;
    stop.request_stop();
    for (const ui::DataFormat format : ui::dataFormats) {
        const auto file = ui::exportData(view, format, ui::DataScope::WholeStory, stop.get_token());
        ASSERT_FALSE(file.has_value());
        EXPECT_TRUE(file.error().isStopped());
    }
}

TEST(DataWindow, AFormatThatMustHaveEventsSaysSoWhereThereAreNone) {
    const layout::StoryView view((model::Story()));
    const auto file = ui::exportData(view, ui::DataFormat::ICalendar, ui::DataScope::WholeStory);
    ASSERT_FALSE(file.has_value());
    EXPECT_FALSE(file.error().isStopped());
    EXPECT_TRUE(file.error().reason().contains(QStringLiteral("at least one event")));
}

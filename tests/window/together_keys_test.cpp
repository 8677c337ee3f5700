// SPDX-License-Identifier: GPL-3.0-or-later
// Keys and numbers through all parts of the window.
#include "app/view/evidence/evidence_panel.h"
#include "app/view/pages/page_area.h"
#include "app/view/pages/text_block.h"
#include "app/window/parts/actions.h"
#include "tests/window/together.h"
#include <QApplication>
#include <QCheckBox>
#include <QPushButton>

using namespace quoteline;
using namespace quoteline::test;

namespace {
using TogetherKeys = TogetherIn;
using TogetherNumbers = TogetherIn;
} // namespace

TEST_F(TogetherKeys, ZoomingInWorksHoweverThePlusIsTyped) {
    const std::vector<std::pair<Qt::Key, Qt::KeyboardModifiers>> typed{
        {Qt::Key_Plus, {}},
        {Qt::Key_Plus, Qt::KeypadModifier},
        {Qt::Key_Plus, Qt::ControlModifier},
        {Qt::Key_Plus, Qt::ControlModifier | Qt::KeypadModifier},
        {Qt::Key_Plus, Qt::ControlModifier | Qt::ShiftModifier},
        {Qt::Key_Equal, Qt::ControlModifier},
        {Qt::Key_Equal, Qt::ControlModifier | Qt::ShiftModifier},
        {Qt::Key_Equal, {}},
    };
    for (const auto& [key, modifiers] : typed) {
        SCOPED_TRACE(QKeySequence(static_cast<int>(modifiers) | key).toString().toStdString());
        Together window;
        window->actions().collapseLanes->trigger();
        const layout::Arrangement arrangement = window.view().arrangement();
        window.key(key, modifiers);
        EXPECT_NEAR(window.controller().state().window.width, window.controller().wholeStory().width / 1.5, 1);
        EXPECT_EQ(window.view().arrangement(), arrangement);
        window.key(Qt::Key_Minus, modifiers & ~Qt::KeyboardModifiers(Qt::ShiftModifier));
        EXPECT_NEAR(window.controller().state().window.width, window.controller().wholeStory().width, 1);
    }
}

TEST_F(TogetherKeys, EscapePutsALaneBackBeforeItClearsTheSelection) {
    Together window;
    window.controller().select(4);
    const QPoint to = window.holdLane();
    ASSERT_TRUE(window.controller().overlay().dropLine);
    window.key(Qt::Key_Escape);
    EXPECT_EQ(window.controller().overlay().dropLine, std::nullopt);
    EXPECT_EQ(window.controller().selected(), 4U);
    QTest::mouseRelease(window.viewport(), Qt::LeftButton, {}, to);
    EXPECT_EQ(window.view().arrangement(), layout::Arrangement());
    EXPECT_EQ(window.controller().selected(), 4U);
    window.key(Qt::Key_Escape);
    EXPECT_EQ(window.controller().selected(), std::nullopt);
}

TEST_F(TogetherKeys, TabReachesEveryPartOfTheWindowAndComesRound) {
    Together window({1400, 900});
    window.dock("events").show();
    window.dock("filters").show();
    window.controller().select(4);
    QCoreApplication::processEvents();
    std::set<QString> reached;
    window->pane().timeline().setFocus();
    const std::vector<std::pair<QString, const QWidget*>> parts{
        {QStringLiteral("timeline"), &window->pane().timeline()},
        {QStringLiteral("overview"), &window->pane().overview()},
        {QStringLiteral("panel"), &window->panel()},
        {QStringLiteral("list"), &window.dock("events")},
        {QStringLiteral("filters"), &window.dock("filters")},
        {QStringLiteral("search"), &window.field()},
    };
    bool round = false;
    for (int i = 0; i < 300 && !round; ++i) {
        QWidget* focus = QApplication::focusWidget();
        ASSERT_NE(focus, nullptr);
        for (const auto& [name, part] : parts)
            if (part == focus || part->isAncestorOf(focus))
                reached.insert(name);
        QTest::keyClick(focus, Qt::Key_Tab);
        round = QApplication::focusWidget() == &window->pane().timeline();
    }
    EXPECT_TRUE(round);
    for (const auto& [name, part] : parts)
        EXPECT_TRUE(reached.contains(name)) << name.toStdString();
}

TEST_F(TogetherKeys, LettersAreCommandsWhereverTheyAreNotText) {
    Together window({1400, 900});
    window.dock("filters").show();
    window.controller().select(4);
    QCoreApplication::processEvents();
    QWidget* box = window.dock("filters").findChild<QCheckBox*>();
    ASSERT_NE(box, nullptr);
    for (QWidget* widget : {box, static_cast<QWidget*>(&window->pane().overview()),
                            static_cast<QWidget*>(window->panel().findChild<ui::PageArea*>())}) {
        SCOPED_TRACE(widget->metaObject()->className());
        widget->setFocus();
        const double before = window.controller().state().window.width;
        QTest::keyClick(widget, Qt::Key_W);
        EXPECT_LT(window.controller().state().window.width, before);
        QTest::keyClick(widget, Qt::Key_S);
        EXPECT_NEAR(window.controller().state().window.width, before, 1);
    }
}

TEST_F(TogetherNumbers, OfManyEventsAreGroupedAsTheStorysLanguageDoesEverywhere) {
    Together window;
    ASSERT_TRUE(window.open(test::crowdedStory(1234)));
    const QString all = window.view().locale().toString(1234);
    EXPECT_EQ(window.count(), all + QStringLiteral(" events"));
    QString panel;
    for (const ui::TextBlock* text : window->panel().findChildren<ui::TextBlock*>())
        panel += text->document()->toPlainText();
    EXPECT_TRUE(panel.contains(all + QStringLiteral(" events"))) << panel.toStdString();
    window.dock("events").show();
    window.field().setText(QStringLiteral("number 12"));
    const QString words = window.view().locale().toString(static_cast<qulonglong>(window.shown().size())) +
                          QStringLiteral(" of ") + all + QStringLiteral(" events");
    EXPECT_EQ(window.count(), words);
    EXPECT_EQ(window.dock("events").windowTitle(), words);
    bool inScene = false;
    for (const layout::Text& text : window.scene().texts)
        inScene = inScene || text.text.contains(QStringLiteral(" of ") + all + QStringLiteral(" events"));
    EXPECT_TRUE(inScene);
    window.field().setText(QStringLiteral("nothing like it"));
    bool inButton = false;
    for (const QPushButton* button : window->findChildren<QPushButton*>())
        inButton = inButton || button->text() == QStringLiteral("Clear everything: ") + all + QStringLiteral(" events");
    EXPECT_TRUE(inButton);
}

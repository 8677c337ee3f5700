// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/checks/scene_invariants.h"
#include "app/view/search/event_filter.h"
#include "app/window/parts/actions.h"
#include "tests/content/scene_stories.h"
#include "tests/support/length.h"
#include "tests/window/window_probe.h"
#include <QAbstractButton>
#include <QApplication>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QTimer>
#include <QUrl>
#include <QWheelEvent>
#include <ctime>
#include <functional>
#include <gtest/gtest.h>
#include <iostream>
#include <random>
#include <set>

using namespace quoteline;
using test::ShownWindow;

namespace {

/// CPU time of this thread: on a busy machine a wait for the processor is no fault of the program.
double cpuSeconds() {
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

unsigned seedOf(const char* variable, unsigned otherwise) {
    bool given = false;
    const unsigned seed = qEnvironmentVariable(variable).toUInt(&given);
    return given ? seed : otherwise;
}

/// Presses, moves, turns, types, drops and resizes at random, on whatever is under its fingers.
class Monkey {
public:
    Monkey(ShownWindow& window, unsigned seed)
        : m_window(window)
        , m_random(seed) {
        // What a person would do with a dialog that stands in the way; some run an event loop of their own.
        m_closer.setInterval(1);
        QObject::connect(&m_closer, &QTimer::timeout, [this] { closeDialogs(); });
        m_closer.start();
    }

    void act();
    double longestGap() const { return m_longest; }
    const std::string& longestWhat() const { return m_longestWhat; }
    void setFiles(QStringList files) { m_files = std::move(files); }

private:
    int pick(int below) { return static_cast<int>(m_random() % static_cast<unsigned>(below)); }
    QWidget* target(QPoint& position);
    Qt::KeyboardModifiers modifiers();
    void mouse();
    void wheel();
    void key();
    void drop();
    void resize();
    void type();
    void command();
    void facet();
    void closeDialogs();

    ShownWindow& m_window;
    std::mt19937 m_random;
    QTimer m_closer;
    QStringList m_files;
    bool m_acting = false;
    double m_longest = 0;
    std::string m_what;
    std::string m_longestWhat;
};

void Monkey::closeDialogs() {
    if (QWidget* modal = QApplication::activeModalWidget())
        modal->close();
    if (m_acting) // the act waits for a menu that runs an event loop of its own
        if (QWidget* popup = QApplication::activePopupWidget())
            popup->close();
}

/// The widget at a random place of a popup that is open, else of the window.
QWidget* Monkey::target(QPoint& position) {
    QWidget* top = QApplication::activePopupWidget();
    if (!top || pick(4) == 0)
        top = &*m_window;
    position = QPoint(pick(std::max(1, top->width())), pick(std::max(1, top->height())));
    QWidget* child = top->childAt(position);
    if (!child)
        return top;
    position = child->mapFrom(top, position);
    return child;
}

Qt::KeyboardModifiers Monkey::modifiers() {
    Qt::KeyboardModifiers keys;
    if (pick(6) == 0)
        keys |= Qt::ShiftModifier;
    if (pick(8) == 0)
        keys |= Qt::ControlModifier;
    if (pick(20) == 0)
        keys |= Qt::AltModifier;
    return keys;
}

void Monkey::mouse() {
    constexpr Qt::MouseButton buttons[] = {Qt::LeftButton,  Qt::LeftButton,   Qt::LeftButton,
                                           Qt::RightButton, Qt::MiddleButton, Qt::BackButton};
    const Qt::MouseButton button = buttons[pick(6)];
    const Qt::KeyboardModifiers keys = modifiers();
    QPoint at;
    const QPointer<QWidget> widget = target(at);
    m_what = std::string("mouse on ") + widget->metaObject()->className();
    const auto send = [&](QEvent::Type type, QPoint where, Qt::MouseButtons held) {
        if (!widget)
            return;
        QMouseEvent event(type, where, widget->mapToGlobal(where), type == QEvent::MouseMove ? Qt::NoButton : button,
                          held, keys);
        QApplication::sendEvent(widget, &event);
    };
    if (pick(3) == 0) {
        send(QEvent::MouseMove, at, {});
        return;
    }
    send(pick(6) == 0 ? QEvent::MouseButtonDblClick : QEvent::MouseButtonPress, at, button);
    for (int steps = pick(3); steps > 0; --steps) {
        at += QPoint(pick(400) - 200, pick(200) - 100);
        send(QEvent::MouseMove, at, button);
    }
    if (pick(50) != 0) // now and then a release is lost
        send(QEvent::MouseButtonRelease, at, {});
}

void Monkey::wheel() {
    QPoint at;
    const QPointer<QWidget> widget = target(at);
    m_what = std::string("wheel on ") + widget->metaObject()->className();
    const QPoint notches(pick(5) == 0 ? (pick(3) - 1) * 120 : 0, (pick(9) - 4) * 60);
    QWheelEvent event(at, widget->mapToGlobal(at), QPoint(), notches, Qt::NoButton, modifiers(), Qt::NoScrollPhase,
                      false);
    QApplication::sendEvent(widget, &event);
}

void Monkey::key() {
    constexpr int special[] = {Qt::Key_Left,   Qt::Key_Right,   Qt::Key_Up,       Qt::Key_Down,   Qt::Key_Home,
                               Qt::Key_End,    Qt::Key_PageUp,  Qt::Key_PageDown, Qt::Key_Escape, Qt::Key_Return,
                               Qt::Key_Tab,    Qt::Key_Backtab, Qt::Key_Delete,   Qt::Key_F1,     Qt::Key_F3,
                               Qt::Key_F5,     Qt::Key_Plus,    Qt::Key_Minus,    Qt::Key_0,      Qt::Key_Backspace,
                               Qt::Key_Escape, Qt::Key_Space,   Qt::Key_Comma,    Qt::Key_Period};
    const bool letter = pick(3) == 0;
    const int code = letter ? Qt::Key_A + pick(26) : special[static_cast<std::size_t>(pick(std::size(special)))];
    Qt::KeyboardModifiers keys = modifiers();
    if (code == Qt::Key_Q)
        keys &= ~Qt::KeyboardModifiers(Qt::ControlModifier); // would end the program
    QWidget* widget = QApplication::activePopupWidget();
    if (!widget)
        widget = QApplication::focusWidget();
    if (!widget)
        widget = &*m_window;
    m_what = "key " + QKeySequence(static_cast<int>(keys) | code).toString().toStdString() + " on " +
             widget->metaObject()->className();
    QTest::keyClick(widget, static_cast<Qt::Key>(code), keys);
}

void Monkey::drop() {
    m_what = "drop";
    QMimeData data;
    switch (pick(4)) {
    case 0:
        data.setText(QStringLiteral("not a file"));
        break;
    case 1:
        data.setUrls({QUrl::fromLocalFile(QStringLiteral("/nowhere/none.story.json"))});
        break;
    case 2:
        data.setUrls({QUrl(QStringLiteral("https://example.org/a.story.json"))});
        break;
    default:
        if (!m_files.isEmpty())
            data.setUrls({QUrl::fromLocalFile(m_files[pick(static_cast<int>(m_files.size()))])});
    }
    QPoint at;
    const QPointer<QWidget> widget = target(at);
    QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(widget, &enter);
    if (!widget)
        return;
    QDropEvent event(at, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(widget, &event);
}

void Monkey::resize() {
    m_what = "resize";
    m_window->resize(200 + pick(1500), 150 + pick(900));
}

/// Words, and what is none, into the search field, as it stands in the window.
void Monkey::type() {
    constexpr const char* words[] = {"milan", "number 1", "a", "e s", "\"", "zzz", "12", "  ", "ice"};
    auto* field = m_window->findChild<QLineEdit*>(QStringLiteral("searchField"));
    if (QApplication::activePopupWidget())
        return;
    m_what = "typing";
    if (pick(3) == 0)
        field->clear();
    QTest::keyClicks(field, QString::fromLatin1(words[pick(std::size(words))]));
}

/// Any command of the menus that can be given now, but for the ones that end the program, show a dialog of the desktop
/// or print.
void Monkey::command() {
    const ui::Actions& a = m_window->actions();
    const std::set<const QAction*> left{a.quit,  a.openStory,    a.exportPicture, a.exportData,
                                        a.print, a.printPreview, a.about};
    std::vector<QAction*> actions;
    const std::function<void(const QMenu&)> collect = [&](const QMenu& menu) {
        for (QAction* action : menu.actions())
            if (action->menu() && action->menu() != a.recentMenu)
                collect(*action->menu());
            else if (!action->menu() && action->isEnabled() && !action->isSeparator() && !left.contains(action))
                actions.push_back(action);
    };
    for (const QAction* top : m_window->menuBar()->actions())
        collect(*top->menu());
    QAction* action = actions[static_cast<std::size_t>(pick(static_cast<int>(actions.size())))];
    m_what = "command " + action->text().toStdString();
    action->trigger();
}

void Monkey::facet() {
    m_what = "facet";
    QDockWidget* dock = m_window->findChild<QDockWidget*>(QStringLiteral("filters"));
    if (!dock->isVisible())
        dock->show();
    std::vector<QAbstractButton*> buttons;
    for (QAbstractButton* button : dock->widget()->findChildren<QAbstractButton*>())
        if (button->isEnabled() && !button->isHidden())
            buttons.push_back(button);
    if (!buttons.empty())
        buttons[static_cast<std::size_t>(pick(static_cast<int>(buttons.size())))]->click();
}

void Monkey::act() {
    if (pick(8) == 0) // a menu that stays open takes everything that comes after it
        if (QWidget* popup = QApplication::activePopupWidget())
            popup->close();
    const double before = cpuSeconds();
    m_acting = true;
    const int what = pick(100);
    if (what < 38)
        mouse();
    else if (what < 55)
        wheel();
    else if (what < 82)
        key();
    else if (what < 86)
        type();
    else if (what < 92)
        command();
    else if (what < 95)
        facet();
    else if (what < 98)
        resize();
    else
        drop();
    m_acting = false;
    QApplication::processEvents();
    // The loop of the program deletes what was left for later; outside of a loop that has to be said.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    const double gap = cpuSeconds() - before;
    if (gap > m_longest) {
        m_longest = gap;
        m_longestWhat = m_what;
    }
    if (!m_window->isVisible())
        m_window->show();
}

void expectSound(ShownWindow& window) {
    const ui::ViewController& controller = window.controller();
    for (const QString& violation :
         layout::violations(*controller.scene(), controller.view(), controller.packing(), controller.measurer()))
        ADD_FAILURE() << violation.toStdString();
    if (controller.selected()) {
        EXPECT_LT(*controller.selected(), controller.view().story().eventCount());
    }
    EXPECT_EQ(window->panel().shownEvent(), controller.selected());
    EXPECT_EQ(&window->filter().story(), &controller.view().story());
    EXPECT_EQ(controller.view().isFiltered(), !window->filter().query().isEmpty());
    if (controller.view().isFiltered()) {
        EXPECT_EQ(controller.view().events().size(), window->filter().found());
    }
}

class MonkeyOn : public testing::TestWithParam<int> {};

} // namespace

/// QUOTELINE_MONKEY_SEED and QUOTELINE_MONKEY_EVENTS choose another run.
TEST_P(MonkeyOn, AnyStoryEventsAtRandomBringNothingDown) {
    const unsigned seed = seedOf("QUOTELINE_MONKEY_SEED", 20260127) + static_cast<unsigned>(GetParam());
    const auto usual = static_cast<unsigned>(test::byLength("events of the monkey", 2000, 20000, 100000));
    const int events = static_cast<int>(seedOf("QUOTELINE_MONKEY_EVENTS", usual)) / 2;
    std::cout << "monkey: seed " << seed << ", " << events << " events" << std::endl;
    ShownWindow window;
    window->openPage = [](const QUrl&) {};
    const QString small = window.write(QStringLiteral("small.story.json"), test::embeddedStory());
    const QString crowded = window.write(QStringLiteral("crowded.story.json"), test::crowdedStory(1000));
    const QString broken = window.path(QStringLiteral("broken.story.json"));
    QFile out(broken);
    ASSERT_TRUE(out.open(QIODevice::WriteOnly));
    out.write("{\"format\": \"quoteline-story\", ");
    out.close();
    if (GetParam() == 1) {
        ASSERT_TRUE(window.open(crowded));
    }
    Monkey monkey(window, seed);
    monkey.setFiles({small, crowded, broken});
    for (int i = 0; i < events && !HasFailure(); ++i) {
        monkey.act();
        if (i % 100 == 99) {
            SCOPED_TRACE("after event " + std::to_string(i) + " of seed " + std::to_string(seed));
            expectSound(window);
        }
    }
    std::cout << "monkey: longest gap " << monkey.longestGap() << " s of CPU time, " << monkey.longestWhat()
              << std::endl;
    EXPECT_LT(monkey.longestGap(), 1.0) << monkey.longestWhat();
    while (QWidget* popup = QApplication::activePopupWidget())
        popup->close();
}

INSTANTIATE_TEST_SUITE_P(Stories, MonkeyOn, testing::Values(0, 1));

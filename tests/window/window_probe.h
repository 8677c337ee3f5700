// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/main_window.h"
#include "model/story/story_builder.h"
#include <QTemporaryDir>
#include <QTest>
#include <memory>

/// A real window for tests, driven by mouse and keys.
namespace quoteline::test {

class ShownWindow {
public:
    /// `settings` is the file in which the window remembers; by default it remembers nothing.
    explicit ShownWindow(QSize size = {1280, 800}, const QString& settings = {});
    ui::MainWindow& operator*() { return *m_window; }
    ui::MainWindow* operator->() { return m_window.get(); }

    ui::ViewController& controller() { return m_window->controller(); }
    const layout::Scene& scene() { return *m_window->controller().scene(); }
    QWidget* viewport() { return m_window->pane().timeline().viewport(); }

    /// The middle of an event's label, or of its mark, in the viewport.
    QPoint labelOf(model::EventIndex event);
    QPoint markOf(model::EventIndex event);
    /// A point of the lanes with nothing near it.
    QPoint emptyPoint();

    void click(QPoint point, Qt::KeyboardModifiers modifiers = {});
    void wheel(QPointF point, QPoint notches, Qt::KeyboardModifiers modifiers = {});
    void doubleClick(QPoint point);
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {});
    /// The parts of a drag, for what happens in between.
    void press(QPoint at, Qt::KeyboardModifiers modifiers = {});
    void moveTo(QPoint at, Qt::KeyboardModifiers modifiers = {});
    /// The pointer moves with no button held.
    void hover(QPoint at);
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {});
    /// What the timeline looks like now.
    QImage picture();

    /// Opens a story from a file and waits until it is there, or refused.
    bool open(const QString& path);
    /// The same for a story made in the test.
    bool open(const model::Story& story);
    /// Writes a story into the window's own folder; its path.
    QString write(const QString& name, const model::Story& story);
    QString path(const QString& name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
    QPalette m_palette; ///< of the application before the window changed it
    QFont m_font;
    std::unique_ptr<ui::MainWindow> m_window;

public:
    ~ShownWindow();
};

/// The bytes of the file that holds the built-in story.
QByteArray embeddedText();
QByteArray readFile(const QString& path);
void writeFile(const QString& path, const QByteArray& bytes);

/// `count` events in one lane, three hours apart.
model::Story crowdedStory(int count);

} // namespace quoteline::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/window/window_probe.h"

#include "model/file/story_writer.h"
#include <QApplication>
#include <QFile>
#include <QMouseEvent>
#include <QTimeZone>
#include <QWheelEvent>
#include <gtest/gtest.h>

namespace quoteline::test {

ShownWindow::ShownWindow(QSize size, const QString& settings)
    : m_palette(QApplication::palette())
    , m_font(QApplication::font()) {
    const auto story = ui::readStoryFile(QString());
    m_window = std::make_unique<ui::MainWindow>(*story, settings);
    m_window->resize(size);
    m_window->show();
    m_window->activateWindow();
    // Keys go to the widget with the focus, and an X server gives that when it comes to it.
    EXPECT_TRUE(QTest::qWaitForWindowActive(m_window.get(), 20000));
    m_window->pane().timeline().setFocus();
}

ShownWindow::~ShownWindow() {
    m_window.reset();
    QApplication::setPalette(m_palette);
    QApplication::setFont(m_font);
}

QPoint ShownWindow::labelOf(model::EventIndex event) {
    for (const layout::Label& label : scene().labels)
        if (label.event == event)
            return label.rect.center().toPoint();
    ADD_FAILURE() << "no label of event " << event;
    return {};
}

QPoint ShownWindow::markOf(model::EventIndex event) {
    for (const layout::Mark& mark : scene().marks)
        if (mark.event == event)
            return QPointF(mark.span.centre, mark.centreY).toPoint();
    ADD_FAILURE() << "no mark of event " << event;
    return {};
}

QPoint ShownWindow::emptyPoint() {
    const QRectF& lanes = scene().frame.lanes;
    for (double y = lanes.top() + 4; y < lanes.bottom(); y += 5)
        for (double x = lanes.right() - 6; x > lanes.left(); x -= 11)
            if (!controller().hitAt(QPointF(x, y)))
                return QPointF(x, y).toPoint();
    ADD_FAILURE() << "no empty place";
    return {};
}

void ShownWindow::click(QPoint point, Qt::KeyboardModifiers modifiers) {
    QTest::mouseClick(viewport(), Qt::LeftButton, modifiers, point);
}

void ShownWindow::wheel(QPointF point, QPoint notches, Qt::KeyboardModifiers modifiers) {
    QWheelEvent event(point, viewport()->mapToGlobal(point), QPoint(), notches * 120, Qt::NoButton, modifiers,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(viewport(), &event);
}

/// As a desktop sends it: the second press comes as a double click.
void ShownWindow::doubleClick(QPoint point) {
    QTest::mouseClick(viewport(), Qt::LeftButton, {}, point);
    const QPointF global = viewport()->mapToGlobal(QPointF(point));
    QMouseEvent second(QEvent::MouseButtonDblClick, point, global, Qt::LeftButton, Qt::LeftButton, {});
    QApplication::sendEvent(viewport(), &second);
    QTest::mouseRelease(viewport(), Qt::LeftButton, {}, point);
}

void ShownWindow::press(QPoint at, Qt::KeyboardModifiers modifiers) {
    QTest::mousePress(viewport(), Qt::LeftButton, modifiers, at);
}

void ShownWindow::moveTo(QPoint at, Qt::KeyboardModifiers modifiers) {
    QMouseEvent move(QEvent::MouseMove, at, viewport()->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, modifiers);
    QApplication::sendEvent(viewport(), &move);
}

void ShownWindow::hover(QPoint at) {
    QMouseEvent move(QEvent::MouseMove, at, viewport()->mapToGlobal(at), Qt::NoButton, Qt::NoButton, {});
    QApplication::sendEvent(viewport(), &move);
}

void ShownWindow::drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers) {
    press(from, modifiers);
    constexpr int steps = 5;
    for (int i = 1; i <= steps; ++i)
        moveTo(from + (to - from) * i / steps, modifiers);
    QTest::mouseRelease(viewport(), Qt::LeftButton, modifiers, to);
}

void ShownWindow::key(Qt::Key key, Qt::KeyboardModifiers modifiers) {
    QTest::keyClick(&m_window->pane().timeline(), key, modifiers);
}

QImage ShownWindow::picture() {
    return m_window->pane().timeline().grab().toImage();
}

bool ShownWindow::open(const QString& path) {
    bool loaded = false;
    bool failed = false;
    QObject context;
    QObject::connect(&m_window->loader(), &ui::StoryLoader::loaded, &context, [&] { loaded = true; });
    QObject::connect(&m_window->loader(), &ui::StoryLoader::failed, &context, [&] { failed = true; });
    m_window->openStory(path);
    EXPECT_TRUE(QTest::qWaitFor([&] { return loaded || failed; }, 60000));
    return loaded;
}

QString ShownWindow::write(const QString& name, const model::Story& story) {
    const std::string text = model::writeStory(story);
    QFile out(path(name));
    EXPECT_TRUE(out.open(QIODevice::WriteOnly));
    out.write(text.data(), static_cast<qint64>(text.size()));
    out.close();
    return path(name);
}

bool ShownWindow::open(const model::Story& story) {
    return open(write(QStringLiteral("made.story.json"), story));
}

model::Story crowdedStory(int count) {
    model::StoryInput head;
    head.title = "Many events";
    model::Lane lane;
    lane.id = "lane";
    lane.name = "The only lane";
    model::Actor actor;
    actor.id = "actor";
    actor.name = "Somebody";
    model::StoryBuilder builder;
    builder.setStory(head);
    builder.addLane(lane);
    builder.addActor(actor);
    for (int i = 0; i < count; ++i) {
        const auto time = QDateTime(QDate(2026, 1, 1), QTime(0, 0), QTimeZone::utc()).addSecs(qint64{i} * 3 * 3600);
        const std::string when = time.toString(QStringLiteral("yyyy-MM-ddThh:mm:ss'Z'")).toStdString();
        const std::string number = std::to_string(i);
        const std::string title = "Event number " + number;
        model::EventInput event;
        event.id = number;
        event.title = title;
        event.lane = "lane";
        event.actor = "actor";
        event.when = when;
        event.whenBasis = "Made for a test.";
        builder.addEvent(event);
    }
    auto story = builder.build();
    EXPECT_TRUE(story.has_value());
    return story.value_or(model::Story());
}

QByteArray embeddedText() {
    return readFile(QStringLiteral(":/stories/milano-cortina-2026.story.json"));
}

QByteArray readFile(const QString& path) {
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << path.toStdString();
    return file.readAll();
}

void writeFile(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly)) << path.toStdString();
    ASSERT_EQ(file.write(bytes), bytes.size());
}

} // namespace quoteline::test

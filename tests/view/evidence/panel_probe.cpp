// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/view/evidence/panel_probe.h"

#include <QApplication>
#include <QDeadlineTimer>
#include <QKeyEvent>
#include <QScrollBar>
#include <gtest/gtest.h>
#include <stdexcept>
#include <string>

namespace quoteline::test {

using ui::EvidencePanel;
using ui::TextBlock;

void layOut(EvidencePanel& panel, int width, int height) {
    panel.resize(width, height);
    panel.grab();
}

ui::PageArea& areaOf(const EvidencePanel& panel) {
    return *panel.findChild<ui::PageArea*>();
}

QWidget& pageOf(const EvidencePanel& panel) {
    return *areaOf(panel).widget();
}

std::vector<TextBlock*> blocksOf(const EvidencePanel& panel) {
    const auto blocks = pageOf(panel).findChildren<TextBlock*>();
    return {blocks.begin(), blocks.end()};
}

QString wordsOf(const EvidencePanel& panel) {
    QStringList words;
    for (const TextBlock* block : blocksOf(panel))
        words.append(block->toPlainText());
    for (const QPushButton* button : pageOf(panel).findChildren<QPushButton*>())
        words.append(button->accessibleName());
    return words.join(u'\n');
}

std::vector<QPushButton*> buttonsWith(const EvidencePanel& panel, const QString& words) {
    std::vector<QPushButton*> found;
    for (QPushButton* button : panel.findChildren<QPushButton*>())
        if (button->accessibleName().contains(words))
            found.push_back(button);
    return found;
}

QPushButton& buttonWith(const EvidencePanel& panel, const QString& words) {
    const auto found = buttonsWith(panel, words);
    if (found.size() != 1)
        throw std::runtime_error(std::to_string(found.size()) + " buttons with " + words.toStdString());
    return *found.front();
}

void press(QWidget& widget, Qt::Key key) {
    QKeyEvent down(QEvent::KeyPress, key, Qt::NoModifier, key == Qt::Key_Tab ? QStringLiteral("\t") : QString());
    QApplication::sendEvent(&widget, &down);
    QKeyEvent up(QEvent::KeyRelease, key, Qt::NoModifier);
    QApplication::sendEvent(&widget, &up);
}

void show(QWidget& window) {
    window.show();
    window.activateWindow();
    // The keys go to what has the focus, and an X server gives that when it comes to it.
    for (const QDeadlineTimer deadline(20000); !window.isActiveWindow() && !deadline.hasExpired();)
        QApplication::processEvents(QEventLoop::AllEvents, 50);
    QApplication::processEvents();
}

int topIn(const QWidget& root, const QWidget& widget) {
    return widget.mapTo(&root, QPoint(0, 0)).y();
}

void expectEverythingFits(const EvidencePanel& panel) {
    const ui::PageArea& area = areaOf(panel);
    EXPECT_EQ(area.horizontalScrollBar()->maximum(), 0);
    EXPECT_EQ(pageOf(panel).width(), area.viewport()->width());
    for (const QWidget* widget : pageOf(panel).findChildren<QWidget*>()) {
        const QRect rect(widget->mapTo(&pageOf(panel), QPoint(0, 0)), widget->size());
        if (widget->isHidden())
            continue; // scroll bars that never show
        EXPECT_TRUE(pageOf(panel).rect().contains(rect)) << widget->metaObject()->className();
    }
    for (const TextBlock* block : blocksOf(panel)) {
        EXPECT_LE(block->document()->size().height(), block->height() + 1) << block->toPlainText().toStdString();
        EXPECT_LE(block->document()->size().width(), block->width());
    }
}

} // namespace quoteline::test

// SPDX-License-Identifier: GPL-3.0-or-later
// The program up to its first frame, with the embedded story.
#include "app/window/main_window.h"
#include "tests/bench/first_frame.h"

#include <QApplication>

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    QApplication::setFont(quoteline::ui::interfaceFont(1));
    auto story = quoteline::ui::readStoryFile(QString());
    if (!story)
        return 1;
    quoteline::ui::MainWindow window(*story);
    quoteline::bench::EndAfterFirstFrame end;
    window.pane().timeline().viewport()->installEventFilter(&end);
    window.show();
    return QApplication::exec();
}

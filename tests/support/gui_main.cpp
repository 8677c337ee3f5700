// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/message_guard.h"
#include "tests/support/run_tests.h"

#include <QApplication>
#include <gtest/gtest.h>

int main(int argc, char** argv) {
    testing::InitGoogleTest(&argc, argv);
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) // the build asks for the names of the tests, display or not
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    QApplication::setStyle(QStringLiteral("Fusion")); // the same on every desktop
    QApplication::setQuitOnLastWindowClosed(false);
    quoteline::test::installMessageGuard();
    // What the offscreen platform says of every window and menu that is shown.
    quoteline::test::allowMessages(
        QRegularExpression(QStringLiteral("^This plugin does not support (propagateSizeHints|raise|grabbing)")));
    return quoteline::test::runTests();
}

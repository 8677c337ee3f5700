// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/message_guard.h"

#include <QList>
#include <QMutex>
#include <QStringList>
#include <cstdio>
#include <gtest/gtest.h>
#include <utility>

namespace quoteline::test {

namespace {

QMutex mutex;
QList<QRegularExpression> allowed;
QList<QRegularExpression> expected;
QStringList unexpected;

void record(QtMsgType type, const QMessageLogContext&, const QString& message) {
    if (type == QtFatalMsg) {
        std::fprintf(stderr, "fatal: %s\n", qPrintable(message));
        return; // Qt ends the program
    }
    const QMutexLocker lock(&mutex);
    for (qsizetype i = 0; i < expected.size(); ++i) {
        if (expected.at(i).match(message).hasMatch()) {
            expected.removeAt(i);
            return;
        }
    }
    for (const QRegularExpression& pattern : std::as_const(allowed))
        if (pattern.match(message).hasMatch())
            return;
    unexpected.append(message);
}

class Listener : public testing::EmptyTestEventListener {
    void OnTestStart(const testing::TestInfo&) override { takeAll(); }
    void OnTestEnd(const testing::TestInfo&) override {
        const auto [messages, missing] = takeAll();
        for (const QString& message : messages)
            ADD_FAILURE() << "unexpected message of Qt: " << message.toStdString();
        for (const QRegularExpression& pattern : missing)
            ADD_FAILURE() << "expected message of Qt did not come: " << pattern.pattern().toStdString();
    }
    static std::pair<QStringList, QList<QRegularExpression>> takeAll() {
        const QMutexLocker lock(&mutex);
        return {std::exchange(unexpected, {}), std::exchange(expected, {})};
    }
};

} // namespace

void expectMessage(const QRegularExpression& pattern) {
    const QMutexLocker lock(&mutex);
    expected.append(pattern);
}

void allowMessages(const QRegularExpression& pattern) {
    const QMutexLocker lock(&mutex);
    allowed.append(pattern);
}

void installMessageGuard() {
    qInstallMessageHandler(record);
    testing::UnitTest::GetInstance()->listeners().Append(new Listener); // GoogleTest owns it
}

} // namespace quoteline::test

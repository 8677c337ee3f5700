// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/system/background.h"

#include <QObject>
#include <QTest>
#include <QThread>
#include <gtest/gtest.h>
#include <memory>
#include <vector>

using namespace quoteline;

TEST(Background, NeverAnswersWithinTheCallHoweverSoonTheWorkIsDone) {
    for (int i = 0; i < 300; ++i) {
        QObject context;
        bool asking = true;
        int answers = 0;
        ui::runInBackground(
            &context, [] { return 7; },
            [&](int result) {
                EXPECT_FALSE(asking);
                EXPECT_EQ(result, 7);
                EXPECT_EQ(QThread::currentThread(), context.thread());
                ++answers;
            });
        if (i % 2)
            QThread::usleep(200); // done by now
        asking = false;
        ASSERT_TRUE(QTest::qWaitFor([&] { return answers == 1; }));
    }
}

TEST(Background, WorksElsewhereAndHandsOverWhatCannotBeCopied) {
    QObject context;
    std::unique_ptr<QThread*> worker;
    ui::runInBackground(
        &context, [] { return std::make_unique<QThread*>(QThread::currentThread()); },
        [&](std::unique_ptr<QThread*> result) { worker = std::move(result); });
    ASSERT_TRUE(QTest::qWaitFor([&] { return worker != nullptr; }));
    EXPECT_NE(*worker, context.thread());
}

TEST(Background, WhoIsGoneGetsNoAnswer) {
    bool answered = false;
    {
        QObject context;
        ui::runInBackground(
            &context, [] { return 1; }, [&](int) { answered = true; });
    }
    QTest::qWait(20);
    EXPECT_FALSE(answered);
}

// SPDX-License-Identifier: GPL-3.0-or-later
// The work on pictures between the threads: what is told, and where things end.
#include "app/system/background.h"
#include "app/window/picture/picture_worker.h"
#include "tests/window/window_probe.h"

#include <QFile>
#include <gtest/gtest.h>

using namespace quoteline;
using test::ShownWindow;
using ui::PictureWorker;

namespace {

/// Tells on which thread it ended.
struct Mortal {
    QThread*& grave;
    explicit Mortal(QThread*& where)
        : grave(where) {}
    Mortal(const Mortal&) = delete;
    Mortal& operator=(const Mortal&) = delete;
    ~Mortal() { grave = QThread::currentThread(); }
};

ui::PreparedPicture preparedOf(ui::PictureFormat format) {
    ui::PictureRequest spec;
    spec.size = QSize(600, 400);
    spec.format = format;
    return *ui::preparePicture(ShownWindow().controller().view(), spec);
}

} // namespace

TEST(PictureWorker, WhatTheProgramOwnsEndsOnItsThreadWhoeverGivesItUpLast) {
    QThread* grave = nullptr;
    ui::ownedByProgram<Mortal>(grave).reset();
    EXPECT_EQ(grave, QThread::currentThread()) << "at once";
    for (const bool awaited : {true, false}) {
        grave = nullptr;
        QThread* worked = nullptr;
        auto context = std::make_unique<QObject>();
        ui::runInBackground(
            context.get(),
            [owned = ui::ownedByProgram<Mortal>(grave)] {
                QThread::msleep(5);
                return QThread::currentThread();
            },
            [&](QThread* where) { worked = where; });
        if (!awaited)
            context.reset();
        ASSERT_TRUE(QTest::qWaitFor([&] { return grave && (worked || !awaited); }));
        EXPECT_EQ(grave, QThread::currentThread());
        EXPECT_NE(worked, QThread::currentThread());
    }
}

TEST(PictureWorker, WorkThatMemoryRunsOutInEndsInASentence) {
    using Result = tl::expected<int, QString>;
    const QString sentence = PictureWorker::tooLittleMemory();
    EXPECT_TRUE(sentence.contains(QStringLiteral("smaller size or a shorter range")));
    const auto within = [&](const std::function<Result()>& work) { return ui::withinMemory(sentence, work); };
    EXPECT_EQ(within([]() -> Result { throw std::bad_alloc(); }), Result(tl::unexpected(sentence)));
    EXPECT_EQ(within([] { return Result(7); }), Result(7));
    Result other = tl::unexpected(QStringLiteral("other"));
    EXPECT_EQ(within([&] { return other; }), other);
}

TEST(PictureWorker, WritesEveryKindAndTellsOfItOnce) {
    const QTemporaryDir folder;
    PictureWorker worker;
    QStringList written;
    QObject::connect(&worker, &PictureWorker::written, &worker, [&](const QString& path) { written.append(path); });
    for (const ui::PictureFormat format : ui::pictureFormats) {
        const ui::PreparedPicture picture = preparedOf(format);
        const QString path = folder.filePath(QStringLiteral("a") + ui::suffixOf(format));
        worker.write(picture, path);
        ASSERT_TRUE(QTest::qWaitFor([&] { return !written.isEmpty(); }, 60000));
        EXPECT_EQ(std::exchange(written, {}), QStringList{path});
        EXPECT_EQ(test::readFile(path), *ui::writePicture(picture));
    }
}

TEST(PictureWorker, AFileThatCannotBeWrittenIsToldInWordsAndTheNextOneIsWritten) {
    const QTemporaryDir folder;
    const ui::PreparedPicture picture = preparedOf(ui::PictureFormat::Svg);
    PictureWorker worker;
    QString failure;
    QString written;
    QObject::connect(&worker, &PictureWorker::failed, &worker, [&](const QString& words) { failure = words; });
    QObject::connect(&worker, &PictureWorker::written, &worker, [&](const QString& path) { written = path; });
    worker.write(picture, folder.filePath(QStringLiteral("nowhere/a.svg")));
    ASSERT_TRUE(QTest::qWaitFor([&] { return !failure.isEmpty(); }, 60000));
    EXPECT_TRUE(written.isEmpty());
    worker.write(picture, folder.filePath(QStringLiteral("a.svg")));
    ASSERT_TRUE(QTest::qWaitFor([&] { return !written.isEmpty(); }, 60000));
}

TEST(PictureWorker, ToWriteAPictureKeepsWhatIsSaidAboutIt) {
    const QTemporaryDir folder;
    ui::PictureRequest small;
    small.size = QSize(500, 300);
    const layout::StoryView view(test::crowdedStory(500));
    PictureWorker worker;
    int advised = 0;
    bool any = false;
    QString written;
    QObject::connect(&worker, &PictureWorker::prepared, &worker, [&](const PictureWorker::Prepared& picture) {
        worker.write(*picture, folder.filePath(QStringLiteral("a.png")));
    });
    QObject::connect(&worker, &PictureWorker::advised, &worker, [&](const std::optional<ui::RoomAdvice>& advice) {
        ++advised;
        any = advice.has_value();
    });
    QObject::connect(&worker, &PictureWorker::written, &worker, [&](const QString& path) { written = path; });
    worker.prepare(view, small);
    ASSERT_TRUE(QTest::qWaitFor([&] { return advised > 0 && !written.isEmpty(); }, 60000));
    EXPECT_EQ(advised, 1);
    EXPECT_TRUE(any);
}

// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures where a story file is expected, without a window; and stories that are too large for a picture.
#include "app/command/headless.h"
#include "app/open/story_file.h"
#include "model/file/story_writer.h"
#include "tests/open/carried_pictures.h"

#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <gtest/gtest.h>
#include <poll.h>
#include <random>
#include <sys/inotify.h>
#include <unistd.h>

using namespace quoteline;

namespace {

QString written(const QTemporaryDir& folder, const char* name, const QByteArray& bytes) {
    QString path = folder.filePath(QString::fromLatin1(name));
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::WriteOnly));
    EXPECT_EQ(file.write(bytes), bytes.size());
    return path;
}

QByteArray contentsOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Exit status; what it wrote is in out and err.
int run(const QTemporaryDir& folder, const QStringList& arguments, QByteArray& out, QByteArray& err) {
    const QString outName = folder.filePath(QStringLiteral("out"));
    const QString errName = folder.filePath(QStringLiteral("err"));
    std::FILE* outFile = std::fopen(QFile::encodeName(outName).constData(), "w");
    std::FILE* errFile = std::fopen(QFile::encodeName(errName).constData(), "w");
    const int status = ui::runHeadless(*ui::parseCommandLine(arguments), outFile, errFile);
    std::fclose(outFile);
    std::fclose(errFile);
    out = contentsOf(outName);
    err = contentsOf(errName);
    return status;
}

QByteArray envelopeOfEmbedded() {
    const layout::StoryView& view = test::embeddedView();
    return *ui::carriedStory(view, layout::seenView(view, view.extent(), true));
}

/// Events with words that cannot be packed to less than about three quarters.
model::Story noisyStory(int events, int letters) {
    std::mt19937 random(1);
    static constexpr char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    std::vector<std::string> titles(static_cast<std::size_t>(events));
    for (std::string& title : titles)
        for (int letter = 0; letter < letters; ++letter)
            title += alphabet[random() % 64];
    return test::storyOfTitles("Noise", titles);
}

} // namespace

TEST(CarriedOpening, AFileIsWhatItsFirstBytesAre) {
    using ui::FileKind;
    const std::pair<QByteArray, FileKind> cases[] = {
        {test::tinyPng(), FileKind::Png},
        {test::svgWith({}), FileKind::Markup},
        {"\xEF\xBB\xBF \r\n\t<svg/>", FileKind::Markup},
        {"{\"format\":1}", FileKind::Story},
        {"\xEF\xBB\xBF{}", FileKind::Story},
        {"", FileKind::Story},
        {"   ", FileKind::Story},
        {QByteArray(9000, ' ') + "<svg/>", FileKind::Story},
        {QByteArray("\x89PN"), FileKind::Story},
        {QByteArray("RIFF....WEBPVP8 "), FileKind::OtherPicture},
        {QByteArray("RIFF....WAVE"), FileKind::Story},
        {QByteArray("RIFF"), FileKind::Story},
        {QByteArray("II*\0....", 8), FileKind::OtherPicture},
        {QByteArray("\x1F\x8B\x08"), FileKind::OtherPicture},
    };
    for (const auto& [bytes, kind] : cases)
        EXPECT_EQ(ui::fileKindOf(QByteArrayView(bytes).first(std::min<qsizetype>(bytes.size(), 4096))), kind)
            << bytes.left(20).toStdString();
}

TEST(CarriedOpening, ListCheckAndExportTakeAPictureForItsStory) {
    const QTemporaryDir folder;
    const QString png = written(folder, "a.png", test::withStory(test::tinyPng(), envelopeOfEmbedded()));
    const QString svg = written(folder, "a.svg", test::svgWith(ui::svgMetadata(envelopeOfEmbedded())));
    QByteArray out;
    QByteArray err;
    ASSERT_EQ(run(folder, {QStringLiteral("--list")}, out, err), ui::exitDone);
    const QByteArray list = out;
    for (const QString& picture : {png, svg}) {
        EXPECT_EQ(run(folder, {QStringLiteral("--list"), picture}, out, err), ui::exitDone);
        EXPECT_EQ(out, list);
        EXPECT_EQ(err, QByteArray());
        EXPECT_EQ(run(folder, {QStringLiteral("--check"), picture}, out, err), ui::exitDone) << out.toStdString();
        const QString json = folder.filePath(QStringLiteral("out.json"));
        EXPECT_EQ(run(folder, {QStringLiteral("--export"), json, picture}, out, err), ui::exitDone);
        EXPECT_EQ(contentsOf(json), QByteArray::fromStdString(model::writeStory(test::embeddedView().story())));
    }
}

TEST(CarriedOpening, ARefusedPictureIsSaidInOneLineThatNamesItAndWhatToDo) {
    const QTemporaryDir folder;
    const QByteArray carrying = test::withStory(test::tinyPng(), envelopeOfEmbedded());
    QByteArray out;
    QByteArray err;
    const std::pair<QByteArray, const char*> cases[] = {{test::tinyPng(), "does not carry a story"},
                                                        {carrying.chopped(20), "cut off"},
                                                        {test::withStory(carrying, "{}"), "more than one story"}};
    for (const auto& [bytes, words] : cases) {
        const QString path = written(folder, "odd.png", bytes);
        for (const char* mode : {"--list", "--check"}) {
            EXPECT_EQ(run(folder, {QLatin1StringView(mode), path}, out, err), ui::exitFailed);
            EXPECT_EQ(out, QByteArray());
            EXPECT_EQ(err.count('\n'), 1);
            EXPECT_EQ(err.count(path.toUtf8()), 1) << err.toStdString();
            EXPECT_TRUE(err.contains(words)) << err.toStdString();
            EXPECT_TRUE(err.contains("Open the story file that it was made from")) << err.toStdString();
        }
    }
}

TEST(CarriedOpening, ABrokenStoryInAPictureHasItsProblemsWithoutLines) {
    const QTemporaryDir folder;
    QByteArray text = test::tinyStoryText();
    text.replace("2026-01-27", "2026-02-29");
    const QString path = written(folder, "odd.svg", test::svgWith(ui::svgMetadata(test::envelopeOf({text}))));
    const auto story = ui::loadStory(path);
    ASSERT_FALSE(story);
    EXPECT_EQ(story.error().kind, model::ReadFailure::Kind::Malformed);
    ASSERT_EQ(story.error().problems.size(), 1U);
    EXPECT_FALSE(story.error().problems.front().line);
    EXPECT_TRUE(story.error().problems.front().what.contains(QStringLiteral("29 February")));
}

TEST(CarriedOpening, AFileThatIsLargerThanAnyPictureIsNotRead) {
    const QTemporaryDir folder;
    const std::pair<QByteArray, qint64> cases[] = {{test::tinyPng(), qint64{301} << 20},
                                                   {test::svgWith({}), qint64{129} << 20}};
    for (const auto& [bytes, size] : cases) {
        const QString path = written(folder, "large", bytes);
        ASSERT_TRUE(QFile::resize(path, size)); // a hole, which takes no room
        const auto story = ui::loadStory(path);
        ASSERT_FALSE(story);
        EXPECT_TRUE(story.error().problems.front().what.contains(QStringLiteral("larger than")))
            << story.error().problems.front().what.toStdString();
    }
}

TEST(CarriedOpening, AReadThatIsStoppedIsNoFailure) {
    const QTemporaryDir folder;
    std::stop_source stop;
    stop.request_stop();
    model::ReadOptions options;
    options.stop = stop.get_token();
    for (const QByteArray& picture : {test::withStory(test::tinyPng(), envelopeOfEmbedded()),
                                      test::svgWith(ui::svgMetadata(envelopeOfEmbedded()))}) {
        const auto story = ui::loadStory(written(folder, "a.png", picture), options);
        ASSERT_FALSE(story);
        EXPECT_EQ(story.error().kind, model::ReadFailure::Kind::Stopped);
    }
}

TEST(CarriedOpening, APictureThatIsNotReadToItsEndSaysThatItWasStopped) {
    std::stop_source stop;
    stop.request_stop();
    const QByteArray envelope = envelopeOfEmbedded();
    for (const QByteArray& picture :
         {test::withStory(test::tinyPng(), envelope), test::svgWith(ui::svgMetadata(envelope)), test::tinyPng()}) {
        const auto bytes = model::bytesOf({picture.constData(), static_cast<std::size_t>(picture.size())});
        const auto found = ui::storyIn(*bytes, stop.get_token());
        ASSERT_FALSE(found);
        EXPECT_TRUE(found.error().isStopped());
        const auto verified = ui::verifyPicture(picture, envelope, stop.get_token());
        ASSERT_FALSE(verified);
        EXPECT_TRUE(verified.error().isStopped());
    }
}

TEST(CarriedOpening, NothingButThePictureIsOpened) {
    const QTemporaryDir folder;
    QByteArray text = test::tinyStoryText();
    text.replace("\"sources\": []",
                 "\"sources\": [{\"id\": \"s\", \"publisher\": \"P\", \"url\": \"file:///etc/passwd\", "
                 "\"file\": \"secret.txt\"}]");
    ASSERT_TRUE(text.contains("secret.txt")) << text.toStdString();
    written(folder, "secret.txt", "words");
    const QByteArray envelope = test::envelopeOf({text});
    const QString pictures[] = {written(folder, "a.png", test::withStory(test::tinyPng(), envelope)),
                                written(folder, "b.svg", test::svgWith(ui::svgMetadata(envelope)))};
    const int watch = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
    ASSERT_GE(watch, 0);
    ASSERT_GE(inotify_add_watch(watch, QFile::encodeName(folder.path()).constData(), IN_OPEN | IN_ACCESS), 0);
    for (const QString& picture : pictures)
        EXPECT_TRUE(ui::loadStory(picture));
    alignas(inotify_event) char events[4096];
    QByteArrayList opened;
    for (ssize_t got = read(watch, events, sizeof events); got > 0; got = read(watch, events, sizeof events))
        for (ssize_t at = 0; at < got;) {
            const auto* event = reinterpret_cast<const inotify_event*>(events + at);
            if (event->len > 0)
                opened.append(event->name);
            at += static_cast<ssize_t>(sizeof *event + event->len);
        }
    close(watch);
    EXPECT_TRUE(opened.contains("a.png") && opened.contains("b.svg")) << "the watch is at work";
    EXPECT_FALSE(opened.contains("secret.txt"));
}

TEST(TooLargeForAPicture, IsSaidWithTheFiguresAndWhatToDoInstead) {
    // 64 letters of equal chance are six bits each: three million of them are about 2.3 MB, and 3.1 MB in Base64.
    const auto fits = ui::carriedStory(layout::StoryView(noisyStory(1000, 3000)), {});
    ASSERT_TRUE(fits) << fits.error().reason().toStdString();
    EXPECT_LE(fits->size(), ui::maxEnvelopeBytes);
    EXPECT_TRUE(ui::openEnvelope(*fits));
    const QByteArray png = test::withStory(test::tinyPng(), *fits);
    EXPECT_TRUE(ui::verifyPicture(png, *fits));
    const QImage image = QImage::fromData(png);
    EXPECT_EQ(image.size(), QSize(3, 2)) << "other programs see the picture, without a word of warning";
    EXPECT_EQ(image.text(QLatin1StringView(ui::storyKeyword)).toLatin1(), *fits);
    const auto refused = ui::carriedStory(layout::StoryView(noisyStory(1000, 5000)), {});
    ASSERT_FALSE(refused);
    for (const char* words : {"takes 4.9 MB", "4 MB", "leave the story out of the picture", "filter", "JSON"})
        EXPECT_TRUE(refused.error().reason().contains(QString::fromLatin1(words)))
            << refused.error().reason().toStdString();
}

TEST(TooLargeForAPicture, IsFoundByCountingWhereTheStoryIsVeryLong) {
    const auto refused = ui::carriedStory(layout::StoryView(noisyStory(70, 1'000'000)), {});
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().reason().contains(QStringLiteral("longer than 64 MB")))
        << refused.error().reason().toStdString();
}

TEST(TooLargeForAPicture, TheWorkCanBeStopped) {
    std::stop_source stop;
    stop.request_stop();
    const auto stopped = ui::carriedStory(test::embeddedView(), {}, stop.get_token());
    ASSERT_FALSE(stopped);
    EXPECT_TRUE(stopped.error().isStopped());
}

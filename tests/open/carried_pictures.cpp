// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/open/carried_pictures.h"

#include "model/file/story_writer.h"
#include "model/story/story_builder.h"
#include <QBuffer>
#include <QCryptographicHash>
#include <QFile>
#include <QImage>
#include <gtest/gtest.h>

namespace quoteline::test {

model::Story storyOfTitles(const std::string& title, const std::vector<std::string>& titles) {
    model::StoryBuilder builder;
    model::StoryInput head;
    head.title = title;
    builder.setStory(head);
    builder.addLane({"l", "L", {}});
    builder.addActor({"a", "A", {}, {}});
    for (std::size_t i = 0; i < titles.size(); ++i) {
        const std::string id = "e" + std::to_string(i);
        model::EventInput event;
        event.id = id;
        event.title = titles[i];
        event.lane = "l";
        event.actor = "a";
        event.when = "2026-01-27";
        event.whenBasis = "b";
        builder.addEvent(event);
    }
    return *builder.build();
}

model::Story tinyStory() {
    return storyOfTitles("Tiny", {"E"});
}

QByteArray tinyStoryText() {
    return QByteArray::fromStdString(model::writeStory(tinyStory()));
}

QByteArray tinyPng() {
    QImage image(3, 2, QImage::Format_RGB32);
    image.fill(0xFF336699);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

QByteArray svgWith(const QByteArray& metadata) {
    return ui::sealedSvg(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"3\" height=\"2\"><title>Tiny</title><metadata>" +
        metadata + "</metadata><g><rect width=\"3\" height=\"2\" fill=\"#336699\"/></g></svg>\n");
}

QByteArray envelopeOf(const EnvelopeParts& parts) {
    const auto otherwise = [](const QByteArray& given, const QByteArray& right) {
        return given.isEmpty() ? right : given;
    };
    // qCompress() puts four bytes of length in front of the zlib format.
    const QByteArray packed = parts.base64.isEmpty() ? qCompress(parts.story).mid(4).toBase64() : parts.base64;
    return "{\"format\":\"" + parts.format + "\",\"version\":" + parts.version + ",\"sha256\":\"" +
           otherwise(parts.sha256, QCryptographicHash::hash(parts.story, QCryptographicHash::Sha256).toHex()) +
           "\",\"bytes\":" + otherwise(parts.bytes, QByteArray::number(parts.story.size())) +
           ",\"view\":" + parts.view + ",\"story\":\"" + packed + "\"}";
}

QString refusalOf(const QByteArray& picture) {
    const auto found = ui::storyIn(picture);
    return found ? QString() : found.error().reason();
}

QByteArray tinyEnvelope() {
    return envelopeOf({test::tinyStoryText()});
}

bool refusedWith(const QByteArray& picture, const char* words) {
    const QString reason = refusalOf(picture);
    EXPECT_TRUE(reason.contains(QString::fromUtf8(words)))
        << "“" << reason.toStdString() << "” without “" << words << "”";
    return !reason.isEmpty();
}

bool isHarmless(const QByteArray& picture) {
    const auto found = ui::storyIn(picture);
    if (!found)
        return !found.error().isStopped();
    return !*found || (*found)->story == tinyStoryText();
}

std::optional<qint64> peakMemory() {
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return std::nullopt;
    std::optional<qint64> peak;
    for (const QByteArray& line : status.readAll().split('\n'))
        if (line.startsWith("VmHWM:"))
            peak = line.mid(6).trimmed().split(' ').front().toLongLong();
    QFile forget(QStringLiteral("/proc/self/clear_refs"));
    if (!forget.open(QIODevice::WriteOnly | QIODevice::Unbuffered) || forget.write("5") != 1)
        return std::nullopt;
    return peak;
}

} // namespace quoteline::test

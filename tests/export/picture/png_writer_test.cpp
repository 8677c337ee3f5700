// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/picture/png_writer.h"

#include "app/open/carried_story.h"
#include <QPainter>
#include <gtest/gtest.h>

using namespace quoteline;
using ui::PngText;
using ui::writePng;

namespace {

/// A picture with every kind of edge: noise, even grounds, a gradient.
QImage sample(QSize size) {
    QImage image(size, QImage::Format_RGB32);
    quint32 noise = 1;
    for (int y = 0; y < size.height(); ++y)
        for (int x = 0; x < size.width(); ++x) {
            noise = noise * 1664525 + 1013904223;
            image.setPixel(x, y, x % 3 == 0 ? noise : qRgb(x, y, x + y));
        }
    return image;
}

} // namespace

TEST(PngWriter, EveryPixelComesBackAndSoDoesTheSizeOnPaper) {
    for (const QSize size : {QSize(1, 1), QSize(7, 5), QSize(640, 333)}) {
        QImage image = sample(size);
        image.setDotsPerMeterX(11811);
        image.setDotsPerMeterY(11811);
        const auto png = writePng(image, {});
        ASSERT_TRUE(png);
        const QImage back = QImage::fromData(*png, "png");
        EXPECT_EQ(back.convertToFormat(QImage::Format_RGB32), image.convertToFormat(QImage::Format_RGB32));
        EXPECT_EQ(back.dotsPerMeterX(), 11811);
        EXPECT_EQ(back.dotsPerMeterY(), 11811);
        EXPECT_TRUE(ui::verifyPicture(*png, {}));
        EXPECT_EQ(*writePng(image, {}), *png) << "the same bytes twice";
    }
}

TEST(PngWriter, TextsComeBackInAnyScriptWithTheirLines) {
    const QString lines = QStringLiteral("https://example.org/a\nhttps://example.org/b");
    const QString scripts = QStringLiteral("Jos\u00E9 \u5F20 \u05D0\U0001F6A8");
    const auto png =
        writePng(sample({20, 20}), {{"Source", lines}, {"Author", scripts}, {"Title", QStringLiteral("é")}});
    ASSERT_TRUE(png);
    EXPECT_TRUE(png->contains(QByteArray("tEXtSource\0", 11) + lines.toLatin1()));
    EXPECT_TRUE(png->contains(QByteArray("iTXtAuthor\0\0\0\0\0", 15) + scripts.toUtf8()));
    EXPECT_TRUE(png->contains(QByteArray("tEXtTitle\0\xE9", 11)));
    EXPECT_EQ(QImage::fromData(*png).text(QStringLiteral("Author")), scripts);
}

TEST(PngWriter, WhatTextsMayNotHoldDoesNoHarm) {
    const QString odd = QString(QChar(u'\0')) + QStringLiteral("a\u0007b") + QChar(u'\0');
    const auto png = writePng(sample({20, 20}), {{"Title", odd}});
    ASSERT_TRUE(png);
    EXPECT_TRUE(png->contains(QByteArray("iTXtTitle\0\0\0\0\0a\x07"
                                         "b",
                                         17)))
        << "control characters are no Latin-1 text";
    EXPECT_FALSE(QImage::fromData(*png).isNull());
}

TEST(PngWriter, StopsWhenItIsToldTo) {
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(writePng(sample({300, 300}), {}, stop.get_token()), std::nullopt);
}

// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures that were damaged, cut or made to do harm: never another story than the one that was put in.
#include "app/open/zlib_bytes.h"
#include "tests/open/carried_pictures.h"

#include <QBuffer>
#include <QFile>
#include <QImage>
#include <gtest/gtest.h>
#include <random>
#include <sys/mman.h>

using namespace quoteline;
using test::envelopeOf;
using test::isHarmless;
using test::peakMemory;
using test::refusalOf;
using test::refusedWith;
using test::tinyEnvelope;

namespace {

QByteArray pngWith(const QByteArray& envelope) {
    return test::withStory(test::tinyPng(), envelope);
}

QByteArray svgOf(const QByteArray& envelope) {
    return test::svgWith(ui::svgMetadata(envelope));
}

/// The same wherever it stands.
void expectRefused(const QByteArray& envelope, const char* words) {
    EXPECT_TRUE(refusedWith(pngWith(envelope), words));
    EXPECT_TRUE(refusedWith(svgOf(envelope), words));
}

/// As many zeros, packed, without ever being in memory.
QByteArray packedZeros(std::size_t count) {
    void* zeros = mmap(nullptr, count, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    EXPECT_NE(zeros, MAP_FAILED);
    QByteArray bytes =
        ui::packed({static_cast<const char*>(zeros), static_cast<qsizetype>(count)}, qint64{1} << 30).bytes;
    munmap(zeros, count);
    return bytes;
}

} // namespace

TEST(DamagedPicture, EveryChangedByteOfAPngIsNoticed) {
    const QByteArray png = pngWith(tinyEnvelope());
    for (qsizetype at = 0; at < png.size(); ++at) {
        for (const int change : {0x01, 0x20, 0x80, 0xFF}) {
            QByteArray changed = png;
            changed[at] = static_cast<char>(changed[at] ^ change);
            EXPECT_FALSE(refusalOf(changed).isEmpty()) << "byte " << at << ", bits " << change;
        }
    }
}

TEST(DamagedPicture, NoChangedByteOfAnSvgGivesAnotherStory) {
    const QByteArray svg = svgOf(tinyEnvelope());
    for (qsizetype at = 0; at < svg.size(); ++at) {
        for (const int change : {0x01, 0x02, 0x20, 0x80, 0xFF}) {
            QByteArray changed = svg;
            changed[at] = static_cast<char>(changed[at] ^ change);
            EXPECT_TRUE(isHarmless(changed)) << "byte " << at << ", bits " << change;
        }
    }
}

TEST(DamagedPicture, NoChangedByteOfAnEnvelopeGivesAnotherStoryEvenIfTheCheckValueIsMadeRight) {
    const QByteArray envelope = tinyEnvelope();
    int same = 0;
    for (qsizetype at = 0; at < envelope.size(); ++at) {
        QByteArray changed = envelope;
        changed[at] = static_cast<char>(changed[at] ^ 0x01);
        const QByteArray png = pngWith(changed);
        EXPECT_TRUE(isHarmless(png)) << "byte " << at;
        same += refusalOf(png).isEmpty() ? 1 : 0;
    }
    EXPECT_LT(same, 10) << "digits of the view, and no more";
}

TEST(DamagedPicture, OneThatIsCutAnywhereIsRefused) {
    const QByteArray png = pngWith(tinyEnvelope());
    for (qsizetype length = 0; length < png.size(); ++length)
        EXPECT_FALSE(refusalOf(png.first(length)).isEmpty()) << length;
    const QByteArray svg = svgOf(tinyEnvelope()).trimmed();
    for (qsizetype length = 0; length < svg.size(); ++length)
        EXPECT_FALSE(refusalOf(svg.first(length)).isEmpty()) << length;
    EXPECT_TRUE(refusedWith(png.chopped(5), "cut off"));
    EXPECT_TRUE(refusedWith(svg.chopped(5), "cut off"));
}

TEST(DamagedPicture, RandomChangesAreHarmless) {
    std::mt19937 random(7);
    for (const QByteArray& picture : {pngWith(tinyEnvelope()), svgOf(tinyEnvelope())}) {
        const auto place = [&] { return static_cast<qsizetype>(random() % static_cast<unsigned>(picture.size())); };
        for (int i = 0; i < 3000; ++i) {
            QByteArray changed = picture;
            for (unsigned edits = 1 + random() % 4; edits > 0; --edits) {
                const qsizetype at = place() % changed.size();
                switch (random() % 4) {
                case 0:
                    changed[at] = static_cast<char>(random());
                    break;
                case 1:
                    changed.insert(at, picture.mid(place(), static_cast<qsizetype>(random() % 40)));
                    break;
                case 2:
                    changed.remove(at, static_cast<qsizetype>(random() % 40));
                    break;
                default:
                    changed.insert(at, static_cast<char>(random()));
                }
                if (changed.isEmpty())
                    changed = "x";
            }
            EXPECT_TRUE(isHarmless(changed)) << i;
        }
    }
}

TEST(DamagedPicture, TwoStoriesAreRefused) {
    const QByteArray one = tinyEnvelope();
    EXPECT_TRUE(refusedWith(test::withStory(pngWith(one), one), "more than one story"));
    const QByteArray element = ui::svgMetadata(one);
    EXPECT_TRUE(refusedWith(test::svgWith(element + element), "more than one story"));
    EXPECT_TRUE(refusedWith(test::svgWith(element + "</metadata><metadata>" + element), "more than one story"));
    EXPECT_TRUE(refusedWith(pngWith(one) + pngWith(one), "behind the end"));
    EXPECT_TRUE(refusedWith(svgOf(one) + svgOf(one), ""));
}

TEST(DamagedPicture, SomethingBehindTheEndIsRefusedWhereverThePiecesEnd) {
    EXPECT_TRUE(refusedWith(pngWith(tinyEnvelope()) + "x", "behind the end"));
    const QByteArray svg = svgOf(tinyEnvelope()).trimmed();
    for (const qsizetype size : {svg.size(), qsizetype{64 << 10}, qsizetype{128 << 10}}) {
        QByteArray padded = svg;
        padded.insert(padded.indexOf("<g>"), QByteArray(size - svg.size(), ' '));
        padded = ui::sealedSvg(padded);
        EXPECT_EQ(refusalOf(padded), QString());
        EXPECT_TRUE(refusedWith(padded + "\n \n", "changed"));
        EXPECT_TRUE(refusedWith(padded + "<svg/>", ""));
        EXPECT_TRUE(refusedWith(padded + "words", ""));
    }
}

TEST(DamagedPicture, ABombIsDefusedWithoutTheMemoryThatItAsksFor) {
    const QByteArray bomb = packedZeros(std::size_t{256} << 20).toBase64();
    ASSERT_GT(bomb.size(), 100'000);
    test::EnvelopeParts parts{test::tinyStoryText()};
    parts.base64 = bomb;
    (void)peakMemory();
    const auto before = peakMemory();
    for (const QByteArray bytes : {"1000", "60000000"}) {
        parts.bytes = bytes;
        expectRefused(envelopeOf(parts), "more comes out");
    }
    const auto after = peakMemory();
    if (before && after) {
        EXPECT_LT(*after - *before, 200 << 10) << "KB; the bomb has 256 MB";
    }
    parts.bytes = QByteArray::number(256 << 20);
    expectRefused(envelopeOf(parts), "67108864");
    // A length that so few bytes cannot hold takes no memory at all.
    test::EnvelopeParts few{test::tinyStoryText()};
    few.bytes = "67108864";
    expectRefused(envelopeOf(few), "less comes out");
}

TEST(DamagedPicture, MoreTextThanAPictureCarriesIsRefusedUnread) {
    const QByteArray much(12 << 20, 'x');
    expectRefused(much, "more than 4 MB");
    const auto besides = [](const QByteArray& text) {
        return test::withChunk(pngWith(tinyEnvelope()), "tEXt", "Comment" + QByteArray(1, '\0') + text);
    };
    EXPECT_TRUE(refusedWith(besides(much), "more than 10 MB of text besides"));
    EXPECT_EQ(refusalOf(besides(much.first(9 << 20))), QString()) << "of others, some is passed over";
    EXPECT_TRUE(*ui::storyIn(besides(much.first(9 << 20))));
    EXPECT_EQ(refusalOf(test::svgWith("<other xmlns=\"urn:x\">" + much + "</other>")), QString());
}

TEST(DamagedPicture, WhatAnotherProgramPackedAnewIsSaid) {
    const QByteArray keyword(ui::storyKeyword, sizeof ui::storyKeyword);
    for (const char* type : {"zTXt", "iTXt"})
        EXPECT_TRUE(refusedWith(test::withChunk(test::tinyPng(), type, keyword + tinyEnvelope()), "anew"));
    for (const char* type : {"zTXt", "iTXt", "tEXt"}) {
        for (const QByteArray& other : {QByteArray("Comment\0\0\0\0\0\xFF\xFF", 14), QByteArray(), QByteArray("Quote"),
                                        QByteArray("Quoteline story", 15), QByteArray("Quoteline storyx\0y", 18)}) {
            const auto found = ui::storyIn(test::withChunk(test::tinyPng(), type, other));
            ASSERT_TRUE(found) << found.error().reason().toStdString();
            EXPECT_FALSE(*found);
        }
    }
}

TEST(DamagedPicture, ChunksThatLieAboutTheirLengthAreRefused) {
    for (const char* length : {"\xFF\xFF\xFF\xFF", "\x7F\xFF\xFF\xFF", "\x80\x00\x00\x00", "\x12\x34\x56\x78"}) {
        QByteArray png = pngWith(tinyEnvelope());
        png.replace(png.indexOf("tEXt") - 4, 4, QByteArray(length, 4));
        EXPECT_FALSE(refusalOf(png).isEmpty());
    }
}

TEST(DamagedPicture, ChunksOutOfOrderAreRefused) {
    const QByteArray png = test::tinyPng();
    const QByteArray signature = png.first(8);
    const QByteArray header = png.mid(8, 25);
    const qsizetype at = png.indexOf("IDAT");
    const QByteArray data = png.mid(at + 4, png.indexOf("IEND") - at - 12);
    const QByteArray image = test::chunkOf("IDAT", data);
    const QByteArray begin = test::chunkOf("IDAT", data.first(3));
    const QByteArray rest = test::chunkOf("IDAT", data.mid(3));
    const QByteArray text = test::chunkOf("tEXt", "a");
    const QByteArray end = test::chunkOf("IEND", "");
    EXPECT_EQ(refusalOf(signature + header + text + begin + rest + text + end), QString());
    for (const QByteArray& chunks : {text + header + image + end, header + header + image + end, header + end,
                                     header + image, header + begin + text + rest + end,
                                     header + image + text + image + end, header + image + test::chunkOf("IEND", "x"),
                                     header + begin + end, test::chunkOf("IHDR", header.mid(8, 12)) + image + end,
                                     header + test::chunkOf("1DAT", data) + image + end, QByteArray()})
        EXPECT_FALSE(refusalOf(signature + chunks).isEmpty());
}

TEST(DamagedPicture, AChunkThatIsNeededAndNotKnownIsRefused) {
    const QByteArray png = pngWith(tinyEnvelope());
    EXPECT_TRUE(refusedWith(test::withChunk(png, "QUOt", "x"), "a part (QUOt) that this program does not know"));
    EXPECT_TRUE(refusedWith(QByteArray(png).insert(png.indexOf("IEND") - 4, test::chunkOf("QuOt", "")), "(QuOt)"));
    EXPECT_EQ(refusalOf(test::withChunk(png, "quOt", "x")), QString()) << "of no need for the pixels";
    EXPECT_TRUE(*ui::storyIn(test::withChunk(png, "quOt", "x")));
}

TEST(DamagedPicture, PictureDataBehindTheEndOfThePixelsIsRefused) {
    const QByteArray png = pngWith(tinyEnvelope());
    const auto withData = [&](const QByteArray& data) {
        return QByteArray(png).insert(png.indexOf("IEND") - 4, test::chunkOf("IDAT", data));
    };
    for (const QByteArray& data : {QByteArray("x"), QByteArray(20'000, '\0'), qCompress("more").mid(4)})
        EXPECT_TRUE(refusedWith(withData(data), "its picture data is damaged"));
    EXPECT_EQ(refusalOf(withData({})), QString()) << "there may be chunks of no length";
}

TEST(DamagedPicture, WhatIsDamagedIsSaidInWordsOfThisProgram) {
    const QByteArray png = pngWith(tinyEnvelope());
    const QByteArray lines = QByteArray("\x09xxxxxxxxx").repeated(2); // no filter has the number 9
    const qsizetype at = png.indexOf("IDAT") - 4;
    const QByteArray end = png.mid(png.indexOf("IEND") - 4);
    for (const auto& [picture, reason] :
         {std::pair(png.first(at) + test::chunkOf("IDAT", qCompress(lines).mid(4)) + end,
                    "its picture data is damaged"),
          std::pair(png.first(at) + test::chunkOf("IDAT", "x") + end, "its picture data is damaged"),
          std::pair(png.first(at) + end, "it is damaged, or not as a PNG picture must be"),
          std::pair(QByteArray(png).replace("IHDR", "IHDX"), "it is damaged, or not as a PNG picture must be")})
        EXPECT_EQ(refusalOf(picture), QString::fromLatin1(reason));
}

TEST(DamagedPicture, AnEnvelopeThatIsNotAsItWasWrittenIsRefused) {
    const QByteArray story = test::tinyStoryText();
    const test::EnvelopeParts right{story};
    EXPECT_EQ(refusalOf(pngWith(envelopeOf(right))), QString());
    using Parts = test::EnvelopeParts;
    const auto with = [&](QByteArray Parts::*part, const QByteArray& value) {
        Parts parts = right;
        parts.*part = value;
        return envelopeOf(parts);
    };
    expectRefused(with(&Parts::format, "quoteline-story"), "not a story");
    expectRefused(with(&Parts::version, "2"), "version 2");
    expectRefused(with(&Parts::version, "\"1\""), "not written");
    expectRefused(with(&Parts::version, "1.0"), "not written");
    expectRefused(with(&Parts::version, "0"), "not written");
    expectRefused(with(&Parts::sha256, QByteArray(64, '0')), "SHA-256");
    expectRefused(with(&Parts::sha256, "x"), "SHA-256");
    expectRefused(with(&Parts::bytes, QByteArray::number(story.size() - 1)), "more comes out");
    expectRefused(with(&Parts::bytes, QByteArray::number(story.size() + 1)), "less comes out");
    for (const QByteArray bytes : {"0", "-1", "67108865", "9223372036854775807"})
        expectRefused(with(&Parts::bytes, bytes), bytes.constData());
    for (const QByteArray bytes : {"1.5", "\"700\"", "null", "true", "[]"})
        expectRefused(with(&Parts::bytes, bytes), "not written");
    expectRefused(with(&Parts::bytes, "99999999999999999999999"), "not");
    for (const QByteArray base64 : {"*", "AAAA=AAA", "A", "\\u0000", "\xC3\xA9"})
        expectRefused(with(&Parts::base64, base64), "Base64");
    expectRefused(with(&Parts::base64, "AAAA"), "");
    expectRefused(with(&Parts::base64, (qCompress(story).mid(4) + "x").toBase64()), "unpacked");
    expectRefused(with(&Parts::base64, qCompress(story).mid(4).chopped(4).toBase64()), "unpacked");
}

TEST(DamagedPicture, AnEnvelopeThatIsNotTheJsonThatWasWrittenIsRefused) {
    const QByteArray right = tinyEnvelope();
    for (const QByteArray text : {"", "{", "[]", "null", "1", "\"\"", "{}", "\xFF", "{\"format\":1}",
                                  "{\"format\":\"quoteline-picture\"}", "{\"format\":\"quoteline-picture\",}"})
        expectRefused(text, "");
    expectRefused(QByteArray(100'000, '['), "not JSON");
    expectRefused(right + right, "not JSON");
    expectRefused(right.chopped(1) + ",\"story\":\"\"}", "not written");
    expectRefused(right.chopped(1) + ",\"more\":1}", "not written");
    expectRefused("{\"version\":1," + right.mid(1), "not written");
}

TEST(DamagedPicture, AViewOfWrongTypesIsRefused) {
    const QByteArray view = test::EnvelopeParts().view;
    const std::pair<const char*, const char*> changes[] = {
        {"\"start\":0", "\"start\":\"0\""},
        {"\"start\":0", "\"start\":null"},
        {"\"start\":0", "\"start\":NaN"},
        {"\"start\":0", "\"start\":1e999"},
        {"\"start\":0,", ""},
        {"\"start\":0,", "\"start\":0,\"start\":0,"},
        {"\"width\":1000", "\"width\":[1000]"},
        {"\"width\":1000", "\"width\":-Infinity"},
        {"\"whole\":true", "\"whole\":1"},
        {"\"grouping\":\"lane\"", "\"grouping\":\"Lane\""},
        {"\"grouping\":\"lane\"", "\"grouping\":0"},
        {"\"order\":[]", "\"order\":{}"},
        {"\"order\":[]", "\"order\":[1]"},
        {"\"order\":[]", "\"order\":[\"id:a\",null]"},
        {"\"collapsed\":[]", "\"collapsed\":\"id:a\""},
        {"\"unfolded\":null", "\"unfolded\":3"},
        {"\"reading\":false", "\"reading\":\"false\""},
        {"\"reading\":false", "\"reading\":false,\"more\":1"},
    };
    for (const auto& [from, to] : changes) {
        test::EnvelopeParts parts{test::tinyStoryText()};
        parts.view.replace(from, to);
        ASSERT_NE(parts.view, view);
        expectRefused(envelopeOf(parts), "changed on its way");
    }
}

TEST(DamagedPicture, VerifyingComparesWhatIsCarriedWithWhatWasPutIn) {
    const QByteArray envelope = tinyEnvelope();
    const QByteArray right = pngWith(envelope);
    EXPECT_TRUE(ui::verifyPicture(right, envelope));
    EXPECT_FALSE(ui::verifyPicture(right, {}));
    EXPECT_FALSE(ui::verifyPicture(test::tinyPng(), envelope));
    EXPECT_FALSE(ui::verifyPicture(right, QByteArray(envelope).replace(":true", ":false")));
    EXPECT_FALSE(ui::verifyPicture(QByteArray(), envelope));
    EXPECT_FALSE(ui::verifyPicture("GIF89a", {}));
    const QByteArray broken = "{\"format\":\"quoteline-picture\"}";
    EXPECT_FALSE(ui::verifyPicture(pngWith(broken), broken)) << "carried as it was put in, and no story";
}

TEST(DamagedPicture, APngOfWhichAPixelCannotBeHadOpensNothing) {
    const QByteArray envelope = tinyEnvelope();
    const QByteArray right = pngWith(envelope);
    // Image data that are other, with a check value that is right.
    const qsizetype at = right.indexOf("IDAT");
    const qsizetype end = right.indexOf("IEND") - 4;
    const QByteArray data = right.mid(at + 4, end - at - 8);
    for (qsizetype i = 0; i < data.size(); ++i) {
        QByteArray other = data;
        other[i] = static_cast<char>(other[i] ^ 0x10);
        const QByteArray png = right.first(at - 4) + test::chunkOf("IDAT", other) + right.mid(end);
        EXPECT_FALSE(refusalOf(png).isEmpty()) << i;
        EXPECT_FALSE(ui::verifyPicture(png, envelope)) << i;
    }
    const QByteArray two = right.first(at - 4) + test::chunkOf("IDAT", data.first(3)) +
                           test::chunkOf("IDAT", data.mid(3)) + right.mid(end);
    EXPECT_TRUE(ui::verifyPicture(two, envelope)) << "data may be in several chunks";
    EXPECT_FALSE(ui::verifyPicture(right.first(at - 4) + test::chunkOf("IDAT", data + "x") + right.mid(end), envelope));
}

TEST(DamagedPicture, APngOfMorePixelsThanAnyPictureIsNotUnpacked) {
    const auto claiming = [](const QByteArray& size) {
        const QByteArray header = test::chunkOf("IHDR", size + QByteArray("\10\0\0\0\0", 5));
        const QByteArray zeros = test::chunkOf("IDAT", qCompress(QByteArray(1 << 20, '\0')).mid(4));
        return test::tinyPng().first(8) + header + zeros + test::chunkOf("IEND", "");
    };
    EXPECT_TRUE(refusedWith(claiming(QByteArray("\0\0\x50\0\0\0\x40\0", 8)), "too many pixels"));
    EXPECT_TRUE(refusedWith(claiming(QByteArray("\0\0\x40\0\0\0\x40\0", 8)), "its picture data is damaged"));
}

TEST(DamagedPicture, PicturesOfEveryKindOfImageAreOpened) {
    const QByteArray envelope = tinyEnvelope();
    for (const QImage::Format format :
         {QImage::Format_Mono, QImage::Format_Indexed8, QImage::Format_Grayscale8, QImage::Format_Grayscale16,
          QImage::Format_RGB32, QImage::Format_ARGB32, QImage::Format_RGBX64, QImage::Format_RGBA64}) {
        for (const QSize size : {QSize(1, 1), QSize(7, 3), QSize(33, 65), QSize(700, 500)}) {
            QImage image(size, format);
            image.fill(1);
            QByteArray bytes;
            QBuffer buffer(&bytes);
            buffer.open(QIODevice::WriteOnly);
            ASSERT_TRUE(image.save(&buffer, "PNG"));
            const auto verified = ui::verifyPicture(test::withStory(bytes, envelope), envelope);
            EXPECT_TRUE(verified) << format << (verified ? "" : verified.error().reason().toStdString());
        }
    }
    // Five lines of five grey pixels in the seven passes of an interlaced picture, which this program does not write.
    const char header[] = "\0\0\0\5\0\0\0\5\10\0\0\0\1";
    QByteArray lines;
    for (const int width : {1, 1, 2, 1, 1, 3, 2, 2, 2, 5, 5})
        lines += '\0' + QByteArray(width, 'x');
    const QByteArray png = test::tinyPng().first(8) + test::chunkOf("IHDR", QByteArray(header, 13)) +
                           test::chunkOf("IDAT", qCompress(lines).mid(4)) + test::chunkOf("IEND", "");
    EXPECT_EQ(QImage::fromData(png).size(), QSize(5, 5));
    const auto verified = ui::verifyPicture(test::withStory(png, envelope), envelope);
    EXPECT_TRUE(verified) << (verified ? "" : verified.error().reason().toStdString());
}

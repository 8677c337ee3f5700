// SPDX-License-Identifier: GPL-3.0-or-later
// SVG files as programs read them: as XML, as text and as pictures.
#include "app/export/svg/svg_device.h"
#include "app/export/svg/svg_markup.h"
#include "tests/export/drawn_pictures.h"

#include <QBuffer>
#include <QImage>
#include <QLocale>
#include <QPaintEngine>
#include <QPainter>
#include <QRegularExpression>
#include <QXmlStreamReader>
#include <cmath>
#include <gtest/gtest.h>
#include <limits>

using namespace quoteline;
using test::chartFont;
using test::Paint;
using test::svgOf;
using ui::SvgDevice;

namespace {

/// An element as a reader of XML sees it.
struct Seen {
    QString name;
    QXmlStreamAttributes attributes;
    QString text;
    QStringList within; ///< names of what it stands in, with the value of href or clip-path

    QString value(const char* attribute) const { return attributes.value(QLatin1String(attribute)).toString(); }
};

/// Every element of a file; the test fails when the file is not well-formed.
std::vector<Seen> elementsOf(const QByteArray& svg) {
    std::vector<Seen> all;
    std::vector<std::size_t> open;
    QXmlStreamReader reader(svg);
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement()) {
            Seen seen{reader.name().toString(), reader.attributes(), {}, {}};
            for (const std::size_t outer : open)
                seen.within.append(all[outer].name + all[outer].value("xlink:href") + all[outer].value("clip-path"));
            open.push_back(all.size());
            all.push_back(seen);
        } else if (reader.isEndElement()) {
            open.pop_back();
        } else if (reader.isCharacters()) {
            for (const std::size_t outer : open)
                all[outer].text += reader.text();
        }
    }
    EXPECT_FALSE(reader.hasError()) << reader.errorString().toStdString() << svg.toStdString();
    return all;
}

std::vector<Seen> named(const QByteArray& svg, const char* name) {
    std::vector<Seen> found;
    for (const Seen& seen : elementsOf(svg))
        if (seen.name == QLatin1String(name))
            found.push_back(seen);
    return found;
}

QStringList texts(const QByteArray& svg) {
    QStringList found;
    for (const Seen& seen : named(svg, "text"))
        found.append(seen.text);
    return found;
}

} // namespace

TEST(SvgNumbers, AreShortAndTheSameInEveryLocale) {
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::German));
    EXPECT_EQ(ui::svg::number(0.5), "0.5");
    EXPECT_EQ(ui::svg::number(-0.0), "0");
    EXPECT_EQ(ui::svg::number(-0.0004), "0");
    EXPECT_EQ(ui::svg::number(12345.6789), "12345.679");
    EXPECT_EQ(ui::svg::number(1e15), "1000000000000000");
    EXPECT_EQ(ui::svg::number(100), "100");
    EXPECT_EQ(ui::svg::number(-3.10), "-3.1");
    QLocale::setDefault(before);
}

TEST(SvgDevice, ASheetWithoutAnythingOnItIsAFileOfItsSize) {
    const std::vector<Seen> all = elementsOf(SvgDevice(QSizeF(1600, 900.5)).svg());
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].name, QStringLiteral("svg"));
    EXPECT_EQ(all[0].value("width"), QStringLiteral("1600"));
    EXPECT_EQ(all[0].value("height"), QStringLiteral("900.5"));
    EXPECT_EQ(all[0].value("viewBox"), QStringLiteral("0 0 1600 900.5"));
    EXPECT_EQ(all[1].name, QStringLiteral("title"));
}

TEST(SvgDevice, HasTheResolutionOfADeviceIndependentPixel) {
    SvgDevice device(QSizeF(1600, 900));
    EXPECT_EQ(device.logicalDpiX(), 96);
    EXPECT_EQ(device.physicalDpiY(), 96);
    EXPECT_EQ(device.width(), 1600);
    EXPECT_EQ(device.heightMM(), 238);
    EXPECT_EQ(device.devicePixelRatioF(), 1.0);
    QPainter painter(&device);
    EXPECT_NE(painter.paintEngine()->type(), QPaintEngine::Raster);
}

TEST(SvgDevice, SaysWhatItShowsToThoseWhoDoNotSeeIt) {
    SvgDevice device(QSizeF(10, 10));
    device.setTitle(QStringLiteral("Who said <what> & \"when\""));
    device.setDescription(QStringLiteral("Two lanes"));
    device.setLanguage(QStringLiteral("en-GB"));
    const std::vector<Seen> all = elementsOf(device.svg());
    EXPECT_EQ(all[0].value("role"), QStringLiteral("img"));
    EXPECT_EQ(all[0].value("xml:lang"), QStringLiteral("en-GB"));
    ASSERT_EQ(all[0].value("aria-labelledby"), all[1].value("id") + u' ' + all[2].value("id"));
    EXPECT_EQ(all[1].text, QStringLiteral("Who said <what> & \"when\""));
    EXPECT_EQ(all[2].text, QStringLiteral("Two lanes"));
}

TEST(SvgDevice, WhatIsNoLanguageIsLeftOut) {
    SvgDevice device(QSizeF(10, 10));
    device.setLanguage(QStringLiteral("en\" onload=\"x"));
    EXPECT_FALSE(device.svg().contains("xml:lang"));
}

TEST(SvgDevice, CarriesMetadataAsGivenAndRefusesWhatIsNotWellFormed) {
    SvgDevice device(QSizeF(10, 10));
    const QByteArray fragment = "<q:story xmlns:q=\"urn:x\">a&amp;b</q:story>";
    EXPECT_TRUE(device.setMetadata(fragment));
    EXPECT_FALSE(device.setMetadata("<a>"));
    EXPECT_FALSE(device.setMetadata("</metadata><script/><metadata>"));
    EXPECT_FALSE(device.setMetadata("a < b"));
    EXPECT_TRUE(device.svg().contains("<metadata>" + fragment + "</metadata>"));
    EXPECT_EQ(named(device.svg(), "story").size(), 1U);
}

TEST(SvgTexts, StayTextInTheOrderOfPainting) {
    const QByteArray svg = svgOf([](QPainter& painter) {
        painter.setFont(chartFont());
        painter.drawText(QPointF(10, 20), QStringLiteral("First line at 10:30"));
        painter.drawText(QPointF(10, 40), QStringLiteral("  two  spaces "));
        painter.drawText(QPointF(10, 60), QStringLiteral("<b>R&D</b>"));
    });
    EXPECT_EQ(texts(svg), QStringList({QStringLiteral("First line at 10:30"), QStringLiteral("  two  spaces "),
                                       QStringLiteral("<b>R&D</b>")}));
    const std::vector<Seen> all = named(svg, "text");
    EXPECT_EQ(all[0].value("x"), QStringLiteral("10"));
    EXPECT_EQ(all[0].value("y"), QStringLiteral("20"));
    EXPECT_EQ(all[0].value("font-size"), QStringLiteral("13px"));
    EXPECT_EQ(all[0].value("font-weight"), QStringLiteral("500"));
    EXPECT_EQ(all[0].value("font-family"), QStringLiteral("Inter, 'DejaVu Sans', sans-serif"));
    EXPECT_EQ(all[1].value("xml:space"), QStringLiteral("preserve"));
    EXPECT_NEAR(all[0].value("textLength").toDouble(),
                QFontMetricsF(chartFont()).horizontalAdvance(QStringLiteral("First line at 10:30")), 0.01);
}

TEST(SvgTexts, ALineWithAnEmojiIsOneText) {
    const QString line = QString::fromUtf8("Alarm \xF0\x9F\x9A\xA8 in the middle");
    const QByteArray svg = svgOf([&](QPainter& painter) {
        painter.setFont(chartFont());
        painter.drawText(QPointF(10, 20), line);
        painter.drawText(QPointF(10, 50), QStringLiteral("below"));
    });
    EXPECT_EQ(texts(svg), QStringList({line, QStringLiteral("below")}));
}

TEST(SvgTexts, AnEmojiIsShownByOnePictureWhereverItStands) {
    const QString alarm = QString::fromUtf8("\xF0\x9F\x9A\xA8");
    const QByteArray svg = svgOf([&](QPainter& painter) {
        painter.setFont(chartFont());
        painter.drawText(QPointF(10, 20), QStringLiteral("a ") + alarm + alarm);
        painter.drawText(QPointF(10, 50), alarm + QStringLiteral(" b ") + alarm + alarm);
        painter.setPen(QColor(0, 0, 0, 128));
        painter.drawText(QPointF(10, 80), alarm);
    });
    EXPECT_EQ(texts(svg).join(u'|'), QStringLiteral("a ") + alarm + alarm + u'|' + alarm + QStringLiteral(" b ") +
                                         alarm + alarm + u'|' + alarm);
    EXPECT_EQ(named(svg, "image").size(), 1U);
    const std::vector<Seen> uses = named(svg, "use");
    ASSERT_EQ(uses.size(), 6U);
    for (const Seen& use : uses)
        EXPECT_EQ(use.value("xlink:href"), uses[0].value("xlink:href"));
    const double width = QFontMetricsF(chartFont()).horizontalAdvance(alarm);
    EXPECT_NEAR(uses[1].value("x").toDouble(), uses[0].value("x").toDouble() + width, 0.1) << "side by side";
    for (const Seen& span : named(svg, "tspan"))
        EXPECT_EQ(span.value("fill-opacity") == QStringLiteral("0"), span.text.contains(alarm))
            << span.text.toStdString();
    for (const Seen& image : named(svg, "image"))
        EXPECT_TRUE(image.value("xlink:href").startsWith(QStringLiteral("data:image/png;base64,")));
}

TEST(SvgTexts, WhatIsJoinedToOneEmojiIsOnePicture) {
    const QString family =
        QString::fromUtf8("\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7");
    const QString flag = QString::fromUtf8("\xF0\x9F\x87\xBA\xF0\x9F\x87\xA6");
    const QString thumb = QString::fromUtf8("\xF0\x9F\x91\x8D\xF0\x9F\x8F\xBD");
    const QByteArray svg = svgOf([&](QPainter& painter) {
        painter.setFont(chartFont());
        painter.drawText(QPointF(10, 20), family + flag + thumb + family);
    });
    EXPECT_EQ(named(svg, "image").size(), 3U);
    EXPECT_EQ(named(svg, "use").size(), 4U);
    EXPECT_EQ(texts(svg), QStringList(family + flag + thumb + family));
}

TEST(SvgTexts, ColourWithItsOpacity) {
    const QByteArray svg = svgOf([](QPainter& painter) {
        painter.setFont(chartFont());
        painter.setPen(QColor(1, 2, 255, 51));
        painter.setOpacity(0.5);
        painter.drawText(QPointF(10, 20), QStringLiteral("pale"));
    });
    EXPECT_EQ(named(svg, "text")[0].value("fill"), QStringLiteral("#0102ff"));
    EXPECT_EQ(named(svg, "text")[0].value("fill-opacity"), QStringLiteral("0.1"));
}

TEST(SvgTexts, WhatXmlCannotHoldNeverGetsIn) {
    QString line = QStringLiteral("a");
    for (const int unit : {0x00, 0x01, 0x08, 0x0B, 0x1F, 0xD800, 0xDC00, 0xFFFE, 0xFFFF})
        line += QChar(static_cast<char16_t>(unit)) + QStringLiteral("b");
    const QByteArray escaped = ui::svg::escaped(line);
    EXPECT_EQ(QString::fromUtf8(escaped).count(QChar(0xFFFD)), 9);
    SvgDevice device(QSizeF(100, 100));
    device.setTitle(line);
    QPainter painter(&device);
    painter.setFont(chartFont());
    painter.drawText(QPointF(10, 20), line);
    painter.end();
    for (const char c : device.svg())
        EXPECT_TRUE(static_cast<unsigned char>(c) >= 0x20 || c == '\n') << static_cast<int>(c);
    EXPECT_FALSE(elementsOf(device.svg()).empty());
}

TEST(SvgTexts, FromRightToLeftStartAtTheirRightEdge) {
    const QString word = QString::fromUtf8("\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D");
    const QByteArray svg = svgOf([&](QPainter& painter) {
        painter.setFont(chartFont());
        painter.drawText(QPointF(10, 20), word);
    });
    const Seen seen = named(svg, "text")[0];
    EXPECT_EQ(seen.text, word);
    EXPECT_EQ(seen.value("direction"), QStringLiteral("rtl"));
    EXPECT_NEAR(seen.value("x").toDouble(), 10 + QFontMetricsF(chartFont()).horizontalAdvance(word), 0.1);
}

TEST(SvgShapes, SayFillAndStroke) {
    const QByteArray svg = svgOf([](QPainter& painter) {
        painter.setPen(QPen(QColor(0, 128, 0), 2, Qt::DashLine, Qt::RoundCap, Qt::BevelJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(10, 10, 30.25, 20));
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(255, 0, 0, 128));
        painter.drawEllipse(QPointF(50, 50), 10, 10);
        painter.drawEllipse(QRectF(50, 50, 30, 10));
        painter.drawRect(QRectF(1, 1, 0, 0));
    });
    const Seen rect = named(svg, "rect")[0];
    EXPECT_EQ(rect.value("width"), QStringLiteral("30.25"));
    EXPECT_EQ(rect.value("fill"), QStringLiteral("none"));
    EXPECT_EQ(rect.value("stroke"), QStringLiteral("#008000"));
    EXPECT_EQ(rect.value("stroke-width"), QStringLiteral("2"));
    EXPECT_EQ(rect.value("stroke-linecap"), QStringLiteral("round"));
    EXPECT_EQ(rect.value("stroke-linejoin"), QStringLiteral("bevel"));
    EXPECT_EQ(rect.value("stroke-dasharray"), QStringLiteral("8 4"));
    const Seen circle = named(svg, "circle")[0];
    EXPECT_EQ(circle.value("r"), QStringLiteral("10"));
    EXPECT_EQ(circle.value("fill-opacity"), QStringLiteral("0.502"));
    EXPECT_EQ(circle.value("stroke"), QString());
    EXPECT_EQ(named(svg, "ellipse")[0].value("rx"), QStringLiteral("15"));
}

TEST(SvgShapes, NumbersThatAreNoneLeaveNoTrace) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double inf = std::numeric_limits<double>::infinity();
    const QByteArray svg = svgOf([&](QPainter& painter) {
        painter.setBrush(Qt::red);
        painter.drawRect(QRectF(nan, 1, 5, 5));
        painter.drawEllipse(QRectF(0, 0, inf, 5));
        painter.drawLine(QLineF(0, 0, nan, 5));
        painter.setFont(chartFont());
        painter.drawText(QPointF(10, nan), QStringLiteral("x"));
    });
    EXPECT_FALSE(svg.contains("nan"));
    EXPECT_FALSE(svg.contains("inf"));
}

TEST(SvgClips, AreWrittenOnceAndOnlyWhereTheyCut) {
    const QByteArray svg = svgOf([](QPainter& painter) {
        for (int i = 0; i < 3; ++i) {
            painter.save();
            painter.setClipRect(QRectF(20, 20, 60, 40));
            painter.fillRect(QRectF(0, 10 * i, 100, 25), Qt::red);
            painter.fillRect(QRectF(30, 30, 10, 10), Qt::blue);
            painter.restore();
            painter.fillRect(QRectF(0, 0, 5, 5), Qt::green);
        }
        painter.setClipRect(QRectF(0, 0, 200, 120));
        painter.fillRect(QRectF(100, 0, 500, 500), Qt::yellow); // nothing that is seen is cut
    });
    ASSERT_EQ(named(svg, "clipPath").size(), 1U);
    int cut = 0;
    for (const Seen& rect : named(svg, "rect")) {
        const bool clipped = rect.within.contains(QStringLiteral("gurl(#quoteline-clip-1)"));
        EXPECT_EQ(clipped, rect.value("fill") == QStringLiteral("#ff0000")) << rect.value("fill").toStdString();
        cut += clipped;
    }
    EXPECT_EQ(cut, 3);
}

TEST(SvgClips, WhatLiesOutsideIsLeftOut) {
    const QByteArray svg = svgOf([](QPainter& painter) {
        painter.setFont(chartFont());
        painter.setClipRect(QRectF(20, 20, 60, 40));
        painter.drawText(QPointF(100, 100), QStringLiteral("outside of the clip"));
        painter.fillRect(QRectF(90, 20, 5, 5), Qt::red);
        painter.setClipping(false);
        painter.drawText(QPointF(20, 100), QStringLiteral("clip switched off"));
        painter.drawText(QPointF(500, 100), QStringLiteral("outside of the sheet"));
    });
    EXPECT_EQ(texts(svg), QStringList(QStringLiteral("clip switched off")));
    EXPECT_TRUE(named(svg, "rect").empty());
}

TEST(SvgLinks, StandAroundTheirTextAndLeadToPagesOrPlacesAlone) {
    SvgDevice device(QSizeF(300, 200));
    QPainter painter(&device);
    painter.setFont(chartFont());
    for (int i = 0; i < 4; ++i)
        painter.drawText(QPointF(10, 20 + 40 * i), QStringLiteral("text %1").arg(i));
    painter.end();
    const auto over = [&](int i) { return QRectF(8, 40 * i + 4, 100, 24); };
    device.addLink(over(0), QStringLiteral("https://example.org/a?b=1&c=2"));
    device.addLink(over(1), QStringLiteral("#e1"));
    device.addLink(over(2), QStringLiteral("javascript:alert(1)"));
    device.addLink(over(2), QStringLiteral("file:///etc/passwd"));
    device.addLink(over(3), QStringLiteral("#nowhere"));
    device.addLink(QRectF(200, 150, 20, 20), QStringLiteral("http://example.org/"));
    for (const QRectF& beside : {QRectF(400, 10, 20, 20), QRectF(10, std::nan(""), 5, 5), QRectF(10, 10, 0, 5),
                                 QRectF(0, -1e300, 5, std::numeric_limits<double>::infinity())})
        device.addLink(beside, QStringLiteral("http://example.org/beside"));
    device.addAnchor(QStringLiteral("far"), QPointF(std::nan(""), 0));
    device.addAnchor(QStringLiteral("e1"), QPointF(10, 150));
    device.addAnchor(QStringLiteral("e1"), QPointF(10, 160));
    device.addAnchor(QStringLiteral("no name"), QPointF(10, 160));
    const QByteArray svg = device.svg();
    QStringList around;
    for (const Seen& text : named(svg, "text"))
        around.append(text.within.last());
    EXPECT_EQ(around, QStringList({QStringLiteral("ahttps://example.org/a?b=1&c=2"), QStringLiteral("a#e1"),
                                   QStringLiteral("svg"), QStringLiteral("svg")}));
    EXPECT_EQ(named(svg, "a").size(), 3U);
    EXPECT_EQ(named(svg, "a").back().value("xlink:href"), QStringLiteral("http://example.org/"));
    const QByteArray plain = SvgDevice(QSizeF(1, 1)).svg();
    EXPECT_FALSE(plain.contains("xlink"));
    EXPECT_FALSE(svg.contains("beside"));
    EXPECT_FALSE(svg.contains("far"));
    int anchors = 0;
    for (const Seen& rect : named(svg, "rect"))
        anchors += rect.value("id") == QStringLiteral("e1");
    EXPECT_EQ(anchors, 1);
    EXPECT_NE(elementsOf(svg)[0].value("role"), QStringLiteral("img")) << "or its links are out of reach";
}

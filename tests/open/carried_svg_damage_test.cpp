// SPDX-License-Identifier: GPL-3.0-or-later
// SVG pictures that were damaged or made to do harm: never another story than the one that was put in.
#include "app/open/svg_seal.h"
#include "tests/open/carried_pictures.h"

#include <gtest/gtest.h>

using namespace quoteline;
using test::isHarmless;
using test::peakMemory;
using test::refusalOf;
using test::refusedWith;
using test::tinyEnvelope;

TEST(DamagedPicture, AnSvgWithADocumentTypeIsNotRead) {
    const QByteArray element = ui::svgMetadata(tinyEnvelope());
    QByteArray laughs = "<!DOCTYPE svg [<!ENTITY a0 \"ha\">";
    for (int i = 1; i < 12; ++i)
        laughs += "<!ENTITY a" + QByteArray::number(i) + " \"" +
                  QByteArray("&a" + QByteArray::number(i - 1) + ";").repeated(10) + "\">";
    laughs += "]>";
    QByteArray parameters = "<!DOCTYPE svg [<!ENTITY % p0 \"<!-- ha -->\">";
    for (int i = 1; i < 12; ++i)
        parameters += "<!ENTITY % p" + QByteArray::number(i) + " \"" +
                      QByteArray("%p" + QByteArray::number(i - 1) + ";").repeated(10) + "\">";
    parameters += "%p11;]>";
    (void)peakMemory();
    const auto before = peakMemory();
    for (const QByteArray& type :
         {laughs, parameters, QByteArray("<!DOCTYPE svg [<!ENTITY a11 SYSTEM \"file:///etc/passwd\">]>"),
          QByteArray("<!DOCTYPE svg SYSTEM \"file:///etc/passwd\">"), QByteArray("<!DOCTYPE svg>"),
          QByteArray("<!-- ' --><!DOCTYPE svg>")}) {
        for (const char* use : {"", "&a11;"}) {
            QByteArray svg = test::svgWith(element + use);
            svg.insert(svg.indexOf("<svg"), type);
            EXPECT_TRUE(refusedWith(svg, "document type")) << type.left(60).constData();
        }
    }
    const auto after = peakMemory();
    if (before && after) {
        EXPECT_LT(*after - *before, 64 << 10);
    }
    EXPECT_FALSE(refusalOf(test::svgWith(element + "&undeclared;")).isEmpty());
}

TEST(DamagedPicture, AnSvgOfWhichABitIsFlippedAnywhereOpensNothing) {
    const QByteArray whole = test::svgWith(ui::svgMetadata(tinyEnvelope()));
    ASSERT_TRUE(ui::storyIn(whole) && *ui::storyIn(whole));
    int refused = 0;
    for (qsizetype at = 0; at < whole.size(); ++at)
        for (const int bit : {1, 4, 32}) {
            QByteArray flipped = whole;
            flipped[at] = static_cast<char>(flipped[at] ^ bit);
            const auto found = ui::storyIn(flipped);
            EXPECT_TRUE(!found || !*found) << "byte " << at;
            refused += found ? 0 : 1;
        }
    EXPECT_GT(refused, 2 * whole.size()) << "and nearly always a reason is given";
}

TEST(DamagedPicture, OnlyTheElementOfItsOwnPlaceIsAStory) {
    const QByteArray element = ui::svgMetadata(tinyEnvelope());
    QByteArray outside = test::svgWith({});
    outside.insert(outside.indexOf("<g>"), element);
    QByteArray deeper = test::svgWith("<g>" + element + "</g>");
    QByteArray inner = test::svgWith({});
    inner.replace("<metadata>", "<g><metadata>" + element).replace("</metadata>", "</metadata></g>");
    QByteArray foreign = test::svgWith(element);
    foreign.replace("urn:quoteline:story", "urn:other");
    for (const QByteArray& svg : {outside, deeper, inner, foreign}) {
        const auto found = ui::storyIn(svg);
        ASSERT_TRUE(found) << found.error().reason().toStdString();
        EXPECT_FALSE(*found);
    }
    EXPECT_TRUE(refusedWith(test::svgWith(QByteArray(element).replace("</story>", "<b/></story>")), "markup"));
    EXPECT_TRUE(refusedWith("<html><body/></html>", "neither"));
    EXPECT_TRUE(refusedWith("<svg>" + element + "</svg>", "neither"));
    // Whatever encoding it names, it is read as UTF-8.
    QByteArray named = test::svgWith(element);
    named.replace("encoding=\"UTF-8\"", "encoding=\"UTF-16\"");
    EXPECT_TRUE(isHarmless(named));
    EXPECT_TRUE(refusedWith(test::svgWith("\xFF\xFE"), "UTF-8"));
}

TEST(DamagedPicture, AnSvgThatWouldKeepTheReaderBusyIsNotRead) {
    const QByteArray element = ui::svgMetadata(tinyEnvelope());
    QByteArray attributes;
    for (int i = 0; i < 251; ++i)
        attributes += " a" + QByteArray::number(i) + "=\">\"";
    EXPECT_TRUE(refusedWith(test::svgWith(element + "<b" + attributes + "/>"), "longer than any"));
    // A comment, a section and an instruction hide no quotation mark, and no end of a tag.
    for (const char* first :
         {"<!-- <a \" > -->", "<![CDATA[<a ' ]] > \"]]>", "<?a <b \" ?>", "<!---->", "<![CDATA[]]>"}) {
        EXPECT_TRUE(refusedWith(test::svgWith(element + first + "<b" + attributes + "/>"), "longer than any")) << first;
        EXPECT_EQ(refusalOf(test::svgWith(element + first)), QString()) << first;
    }
    EXPECT_TRUE(refusedWith(test::svgWith(element + QByteArray(20 << 20, 'x')), "longer than any"));
    const QByteArray much(2 << 20, 'x');
    for (const QByteArray& markup :
         {"<!--" + much + "-->", "<![CDATA[" + much + "]]>", "<?a " + much + "?>", "<b a=\"" + much + "\"/>"}) {
        EXPECT_TRUE(refusedWith(test::svgWith(element + markup), "longer than any"));
        QByteArray less = markup;
        less.remove(20, 3 << 19);
        EXPECT_EQ(refusalOf(test::svgWith(element + less)), QString());
    }
    const QByteArray deep = QByteArray("<g>").repeated(2000) + QByteArray("</g>").repeated(2000);
    EXPECT_TRUE(refusedWith(test::svgWith(element + deep), "nested"));
    EXPECT_EQ(refusalOf(test::svgWith(element + QByteArray("<g/>").repeated(100'000))), QString());
}

TEST(DamagedPicture, AnSvgWithNamespacesWithoutEndIsNotRead) {
    const QByteArray element = ui::svgMetadata(tinyEnvelope());
    const auto opened = [](int depth, int declared) {
        QByteArray tags;
        for (int i = 0; i < depth; ++i) {
            tags += "<g";
            for (int j = 0; j < declared; ++j)
                tags += " xmlns:n" + QByteArray::number(i) + '_' + QByteArray::number(j) + "=\"urn:x\"";
            tags += '>';
        }
        return tags;
    };
    const auto closed = [](int depth) { return QByteArray("</g>").repeated(depth); };
    const QByteArray busy = opened(250, 249) + QByteArray("<b/>").repeated(40'000) + closed(250);
    EXPECT_TRUE(refusedWith(test::svgWith(element + busy), "namespaces"));
    EXPECT_TRUE(refusedWith(test::svgWith(element + opened(60, 2) + closed(60)), "namespaces"));
    // Those of elements that are closed weigh nothing: a drawing program declares its own wherever it needs them.
    EXPECT_EQ(refusalOf(test::svgWith(element + (opened(30, 2) + closed(30)).repeated(20))), QString());
}

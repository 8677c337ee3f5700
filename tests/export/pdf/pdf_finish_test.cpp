// SPDX-License-Identifier: GPL-3.0-or-later
// PDF files as libqpdf and programs of other houses read them.
#include "app/export/checks/pdf_check.h"
#include "app/export/pdf/pdf_finish.h"
#include "app/export/pdf/pdf_read_back.h"
#include "app/paint/font_measurer.h"
#include "tests/support/length.h"

#include <QBuffer>
#include <QFile>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <cmath>
#include <gtest/gtest.h>
#include <limits>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFOutlineDocumentHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

using namespace quoteline;
using ui::finishPdf;
using ui::PdfFacts;
using ui::PdfPlace;

namespace {

/// A document of Qt with that many pages, each with its number in words.
QByteArray pages(int count, QPageLayout::Orientation orientation = QPageLayout::Landscape) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), orientation, QMarginsF()));
    writer.setResolution(96);
    writer.setTitle(QStringLiteral("of Qt"));
    QPainter painter(&writer);
    painter.setFont(ui::Fonts(1).font(layout::FontRole::Label));
    for (int i = 0; i < count; ++i) {
        if (i > 0)
            writer.newPage();
        painter.drawText(QPointF(100, 100), QStringLiteral("Page %1").arg(i + 1));
    }
    painter.end();
    return bytes;
}

const QByteArray& threePages() {
    static const QByteArray bytes = pages(3);
    return bytes;
}

PdfFacts facts() {
    PdfFacts all;
    all.title = QString::fromUtf8("Chi (ha detto) cosa \xE2\x80\x94 \xD0\xBA\xD1\x82\xD0\xBE \\ \xF0\x9F\x9A\xA8");
    all.author = QStringLiteral("An Author");
    all.subject = QStringLiteral("A subject");
    all.keywords = QStringLiteral("one, two");
    all.language = QStringLiteral("it");
    all.links = {{0, QRectF(100, 80, 60, 20), QStringLiteral("https://example.org/a?b=(c)")},
                 {1, QRectF(0, 0, 40, 40), PdfPlace{2, QPointF(96, 192)}}};
    all.outline = {{QStringLiteral("Chart"), {0, {}}, 0},
                   {QStringLiteral("Entries"), {1, {}}, 0},
                   {QString::fromUtf8("1. \xC3\x89v\xC3\xA9nement (un)"), {1, QPointF(0, 96)}, 1},
                   {QStringLiteral("a quote"), {1, QPointF(0, 110)}, 2},
                   {QStringLiteral("2. Event"), {2, {}}, 1},
                   {QStringLiteral("Sources"), {2, {}}, 0}};
    return all;
}

/// A PDF opened by libqpdf; any warning of it fails the test.
struct Opened {
    explicit Opened(const QByteArray& bytes)
        : data(bytes) {
        pdf.setSuppressWarnings(true);
        pdf.setAttemptRecovery(false);
        pdf.processMemoryFile("test", data.constData(), static_cast<std::size_t>(data.size()));
        pages = pdf.getAllPages();
    }
    ~Opened() { EXPECT_FALSE(pdf.anyWarnings()); }

    QString info(const char* key) {
        QPDFObjectHandle value = pdf.getTrailer().getKey("/Info").getKey(key);
        return value.isString() ? QString::fromStdString(value.getUTF8Value()) : QString();
    }
    std::vector<QPDFObjectHandle> links(std::size_t page) {
        QPDFObjectHandle all = pages[page].getKey("/Annots");
        return all.isArray() ? all.getArrayAsVector() : std::vector<QPDFObjectHandle>();
    }

    QByteArray data;
    QPDF pdf;
    std::vector<QPDFObjectHandle> pages;
};

std::vector<double> numbers(QPDFObjectHandle array) {
    std::vector<double> all;
    for (QPDFObjectHandle item : array.getArrayAsVector())
        if (item.isNumber())
            all.push_back(item.getNumericValue());
    return all;
}

/// "Title>" for each entry, one ">" for each that it stands in.
QStringList outlineOf(const std::vector<QPDFOutlineObjectHelper>& items, const QString& indent = {}) {
    QStringList lines;
    for (QPDFOutlineObjectHelper item : items) {
        lines.append(indent + QString::fromStdString(item.getTitle()));
        lines.append(outlineOf(item.getKids(), indent + u'>'));
    }
    return lines;
}

/// What a program says of a file; none where it is not installed.
std::optional<QString> toolSays(const QString& tool, QStringList arguments, const QByteArray& pdf) {
    const QString program = QStandardPaths::findExecutable(tool);
    if (program.isEmpty())
        return std::nullopt;
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("file.pdf")));
    EXPECT_TRUE(file.open(QIODevice::WriteOnly) && file.write(pdf) == pdf.size() && file.flush());
    arguments.replaceInStrings(QStringLiteral("FILE"), file.fileName());
    QProcess process;
    process.start(program, arguments);
    EXPECT_TRUE(process.waitForFinished(120000));
    EXPECT_EQ(process.exitCode(), 0) << process.readAllStandardError().toStdString();
    return QString::fromUtf8(process.readAllStandardOutput());
}

#define NEEDS(tool)                                                     \
    if (QStandardPaths::findExecutable(QStringLiteral(tool)).isEmpty()) \
    GTEST_SKIP() << "SKIPPED: " tool " is not installed"

} // namespace

TEST(PdfFinish, TheDocumentSaysWhatItIs) {
    Opened opened(*finishPdf(threePages(), facts()));
    EXPECT_EQ(opened.info("/Title"), facts().title);
    EXPECT_EQ(opened.info("/Author"), facts().author);
    EXPECT_EQ(opened.info("/Subject"), facts().subject);
    EXPECT_EQ(opened.info("/Keywords"), facts().keywords);
    EXPECT_TRUE(opened.info("/Creator").startsWith(QStringLiteral("Quoteline 0")));
    EXPECT_TRUE(opened.info("/Producer").startsWith(QStringLiteral("Qt")));
    QPDFObjectHandle root = opened.pdf.getRoot();
    EXPECT_EQ(root.getKey("/Lang").getStringValue(), "it");
    EXPECT_TRUE(root.getKey("/ViewerPreferences").getKey("/DisplayDocTitle").getBoolValue());
    EXPECT_EQ(root.getKey("/PageMode").getName(), "/UseOutlines");
    EXPECT_FALSE(root.hasKey("/Metadata"));
    EXPECT_EQ(opened.pages.size(), 3U);
}

TEST(PdfFinish, ThereIsNoDateUnlessOneIsAskedFor) {
    for (const char* key : {"/CreationDate", "/ModDate"})
        EXPECT_EQ(Opened(*finishPdf(threePages(), facts())).info(key), QString()) << key;
    PdfFacts dated = facts();
    dated.date = QDate(2026, 2, 3);
    for (const char* key : {"/CreationDate", "/ModDate"})
        EXPECT_EQ(Opened(*finishPdf(threePages(), dated)).info(key), QStringLiteral("D:20260203000000Z")) << key;
    dated.date = QDate();
    EXPECT_EQ(Opened(*finishPdf(threePages(), dated)).info("/ModDate"), QString());
}

TEST(PdfFinish, WithoutFactsThePagesRemain) {
    Opened opened(*finishPdf(threePages(), {}));
    EXPECT_EQ(opened.pages.size(), 3U);
    EXPECT_EQ(opened.info("/Title"), QString());
    for (const char* key : {"/Outlines", "/PageMode", "/Lang", "/ViewerPreferences"})
        EXPECT_FALSE(opened.pdf.getRoot().hasKey(key)) << key;
}

TEST(PdfLinks, LieWhereTheirWordsAre) {
    Opened opened(*finishPdf(threePages(), facts()));
    ASSERT_EQ(opened.links(0).size(), 1U);
    ASSERT_EQ(opened.links(1).size(), 1U);
    EXPECT_TRUE(opened.links(2).empty());
    const std::vector<double> sheet = numbers(opened.pages[0].getKey("/MediaBox"));
    QPDFObjectHandle page = opened.links(0)[0];
    EXPECT_EQ(page.getKey("/A").getKey("/S").getName(), "/URI");
    EXPECT_EQ(page.getKey("/A").getKey("/URI").getStringValue(), "https://example.org/a?b=(c)");
    EXPECT_EQ(numbers(page.getKey("/Rect")), std::vector<double>({75, sheet[3] - 75, 120, sheet[3] - 60}));
    EXPECT_EQ(numbers(page.getKey("/Border")), std::vector<double>({0, 0, 0}));
    QPDFObjectHandle place = opened.links(1)[0].getKey("/Dest");
    EXPECT_EQ(place.getArrayItem(0).getObjGen(), opened.pages[2].getObjGen());
    EXPECT_EQ(place.getArrayItem(1).getName(), "/XYZ");
    EXPECT_EQ(numbers(place), std::vector<double>({72, sheet[3] - 144}));
}

TEST(PdfLinks, AddressesOfOtherSchemesAndRectanglesWithoutAreaAreLeftOut) {
    PdfFacts only;
    for (const char* address :
         {"javascript:alert(1)", "file:///etc/passwd", "ftp://example.org/", "", "https://", "http://exa mple.org/"})
        only.links.push_back({0, QRectF(0, 0, 10, 10), QString::fromLatin1(address)});
    only.links.push_back({0, QRectF(0, 0, 0, 10), QStringLiteral("https://example.org/")});
    only.links.push_back({0, QRectF(0, std::nan(""), 5, 10), QStringLiteral("https://example.org/")});
    only.links.push_back({0, QRectF(0, 0, 5, 10), PdfPlace{0, QPointF(0, std::numeric_limits<double>::infinity())}});
    EXPECT_TRUE(Opened(*finishPdf(threePages(), only)).links(0).empty());
    only.links.push_back({0, QRectF(0, 0, 5, 10), QStringLiteral("https://example.org/")});
    EXPECT_EQ(Opened(*finishPdf(threePages(), only)).links(0).size(), 1U);
}

TEST(PdfLinks, FollowThePageThatIsTurned) {
    // A sheet of 200 x 100 points that begins at (10, 20): what is at the top left once it is turned, from its corners.
    const struct {
        int turned;
        std::vector<double> rect;
    } cases[] = {{0, {10, 105, 40, 120}},
                 {90, {10, 20, 25, 50}},
                 {180, {180, 20, 210, 35}},
                 {270, {195, 90, 210, 120}},
                 {-90, {195, 90, 210, 120}}};
    for (const auto& [turned, rect] : cases) {
        QPDF pdf;
        pdf.emptyPDF();
        QPDFObjectHandle page = pdf.makeIndirectObject(
            QPDFObjectHandle::parse("<< /Type /Page /MediaBox [10 20 210 120] /Resources << >> >>"));
        page.replaceKey("/Rotate", QPDFObjectHandle::newInteger(turned));
        page.replaceKey("/Contents", QPDFObjectHandle::newStream(&pdf, "q Q\n"));
        QPDFPageDocumentHelper(pdf).addPage(page, true);
        QPDFWriter writer(pdf);
        writer.setOutputMemory();
        writer.write();
        const auto buffer = writer.getBufferSharedPointer();
        const QByteArray bytes(reinterpret_cast<const char*>(buffer->getBuffer()),
                               static_cast<qsizetype>(buffer->getSize()));
        PdfFacts only;
        only.links.push_back({0, QRectF(0, 0, 40, 20), QStringLiteral("https://example.org/")}); // 30 x 15 points
        Opened opened(*finishPdf(bytes, only));
        EXPECT_EQ(numbers(opened.links(0)[0].getKey("/Rect")), rect) << turned;
    }
}

TEST(PdfOutline, NestsAndKeepsItsOrder) {
    Opened opened(*finishPdf(threePages(), facts()));
    const auto roots = QPDFOutlineDocumentHelper(opened.pdf).getTopLevelOutlines();
    EXPECT_EQ(outlineOf(roots),
              QStringList({QStringLiteral("Chart"), QStringLiteral("Entries"),
                           QString::fromUtf8(">1. \xC3\x89v\xC3\xA9nement (un)"), QStringLiteral(">>a quote"),
                           QStringLiteral(">2. Event"), QStringLiteral("Sources")}));
    QPDFObjectHandle outlines = opened.pdf.getRoot().getKey("/Outlines");
    EXPECT_EQ(outlines.getKey("/Count").getIntValue(), 3);
    QPDFObjectHandle entries = outlines.getKey("/First").getKey("/Next");
    EXPECT_EQ(entries.getKey("/Count").getIntValue(), -2);
    EXPECT_EQ(entries.getKey("/Next").getObjGen(), outlines.getKey("/Last").getObjGen());
    EXPECT_EQ(outlines.getKey("/Last").getKey("/Prev").getObjGen(), entries.getObjGen());
    EXPECT_EQ(entries.getKey("/First").getKey("/Dest").getArrayItem(0).getObjGen(), opened.pages[1].getObjGen());
}

TEST(PdfOutline, LevelsThatSkipOneHangOnTheNearestAbove) {
    PdfFacts only;
    for (const int level : {2, 5, 3, 0, 1})
        only.outline.push_back({QString::number(level), {}, level});
    Opened opened(*finishPdf(threePages(), only));
    EXPECT_EQ(outlineOf(QPDFOutlineDocumentHelper(opened.pdf).getTopLevelOutlines()).join(u' '),
              QStringLiteral("2 >5 >3 0 >1"));
}

TEST(PdfFinish, WhatCannotBeReadGivesASentence) {
    for (const QByteArray& broken :
         {QByteArray(), QByteArray("no PDF at all"), threePages().left(threePages().size() / 2),
          QByteArray(threePages()).replace("startxref", "startxxxx")}) {
        const auto result = finishPdf(broken, facts());
        ASSERT_FALSE(result);
        EXPECT_TRUE(result.error().reason().startsWith(QStringLiteral("the PDF could not be completed: ")));
        EXPECT_FALSE(result.error().reason().contains(u'\n'));
    }
}

TEST(PdfFinish, PagesThatAreNotThereAreNamed) {
    PdfFacts beyond;
    beyond.links.push_back({0, QRectF(0, 0, 10, 10), PdfPlace{3, {}}});
    EXPECT_EQ(finishPdf(threePages(), beyond).error().reason(),
              QStringLiteral("something in the PDF leads to page 4, and its last page is 3"));
    beyond.links = {{-1, QRectF(0, 0, 10, 10), QStringLiteral("https://example.org/")}};
    EXPECT_FALSE(finishPdf(threePages(), beyond));
    beyond.links.clear();
    beyond.outline.push_back({QStringLiteral("x"), {7, {}}, 0});
    EXPECT_FALSE(finishPdf(threePages(), beyond));
}

TEST(PdfFinish, SaysThatItWasStopped) {
    std::stop_source source;
    EXPECT_TRUE(finishPdf(threePages(), facts(), source.get_token()));
    source.request_stop();
    const auto result = finishPdf(threePages(), facts(), source.get_token());
    ASSERT_FALSE(result);
    EXPECT_TRUE(result.error().isStopped());
    const QByteArray drawn = threePages();
    const auto document = ui::openPdf(drawn);
    const auto checked = ui::readBack(*finishPdf(drawn, facts()), ui::PdfPages(*document), source.get_token());
    ASSERT_FALSE(checked);
    EXPECT_TRUE(checked.error().isStopped());
}

TEST(PdfCheck, NoticesWhatIsMissingOrDifferent) {
    const QByteArray whole = *finishPdf(threePages(), facts());
    const auto fault = [](const QByteArray& finished, const QByteArray& drawn, const PdfFacts& wanted) {
        return ui::faultOfPdf(finished, drawn, wanted).toStdString();
    };
    EXPECT_EQ(fault(whole, threePages(), facts()), "");
    EXPECT_EQ(fault(whole, pages(4), facts()), "pages: 3 instead of 4");
    EXPECT_EQ(fault(whole, pages(3, QPageLayout::Portrait), facts()), "page 1 differs");
    PdfFacts more = facts();
    more.links.push_back(more.links.front());
    EXPECT_EQ(fault(whole, threePages(), more), "links: 2 instead of 3");
    more = facts();
    more.links[1].leadsTo = PdfPlace{0, QPointF(96, 192)};
    EXPECT_EQ(fault(whole, threePages(), more), "a link leads elsewhere");
    more = facts();
    more.outline.pop_back();
    EXPECT_NE(fault(whole, threePages(), more).find("outline"), std::string::npos);
    more = facts();
    more.outline[2].place.page = 2;
    EXPECT_EQ(fault(whole, threePages(), more), "a line of the outline differs");
    more = facts();
    more.title += u'.';
    EXPECT_EQ(fault(whole, threePages(), more), "the title differs");
    EXPECT_NE(fault(whole.left(whole.size() / 2), threePages(), facts()), "");
    EXPECT_NE(fault({}, threePages(), facts()), "");
}

TEST(PdfFinish, TheSamePagesGiveTheSameBytes) {
    const QByteArray first = *finishPdf(threePages(), facts());
    EXPECT_EQ(*finishPdf(threePages(), facts()), first);
    EXPECT_EQ(*finishPdf(pages(3), facts()), first) << "the time of writing does not show";
    PdfFacts other = facts();
    other.subject += u'.';
    EXPECT_NE(*finishPdf(threePages(), other), first);
}

TEST(PdfFinish, AnIdThatIsDrawnByLotLeavesNoTrace) {
    const auto drawnWith = [](const std::string& id) {
        Opened drawn(threePages());
        drawn.pdf.getTrailer().replaceKey("/ID", QPDFObjectHandle::parse("[<" + id + "> <" + id + ">]"));
        QPDFWriter writer(drawn.pdf);
        writer.setOutputMemory();
        writer.write();
        const auto buffer = writer.getBufferSharedPointer();
        return QByteArray(reinterpret_cast<const char*>(buffer->getBuffer()),
                          static_cast<qsizetype>(buffer->getSize()));
    };
    const std::string lots[] = {"0123456789abcdef0123456789abcdef", "fedcba9876543210fedcba9876543210"};
    const QByteArray first = drawnWith(lots[0]);
    const QByteArray second = drawnWith(lots[1]);
    ASSERT_NE(first, second);
    EXPECT_EQ(*finishPdf(first, facts()), *finishPdf(second, facts()));
}

TEST(PdfFinish, ThousandsOfPagesAndLinksAreNoTrouble) {
    const int count = test::byLength("pages", 400, 2000, 2000);
    const int links = 5 * count;
    PdfFacts many;
    for (int i = 0; i < links; ++i) {
        many.links.push_back({i % count, QRectF(10, 10 + i / count * 20, 100, 15), PdfPlace{(i * 7) % count, {}}});
        many.outline.push_back({QStringLiteral("Entry %1").arg(i), {i % count, {}}, i % 10 == 0 ? 0 : 1});
    }
    const QByteArray drawn = pages(count);
    const QByteArray finished = *finishPdf(drawn, many);
    EXPECT_EQ(ui::faultOfPdf(finished, drawn, many), QString());
    Opened opened(finished);
    std::size_t found = 0;
    for (std::size_t i = 0; i < opened.pages.size(); ++i)
        found += opened.links(i).size();
    EXPECT_EQ(found, static_cast<std::size_t>(links));
    EXPECT_EQ(opened.pdf.getRoot().getKey("/Outlines").getKey("/Count").getIntValue(), links / 10);
}

TEST(PdfOutside, QpdfFindsNoFault) {
    NEEDS("qpdf");
    const auto said = toolSays(QStringLiteral("qpdf"), {QStringLiteral("--check"), QStringLiteral("FILE")},
                               *finishPdf(threePages(), facts()));
    EXPECT_TRUE(said->contains(QStringLiteral("No syntax or stream encoding errors"))) << said->toStdString();
}

TEST(PdfOutside, PopplerReadsTitlePagesAndWords) {
    NEEDS("pdfinfo");
    const QByteArray pdf = *finishPdf(threePages(), facts());
    const QString info = *toolSays(QStringLiteral("pdfinfo"), {QStringLiteral("FILE")}, pdf);
    EXPECT_TRUE(info.contains(facts().title)) << info.toStdString();
    EXPECT_TRUE(info.contains(QStringLiteral("Pages:           3")));
    EXPECT_FALSE(info.contains(QStringLiteral("CreationDate")));
    EXPECT_TRUE(toolSays(QStringLiteral("pdfinfo"), {QStringLiteral("-url"), QStringLiteral("FILE")}, pdf)
                    ->contains(QStringLiteral("https://example.org/a?b=(c)")));
    EXPECT_EQ(toolSays(QStringLiteral("pdftotext"), {QStringLiteral("FILE"), QStringLiteral("-")}, pdf)->simplified(),
              QStringLiteral("Page 1 Page 2 Page 3"));
}

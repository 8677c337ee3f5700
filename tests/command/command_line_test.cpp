// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/command_line.h"

#include <QRegularExpression>
#include <gtest/gtest.h>

namespace quoteline::ui {
namespace {

using Mode = CommandLine::Mode;

/// Words are separated by one space; '' stands for an empty word.
QStringList words(const char* text) {
    QStringList list = QString::fromUtf8(text).split(u' ', Qt::SkipEmptyParts);
    list.replaceInStrings(QRegularExpression(QStringLiteral("^''$")), QString());
    return list;
}

CommandLine good(const char* text) {
    const auto command = parseCommandLine(words(text));
    EXPECT_TRUE(command.has_value()) << text << ": " << (command ? "" : command.error().toStdString());
    return command.value_or(CommandLine{});
}

struct Bad {
    const char* line;
    std::vector<const char*> said; ///< each stands in the sentence
};

void expectRefused(const std::vector<Bad>& cases) {
    for (const Bad& bad : cases) {
        const auto command = parseCommandLine(words(bad.line));
        ASSERT_FALSE(command.has_value()) << bad.line;
        const QString& sentence = command.error();
        for (const char* said : bad.said)
            EXPECT_TRUE(sentence.contains(QString::fromUtf8(said))) << bad.line << ": " << sentence.toStdString();
        EXPECT_TRUE(sentence.endsWith(QStringLiteral("; see --help"))) << sentence.toStdString();
        EXPECT_FALSE(sentence.contains(u'\n')) << sentence.toStdString();
        EXPECT_FALSE(sentence.contains(QRegularExpression(QStringLiteral("%[0-9n]")))) << sentence.toStdString();
    }
}

TEST(CommandLine, WithoutArgumentsItIsTheWindowWithTheStoryInside) {
    EXPECT_EQ(good(""), CommandLine{});
}

TEST(CommandLine, AStoryMayBeNamed) {
    CommandLine expected;
    expected.story = QStringLiteral("my.story.json");
    EXPECT_EQ(good("my.story.json"), expected);
    EXPECT_EQ(good("-- my.story.json"), expected);
    expected.select = QStringLiteral("vogue-report");
    EXPECT_EQ(good("--select vogue-report my.story.json"), expected);
    EXPECT_EQ(good("my.story.json --select=vogue-report"), expected);
}

TEST(CommandLine, WhatFollowsTwoDashesIsNoOption) {
    EXPECT_EQ(good("-- --list").story, QStringLiteral("--list"));
    EXPECT_EQ(good("--list -- --").story, QStringLiteral("--"));
    EXPECT_EQ(good("-").story, QStringLiteral("-"));
}

TEST(CommandLine, AnExportTakesSizeScaleRangeAndTheme) {
    CommandLine expected;
    expected.mode = Mode::Export;
    expected.picture = QStringLiteral("a.png");
    EXPECT_EQ(good("--export a.png"), expected);
    expected.spec.size = QSize(800, 600);
    expected.spec.scale = 1.5;
    expected.spec.dark = true;
    expected.range = *model::parseEdtf("2026-01-24/2026-02-22");
    expected.story = QStringLiteral("s.json");
    EXPECT_EQ(good("--export a.png --size 800x600 --scale 1.5 --range 2026-01-24/2026-02-22 --theme dark s.json"),
              expected);
    EXPECT_EQ(good("s.json --theme=dark --range=2026-01-24/2026-02-22 --scale=1.5 --size=800x600 --export=a.png"),
              expected);
    EXPECT_EQ(good("--export a.png --theme light").spec.dark, false);
}

TEST(CommandLine, NamesOfPicturesEndInPngInAnyCase) {
    EXPECT_EQ(good("--export A.PNG").picture, QStringLiteral("A.PNG"));
    EXPECT_EQ(good("--export dir.jpg/a.pNg").picture, QStringLiteral("dir.jpg/a.pNg"));
}

TEST(CommandLine, AnExportOfDataIsKnownByTheEndingOfItsName) {
    for (const char* name : {"a.json", "a.CSV", "a.ics", "a.timelinejs.json", "a.md"}) {
        const CommandLine command = good((std::string("--export ") + name + " s.json").c_str());
        EXPECT_EQ(command.mode, Mode::Export);
        EXPECT_EQ(command.data, QString::fromUtf8(name));
        EXPECT_TRUE(command.picture.isEmpty());
        EXPECT_EQ(command.story, QStringLiteral("s.json"));
    }
    expectRefused({{"--export a.csv --size 800x600", {"--size is for pictures", "ends in .png"}},
                   {"--export a.txt", {"“a.txt”", ".png, .svg, .pdf, .json, .csv, .ics, .timelinejs.json or .md"}}});
}

TEST(CommandLine, TheEndingOfTheNameIsTheKindOfPicture) {
    EXPECT_EQ(good("--export a.png").spec.format, PictureFormat::Png);
    EXPECT_EQ(good("--export a.SVG").spec.format, PictureFormat::Svg);
    EXPECT_EQ(good("--export a.png.pdf").spec.format, PictureFormat::Pdf);
    for (const char* name : {"a.png", "a.svg", "a.pdf"}) {
        const CommandLine command = good((std::string("--export ") + name).c_str());
        EXPECT_EQ(command.picture, QString::fromUtf8(name));
        EXPECT_TRUE(command.data.isEmpty());
    }
}

TEST(CommandLine, OnlyPagesHaveAPaperUnlessTheyHaveASize) {
    EXPECT_EQ(good("--export a.pdf").spec.paper, Paper::A4);
    EXPECT_EQ(good("--export a.pdf --size 800x600").spec.paper, std::nullopt);
    EXPECT_EQ(good("--export a.pdf --size 800x600").spec.size, QSize(800, 600));
    EXPECT_EQ(good("--export a.pdf --paper A3").spec.paper, Paper::A3);
    for (const char* name : {"a.png", "a.svg"}) {
        const std::string line = std::string("--export ") + name;
        EXPECT_EQ(good(line.c_str()).spec.paper, std::nullopt);
        EXPECT_EQ(good(line.c_str()).spec.size, QSize(1600, 900));
        EXPECT_EQ(good((line + " --paper A4").c_str()).spec.paper, Paper::A4);
    }
}

TEST(CommandLine, APictureIsWhatItsOptionsSay) {
    CommandLine expected;
    expected.mode = Mode::Export;
    expected.picture = QStringLiteral("a.svg");
    expected.spec.format = PictureFormat::Svg;
    EXPECT_EQ(good("--export a.svg"), expected);
    expected.spec.evidence = true;
    expected.spec.readings = true;
    expected.spec.carryStory = false;
    expected.spec.paper = Paper::A3;
    expected.spec.language = QStringLiteral("pt-BR");
    expected.spec.author = QString::fromUtf8("Löv");
    expected.spec.on = QDate(2026, 2, 22);
    EXPECT_EQ(good("--export a.svg --readings --evidence --no-story --paper A3 --lang pt-BR --author Löv --date "
                   "2026-02-22"),
              expected);
}

TEST(CommandLine, APictureCarriesItsStoryUnlessItIsPages) {
    EXPECT_TRUE(good("--export a.png").spec.carryStory);
    EXPECT_TRUE(good("--export a.svg --evidence").spec.carryStory);
    EXPECT_FALSE(good("--export a.png --no-story").spec.carryStory);
    EXPECT_FALSE(good("--export a.pdf").spec.carryStory);
}

TEST(CommandLine, PagesHaveAllRowsAndPicturesThoseThatFitUnlessTheyAreToldOtherwise) {
    for (const char* name : {"a.png", "a.svg", "a.pdf"}) {
        const std::string line = std::string("--export ") + name;
        EXPECT_EQ(good(line.c_str()).spec.allRows, std::string(name) == "a.pdf");
        EXPECT_TRUE(good((line + " --rows all").c_str()).spec.allRows);
        EXPECT_FALSE(good((line + " --rows fit").c_str()).spec.allRows);
    }
    expectRefused({{"--export a.png --rows 12", {"“12”", "fit or all"}}});
}

TEST(CommandLine, DotsPerInchAreAScale) {
    EXPECT_EQ(good("--export a.png --dpi 96").spec.scale, 1);
    EXPECT_EQ(good("--export a.png --dpi 48").spec.scale, 0.5);
    EXPECT_EQ(good("--export a.png --dpi 768").spec.scale, 8);
    EXPECT_EQ(good("--export a.png --dpi 300").spec.scale, 3.125);
    EXPECT_EQ(good("--export a.png --dpi 150 --paper A4").spec.scale, 1.5625);
}

TEST(CommandLine, LanguagesAreTagsThatAreKnown) {
    for (const char* tag : {"it", "de", "pt-BR", "pt_BR", "zh-Hant-TW", "fil"})
        EXPECT_EQ(good((std::string("--export a.png --lang ") + tag).c_str()).spec.language, QString::fromUtf8(tag));
    for (const char* tag : {"xx", "english", "C", "it;rm", "it-", "-it", "de..", "d"})
        expectRefused({{(std::string("--export a.png --lang=") + tag).c_str(), {tag, "not a language", "--lang it"}}});
}

TEST(CommandLine, OptionsOfAPictureAreRefusedWhereTheySayNothing) {
    expectRefused({{"--export a.svg --scale 2", {"--scale is for .png", "not go with .svg"}},
                   {"--export a.pdf --scale 2", {"--scale is for .png", "not go with .pdf"}},
                   {"--export a.svg --dpi 300", {"--dpi is for .png", "not go with .svg"}},
                   {"--export a.pdf --dpi 300", {"--dpi is for .png", "not go with .pdf"}},
                   {"--export a.pdf --no-story", {"--no-story is for .png or .svg", "not go with .pdf"}},
                   {"--export a.png --readings", {"--readings goes with --evidence"}},
                   {"--export a.png --size 800x600 --paper A4", {"--size and --paper exclude each other"}},
                   {"--export a.png --scale 2 --dpi 192", {"--scale and --dpi exclude each other"}}});
    for (const char* option : {"--evidence", "--readings", "--no-story", "--paper A4", "--dpi 300", "--lang it",
                               "--author A", "--date 2026-02-22", "--rows all"}) {
        const std::string name = std::string(option).substr(0, std::string(option).find(' '));
        expectRefused({{(std::string("--export a.csv ") + option).c_str(),
                        {name.c_str(), "is for pictures", ".png, .svg or .pdf"}},
                       {(std::string("--list ") + option).c_str(), {name.c_str(), "goes with --export"}},
                       {option, {name.c_str(), "add --export FILE.png"}}});
    }
}

TEST(CommandLine, SizesReachFromTheSmallestToTheLargestPicture) {
    EXPECT_EQ(good("--export a.png --size 200x20000 --scale 0.5").spec.size, QSize(200, 20000));
    EXPECT_EQ(good("--export a.png --size 1600X900").spec.size, QSize(1600, 900));
    EXPECT_EQ(good("--export a.png --size 1600×900").spec.size, QSize(1600, 900));
    EXPECT_EQ(good("--export a.png --scale 8").spec.scale, 8);
    EXPECT_EQ(good("--export a.png --scale 0.5").spec.scale, 0.5);
}

TEST(CommandLine, ARangeBeforeTheYearZeroIsNoOption) {
    EXPECT_EQ(good("--export a.png --range -0043-03-15").range, *model::parseEdtf("-0043-03-15"));
    EXPECT_EQ(good("--export a.png --range ../2026-02").range, *model::parseEdtf("../2026-02"));
}

TEST(CommandLine, AListHasAFormat) {
    EXPECT_EQ(good("--list").mode, Mode::List);
    EXPECT_EQ(good("--list").format, ListFormat::Text);
    EXPECT_EQ(good("--list --format text").format, ListFormat::Text);
    EXPECT_EQ(good("--format json --list").format, ListFormat::Json);
    EXPECT_EQ(good("--list --format=csv s.json").format, ListFormat::Csv);
    EXPECT_EQ(good("--list --format=csv s.json").story, QStringLiteral("s.json"));
}

TEST(CommandLine, ACheckTakesAStoryAFolderOfDocumentsAndAFormat) {
    CommandLine expected;
    expected.mode = Mode::Check;
    EXPECT_EQ(good("--check"), expected);
    expected.story = QStringLiteral("s.json");
    EXPECT_EQ(good("--check s.json"), expected);
    expected.sources = QStringLiteral("docs");
    EXPECT_EQ(good("--check --sources docs s.json"), expected);
    EXPECT_EQ(good("--sources=docs --check --format text s.json"), expected);
    expected.format = ListFormat::Json;
    EXPECT_EQ(good("--check --sources docs --format json s.json"), expected);
}

TEST(CommandLine, HelpAndVersionCountAsSoonAsTheyAreMet) {
    for (const char* line : {"--help", "-h", "--list --help", "--help --nonsense", "a b -h", "--help --version"})
        EXPECT_EQ(good(line).mode, Mode::Help) << line;
    for (const char* line : {"--version", "-v", "--export a.jpg --version", "--version --help"})
        EXPECT_EQ(good(line).mode, Mode::Version) << line;
    expectRefused({{"--nonsense --help", {"--nonsense"}}});
}

TEST(CommandLine, UnknownOptionsAreNamedWithTheOneThatWasMeant) {
    expectRefused({{"--exprot a.png", {"“--exprot”", "did you mean --export?"}},
                   {"--lst", {"“--lst”", "--list?"}},
                   {"-list", {"“-list”", "--list?"}},
                   {"-platform offscreen", {"“-platform”", "leave it out"}},
                   {"-x", {"“-x”"}},
                   {"---", {"“---”"}},
                   {"--=", {"“--”"}},
                   {"--Size=3x3", {"“--Size”", "--size?"}},
                   {"--a\033[31m", {"“--a\uFFFD[31m”"}}});
}

TEST(CommandLine, ModesExcludeEachOther) {
    expectRefused({{"--list --check", {"--list", "--check", "choose one"}},
                   {"--check --export a.png", {"--export", "--check", "choose one"}},
                   {"--export a.png --list --check", {"--export", "--list", "choose one"}}});
}

TEST(CommandLine, OptionsOfOneModeDoNotGoWithAnother) {
    expectRefused({{"--size 800x600", {"--size", "add --export FILE.png"}},
                   {"--scale 2", {"--scale", "add --export FILE.png"}},
                   {"--range 2026", {"--range", "add --export FILE.png"}},
                   {"--theme dark", {"--theme", "add --export FILE.png"}},
                   {"--format json", {"--format", "add --list"}},
                   {"--list --size 800x600", {"--size", "--list", "leave --size out"}},
                   {"--sources docs", {"--sources", "add --check"}},
                   {"--list --sources docs", {"--sources", "--list", "leave --sources out"}},
                   {"--export a.png --format csv", {"--format", "--export", "leave --format out"}},
                   {"--export a.png --select x", {"--select", "--export", "leave one of them out"}},
                   {"--check --select x", {"--select", "--check"}}});
}

TEST(CommandLine, ValuesAreGivenOnceAndOnlyWhereTheyBelong) {
    expectRefused({{"--export", {"--export has no value", "--export FILE.png"}},
                   {"--export --size 800x600", {"--export has no value"}},
                   {"--export=", {"--export has no value"}},
                   {"--export ''", {"--export has no value"}},
                   {"--select", {"--select has no value"}},
                   {"--list=json", {"--list takes no value", "“=json”"}},
                   {"--help=x", {"--help takes no value"}},
                   {"--export a.png --export b.png", {"--export is given twice"}},
                   {"--list --list", {"--list is given twice"}}});
}

TEST(CommandLine, WrongValuesAreShownWithARightOne) {
    expectRefused({{"--export a.jpg", {"“a.jpg”", "ends in .png"}},
                   {"--export png", {"“png”", "ends in .png"}},
                   {"--export a.png --size 800", {"“800”", "--size 1600x900"}},
                   {"--export a.png --size 800x", {"“800x”"}},
                   {"--export a.png --size -800x600", {"“-800x600”"}},
                   {"--export a.png --size 800x600x2", {"“800x600x2”"}},
                   {"--export a.png --size 8e2x600", {"“8e2x600”"}},
                   {"--export a.png --size 99999999999x600", {"--size"}},
                   {"--export a.png --size 199x600", {"199x600", "200 to 20000"}},
                   {"--export a.png --size 800x20001", {"800x20001", "200 to 20000"}},
                   {"--export a.png --size 20000x20000", {"--size and --scale", "268 million", "400 million"}},
                   {"--export a.png --size 4000x4000 --scale 8", {"--size and --scale", "1024 million"}},
                   {"--export a.png --scale 0.49", {"“0.49”", "0.5 to 8"}},
                   {"--export a.png --scale 8.01", {"“8.01”"}},
                   {"--export a.png --scale nan", {"“nan”"}},
                   {"--export a.png --scale inf", {"“inf”"}},
                   {"--export a.png --scale 0x2", {"“0x2”"}},
                   {"--export a.png --scale 1e0", {"“1e0”"}},
                   {"--export a.png --scale 1,5", {"“1,5”", "--scale 2"}},
                   {"--export a.png --range 2026-02-29", {"“2026-02-29”", "--range 2026-01-24/2026-02-22"}},
                   {"--export a.png --range ../..", {"“../..”"}},
                   {"--export a.png --range 2026-21", {"“2026-21”", "not supported"}},
                   {"--export a.png --range yesterday", {"“yesterday”", "EDTF"}},
                   {"--export a.png --dpi 47", {"“47”", "48 to 768", "--dpi 300"}},
                   {"--export a.png --dpi 769", {"“769”", "48 to 768"}},
                   {"--export a.png --paper A5", {"“A5”", "A4 or A3"}},
                   {"--export a.png --paper a4", {"“a4”", "A4 or A3"}},
                   {"--export a.png --date 2026-02-30", {"“2026-02-30”", "--date 2026-02-22"}},
                   {"--export a.png --date 22.2.2026", {"“22.2.2026”", "not a day"}},
                   {"--export a.png --date 1899-12-31", {"“1899-12-31”", "from 1900 on"}},
                   {"--export a.png --date 2026-02-22T10:00", {"“2026-02-22T10:00”"}},
                   {"--export a.png --author a\tb", {"--author takes a name of one line", "500"}},
                   {"--export a.png --author", {"--author has no value"}},
                   {"--export a.png --evidence=yes", {"--evidence takes no value"}},
                   {"--export a.png --evidence --evidence", {"--evidence is given twice"}},
                   {"--export a.png --theme Dark", {"“Dark”", "light or dark"}},
                   {"--list --format xml", {"“xml”", "text, json or csv"}},
                   {"--check --format csv", {"“csv”", "text or json"}},
                   {"--check --sources", {"--sources has no value", "--sources DIR"}},
                   {"--check --sources=", {"--sources has no value"}}});
}

TEST(CommandLine, OnlyOneStoryIsOpened) {
    expectRefused({{"a.json b.json", {"“a.json”", "“b.json”", "name one"}},
                   {"--list a.json -- b.json", {"“b.json”"}},
                   {"--list ''", {"empty"}}});
}

TEST(CommandLine, HelpNamesEveryOptionInLinesThatFit) {
    const QString help = helpText();
    for (const char* option : {"--help",  "--version",  "--select",   "--export", "--size",   "--scale", "--range",
                               "--theme", "--evidence", "--readings", "--paper",  "--dpi",    "--lang",  "--author",
                               "--date",  "--no-story", "--rows",     "--list",   "--format", "--check", "--sources"})
        EXPECT_TRUE(help.contains(QLatin1StringView(option))) << option;
    for (const QString& line : help.split(u'\n'))
        EXPECT_LE(line.size(), 110) << line.toStdString();
    EXPECT_TRUE(help.endsWith(u'\n'));
    EXPECT_TRUE(
        QRegularExpression(QStringLiteral("^quoteline [0-9]+\\.[0-9]+\\.[0-9]+\n$")).match(versionText()).hasMatch());
}

} // namespace
} // namespace quoteline::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/content/words/date_format.h"

#include <QDate>
#include <gtest/gtest.h>

using namespace quoteline::layout;
using quoteline::model::CivilDate;
using quoteline::model::Weekday;

namespace {

constexpr CivilDate tuesday{2026, 1, 27};
constexpr DateParts full{NameLength::Long, true, NameLength::Long, true};
constexpr DateParts brief{NameLength::Short, true, NameLength::Short, false};
constexpr DateParts monthAndYear{NameLength::None, false, NameLength::Long, true};

std::string write(const char* language, const CivilDate& date, const DateParts& parts) {
    return DateFormat(QLocale(QString::fromLatin1(language))).date(date, parts).toStdString();
}

} // namespace

TEST(DateFormat, EnglishIsWrittenInOneOrderWhateverTheTerritory) {
    for (const char* language : {"en", "en-US", "en-GB", "en-AU"}) {
        EXPECT_EQ(write(language, tuesday, full), "Tuesday 27 January 2026") << language;
        EXPECT_EQ(write(language, tuesday, brief), "Tue 27 Jan") << language;
        EXPECT_EQ(write(language, tuesday, monthAndYear), "January 2026") << language;
    }
}

TEST(DateFormat, OtherLanguagesKeepTheirOrderAndPunctuationWhenPartsAreLeftOut) {
    EXPECT_EQ(write("de", tuesday, full), "Dienstag, 27. Januar 2026");
    EXPECT_EQ(write("de", {2026, 5, 27}, {NameLength::None, true, NameLength::Long, false}), "27. Mai");
    EXPECT_EQ(write("de", tuesday, monthAndYear), "Januar 2026");
    EXPECT_EQ(write("it", tuesday, full), "martedì 27 gennaio 2026");
    EXPECT_EQ(write("it", tuesday, brief), "mar 27 gen");
    EXPECT_EQ(write("es", tuesday, full), "martes, 27 de enero de 2026");
    EXPECT_EQ(write("es", tuesday, monthAndYear), "enero de 2026");
    EXPECT_EQ(write("ja", tuesday, {NameLength::None, true, NameLength::Long, false}), "1月27日");
    EXPECT_EQ(write("ja", tuesday, monthAndYear), "2026年1月");
    EXPECT_EQ(write("hu", tuesday, {NameLength::None, true, NameLength::Long, true}), "2026. január 27.");
}

TEST(DateFormat, AMonthByItselfStandsInTheNominative) {
    EXPECT_EQ(DateFormat(QLocale(QLocale::Czech)).month(1, NameLength::Long).toStdString(), "leden");
    EXPECT_EQ(DateFormat(QLocale(QLocale::Czech)).date(CivilDate{2026, 1, 27}, full).toStdString(),
              "úterý 27. ledna 2026");
}

TEST(DateFormat, YearsAreAstronomicalNumbersWithoutGrouping) {
    const DateFormat format(QLocale(QLocale::English));
    EXPECT_EQ(format.year(2026).toStdString(), "2026");
    EXPECT_EQ(format.year(0).toStdString(), "0");
    EXPECT_EQ(format.year(-43).toStdString(), "-43");
    EXPECT_EQ(format.year(-9999).toStdString(), "-9999");
}

TEST(DateFormat, TimesAreOnTheTwentyFourHourClock) {
    const DateFormat format(QLocale(QLocale::English, QLocale::UnitedStates));
    EXPECT_EQ(format.time(14, 5).toStdString(), "14:05");
    EXPECT_EQ(format.time(0, 0, 9).toStdString(), "00:00:09");
}

TEST(DateFormat, EveryLanguageOfQtWritesEveryPartOfADate) {
    for (const QLocale& locale :
         QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyCountry)) {
        const DateFormat format(locale);
        const std::string name = locale.bcp47Name().toStdString();
        const QString text = format.date(tuesday, full);
        EXPECT_TRUE(text.contains(format.weekday(Weekday::Tuesday, NameLength::Long))) << name;
        EXPECT_TRUE(text.contains(format.year(2026))) << name;
        EXPECT_TRUE(text.contains(format.locale().toString(27))) << name;
        EXPECT_FALSE(format.date(tuesday, brief).contains(format.year(2026))) << name;
        EXPECT_FALSE(text.contains(u'\'')) << name;
    }
}

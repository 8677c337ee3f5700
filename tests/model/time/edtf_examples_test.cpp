// SPDX-License-Identifier: GPL-3.0-or-later
// The examples of the specification, in tests/data/edtf_loc_examples.json.
#include "model/time/edtf.h"
#include "model/time/time_range.h"
#include "tests/model/time/edtf_generator.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <gtest/gtest.h>

using namespace quoteline::model;
using namespace quoteline::test;

namespace {

QJsonObject examples() {
    QFile file(QStringLiteral(QUOTELINE_TEST_DATA "/edtf_loc_examples.json"));
    if (!file.open(QIODevice::ReadOnly))
        ADD_FAILURE() << "cannot read " << file.fileName().toStdString();
    return QJsonDocument::fromJson(file.readAll()).object();
}

QJsonArray list(const char* name) {
    return examples().value(QLatin1String(name)).toArray();
}

std::string text(const QJsonValue& example, const char* name = "text") {
    return example.toObject().value(QLatin1String(name)).toString().toStdString();
}

/// "-1985-01-01" or "1985-04-12T23:20:30" in milliseconds; nothing for null.
std::optional<CivilMs> bound(const QJsonValue& example, const char* name) {
    const QJsonValue value = example.toObject().value(QLatin1String(name));
    if (value.isNull())
        return std::nullopt;
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0;
    const std::string written = value.toString().toStdString();
    const int fields = std::sscanf(written.c_str(), "%d-%d-%dT%d:%d:%d", &year, &month, &day, &hour, &minute, &second);
    EXPECT_TRUE(fields == 3 || fields == 6) << written;
    return msOfDate(year, month, day) + ((hour * 60 + minute) * 60 + second) * 1000;
}

} // namespace

TEST(EdtfExamples, AllSixtyThreeStringsAndTheTwoWrongOnesAreThere) {
    QSet<QString> strings;
    for (const char* name : {"supported", "notSupported"}) {
        for (const QJsonValue example : list(name))
            strings.insert(QString::fromStdString(text(example)));
    }
    EXPECT_EQ(strings.size(), 63);
    EXPECT_GE(list("supported").size(), 44);
    EXPECT_LE(list("notSupported").size(), 19);
    EXPECT_EQ(list("invalid").size(), 2);
    EXPECT_TRUE(strings.contains(QStringLiteral("{..1984}")));
    EXPECT_TRUE(strings.contains(QStringLiteral("2004-06-XX/2004-07-03")));
}

TEST(EdtfExamples, ASupportedExampleHasTheLevelAndTheBoundsOfTheSpecification) {
    for (const QJsonValue example : list("supported")) {
        SCOPED_TRACE(text(example));
        const auto value = parseEdtf(text(example));
        ASSERT_TRUE(value) << value.error().reason.toStdString();
        EXPECT_EQ(static_cast<int>(value->level), example.toObject().value(QLatin1String("level")).toInt());
        EXPECT_EQ(toText(*value), text(example));
        const TimeRange range = resolve(*value, Zone());
        EXPECT_EQ(range.earliest, bound(example, "earliest"));
        EXPECT_EQ(range.end, bound(example, "end"));
    }
}

TEST(EdtfExamples, AnExcludedExampleIsCalledValidAndNamedByItsFeature) {
    for (const QJsonValue example : list("notSupported")) {
        SCOPED_TRACE(text(example));
        const auto value = parseEdtf(text(example));
        ASSERT_FALSE(value);
        EXPECT_EQ(value.error().kind, EdtfError::Kind::NotSupported);
        EXPECT_EQ(value.error().reason.toStdString(), "valid EDTF, not supported: " + text(example, "feature"));
        EXPECT_LT(value.error().position, text(example).size());
    }
}

TEST(EdtfExamples, TheStringsThatTheSpecificationCallsWrongAreInvalid) {
    for (const QJsonValue example : list("invalid")) {
        const auto value = parseEdtf(example.toString().toStdString());
        ASSERT_FALSE(value) << example.toString().toStdString();
        EXPECT_EQ(value.error().kind, EdtfError::Kind::Invalid);
    }
}

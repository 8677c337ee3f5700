// SPDX-License-Identifier: GPL-3.0-or-later
// The embedded story as text, at several zooms and widths. What has changed shows in the difference of the files in
// tests/golden; QUOTELINE_UPDATE_GOLDEN=1 writes them anew, which is never a passed test.
#include "app/layout/checks/scene_dump.h"
#include "app/layout/checks/scene_invariants.h"
#include "app/layout/scene/scene_builder.h"
#include "tests/content/scene_stories.h"
#include "tests/support/fixed_measurer.h"
#include <QFile>
#include <algorithm>
#include <gtest/gtest.h>
#include <ostream>

using namespace quoteline;
using namespace quoteline::layout;

namespace {

struct Case {
    const char* name;
    const char* window; ///< EDTF; empty for the whole story
    QSizeF size;
    bool picture = false;
};

const Case cases[] = {
    {"whole", "", {1600, 900}},
    {"whole-narrow", "", {920, 640}},
    {"picture", "", {1600, 900}, true},
    {"january", "2026-01-24/2026-01-31", {1600, 900}},
    {"january-narrow", "2026-01-24/2026-01-31", {920, 640}},
    {"three-days", "2026-01-26/2026-01-28", {1600, 900}},
    {"three-days-narrow", "2026-01-26/2026-01-28", {920, 640}},
    {"day", "2026-01-27", {1600, 900}},
    {"day-narrow", "2026-01-27", {920, 640}},
    {"hours", "2026-01-27T09:00/2026-01-27T15:00", {1600, 900}},
    {"hours-narrow", "2026-01-27T09:00/2026-01-27T15:00", {920, 640}},
};

void PrintTo(const Case& c, std::ostream* out) { // for the messages of GoogleTest
    *out << c.name;
}

class GoldenScene : public testing::TestWithParam<Case> {};

TimeWindow windowOf(const Case& c, const StoryView& view, double plotWidth) {
    if (*c.window == 0)
        return wholeStory(view, plotWidth, 1);
    const auto value = model::parseEdtf(c.window);
    EXPECT_TRUE(value);
    const model::TimeRange range = model::resolve(*value, view.story().zone());
    const auto start = static_cast<double>(range.layoutStart);
    return {start, static_cast<double>(range.layoutEnd) - start};
}

/// The first line that differs, for a message that can be read.
std::string firstDifference(const QByteArray& expected, const QByteArray& actual) {
    const QList<QByteArray> before = expected.split('\n');
    const QList<QByteArray> now = actual.split('\n');
    qsizetype line = 0;
    while (line < before.size() && line < now.size() && before[line] == now[line])
        ++line;
    return "line " + std::to_string(line + 1) + "\n- " + before.value(line).toStdString() + "\n+ " +
           now.value(line).toStdString();
}

} // namespace

TEST_P(GoldenScene, IsAsWrittenDown) {
    const Case& c = GetParam();
    const StoryView view(test::embeddedStory());
    const test::FixedMeasurer measurer;
    const Metrics metrics{c.size, 1, true, c.picture};
    const double plotWidth = frameFor(view, metrics, measurer).plot.width();
    const ViewState state{windowOf(c, view, plotWidth)};
    const RowPacking packing = packRows(view, packingKey(view, state, metrics, measurer), measurer);
    const Scene scene = buildScene(view, state, metrics, measurer, packing);
    for (const QString& violation : violations(scene, view, packing, measurer))
        ADD_FAILURE() << violation.toStdString();

    const QByteArray dump = dumpScene(scene, view).toUtf8();
    QFile file(QStringLiteral(QUOTELINE_SOURCE_DIR "/tests/golden/") + QString::fromLatin1(c.name) +
               QStringLiteral(".txt"));
    if (qEnvironmentVariableIntValue("QUOTELINE_UPDATE_GOLDEN") == 1) {
        ASSERT_TRUE(file.open(QIODevice::WriteOnly) && file.write(dump) == dump.size() && file.flush());
        FAIL() << "Written anew, not compared: read the difference and run the test without QUOTELINE_UPDATE_GOLDEN";
    }
    ASSERT_TRUE(file.open(QIODevice::ReadOnly)) << file.fileName().toStdString();
    const QByteArray expected = file.readAll();
    EXPECT_TRUE(dump == expected) << c.name << " differs in " << firstDifference(expected, dump)
                                  << "\nIf that is intended: QUOTELINE_UPDATE_GOLDEN=1";
}

INSTANTIATE_TEST_SUITE_P(EmbeddedStory, GoldenScene, testing::ValuesIn(cases), [](const auto& test) {
    std::string name = test.param.name;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
});

TEST(SceneDump, IsTheSameForEqualScenesAndAnotherForOthers) {
    const StoryView view(test::embeddedStory());
    const test::FixedMeasurer measurer;
    const Metrics metrics{{1200, 700}};
    const ViewState state{wholeStory(view, 1000, 1)};
    const Scene scene = buildScene(view, state, metrics, measurer);
    EXPECT_EQ(dumpScene(scene, view), dumpScene(buildScene(view, state, metrics, measurer), view));
    Scene other = scene;
    other.marks[0].span.scheduled = true;
    EXPECT_NE(dumpScene(scene, view), dumpScene(other, view));
    other = scene;
    other.marks[0].span.left += 0.3;
    EXPECT_NE(dumpScene(scene, view), dumpScene(other, view));
    other = scene;
    other.footNotes.clear();
    EXPECT_NE(dumpScene(scene, view), dumpScene(other, view));
}

TEST(SceneDump, NamesEveryKindOfThing) {
    std::vector<test::MadeEvent> events;
    for (int i = 0; i < 60; ++i)
        events.push_back({"2026-01-27T10:00", "Crowded"});
    events.push_back({"2026-01-20/2026-02-10", "Long", 1});
    events.push_back({"[..2026-01-27]", "Open", 1});
    events.push_back({"2026-01~", "About", 2, true});
    const StoryView view(test::madeStory(events));
    const test::FixedMeasurer measurer;
    const Metrics metrics{{1200, 700}, 1, true, false};
    Scene scene = buildScene(view, {wholeStory(view, 1000, 1)}, metrics, measurer);
    const QString dump = dumpScene(scene, view);
    for (const char* const part :
         {"size     1200.0 x 700.0, text scale 1", "plot ", "lanes ", "foot ", "axis ", "grid ", "weekend ", "lane ",
          "mark     e60: span", ", over", "mark     e61: open fade<", "mark     e62: possible scheduled, x",
          "label    e61: ", ", right", "count ", " lane 0: 60", "text ", "Lane 1", "63 in range: "})
        EXPECT_TRUE(dump.contains(QLatin1StringView(part))) << part << " in\n" << dump.toStdString();
    EXPECT_FALSE(dump.contains(QStringLiteral("event(s)"))); // that sentence is the translation's
    EXPECT_FALSE(dump.contains(QStringLiteral("-0.0 ")));
}

TEST(SceneDump, TellsMarksFromTheirFormsAtOtherScales) {
    const test::FixedMeasurer measurer;
    const Metrics metrics{{1200, 900}};
    const auto dumpOf = [&](const std::vector<std::string>& dates, double days) {
        const StoryView view(test::storyOfDates(dates));
        const auto start = static_cast<double>(model::startOfDate(2026, 1, 1));
        return dumpScene(buildScene(view, {{start, days * model::msPerDay}}, metrics, measurer), view);
    };
    const std::vector<std::string> dates{"2026-01-02", "2026-01-02~", "[..2026-01-02]", "2026-01~", "2025~", "2030"};
    const QString far = dumpOf(dates, 10000);
    for (const char* const part :
         {"e0: day, x", "e1: about, x", "e2: open fade<, x", "e3: possible ringed dot, x", "e4: possible ringed, x"})
        EXPECT_TRUE(far.contains(QLatin1StringView(part))) << part << " in\n" << far.toStdString();
    const QString near = dumpOf(dates, 5);
    for (const char* const part :
         {"e0: day wide, x", "e1: about fade< fade> wide, x", "e2: open fade< wide, x", "e3: possible, x"})
        EXPECT_TRUE(near.contains(QLatin1StringView(part))) << part << " in\n" << near.toStdString();
}

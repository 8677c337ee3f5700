// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/content/words/display_text.h"
#include "app/layout/scene/scene_margins.h"

#include "app/layout/checks/scene_overlaps.h"
#include "app/layout/scene/scene_builder.h"
#include "app/layout/shapes/legend.h"
#include "model/story/story_builder.h"
#include "tests/content/scene_stories.h"
#include "tests/support/fixed_measurer.h"
#include <QRegularExpression>
#include <gtest/gtest.h>

using namespace quoteline;
using namespace quoteline::layout;
using test::fixedMeasurer;

namespace {

Scene sceneOf(const StoryView& view, const Metrics& metrics, std::optional<TimeWindow> window = std::nullopt) {
    const double plotWidth = frameFor(view, metrics, fixedMeasurer).plot.width();
    return buildScene(view, {window.value_or(wholeStory(view, plotWidth, 1))}, metrics, fixedMeasurer);
}

const Text* textIn(const Scene& scene, FontRole font) {
    for (const Text& text : scene.texts)
        if (text.font == font && text.clip == Clip::None)
            return &text;
    return nullptr;
}

/// The numbers in the part of the line below the title that counts; the words around them are the translation's.
QStringList numbersIn(const Scene& scene) {
    const Text* line = textIn(scene, FontRole::Subtitle);
    if (!line)
        return {};
    const qsizetype range = line->text.count(u'·') > 0 ? 1 : 0; // which an empty story has not
    const QString counts = line->text.section(u'·', range, range);
    QStringList numbers;
    static const QRegularExpression number(QStringLiteral("\\d+"));
    for (auto it = number.globalMatch(counts); it.hasNext();)
        numbers.append(it.next().captured());
    return numbers;
}

QString rangeIn(const Scene& scene) {
    const Text* line = textIn(scene, FontRole::Subtitle);
    return line ? line->text.section(QStringLiteral("·"), 0, 0).trimmed() : QString();
}

TimeWindow days(int month, int first, int count) {
    return {static_cast<double>(model::startOfDate(2026, month, first)), static_cast<double>(count * model::msPerDay)};
}

model::Story storyWithSource(const char* published) {
    model::StoryBuilder builder;
    builder.addActor({"a", "Actor", "", {}});
    builder.addLane({"l", "Lane", {}});
    model::Source source;
    source.id = "s";
    source.publisher = "Paper";
    source.datePublished = published;
    builder.addSource(source);
    for (const char* const when : {"2026-01-01", "2026-01-31"}) {
        model::EventInput event;
        event.id = when;
        event.title = "Event";
        event.lane = "l";
        event.actor = "a";
        event.when = when;
        event.whenBasis = "b";
        builder.addEvent(event);
    }
    const auto story = builder.build();
    EXPECT_TRUE(story);
    return story ? *story : model::Story();
}

} // namespace

TEST(SceneMargins, TheHeaderNamesTitleRangeAndNumbersOfTheStory) {
    const StoryView view(test::embeddedStory());
    const Scene scene = sceneOf(view, {{1600, 900}});
    ASSERT_TRUE(textIn(scene, FontRole::Title));
    EXPECT_EQ(textIn(scene, FontRole::Title)->text.toStdString(), view.story().title());
    EXPECT_EQ(rangeIn(scene), QStringLiteral("24 January – 22 February 2026"));
    EXPECT_EQ(numbersIn(scene), (QStringList{QStringLiteral("15"), QStringLiteral("28"), QStringLiteral("2")}));
}

TEST(SceneMargins, TheHeaderCountsTheEventsInRangeWhereNotAllAre) {
    const StoryView view(test::embeddedStory());
    const Scene scene = sceneOf(view, {{1600, 900}}, days(2, 6, 3));
    EXPECT_EQ(numbersIn(scene), (QStringList{QStringLiteral("2"), QStringLiteral("15")}));
    EXPECT_EQ(rangeIn(scene), QStringLiteral("6–8 February 2026"));
    EXPECT_TRUE(textIn(scene, FontRole::Subtitle)->text.endsWith(QStringLiteral("13 earlier")));
    const Scene nothing = sceneOf(view, {{1600, 900}}, days(2, 1, 2));
    EXPECT_EQ(numbersIn(nothing), (QStringList{QStringLiteral("0"), QStringLiteral("15")}));
}

TEST(SceneMargins, TheHeaderOfAnEmptyStoryCountsNothing) {
    const Scene scene = sceneOf(StoryView(model::Story()), {{800, 500}});
    EXPECT_EQ(numbersIn(scene), (QStringList{QStringLiteral("0"), QStringLiteral("0"), QStringLiteral("0")}));
}

TEST(SceneMargins, ThereIsNoHeaderWhereNoneIsWanted) {
    const Scene scene = sceneOf(StoryView(test::embeddedStory()), {{1600, 900}, 1, false});
    EXPECT_FALSE(textIn(scene, FontRole::Title));
    EXPECT_FALSE(textIn(scene, FontRole::Subtitle));
}

TEST(SceneMargins, LongTitlesAndNumbersAreShortenedToTheHeader) {
    const StoryView view(test::madeStory({{"2026-01-27"}}, {}, std::string(3000, 'T')));
    const Scene scene = sceneOf(view, {{320, 400}});
    for (const FontRole font : {FontRole::Title, FontRole::Subtitle}) {
        ASSERT_TRUE(textIn(scene, font));
        EXPECT_LE(textIn(scene, font)->baseline.x() + textIn(scene, font)->width, 320);
        EXPECT_TRUE(textIn(scene, font)->text.endsWith(QChar(0x2026)));
    }
}

TEST(SceneMargins, TheLatestSourceIsMarkedAtTheEndOfItsDay) {
    const StoryView view(test::embeddedStory());
    const Scene scene = sceneOf(view, {{1600, 900}});
    ASSERT_EQ(scene.footNotes.size(), 1u);
    const FootNote& note = scene.footNotes[0];
    EXPECT_DOUBLE_EQ(note.x, scene.scale.toX(static_cast<double>(model::startOfDate(2026, 1, 29))));
    EXPECT_EQ(note.text.text, QStringLiteral("latest dated source: Wed 28 Jan. What follows was announced."));
    EXPECT_GT(note.text.baseline.x(), note.x);
    EXPECT_TRUE(scene.frame.footStrip.contains(seenRect(note.text, scene, fixedMeasurer).center()));
}

TEST(SceneMargins, TheNoteOnTheLatestSourceIsAsLongAsThereIsRoomBesideItsMoment) {
    const StoryView view(storyWithSource("2026-01-15"));
    QStringList shown;
    for (double width = 1600; width > 150; width -= 10) {
        for (const double start : {1.0, 8.0, 14.0}) {
            const Scene scene = sceneOf(view, {{width, 500}}, days(1, static_cast<int>(start), 16));
            ASSERT_EQ(scene.footNotes.size(), 1u);
            const Text& text = scene.footNotes[0].text;
            if (!shown.contains(text.text))
                shown.append(text.text);
            if (text.text.isEmpty())
                continue;
            EXPECT_GE(text.baseline.x(), scene.frame.plot.left());
            EXPECT_LE(text.baseline.x() + text.width, scene.frame.plot.right());
            EXPECT_GT(std::abs(text.baseline.x() + text.width / 2 - scene.footNotes[0].x), text.width / 2);
        }
    }
    EXPECT_TRUE(shown.contains(QStringLiteral("latest dated source: Thu 15 Jan. What follows was announced.")));
    EXPECT_TRUE(shown.contains(QStringLiteral("latest dated source: Thu 15 Jan")));
    EXPECT_TRUE(shown.contains(QStringLiteral("Thu 15 Jan")));
    EXPECT_TRUE(shown.filter(QChar(0x2026)).isEmpty()); // never cut
}

TEST(SceneMargins, ThereIsNoNoteOnAnUndatedSourceNorOnAMomentOutOfView) {
    EXPECT_TRUE(sceneOf(StoryView(storyWithSource("2026-01-15~")), {{1000, 500}}).footNotes.empty());
    EXPECT_TRUE(sceneOf(StoryView(storyWithSource("2026-01-15/2026-01-17")), {{1000, 500}}).footNotes.empty());
    const StoryView dated(storyWithSource("2026-01-15"));
    EXPECT_TRUE(sceneOf(dated, {{1000, 500}}, days(1, 17, 5)).footNotes.empty());
    EXPECT_TRUE(sceneOf(dated, {{1000, 500}}, days(1, 1, 5)).footNotes.empty());
    EXPECT_EQ(sceneOf(dated, {{1000, 500}}, days(1, 14, 5)).footNotes.size(), 1u);
}

TEST(SceneMargins, TheCoreWindowIsALineAboveThePlotCutToItsEdges) {
    const StoryView view(test::embeddedStory());
    const Scene whole = sceneOf(view, {{1600, 900}});
    ASSERT_TRUE(whole.coreWindow);
    EXPECT_DOUBLE_EQ(whole.coreWindow->left(), whole.scale.toX(days(1, 27, 1).start));
    EXPECT_NEAR(whole.coreWindow->right(), whole.frame.plot.right(), 1e-6);
    EXPECT_EQ(whole.coreWindow->bottom(), whole.frame.plot.top());
    const Scene inside = sceneOf(view, {{1600, 900}}, days(2, 1, 3));
    ASSERT_TRUE(inside.coreWindow);
    EXPECT_EQ(inside.coreWindow->width(), inside.frame.plot.width());
    EXPECT_FALSE(sceneOf(view, {{1600, 900}}, days(1, 20, 5)).coreWindow);
    EXPECT_FALSE(sceneOf(StoryView(test::storyOfDates({"2026"})), {{1600, 900}}).coreWindow);
}

TEST(SceneMargins, TheCoreWindowIsNamedAboveItsLine) {
    const Scene scene = sceneOf(StoryView(test::embeddedStory()), {{1600, 900}});
    const auto name = std::find_if(scene.texts.begin(), scene.texts.end(), [](const Text& text) {
        return text.text == QStringLiteral("core window: 27 January – 22 February 2026");
    });
    ASSERT_NE(name, scene.texts.end());
    EXPECT_LE(name->baseline.y(), scene.coreWindow->top());
    EXPECT_NEAR(name->baseline.x() + name->width, scene.coreWindow->right(), 1);
}

TEST(SceneMargins, ATitleThatIsTooLongForOneLineTakesTwo) {
    const StoryView view(test::embeddedStory());
    const Frame wide = frameFor(view, {{1600, 900}}, fixedMeasurer);
    const Frame narrow = frameFor(view, {{700, 900}}, fixedMeasurer);
    EXPECT_NEAR(narrow.header.height() - wide.header.height(), fixedMeasurer.lineHeight(FontRole::Title), 1e-9);
    QString title;
    for (const QString& line : headerTitle(view, narrow.header.width(), fixedMeasurer))
        title += line + u' ';
    EXPECT_EQ(title.trimmed(), displayLine(view.story().title()));
}

TEST(SceneMargins, TheTimeZoneIsNamedBesideTheAxis) {
    const Scene scene = sceneOf(StoryView(test::embeddedStory()), {{1600, 900}});
    const auto zone = std::find_if(scene.texts.begin(), scene.texts.end(), [](const Text& text) {
        return text.font == FontRole::Note && text.text == QStringLiteral("Europe/Rome");
    });
    ASSERT_NE(zone, scene.texts.end());
    EXPECT_LT(zone->baseline.x() + zone->width, scene.frame.axis.left());
    EXPECT_GT(zone->baseline.y(), scene.frame.axis.top());
    EXPECT_LT(zone->baseline.y(), scene.frame.axis.bottom());
}

TEST(SceneMargins, TheTimeZoneIsNamedInFullBesideShortNamesOfLanes) {
    for (const char* zone : {"Europe/Rome", "America/Argentina/ComodRivadavia", "UTC"}) {
        model::StoryBuilder builder;
        model::StoryInput head;
        head.title = "Short";
        head.timeZone = zone;
        builder.setStory(head);
        builder.addLane({"l", "L", {}});
        const auto story = builder.build();
        ASSERT_TRUE(story) << zone;
        const StoryView view(*story);
        for (const bool picture : {true, false}) {
            Metrics metrics{{1200, 600}};
            metrics.picture = picture;
            const Scene scene = sceneOf(view, metrics);
            EXPECT_TRUE(std::any_of(scene.texts.begin(), scene.texts.end(), [&](const Text& text) {
                return text.text == QLatin1String(zone) && text.baseline.x() >= Frame::zoneMargin;
            })) << zone;
        }
    }
}

TEST(SceneMargins, OnlyAPictureHasAFooter) {
    const StoryView view(test::embeddedStory());
    const Metrics screen{{1600, 900}};
    const Metrics picture{{1600, 900}, 1, true, true};
    EXPECT_EQ(footerHeight(view, screen, fixedMeasurer), 0);
    EXPECT_GT(footerHeight(view, picture, fixedMeasurer), 20);
    EXPECT_TRUE(sceneOf(view, screen).legendMarks.empty());
}

TEST(SceneMargins, TheFooterOfAPictureExplainsTheMarksAndNamesTheSources) {
    const StoryView view(test::embeddedStory());
    for (const double width : {1600.0, 700.0, 400.0}) {
        const Metrics picture{{width, 900}, 1, true, true};
        const Scene scene = sceneOf(view, picture);
        const auto legend = legendFor(view.story(), view.events(), Sizes(1));
        ASSERT_EQ(scene.legendMarks.size(), legend.size());
        for (std::size_t i = 0; i < legend.size(); ++i) {
            EXPECT_EQ(scene.legendMarks[i].span.kind, legend[i].mark.kind);
            EXPECT_FALSE(scene.legendMarks[i].event);
            EXPECT_TRUE(scene.frame.footer.contains(scene.legendMarks[i].rect().center()));
            const auto words = std::find_if(scene.texts.begin(), scene.texts.end(),
                                            [&](const Text& text) { return text.text == legend[i].words; });
            ASSERT_NE(words, scene.texts.end()) << legend[i].words.toStdString();
            EXPECT_GT(words->baseline.x(), scene.legendMarks[i].span.right);
            EXPECT_LT(std::abs(words->baseline.y() - scene.legendMarks[i].centreY), 10);
            EXPECT_LE(words->baseline.x() + words->width, width);
        }
        EXPECT_LE(scene.frame.footer.bottom(), 900);
        EXPECT_LE(scene.texts.back().baseline.y(), scene.frame.footer.bottom());
        EXPECT_TRUE(scene.texts.back().text.startsWith(QStringLiteral("Sources: The Inquisitr, ")));
    }
}

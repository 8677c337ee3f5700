// SPDX-License-Identifier: GPL-3.0-or-later
// Rows never jump: what stands where depends on the story, the lanes, the size and the zoom step, never on where the
// window of time is.
#include "app/layout/scene/scene_builder.h"
#include "tests/content/scene_stories.h"
#include "tests/support/fixed_measurer.h"
#include <gtest/gtest.h>
#include <map>

using namespace quoteline;
using namespace quoteline::layout;

namespace {

/// What may not change for an event while the view pans: its height on the canvas, and the place of its label as seen
/// from its marks.
struct Standing {
    std::map<model::EventIndex, double> heights;
};

/// A label stands where its side says, as far as its marks are in view.
void expectStanding(const Label& label, const Scene& scene) {
    for (const Mark& mark : scene.marks) {
        if (mark.event != label.event)
            continue;
        switch (label.side) {
        case LabelSide::Right:
            EXPECT_GT(label.rect.left(), mark.span.right);
            break;
        case LabelSide::Left:
            EXPECT_LT(label.rect.right(), mark.span.left);
            break;
        case LabelSide::Inside:
            EXPECT_TRUE(label.rect.left() > mark.span.left && label.rect.right() < mark.span.right);
            EXPECT_LT(std::abs(label.rect.center().y() - mark.centreY), 1);
            break;
        case LabelSide::Above:
            EXPECT_LT(label.rect.bottom(), mark.centreY);
            break;
        case LabelSide::Over:
            EXPECT_GE(label.rect.left(), mark.span.left);
            EXPECT_LT(label.rect.bottom(), mark.centreY);
            break;
        case LabelSide::OverEnd:
            EXPECT_LE(label.rect.right(), mark.span.right + 1e-6);
            EXPECT_LT(label.rect.bottom(), mark.centreY);
            break;
        }
    }
}

/// Whether a label would be cut by an edge of the window if it stood on a side of its marks.
bool wouldBeCut(const Label& label, LabelSide side, const Scene& scene, const StoryView& view) {
    const QRectF& plot = scene.frame.plot;
    const Sizes lengths(scene.textScale);
    for (const MarkSpan& span : markSpans(view.story(), label.event, scene.scale, lengths)) {
        const bool partly = span.left < plot.left() || span.right > plot.right();
        const bool right = span.right + lengths.labelGap + label.rect.width() > plot.right();
        const bool left = span.left - lengths.labelGap - label.rect.width() < plot.left() + lengths.labelGap;
        const bool over = span.barLeft + label.rect.width() > plot.right() ||
                          span.barRight - label.rect.width() < plot.left() + lengths.labelGap;
        if (partly || (side == LabelSide::Right && right) || (side == LabelSide::Left && left) ||
            (isOver(side) && over))
            return true;
    }
    return false;
}

void expectSame(Standing& standing, const Scene& scene, const RowPacking& packing, const StoryView& view,
                const std::string& where) {
    for (const Mark& mark : scene.marks) {
        const double height = mark.centreY - scene.frame.lanes.top() + scene.scrollY;
        const auto known = standing.heights.emplace(*mark.event, height).first;
        EXPECT_NEAR(known->second, height, 1e-6) << where << ", event " << *mark.event;
    }
    for (const Label& label : scene.labels) {
        EXPECT_TRUE(packing.placements[label.event].side == label.side ||
                    wouldBeCut(label, packing.placements[label.event].side, scene, view))
            << where << ", event " << label.event;
        expectStanding(label, scene);
    }
}

class RowsNeverJump : public testing::TestWithParam<std::size_t> {};

} // namespace

TEST_P(RowsNeverJump, WhileTheViewPansAndZoomsWithinAStep) {
    const StoryView view(test::layoutStory(GetParam()).story);
    const test::FixedMeasurer measurer;
    const Metrics metrics{{1000, 700}};
    const double plotWidth = frameFor(view, metrics, measurer).plot.width();
    const TimeWindow whole = wholeStory(view, plotWidth, 1);
    for (const int step : {0, 1, 6, 19, 40}) {
        std::map<qint64, Standing> standing; // by page
        std::optional<PackingKey> key;
        PackingAids aids(view);
        for (const double withinStep : {0.01, 0.5, 0.98}) { // of a step, that is of a quarter of a doubling
            const double width = whole.width / std::exp2((step + withinStep) / 4);
            if (width < minWindowMs)
                continue;
            for (int pan = 0; pan <= 20; ++pan) {
                const double middle = view.extent().start + view.extent().width * pan / 20;
                const ViewState state{clamped({middle - width / 2, width}, view, plotWidth, 1), pan * 11.0};
                const PackingKey now = packingKey(view, state, metrics, measurer);
                PackingKey known = key.value_or(now);
                known.page = now.page;
                ASSERT_EQ(known, now) << "step " << step << ", pan " << pan;
                key = now;
                const RowPacking packing = packRows(view, now, measurer, aids);
                expectSame(standing[now.page], buildScene(view, state, metrics, measurer, packing), packing, view,
                           "step " + std::to_string(step));
            }
        }
        if (HasFailure())
            return;
    }
}

INSTANTIATE_TEST_SUITE_P(Stories, RowsNeverJump, testing::Range(std::size_t{0}, test::layoutStoryNames().size()),
                         [](const auto& test) { return quoteline::test::layoutStoryNames()[test.param]; });

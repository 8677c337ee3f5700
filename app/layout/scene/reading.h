// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/scene/scene_builder.h"

/// When the reading view, with its cards, takes the place of the view of marks. Pure functions of what is seen; what is
/// now changes the answer only between two thresholds each, so that no small step to and fro changes it twice.
namespace quoteline::layout {

/// Doublings of the zoom, from the whole story, at which the reading view begins, and below which it ends.
inline constexpr double readingBegins = 2;
inline constexpr double readingEnds = 1.5;
/// How high all cards may be, in heights of the lanes, for it to begin, and beyond which it ends: the rest is scrolled
/// to, as at any zoom.
inline constexpr double readingHeight = 2;
inline constexpr double readingHeightKept = 2.25;
/// To begin, no event may be folded in the window, nor this share of its width to either side; it ends when one in the
/// window is. Events of collapsed lanes do not count.
inline constexpr double readingAir = 0.25;

/// Stories that show more events than this are never read as cards: rows depend on all of them, and every card would
/// have to be measured. A filter brings a large story below it.
inline constexpr std::size_t mostRead = 20'000;

/// Whether `window` may be seen in the reading view at all, told without packing cards: it is narrow enough and holds
/// no more events than there can be cards. False means that readingFor() is false.
bool mayBeRead(bool now, const StoryView& view, const TimeWindow& window, const Metrics& metrics,
               const TextMeasurer& measurer);

/// Whether to show cards; `now` is whether they are shown now, `cards` the packing of the window's zoom step for them.
bool readingFor(bool now, const StoryView& view, const TimeWindow& window, const Metrics& metrics,
                const TextMeasurer& measurer, const RowPacking& cards);

/// Whether the cards of a zoom step are surely higher than readingHeightKept lets them be in lanes of `lanesHeight`
/// pixels, told without packing them: events that begin on the same days stand below each other. True means that
/// readingFor() is false. O(events).
bool surelyTooHigh(const StoryView& view, const PackingKey& key, double lanesHeight, const TextMeasurer& measurer);

} // namespace quoteline::layout

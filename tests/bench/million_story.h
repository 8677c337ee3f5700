// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/story/story.h"

namespace quoteline::bench {

/// A story that is made, not read: `events` events in 20 lanes by 2,000 actors from 3 sources, on random days of 30
/// years; one in twelve lasts, one in twenty is a set, others are possible, approximate, uncertain, open or have a
/// time of day. The same on every run.
model::Story randomStory(std::size_t events);

} // namespace quoteline::bench

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/scene/scene.h"

namespace quoteline::layout {

/// A scene as text, one thing a line, lengths in device-independent pixels to a tenth: for comparing scenes, and for
/// reading what has changed between two. Equal scenes give equal dumps. The sentence of ranges and numbers below the
/// title, whose wording is the translation's, stands in it as the counts alone.
QString dumpScene(const Scene& scene, const StoryView& view);

} // namespace quoteline::layout

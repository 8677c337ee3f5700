// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/content/story/seen_view.h"
#include <QString>

namespace quoteline::ui {

class Look;
class ViewController;

/// Shows the story that was just opened as the picture shows it that it was in. A sentence where that is not wholly
/// possible, empty where it is: a window that has nothing of the story becomes the whole story.
QString showAsSeen(ViewController& controller, const layout::SeenView& seen);

} // namespace quoteline::ui

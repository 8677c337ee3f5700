// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/open/story_envelope.h"
#include <QString>

/// Brings back how a story was seen: in a picture that carries it, or in an older version of its file. Lanes and events
/// are known by their ids; those that the story does not have are let go.
namespace quoteline::ui {

class Look;
class ViewController;

/// Grouping, order, collapsed lanes and the event with a row of its own.
void arrangeAs(ViewController& controller, const CarriedView& seen);

/// The window of time, or the whole story where that was seen.
void showWindowOf(ViewController& controller, const CarriedView& seen);

/// Shows the story that was just opened as the picture shows it that it was in. A sentence where that is not wholly
/// possible, empty where it is: a window that has nothing of the story becomes the whole story.
QString showAsSeen(ViewController& controller, Look& look, const CarriedView& seen);

} // namespace quoteline::ui

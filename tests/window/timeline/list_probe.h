// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/view/list/event_list_view.h"
#include "tests/window/window_probe.h"
#include <optional>

/// What tests of lists of events do with them.
namespace quoteline::test {

/// The middle of a row, in the viewport, after scrolling to it.
QPoint placeOfRow(ui::EventListView& list, int row);
void clickRow(ui::EventListView& list, int row);
/// The event of the selected row; nothing where not exactly one is selected.
std::optional<model::EventIndex> selectedIn(ui::EventListView& list);
/// Expects the mark of an event, and its label or callout, in view.
void expectInView(ShownWindow& window, model::EventIndex event);

} // namespace quoteline::test

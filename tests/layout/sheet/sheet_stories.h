// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/sheet/evidence_sheet.h"
#include "model/story/story_builder.h"
#include <string>

/// Stories for the tests of the evidence sheet, and what has to hold for every sheet.
namespace quoteline::test {

/// A story of that many events with none to four quotes each, from several sources, in several scripts, and with
/// relations of every kind; the same on every run.
model::Story storyWithQuotes(std::size_t events);

/// One event with one quote of these words.
model::Story storyOfOneQuote(const std::string& exact);

/// All events in one lane, numbered.
layout::StoryView numberedView(const model::Story& story);

/// With margins and a legend; without a height one page of any height.
layout::SheetSpec sheetSpec(double width, std::optional<double> height, double textScale = 1);

/// What is wrong with a sheet, in sentences: texts that overlap or leave the margins, links that lie on nothing or lead
/// nowhere, events without an anchor or with two, words of the story that are missing or out of their order. Nothing
/// for a good one.
std::vector<QString> faultsOf(const std::vector<layout::SheetPage>& pages, const layout::StoryView& view,
                              std::span<const model::EventIndex> events, const layout::SheetSpec& spec,
                              const layout::TextMeasurer& measurer);

/// The sheet of all events, laid out as that says, has pages and no such faults.
void expectGoodSheet(const layout::StoryView& view, const layout::SheetSpec& spec,
                     const layout::TextMeasurer& measurer);

/// What stands on a page, in the order of reading, without white space.
QString wordsOf(const std::vector<layout::SheetPage>& pages);
/// A text of a story as a sheet shows it, without white space.
QString squeezed(std::string_view utf8);

} // namespace quoteline::test

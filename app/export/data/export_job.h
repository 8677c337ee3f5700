// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/data/data_losses.h"
#include <stop_token>
#include <string>

/// What the writers of the data formats work on; for app/export/data/story_export.cpp and for them.
namespace quoteline::ui {

struct ExportJob {
    const layout::StoryView& view;
    std::vector<model::EventIndex> events; ///< in the order of the file
    model::Zone zone;                      ///< the story's, for this thread
    std::stop_token stop;
    LossTally losses;

    const model::Story& story() const { return view.story(); }
};

/// What a format has a place for of the documents of sources.
enum class Kept : std::uint8_t { Nothing, Fingerprints };
/// Counts lanes, actors and sources that no exported event names, unknown fields, and what is lost of documents.
void tallyLeftOut(ExportJob& job, Kept kept);
/// The links of the exported events, as lost.
void tallyRelations(ExportJob& job);
/// The words before and after quotes, as lost.
void tallyContext(ExportJob& job);

// Each appends a whole file; where the job is stopped, what is there so far.
void writeCsv(ExportJob& job, std::string& out);
/// False where no event could be written, which such a file must not be without.
bool writeICalendar(ExportJob& job, std::string& out);
bool writeTimelineJs(ExportJob& job, std::string& out);
void writeMarkdown(ExportJob& job, std::string& out);

} // namespace quoteline::ui

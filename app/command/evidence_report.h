// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/data/data_export.h"
#include "model/evidence/evidence_check.h"
#include "model/file/story_reader.h"
#include <QByteArray>
#include <QString>
#include <functional>
#include <vector>

/// What --check says, as lines for people and as data for other programs.
namespace quoteline::ui {

struct CheckedStory {
    QString path; ///< empty for the story inside the program
    const model::ReadSuccess& read;
    const std::vector<model::FoundDocument>* documents = nullptr; ///< null where no documents were asked for
    const model::EvidenceCheck* check = nullptr;
};

/// A line for each source that is quoted, each quote and each basis of a relation, and one for all of them. `documents`
/// and `check` are there. Positions are code points of the document, the end not included.
void reportText(const CheckedStory& checked, const std::function<void(const QString&)>& line);

/// One object (RFC 8259), its lists with an item a line:
/// "story" (null for the one inside the program), "events", "quotes", "sources": numbers; "problems", "notices":
/// objects of "line" (or null), "path", "what", "remedy"; and, null where no documents were asked for: "documents":
/// "source", "state" ("found", or a word of NoDocument::Kind), "origin", "path", "sha256", "changed", "reason" (null
/// where they do not apply); "checks": "event", "quote" (counted from 0), "source", "grade" (a word of QuoteGrade, or
/// "notChecked"), "faithful", "count", "passages" and "gaps" ([start, end] in code points), "folds", "prefix" and
/// "suffix" (beside the words), "found" (code points of the quote before the cut, else null), "nearest" (null, or
/// "passage", "words", "of", "characters"); "bases": the same without context, with "relation" in the place of "quote";
/// "summary": the number of quotes, of faithful ones, of each grade and of those not checked.
void reportJson(const CheckedStory& checked, const ListSink& sink);

/// The same object for a story that is wrong: with its problems, everything else null.
QByteArray problemsJson(const QString& path, const model::ReadFailure& failure);

} // namespace quoteline::ui

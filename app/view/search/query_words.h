// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/search/event_query.h"
#include <QString>
#include <vector>

/// What the program says about a query.
namespace quoteline::ui {

/// "Lane", "Certainty".
QString facetName(model::Facet facet);
/// A value of a facet, on one line.
QString facetValueName(const model::Story& story, model::Facet facet, std::uint32_t value);

/// A part of a query that finds nothing, to be given up.
struct Loosening {
    QString words;           ///< "Without “milan”: 4 events"
    model::EventQuery query; ///< without that part
};
/// One for the words and one for each facet with a choice; the last one gives up everything.
std::vector<Loosening> loosenings(const model::Story& story, const model::EventQuery& query,
                                  const model::QueryResult& result, const QLocale& locale);

} // namespace quoteline::ui

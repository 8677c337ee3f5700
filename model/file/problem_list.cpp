// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/problem_list.h"

#include "model/story/field_tables.h"
#include <algorithm>
#include <limits>

namespace quoteline::model {

Section sectionOf(std::string_view topLevelName) {
    if (topLevelName == listName<Lane>())
        return Section::Lanes;
    if (topLevelName == listName<Actor>())
        return Section::Actors;
    if (topLevelName == listName<Source>())
        return Section::Sources;
    return topLevelName == listName<EventInput>() ? Section::Events : Section::Head;
}

void ProblemList::add(Section section, FoundProblem found) {
    ++m_count;
    if (!wants(section))
        return;
    ++m_kept[static_cast<std::size_t>(section)];
    m_found.push_back(std::move(found));
}

std::vector<Problem> ProblemList::takeInOrder() {
    const auto place = [](const FoundProblem& found) {
        return found.location ? found.location->offset : std::numeric_limits<std::uint64_t>::max();
    };
    std::stable_sort(m_found.begin(), m_found.end(),
                     [&](const FoundProblem& a, const FoundProblem& b) { return place(a) < place(b); });
    std::vector<Problem> problems;
    for (FoundProblem& found : m_found) {
        if (problems.size() == maxProblems)
            break;
        if (found.location)
            found.problem.line = static_cast<qint64>(found.location->line);
        problems.push_back(std::move(found.problem));
    }
    m_found.clear();
    return problems;
}

} // namespace quoteline::model

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/file/line_locator.h"
#include "model/story/problem.h"
#include <array>

namespace quoteline::model {

/// A problem together with what is needed to find its line.
struct FoundProblem {
    Problem problem;
    std::optional<JsonSteps> steps;                ///< the value meant
    std::optional<std::uint64_t> offset;           ///< or the byte
    std::optional<LineLocator::Location> location; ///< once it has been found
};

/// The list of the story that a problem belongs to. Lists are read at different times, so that the first problems in
/// the order of the file are known only at the end: the first of each list are kept until then.
enum class Section : std::uint8_t { Head, Lanes, Actors, Sources, Events };

/// The section of a path such as $.events[3].when.
Section sectionOf(std::string_view topLevelName);

class ProblemList {
public:
    /// False when a further problem of the section would only be counted.
    bool wants(Section section) const { return m_kept[static_cast<std::size_t>(section)] < maxProblems; }
    void add(Section section, FoundProblem found);
    /// From here on the file is looked through once more from its beginning: again the first of each section are kept.
    void beginPass() { m_kept = {}; }
    /// One more that is not kept.
    void count() { ++m_count; }
    std::size_t total() const { return m_count; }
    bool empty() const { return m_count == 0; }
    std::vector<FoundProblem>& found() { return m_found; }
    /// The kept problems with their lines, in the order of the file, at most maxProblems.
    std::vector<Problem> takeInOrder();

private:
    std::vector<FoundProblem> m_found;
    std::array<std::size_t, 5> m_kept{};
    std::size_t m_count = 0;
};

} // namespace quoteline::model

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/story/problem.h"
#include "model/story/story_input.h"
#include <functional>
#include <memory>
#include <optional>
#include <tl/expected.hpp>
#include <vector>

/// The only way to make a Story. References are given by id and checked at the end, so the order of the calls is free.
namespace quoteline::model {

class StoryBuilder {
public:
    StoryBuilder();
    ~StoryBuilder();
    StoryBuilder(StoryBuilder&&) noexcept;
    StoryBuilder& operator=(StoryBuilder&&) noexcept;

    /// All text is copied. Calls may come in any order; the last setStory counts.
    void setStory(const StoryInput& story);
    void addLane(const Lane& lane);
    void addActor(const Actor& actor);
    void addSource(const Source& source);
    void addEvent(const EventInput& event);
    std::size_t eventCount() const;

    /// The story, or every problem found (at most maxProblems, without lines): duplicate ids, references to nothing,
    /// dates that are not EDTF, an unknown time zone, a source path that leaves the folder. Paths count in the order of
    /// the calls. The builder is empty afterwards.
    tl::expected<Story, std::vector<Problem>> build();

    /// As build(), with every problem handed to `report` as it is found, however many there are. Remedies that take a
    /// search ("did you mean ...?") are given for the first maxProblems only.
    std::optional<Story> build(const std::function<void(Problem)>& report);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace quoteline::model

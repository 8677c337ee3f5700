// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/file/byte_source.h"
#include "model/story/problem.h"
#include "model/story/story.h"
#include <QString>
#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <stop_token>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace quoteline::model {

struct ReadOptions {
    std::size_t blockSize = std::size_t{1} << 20; ///< bytes asked for at a time, at least 1
    std::size_t batchSize = std::size_t{4}
                            << 20; ///< bytes of events parsed together; one larger event makes a larger batch
    /// The most bytes that one event, or all that stands outside of the events, may have: what is larger is no story,
    /// and would be held in memory as a whole.
    std::size_t pieceLimit = std::size_t{1} << 30;
    std::stop_token stop;                                                  ///< asked between blocks and batches
    std::function<void(std::uint64_t done, std::uint64_t total)> progress; ///< bytes; called between batches
};

struct ReadSuccess {
    Story story;
    std::vector<Problem> notices; ///< unknown fields and the like, at most maxProblems
    std::size_t noticeCount = 0;  ///< how many there were in all
};

struct ReadFailure {
    enum class Kind { Unreadable, Malformed, Stopped };
    Kind kind = Kind::Malformed;
    std::vector<Problem> problems; ///< at most maxProblems, in the order of the file; a syntax error comes last
    std::size_t problemCount = 0;  ///< how many there were in all
};

/// Reads the JSON of a story (resources/schema/story.schema.json). Strict: RFC 8259, UTF-8, no duplicate keys, at most
/// 64 levels deep. Opens nothing but `bytes`.
tl::expected<ReadSuccess, ReadFailure> readStory(ByteSource& bytes, const ReadOptions& options = {});

} // namespace quoteline::model

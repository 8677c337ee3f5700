// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/file/story_reader.h"
#include "model/story/story_builder.h"
#include <random>
#include <string>
#include <string_view>

namespace quoteline::model {

/// Shown by GoogleTest.
void PrintTo(const Problem& problem, std::ostream* out);

} // namespace quoteline::model

namespace quoteline::test {

using Read = tl::expected<model::ReadSuccess, model::ReadFailure>;

/// The parts, one after the other. (GCC 12 warns of `"literal" + string`, wrongly.)
std::string joined(std::initializer_list<std::string_view> parts);

/// Two events, one quote, one relation; every value stands in a line that the tests know.
std::string smallStory();
/// `text` with the first `from`, which must be there, replaced.
std::string with(std::string text, std::string_view from, std::string_view to);

/// For the small stories of tests: the usual block is a megabyte, and to have one for each of thousands of them took
/// longer than to read them.
inline model::ReadOptions smallReads() {
    model::ReadOptions options;
    options.blockSize = std::size_t{16} * 1024;
    return options;
}

Read read(std::string_view text, const model::ReadOptions& options = smallReads());
/// The story of a text that must be readable.
model::Story storyOf(std::string_view text, const model::ReadOptions& options = smallReads());
/// Everything about a failure in one text, a problem a line.
std::string describe(const Read& result);

/// Same on every system: the distributions of the standard library are not.
class Dice {
public:
    explicit Dice(std::uint32_t seed)
        : m_engine(seed) {}
    /// 0 to sides - 1.
    std::size_t roll(std::size_t sides) { return m_engine() % sides; }
    bool chance(std::size_t oneIn) { return roll(oneIn) == 0; }
    template <typename T>
    const T& pick(const std::vector<T>& values) {
        return values[roll(values.size())];
    }

private:
    std::mt19937 m_engine;
};

/// Texts that are hard on escaping: quotation marks, controls, a null, emoji, line separators; sometimes long.
std::string awkwardText(Dice& dice);
/// An EDTF value of any supported kind.
std::string someWhen(Dice& dice);
/// A story with everything the format has, unknown fields included.
model::Story randomStory(std::uint32_t seed, std::size_t events);

} // namespace quoteline::test

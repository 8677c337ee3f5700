// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quoteline::model {

/// One step from a JSON value to a value in it. Of two members with the same name only the ordinal tells which is
/// meant.
struct JsonStep {
    std::string name;                   ///< of a member; empty for an element
    std::optional<std::size_t> ordinal; ///< of the element, or of the member among all members, where known; 0-based
    bool operator==(const JsonStep&) const = default;
};
using JsonSteps = std::vector<JsonStep>;

/// Steps of a path made of plain names and indices, such as $.events[3].when.
JsonSteps stepsOf(std::string_view path);

/// Finds in which lines the values of a JSON text stand, as the text streams by. Made for a text that was read once
/// already: of an invalid one it finds what lies before the error.
class LineLocator {
public:
    struct Location {
        std::uint64_t offset = 0; ///< bytes from the beginning
        std::uint64_t line = 1;   ///< 1-based; lines end with LF
        std::uint64_t column = 1; ///< 1-based, in characters
        bool operator==(const Location&) const = default;
    };

    LineLocator();

    /// Asks for the value at the end of `steps`: for a member where its name begins. Returns the number of the
    /// question.
    std::size_t ask(const JsonSteps& steps);
    /// Asks for a byte of the text, or for its end. All questions come before the first feed().
    std::size_t ask(std::uint64_t offset);

    void feed(std::string_view block);
    /// There is no more text: answers the questions for its end.
    void finish();
    /// Every question has an answer.
    bool done() const { return m_open == 0; }
    std::optional<Location> answer(std::size_t question) const { return m_answers[question]; }

private:
    /// What is asked for below one value.
    struct Node {
        std::map<std::string, std::size_t, std::less<>> byName;
        std::map<std::size_t, std::size_t> byOrdinal;
        std::vector<std::size_t> questions;
    };
    using Nodes = std::vector<std::size_t>;

    struct Frame {
        bool isObject = false;
        bool expectsItem = true; ///< a key or an element comes next
        std::size_t next = 0;    ///< ordinal of that key or element
        Nodes nodes;
    };

    void take(char c);
    void takeStructural(char c);
    void beginKey();
    void endKey();
    void beginElement();
    void reach(const Nodes& nodes, const Location& where);
    void answer(std::size_t question, const Location& where);

    std::vector<Node> m_nodes;
    std::vector<std::optional<Location>> m_answers;
    std::multimap<std::uint64_t, std::size_t> m_offsets;
    std::size_t m_open = 0;

    Location m_here;
    std::vector<Frame> m_frames;
    Nodes m_value; ///< the nodes of the value that comes next
    bool m_rootSeen = false;
    bool m_inString = false;
    bool m_inKey = false;
    bool m_afterBackslash = false;
    bool m_broken = false; ///< nesting that no story has: no more paths are followed
    std::string m_key;
    Location m_keyStart;
};

} // namespace quoteline::model

// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/line_locator.h"

#include "model/file/event_splitter.h"
#include "model/file/json_text.h"
#include <charconv>

namespace quoteline::model {

JsonSteps stepsOf(std::string_view path) {
    JsonSteps steps;
    std::size_t at = path.starts_with('$') ? 1 : 0;
    while (at < path.size()) {
        const bool isIndex = path[at] == '[';
        const std::size_t end = std::min(path.find_first_of(".[", at + 1), path.size());
        const std::string_view step = path.substr(at + 1, end - at - 1);
        if (isIndex) {
            std::size_t index = 0;
            std::from_chars(step.data(), step.data() + step.size(), index);
            steps.push_back({{}, index});
        } else {
            steps.push_back({std::string(step), std::nullopt});
        }
        at = end;
    }
    return steps;
}

LineLocator::LineLocator()
    : m_nodes(1) {}

std::size_t LineLocator::ask(const JsonSteps& steps) {
    std::size_t node = 0;
    for (const JsonStep& step : steps) {
        Node& parent = m_nodes[node];
        auto& next = step.ordinal ? parent.byOrdinal[*step.ordinal] : parent.byName[step.name];
        if (next == 0) { // the root is nobody's child
            next = m_nodes.size();
            node = next;
            m_nodes.emplace_back(); // ends the life of `parent` and `next`
        } else {
            node = next;
        }
    }
    m_nodes[node].questions.push_back(m_answers.size());
    m_answers.emplace_back();
    ++m_open;
    return m_answers.size() - 1;
}

std::size_t LineLocator::ask(std::uint64_t offset) {
    m_offsets.emplace(offset, m_answers.size());
    m_answers.emplace_back();
    ++m_open;
    return m_answers.size() - 1;
}

void LineLocator::answer(std::size_t question, const Location& where) {
    if (m_answers[question])
        return; // of members with the same name the first one counts
    m_answers[question] = where;
    --m_open;
}

void LineLocator::reach(const Nodes& nodes, const Location& where) {
    for (const std::size_t node : nodes) {
        for (const std::size_t question : m_nodes[node].questions)
            answer(question, where);
    }
}

void LineLocator::feed(std::string_view block) {
    for (const char c : block) {
        if (done())
            return;
        while (!m_offsets.empty() && m_offsets.begin()->first == m_here.offset) {
            answer(m_offsets.begin()->second, m_here);
            m_offsets.erase(m_offsets.begin());
        }
        if (!m_broken)
            take(c);
        ++m_here.offset;
        if (c == '\n') {
            ++m_here.line;
            m_here.column = 1;
        } else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) {
            ++m_here.column; // a byte that continues a character is not one of its own
        }
    }
}

void LineLocator::finish() {
    for (const auto& [offset, question] : m_offsets)
        answer(question, m_here);
    m_offsets.clear();
}

void LineLocator::take(char c) {
    if (!m_inString) {
        takeStructural(c);
        return;
    }
    const bool ends = c == '"' && !m_afterBackslash;
    m_afterBackslash = c == '\\' && !m_afterBackslash;
    if (!ends) {
        if (m_inKey)
            m_key += c;
        return;
    }
    m_inString = false;
    if (m_inKey)
        endKey();
}

void LineLocator::takeStructural(char c) {
    if (isJsonSpace(c) || c == ':')
        return;
    if (c == ',') {
        if (!m_frames.empty())
            m_frames.back().expectsItem = true;
        return;
    }
    if (c == '}' || c == ']') {
        if (!m_frames.empty())
            m_frames.pop_back();
        return;
    }
    if (m_frames.empty()) {
        m_value = m_rootSeen ? Nodes() : Nodes{0};
        m_rootSeen = true;
        reach(m_value, m_here);
    } else if (m_frames.back().expectsItem) {
        if (m_frames.back().isObject && c == '"') {
            beginKey();
            return;
        }
        beginElement();
    }
    if (c == '"') {
        m_inString = true;
    } else if (c == '{' || c == '[') {
        m_broken = m_frames.size() >= maxJsonDepth;
        m_frames.push_back({c == '{', true, 0, std::move(m_value)});
        m_value.clear();
    }
}

void LineLocator::beginKey() {
    m_inString = true;
    m_inKey = !m_frames.back().nodes.empty();
    m_key.clear();
    m_keyStart = m_here;
    m_frames.back().expectsItem = false;
    ++m_frames.back().next;
    m_value.clear();
}

void LineLocator::endKey() {
    m_inKey = false;
    const Frame& frame = m_frames.back();
    const std::string name = unescaped(m_key);
    for (const std::size_t node : frame.nodes) {
        if (const auto found = m_nodes[node].byName.find(name); found != m_nodes[node].byName.end())
            m_value.push_back(found->second);
        if (const auto found = m_nodes[node].byOrdinal.find(frame.next - 1); found != m_nodes[node].byOrdinal.end())
            m_value.push_back(found->second);
    }
    reach(m_value, m_keyStart);
}

void LineLocator::beginElement() {
    Frame& frame = m_frames.back();
    frame.expectsItem = false;
    const std::size_t ordinal = frame.next++;
    m_value.clear();
    for (const std::size_t node : frame.nodes) {
        if (const auto found = m_nodes[node].byOrdinal.find(ordinal); found != m_nodes[node].byOrdinal.end())
            m_value.push_back(found->second);
    }
    reach(m_value, m_here);
}

} // namespace quoteline::model

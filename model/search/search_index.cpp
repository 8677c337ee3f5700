// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/search/search_index.h"

#include "model/text/text_folding.h"
#include <algorithm>
#include <cstring>

namespace quoteline::model {

namespace {

using Data = SearchIndex::Data;
using Marks = std::vector<std::uint8_t>; // one for each event, actor or source

void addText(std::string& arena, std::string_view text) {
    if (text.empty())
        return;
    appendFolded(arena, text);
    arena += Data::separator;
}

/// Exact for ASCII, and near enough for the rest.
std::size_t expectedSize(const Story& story) {
    std::size_t size = 0;
    for (EventIndex event = 0; event < story.eventCount(); ++event) {
        size += story.title(event).size() + story.summary(event).size() + 2;
        for (std::size_t i = 0; i < story.quoteCount(event); ++i)
            size += story.quoteExact(event, i).size() + 1;
    }
    return size;
}

bool addEvents(Data& data, const Story& story, const std::stop_token& stop) {
    data.arena.reserve(expectedSize(story));
    data.starts.reserve(story.eventCount() + 1);
    for (EventIndex event = 0; event < story.eventCount(); ++event) {
        if (event % eventsPerBlock == 0 && stop.stop_requested())
            return false;
        data.starts.push_back(data.arena.size());
        addText(data.arena, story.title(event));
        addText(data.arena, story.summary(event));
        for (std::size_t i = 0; i < story.quoteCount(event); ++i)
            addText(data.arena, story.quoteExact(event, i));
    }
    data.starts.push_back(data.arena.size());
    data.arena.shrink_to_fit();
    return true;
}

void addNames(Data& data, const Story& story) {
    for (const Actor& actor : story.actors())
        addText(data.actors.emplace_back(), actor.name);
    for (const Source& source : story.sources()) {
        std::string& texts = data.sources.emplace_back();
        addText(texts, source.publisher);
        addText(texts, source.headline.value_or(std::string_view()));
    }
}

/// One word and where it is looked for.
class WordSearch {
public:
    WordSearch(const QString& word, const Story& story, const Data& index)
        : m_word(word.toStdString())
        , m_story(story)
        , m_index(index)
        , m_actors(namesWith(index.actors))
        , m_sources(namesWith(index.sources))
        , m_named(std::any_of(m_actors.begin(), m_actors.end(), [](auto has) { return has; }) ||
                  std::any_of(m_sources.begin(), m_sources.end(), [](auto has) { return has; })) {}

    /// Takes the mark away from the events [first, end) without the word.
    void narrow(Marks& marks, EventIndex first, EventIndex end) const {
        const auto kept = static_cast<std::size_t>(std::count(marks.begin() + first, marks.begin() + end, 1));
        constexpr std::size_t few = 8; // of so many: looking at each alone is quicker than reading all
        if (kept < (end - first) / few)
            narrowOneByOne(marks, first, end);
        else if (kept > 0)
            narrowTogether(marks, first, end);
    }

private:
    Marks namesWith(const std::vector<std::string>& names) const {
        Marks with(names.size());
        std::transform(names.begin(), names.end(), with.begin(),
                       [this](const std::string& name) { return name.find(m_word) != std::string::npos; });
        return with;
    }

    /// Where the word begins in the arena, at `from` or later; `to` when it does not before it.
    std::uint64_t find(std::uint64_t from, std::uint64_t to) const {
        const char* text = m_index.arena.data();
        const void* found = memmem(text + from, to - from, m_word.data(), m_word.size());
        return found ? static_cast<std::uint64_t>(static_cast<const char*>(found) - text) : to;
    }

    bool isNamed(EventIndex event) const {
        if (!m_named)
            return false;
        if (m_actors[m_story.actor(event)])
            return true;
        for (std::size_t i = 0; i < m_story.quoteCount(event); ++i) {
            const auto speaker = m_story.quoteSpeaker(event, i);
            if (m_sources[m_story.quoteSource(event, i)] || (speaker && m_actors[*speaker]))
                return true;
        }
        return false;
    }

    void narrowOneByOne(Marks& marks, EventIndex first, EventIndex end) const {
        const auto& starts = m_index.starts;
        for (EventIndex event = first; event < end; ++event)
            if (marks[event] && find(starts[event], starts[event + 1]) == starts[event + 1] && !isNamed(event))
                marks[event] = 0;
    }

    /// The event of [first, end) whose texts a place in the arena lies in. Frequent words are found near `first`.
    EventIndex eventAt(std::uint64_t at, EventIndex first, EventIndex end) const {
        const auto& starts = m_index.starts;
        std::size_t low = first;
        std::size_t step = 1;
        while (low + step < end && starts[low + step] <= at) {
            low += step;
            step *= 2;
        }
        const auto from = starts.begin() + static_cast<std::ptrdiff_t>(low);
        const auto to = starts.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(low + step, end));
        return static_cast<EventIndex>(std::upper_bound(from, to, at) - starts.begin() - 1);
    }

    void narrowTogether(Marks& marks, EventIndex first, EventIndex end) const {
        const auto& starts = m_index.starts;
        EventIndex event = first;
        const auto passOver = [&](EventIndex next) { // events before it do not have the word in their texts
            for (; event < next; ++event)
                if (marks[event] && !isNamed(event))
                    marks[event] = 0;
        };
        for (std::uint64_t at = find(starts[first], starts[end]); at < starts[end];
             at = find(starts[event], starts[end])) {
            passOver(eventAt(at, event, end));
            ++event; // has it; the rest of its texts need not be read
        }
        passOver(end);
    }

    std::string m_word;
    const Story& m_story;
    const Data& m_index;
    Marks m_actors;
    Marks m_sources;
    bool m_named;
};

} // namespace

SearchIndex::SearchIndex()
    : m_data(std::make_shared<const Data>()) {}

SearchIndex::SearchIndex(const Story& story, const std::stop_token& stop) {
    auto data = std::make_shared<Data>();
    if (addEvents(*data, story, stop))
        addNames(*data, story);
    else
        *data = {};
    m_data = std::move(data);
}

std::size_t SearchIndex::size() const {
    std::size_t bytes = m_data->arena.capacity() + m_data->starts.capacity() * sizeof(m_data->starts[0]);
    for (const auto* names : {&m_data->actors, &m_data->sources})
        for (const std::string& name : *names)
            bytes += sizeof(name) + name.capacity();
    return bytes;
}

std::optional<std::vector<std::uint8_t>> eventsWith(const std::vector<QString>& words, const Story& story,
                                                    const SearchIndex::Data& index, const std::stop_token& stop) {
    const std::size_t count = story.eventCount();
    if (index.starts.size() != count + 1)
        return Marks(count, 0); // it was stopped
    Marks marks(count, 1);
    std::vector<QString> rarestFirst = words;
    std::stable_sort(rarestFirst.begin(), rarestFirst.end(),
                     [](const QString& a, const QString& b) { return a.size() > b.size(); });
    std::vector<WordSearch> searches;
    searches.reserve(words.size());
    for (const QString& word : rarestFirst)
        searches.emplace_back(word, story, index);
    for (std::size_t first = 0; first < count; first += eventsPerBlock) {
        if (stop.stop_requested())
            return std::nullopt;
        const std::size_t end = std::min(first + eventsPerBlock, count);
        for (const WordSearch& search : searches)
            search.narrow(marks, static_cast<EventIndex>(first), static_cast<EventIndex>(end));
    }
    return marks;
}

} // namespace quoteline::model

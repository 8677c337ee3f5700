// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/search/event_filter.h"

#include "app/content/words/translate.h"
#include "app/system/background.h"

namespace quoteline::ui {

EventFilter::EventFilter(ViewController& controller, QObject* parent)
    : QObject(parent)
    , m_controller(controller) {
    connect(&m_controller, &ViewController::storyChanged, this, &EventFilter::followStory);
    connect(&m_controller, &ViewController::filterInTheWay, this, &EventFilter::letPass);
    followStory();
}

EventFilter::~EventFilter() {
    m_stopIndex.request_stop();
    m_stopQuery.request_stop();
}

void EventFilter::followStory() {
    m_stopIndex.request_stop();
    m_index.reset();
    ++m_storyGeneration;
    const bool changed = m_query != model::EventQuery();
    m_query = {};
    if (isLarge())
        prepareIndex();
    Q_EMIT storyReplaced();
    if (changed)
        Q_EMIT queryChanged();
    run();
}

/// An event is to be shown now: nothing of the question can stay.
void EventFilter::letPass() {
    clear();
    if (m_controller.view().isFiltered()) { // a large story answers later
        m_controller.setMatcher({});
        m_controller.setShown(nullptr);
    }
    Q_EMIT said(tr("The filters were cleared to show this event; Alt+Left brings them back"));
}

void EventFilter::setQuery(const model::EventQuery& query) {
    if (query == m_query)
        return;
    m_query = query;
    Q_EMIT queryChanged();
    run();
}

void EventFilter::run() {
    m_stopQuery.request_stop();
    ++m_queryGeneration;
    if (isLarge()) {
        m_searching = true;
        runElsewhere();
        Q_EMIT resultChanged(); // that it is being looked for
        return;
    }
    const bool words = !matcher().isEmpty();
    if (words && !m_index)
        m_index = model::SearchIndex(story());
    apply(*model::runQuery(story(), words ? *m_index : model::SearchIndex(), m_query));
}

void EventFilter::runElsewhere() {
    if (!m_index && !matcher().isEmpty())
        return; // goes on once the index is there
    m_stopQuery = std::stop_source();
    auto work = [story = story(), index = m_index.value_or(model::SearchIndex()), query = m_query,
                 stop = m_stopQuery.get_token()] { return model::runQuery(story, index, query, stop); };
    runInBackground(this, std::move(work),
                    [this, generation = m_queryGeneration](std::optional<model::QueryResult> result) {
                        if (result && generation == m_queryGeneration)
                            apply(std::move(*result));
                    });
}

void EventFilter::prepareIndex() {
    m_stopIndex = std::stop_source();
    const auto use = [this, generation = m_storyGeneration](const model::SearchIndex& index) {
        if (generation != m_storyGeneration)
            return;
        m_index = index;
        if (m_searching && !matcher().isEmpty())
            runElsewhere();
    };
    runInBackground(
        this, [story = story(), stop = m_stopIndex.get_token()] { return model::SearchIndex(story, stop); }, use);
}

void EventFilter::apply(model::QueryResult result) {
    m_searching = false;
    m_result = std::move(result);
    m_controller.setMatcher(matcher());
    m_controller.setShown(m_query.isEmpty() ? nullptr : m_result.events);
    Q_EMIT resultChanged();
}

QString countInWords(const EventFilter& filter) {
    const auto all = static_cast<int>(filter.story().eventCount());
    const QString words = layout::number(filter.story().eventCount(), filter.locale());
    if (filter.isSearching() && !filter.query().isEmpty())
        return EventFilter::tr("Searching …");
    if (filter.query().isEmpty())
        return EventFilter::tr("%1 event(s)", nullptr, all).arg(words);
    return EventFilter::tr("%1 of %2 event(s)", nullptr, all)
        .arg(layout::number(filter.found(), filter.locale()), words);
}

} // namespace quoteline::ui

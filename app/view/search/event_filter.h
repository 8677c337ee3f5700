// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/view/timeline/view_controller.h"
#include "model/search/event_query.h"
#include <QFuture>
#include <QObject>
#include <stop_token>

namespace quoteline::ui {

/// Which events of the story are asked for, and how many there are. Applies the answer to the controller. Small stories
/// answer at once; large ones are read on another thread, where a new question ends the one before.
class EventFilter : public QObject {
    Q_OBJECT
public:
    explicit EventFilter(ViewController& controller, QObject* parent = nullptr);
    ~EventFilter() override;

    /// Stories with more events, or with more bytes of text, are searched on another thread.
    static constexpr std::size_t mostAtOnce = 20'000;
    static constexpr std::size_t mostTextAtOnce = 4 << 20;

    const model::EventQuery& query() const { return m_query; }
    /// Choices have to be sorted. What was asked before may still be shown until resultChanged().
    void setQuery(const model::EventQuery& query);
    void clear() { setQuery({}); }
    model::TextMatcher matcher() const { return model::TextMatcher(m_query.text); }

    /// The last answer, of `query()` unless isSearching().
    const model::QueryResult& result() const { return m_result; }
    std::size_t found() const { return m_result.events ? m_result.events->size() : 0; }
    bool isSearching() const { return m_searching; }
    const model::Story& story() const { return m_controller.view().story(); }
    const QLocale& locale() const { return m_controller.view().locale(); }

Q_SIGNALS:
    /// Another story, and nothing asked of it; its first result comes after.
    void storyReplaced();
    void queryChanged();
    void resultChanged();
    /// Something that happened without being asked for, in words.
    void said(const QString& words);

private:
    void followStory();
    void letPass();
    void run();
    void runElsewhere();
    void prepareIndex();
    void apply(model::QueryResult result);
    bool isLarge() const { return story().eventCount() > mostAtOnce || story().textSize() > mostTextAtOnce; }

    ViewController& m_controller;
    model::EventQuery m_query;
    model::QueryResult m_result;
    std::optional<model::SearchIndex> m_index;
    std::stop_source m_stopIndex;
    std::stop_source m_stopQuery;
    quint64 m_storyGeneration = 0;
    quint64 m_queryGeneration = 0;
    bool m_searching = false;
};

/// "3 of 15 events", or "15 events" where nothing is asked for.
QString countInWords(const EventFilter& filter);

} // namespace quoteline::ui

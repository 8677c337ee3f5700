// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/story/id_table.h"
#include "model/story/story_pending.h"
#include "model/text/near_miss.h"
#include "model/text/translate.h"

#include <algorithm>

namespace quoteline::model {

namespace {

/// Hands on problems, and keeps the search for near misses within bounds.
class Reporter {
public:
    explicit Reporter(const ReportProblem& report)
        : m_report(report) {}

    void add(const QString& path, const QString& what, const QString& remedy = {}) {
        ++m_count;
        m_report({std::nullopt, path, what, remedy});
    }

    /// `what` with a remedy that names the nearest of `count` ids.
    void addDangling(const QString& path, const QString& what, std::string_view id, std::size_t count,
                     const std::function<std::string_view(std::size_t)>& candidate) {
        std::optional<std::string_view> meant;
        // A million events with a million wrong references must not take hours.
        constexpr std::size_t mostComparisons = 5'000'000;
        if (m_count < maxProblems && m_comparisons + count <= mostComparisons) {
            m_comparisons += count;
            meant = nearest(id, count, candidate);
        }
        add(path, what,
            meant ? translate("model", "Did you mean “%1”?").arg(shown(*meant))
                  : translate("model", "Add it, or name one that is there"));
    }

    std::size_t count() const { return m_count; }

private:
    const ReportProblem& m_report;
    std::size_t m_count = 0;
    std::size_t m_comparisons = 0;
};

QString dateProblem(std::string_view text, const EdtfError& error) {
    return translate("model", "“%1”: %2 (at character %3)")
        .arg(shown(text), error.reason, QString::number(error.position + 1));
}

QString dateRemedy() {
    return translate("model", "Write a date as EDTF, such as 2026-01-27 or [2026-01-24..2026-01-25]");
}

QLatin1String latin(std::string_view name) {
    return {name.data(), static_cast<qsizetype>(name.size())};
}

/// "$.coreWindow"
template <typename Member>
QString headPath(Member StoryInput::*field) {
    return QStringLiteral("$.") + latin(nameOf(field));
}

/// "$.events[3]"
template <typename Item>
QString itemPath(std::size_t index) {
    return QStringLiteral("$.%1[%2]").arg(latin(listName<Item>()), QString::number(index));
}

/// "$.events[3].when"; "$.events[3].quotes[0].exact"
template <typename Item, typename Member>
QString pathOf(std::size_t index, Member Item::*field) {
    return itemPath<Item>(index) + QLatin1Char('.') + latin(nameOf(field));
}
template <typename Item, typename Member>
QString pathOf(std::size_t event, std::vector<Item> EventInput::*list, std::size_t index, Member Item::*field) {
    return pathOf(event, list) + QStringLiteral("[%1].%2").arg(QString::number(index), latin(nameOf(field)));
}

bool isSha256(std::string_view text) {
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// What is wrong with the path of a source's copy; nothing when it stays inside the story's folder on every system.
std::optional<QString> filePathProblem(std::string_view path) {
    if (path.empty())
        return translate("model", "the path is empty");
    const auto isSlash = [](char c) { return c == '/' || c == '\\'; };
    if (isSlash(path.front()) || (path.size() > 1 && path[1] == ':'))
        return translate("model", "“%1” is an absolute path").arg(shown(path));
    if (path.find('\0') != std::string_view::npos)
        return translate("model", "“%1” contains a null character").arg(shown(path));
    for (std::size_t start = 0; start <= path.size();) {
        const auto end = std::find_if(path.begin() + static_cast<std::ptrdiff_t>(start), path.end(), isSlash);
        const auto length = static_cast<std::size_t>(end - path.begin()) - start;
        if (path.substr(start, length) == "..")
            return translate("model", "“%1” leaves the story's folder").arg(shown(path));
        start += length + 1;
    }
    return std::nullopt;
}

class Resolver {
public:
    Resolver(PendingStory& pending, const ReportProblem& report)
        : m_pending(pending)
        , m_data(pending.data)
        , m_reporter(report) {}

    bool run() {
        resolveHead();
        const auto laneId = [this](std::size_t i) { return m_data.lanes[i].id; };
        const auto actorId = [this](std::size_t i) { return m_data.actors[i].id; };
        const auto sourceId = [this](std::size_t i) { return m_data.sources[i].id; };
        m_lanes = resolveRefs<Lane>(m_data.lanes.size(), laneId, m_pending.laneRefs);
        m_actors = resolveRefs<Actor>(m_data.actors.size(), actorId, m_pending.actorRefs);
        m_sources = resolveRefs<Source>(m_data.sources.size(), sourceId, m_pending.sourceRefs);
        for (std::size_t i = 0; i < m_data.sources.size(); ++i)
            checkSource(i);
        resolveEvents();
        if (m_data.arena.overflowed() || m_pending.targetArena.overflowed())
            m_reporter.add({}, translate("model", "the texts of the story come to more than 4 GB"),
                           translate("model", "Divide the story"));
        return m_reporter.count() == 0;
    }

private:
    using Refs = std::vector<std::optional<std::uint32_t>>;

    void resolveHead() {
        StoryInput& head = m_data.head;
        if (auto zone = Zone::fromIana(head.timeZone))
            m_data.zone = *std::move(zone);
        else
            m_reporter.add(headPath(&StoryInput::timeZone), zone.error(),
                           translate("model", "Write a name of the IANA time zone database, such as Europe/Rome"));
        if (head.coreWindow)
            resolveCoreWindow(*head.coreWindow);
    }

    void resolveCoreWindow(std::string_view text) {
        const QString path = headPath(&StoryInput::coreWindow);
        const auto value = parseEdtf(text);
        if (!value) {
            m_reporter.add(path, dateProblem(text, value.error()), dateRemedy());
        } else if (value->kind != EdtfKind::Interval) {
            m_reporter.add(path, translate("model", "“%1” is not an interval").arg(shown(text)),
                           translate("model", "Write the first and the last day, such as 2026-01-27/2026-02-22"));
        } else {
            m_data.coreWindow = model::resolve(*value, m_data.zone);
            m_data.head.coreWindow = m_data.shelf.add(toText(*value));
        }
    }

    // Checks the ids of a list and finds the index of every id that something refers to.
    template <typename Item, typename IdOf>
    Refs resolveRefs(std::size_t count, IdOf idOf, const RefTable& refs) {
        IdTable<IdOf> ids(count, idOf);
        for (std::size_t i = 0; i < count; ++i)
            checkId<Item>(ids, i, idOf(i));
        Refs found;
        for (std::uint32_t ref = 0; ref < refs.size(); ++ref)
            found.push_back(ids.find(refs.id(ref)));
        return found;
    }

    template <typename Item, typename Table>
    void checkId(Table& ids, std::size_t index, std::string_view id) {
        if (id.empty()) {
            m_reporter.add(pathOf(index, &Item::id), translate("model", "the id is empty"),
                           translate("model", "Give it a short name of its own"));
        } else if (const auto other = ids.add(static_cast<std::uint32_t>(index))) {
            m_reporter.add(
                pathOf(index, &Item::id),
                translate("model", "the id “%1” is used already, by %2").arg(shown(id), itemPath<Item>(*other)),
                translate("model", "Give each its own id"));
        }
    }

    void checkSource(std::size_t index) {
        Source& source = m_data.sources[index];
        const auto path = [index](auto field) { return pathOf(index, field); };
        if (source.datePublished)
            checkDatePublished(source, path(&Source::datePublished));
        if (source.sha256 && !isSha256(*source.sha256))
            m_reporter.add(path(&Source::sha256),
                           translate("model", "“%1” is not a SHA-256 checksum").arg(shown(*source.sha256)),
                           translate("model", "Write 64 digits 0 to 9 and a to f, in lower case"));
        if (!source.file)
            return;
        if (const auto problem = filePathProblem(*source.file))
            m_reporter.add(path(&Source::file), *problem,
                           translate("model", "Name a file inside the story's folder, such as sources/page.txt"));
    }

    void checkDatePublished(Source& source, const QString& path) {
        const auto value = parseEdtf(*source.datePublished);
        if (!value)
            m_reporter.add(path, dateProblem(*source.datePublished, value.error()), dateRemedy());
        else if (const std::string printed = toText(*value); printed != *source.datePublished)
            source.datePublished = m_data.shelf.add(printed);
    }

    void resolveEvents() {
        for (const EventIndex event : m_pending.timesOfDay)
            setRange(m_data, event,
                     model::resolve(parseEdtf(m_data.text<&EventInput::when>(event)).value(), m_data.zone));
        const auto idOf = [this](std::uint32_t event) { return m_data.text<&EventInput::id>(event); };
        IdTable<decltype(idOf)> ids(m_data.eventCount(), idOf);
        // All ids first: a relation may point forward. Duplicates are reported below, in the order of the events.
        std::vector<EventIndex> idsOfOthers;
        for (EventIndex event = 0; event < m_data.eventCount(); ++event) {
            if (idOf(event).empty() || ids.add(event))
                idsOfOthers.push_back(event);
        }
        auto idOfOther = idsOfOthers.cbegin();
        auto notDate = m_pending.notDates.cbegin();
        for (EventIndex event = 0; event < m_data.eventCount(); ++event) {
            if (idOfOther != idsOfOthers.cend() && *idOfOther == event) {
                checkId<EventInput>(ids, event, idOf(event));
                ++idOfOther;
            }
            resolveRef(m_data.lane[event], m_lanes, m_pending.laneRefs, event, &EventInput::lane);
            resolveRef(m_data.actor[event], m_actors, m_pending.actorRefs, event, &EventInput::actor);
            if (notDate != m_pending.notDates.cend() && *notDate == event) {
                reportWhen(event);
                ++notDate;
            }
            resolveQuotes(event);
            resolveRelations(event, ids);
        }
    }

    void reportWhen(EventIndex event) {
        const std::string_view text = m_data.text<&EventInput::when>(event);
        m_reporter.add(pathOf(event, &EventInput::when), dateProblem(text, parseEdtf(text).error()), dateRemedy());
    }

    // An event's lane or actor: from its place in the table of references to its index.
    void resolveRef(std::uint32_t& ref, const Refs& found, const RefTable& refs, EventIndex event,
                    std::string_view EventInput::*field) {
        if (found[ref]) {
            ref = *found[ref];
            return;
        }
        const QString path = pathOf(event, field);
        if (&refs == &m_pending.laneRefs)
            reportNoLane(path, refs.id(ref));
        else
            reportNoActor(path, refs.id(ref));
    }

    void reportNoLane(const QString& path, std::string_view id) {
        m_reporter.addDangling(path, translate("model", "there is no lane “%1”").arg(shown(id)), id,
                               m_data.lanes.size(), [this](std::size_t i) { return m_data.lanes[i].id; });
    }

    void reportNoActor(const QString& path, std::string_view id) {
        m_reporter.addDangling(path, translate("model", "there is no actor “%1”").arg(shown(id)), id,
                               m_data.actors.size(), [this](std::size_t i) { return m_data.actors[i].id; });
    }

    void reportNoSource(const QString& path, std::string_view id) {
        m_reporter.addDangling(path, translate("model", "there is no source “%1”").arg(shown(id)), id,
                               m_data.sources.size(), [this](std::size_t i) { return m_data.sources[i].id; });
    }

    void resolveQuotes(EventIndex event) {
        const std::uint32_t first = m_data.quoteStart[event];
        for (std::uint32_t at = first; at < m_data.quoteStart[event + 1]; ++at) {
            const auto path = [&](auto field) { return pathOf(event, &EventInput::quotes, at - first, field); };
            QuoteRow& quote = m_data.quotes[at];
            if (const auto source = m_sources[quote.source])
                quote.source = *source;
            else
                reportNoSource(path(&QuoteInput::source), m_pending.sourceRefs.id(quote.source));
            if (m_data.text<&QuoteInput::exact>(quote.texts).empty())
                m_reporter.add(path(&QuoteInput::exact), translate("model", "the quote is empty"),
                               translate("model", "Write the words of the source"));
            if (quote.speaker == QuoteRow::noSpeaker)
                continue;
            if (const auto speaker = m_actors[quote.speaker])
                quote.speaker = *speaker;
            else
                reportNoActor(path(&QuoteInput::speaker), m_pending.actorRefs.id(quote.speaker));
        }
    }

    template <typename Table>
    void resolveRelations(EventIndex event, const Table& ids) {
        const std::uint32_t first = m_data.relationStart[event];
        for (std::uint32_t at = first; at < m_data.relationStart[event + 1]; ++at) {
            const auto path = [&](auto field) { return pathOf(event, &EventInput::relations, at - first, field); };
            RelationRow& relation = m_data.relations[at];
            if (relation.type == RelationType::Other && m_data.text<&RelationInput::type>(relation.texts).empty())
                m_reporter.add(path(&RelationInput::type), translate("model", "the type of the relation is empty"),
                               translate("model", "Write a type, such as repliesTo"));
            const std::string_view id = m_pending.targetArena.view(m_pending.targets[at]);
            const auto target = ids.find(id);
            if (!target)
                m_reporter.addDangling(
                    path(&RelationInput::event), translate("model", "there is no event “%1”").arg(shown(id)), id,
                    m_data.eventCount(),
                    [this](std::size_t i) { return m_data.text<&EventInput::id>(static_cast<EventIndex>(i)); });
            else if (*target == event)
                m_reporter.add(path(&RelationInput::event), translate("model", "the relation points at its own event"),
                               translate("model", "Name another event, or remove the relation"));
            else
                relation.event = *target;
        }
    }

    PendingStory& m_pending;
    StoryData& m_data;
    Reporter m_reporter;
    Refs m_lanes;
    Refs m_actors;
    Refs m_sources;
};

} // namespace

bool resolve(PendingStory& pending, const ReportProblem& report) {
    return Resolver(pending, report).run();
}

} // namespace quoteline::model

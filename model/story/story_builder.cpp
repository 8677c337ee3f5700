// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/story/story_builder.h"

#include "model/story/story_pending.h"
#include <algorithm>

namespace quoteline::model {

namespace {

void addExtra(TextArena& arena, const ExtraFields& fields, std::size_t owner, std::vector<ExtraRow>& rows) {
    for (const ExtraField& field : fields)
        rows.push_back({static_cast<std::uint32_t>(owner), arena.add(field.name), arena.add(field.json)});
}

bool hasTime(const EdtfEndpoint& endpoint) {
    return endpoint.kind == EdtfEndpoint::Kind::Date && endpoint.date.hasTime();
}

// A date without a time is the same day in every zone.
bool dependsOnZone(const Edtf& value) {
    for (std::size_t i = 0; i < value.memberCount(); ++i) {
        const EdtfMember& member = value.member(i);
        if (hasTime(member.first) || (member.last && hasTime(*member.last)))
            return true;
    }
    return false;
}

void addQuote(PendingStory& pending, const QuoteInput& quote) {
    StoryData& data = pending.data;
    QuoteRow row;
    row.texts = data.arena.addRun(runTexts(quote));
    row.source = pending.sourceRefs.add(quote.source);
    if (quote.speaker)
        row.speaker = pending.actorRefs.add(*quote.speaker);
    const auto index = static_cast<std::uint32_t>(data.quotes.size());
    forEachAside(quote, [&](const auto& text, std::uint8_t field) {
        if (text)
            data.asideTexts.push_back({index, field, data.arena.add(*text)});
    });
    addExtra(data.arena, quote.extra, index, data.quoteExtra);
    data.quotes.push_back(row);
    data.quoteForm.push_back(quote.form);
}

void addRelation(PendingStory& pending, const RelationInput& relation) {
    StoryData& data = pending.data;
    RelationRow row;
    row.type = relationTypeFrom(relation.type);
    auto texts = runTexts(relation);
    if (row.type != RelationType::Other)
        texts[runIndex(&RelationInput::type)] = {};
    row.texts = data.arena.addRun(texts);
    row.explicitly = relation.explicitly;
    addExtra(data.arena, relation.extra, data.relations.size(), data.relationExtra);
    data.relations.push_back(row);
    pending.targets.push_back(pending.targetArena.add(relation.event));
}

// Adds the range of the next event and returns the text to keep: printed from the parsed parts.
std::string addWhen(PendingStory& pending, std::string_view when) {
    const auto event = static_cast<EventIndex>(pending.data.rangeBits.size());
    const auto value = parseEdtf(when);
    if (!value) {
        pending.notDates.push_back(event);
        appendRange(pending.data, {});
        return std::string(when);
    }
    if (dependsOnZone(*value)) {
        pending.timesOfDay.push_back(event);
        appendRange(pending.data, {});
    } else {
        appendRange(pending.data, resolve(*value, pending.data.zone)); // UTC as yet
    }
    return toText(*value);
}

} // namespace

std::uint32_t RefTable::add(std::string_view id) {
    if (const auto known = m_known.find(id); known != m_known.end())
        return known->second;
    const auto ref = static_cast<std::uint32_t>(m_ids.size());
    m_ids.push_back(&m_known.emplace(id, ref).first->first);
    return ref;
}

struct StoryBuilder::Impl {
    PendingStory pending;
};

StoryBuilder::StoryBuilder()
    : m_impl(std::make_unique<Impl>()) {}

StoryBuilder::~StoryBuilder() = default;
StoryBuilder::StoryBuilder(StoryBuilder&&) noexcept = default;
StoryBuilder& StoryBuilder::operator=(StoryBuilder&&) noexcept = default;

void StoryBuilder::setStory(const StoryInput& story) {
    StoryData& data = m_impl->pending.data;
    data.head = data.shelf.adopt(story);
}

void StoryBuilder::addLane(const Lane& lane) {
    StoryData& data = m_impl->pending.data;
    data.lanes.push_back(data.shelf.adopt(lane));
}

void StoryBuilder::addActor(const Actor& actor) {
    StoryData& data = m_impl->pending.data;
    data.actors.push_back(data.shelf.adopt(actor));
}

void StoryBuilder::addSource(const Source& source) {
    StoryData& data = m_impl->pending.data;
    data.sources.push_back(data.shelf.adopt(source));
}

void StoryBuilder::addEvent(const EventInput& event) {
    PendingStory& pending = m_impl->pending;
    StoryData& data = pending.data;
    const std::string when = addWhen(pending, event.when);
    auto texts = runTexts(event);
    texts[runIndex(&EventInput::when)] = when;
    data.texts.push_back(data.arena.addRun(texts));
    data.lane.push_back(pending.laneRefs.add(event.lane));
    data.actor.push_back(pending.actorRefs.add(event.actor));
    data.kindAndStatus.push_back(
        static_cast<std::uint8_t>(static_cast<unsigned>(event.kind) | static_cast<unsigned>(event.status) << 4));
    for (const QuoteInput& quote : event.quotes)
        addQuote(pending, quote);
    data.quoteStart.push_back(static_cast<std::uint32_t>(data.quotes.size()));
    for (const RelationInput& relation : event.relations)
        addRelation(pending, relation);
    data.relationStart.push_back(static_cast<std::uint32_t>(data.relations.size()));
    addExtra(data.arena, event.extra, data.texts.size() - 1, data.eventExtra);
}

std::size_t StoryBuilder::eventCount() const {
    return m_impl->pending.data.eventCount();
}

tl::expected<Story, std::vector<Problem>> StoryBuilder::build() {
    std::vector<Problem> problems;
    auto story = build([&](Problem problem) {
        if (problems.size() < maxProblems)
            problems.push_back(std::move(problem));
    });
    if (!story)
        return tl::unexpected(std::move(problems));
    return *std::move(story);
}

std::optional<Story> StoryBuilder::build(const std::function<void(Problem)>& report) {
    PendingStory pending = std::exchange(m_impl->pending, PendingStory());
    if (!resolve(pending, report))
        return std::nullopt;
    return assemble(std::move(pending));
}

} // namespace quoteline::model

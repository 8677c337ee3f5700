// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/story/story.h"

#include "model/story/story_data.h"
#include <algorithm>

namespace quoteline::model {

namespace {

std::shared_ptr<const StoryData> emptyData() {
    static const std::shared_ptr<const StoryData> data = [] {
        auto empty = std::make_shared<StoryData>();
        empty->language = empty->arena.add("en");
        return empty;
    }();
    return data;
}

ExtraFields extraOf(const StoryData& data, const std::vector<ExtraRow>& rows, std::uint32_t owner) {
    ExtraFields fields;
    auto row = std::lower_bound(rows.begin(), rows.end(), owner,
                                [](const ExtraRow& entry, std::uint32_t wanted) { return entry.owner < wanted; });
    for (; row != rows.end() && row->owner == owner; ++row)
        fields.push_back({data.text(row->name), data.text(row->json)});
    return fields;
}

bool sameEvent(const Story& a, const Story& b, EventIndex event) {
    if (a.id(event) != b.id(event) || a.title(event) != b.title(event) || a.summary(event) != b.summary(event) ||
        a.whenText(event) != b.whenText(event) || a.whenBasis(event) != b.whenBasis(event) ||
        a.range(event) != b.range(event) || a.lane(event) != b.lane(event) || a.actor(event) != b.actor(event) ||
        a.kind(event) != b.kind(event) || a.status(event) != b.status(event) || a.extra(event) != b.extra(event) ||
        a.quoteCount(event) != b.quoteCount(event) || a.relationCount(event) != b.relationCount(event))
        return false;
    for (std::size_t i = 0; i < a.quoteCount(event); ++i) {
        if (a.quote(event, i) != b.quote(event, i))
            return false;
    }
    for (std::size_t i = 0; i < a.relationCount(event); ++i) {
        if (a.relation(event, i) != b.relation(event, i))
            return false;
    }
    return true;
}

} // namespace

Story::Story()
    : m_data(emptyData()) {}

Story::Story(std::shared_ptr<const StoryData> data)
    : m_data(std::move(data)) {}

std::string_view Story::title() const {
    return m_data->text(m_data->title);
}

std::string_view Story::summary() const {
    return m_data->text(m_data->summary);
}

std::string_view Story::language() const {
    return m_data->text(m_data->language);
}

const Zone& Story::zone() const {
    return m_data->zone;
}

std::optional<TimeRange> Story::coreWindow() const {
    return m_data->coreWindow;
}

std::string_view Story::coreWindowText() const {
    return m_data->text(m_data->coreWindowText);
}

const ExtraFields& Story::extra() const {
    return m_data->extra;
}

std::span<const Lane> Story::lanes() const {
    return m_data->lanes;
}

std::span<const Actor> Story::actors() const {
    return m_data->actors;
}

std::span<const Source> Story::sources() const {
    return m_data->sources;
}

std::size_t Story::eventCount() const {
    return m_data->eventCount();
}

std::string_view Story::id(EventIndex event) const {
    return m_data->text(event, EventText::Id);
}

std::string_view Story::title(EventIndex event) const {
    return m_data->text(event, EventText::Title);
}

std::string_view Story::whenText(EventIndex event) const {
    return m_data->text(event, EventText::When);
}

std::string_view Story::whenBasis(EventIndex event) const {
    return m_data->text(event, EventText::WhenBasis);
}

std::string_view Story::summary(EventIndex event) const {
    return m_data->text(event, EventText::Summary);
}

Edtf Story::when(EventIndex event) const {
    return parseEdtf(whenText(event)).value(); // the builder takes no other text
}

TimeRange Story::range(EventIndex event) const {
    return m_data->range(event);
}

LaneIndex Story::lane(EventIndex event) const {
    return m_data->lane[event];
}

ActorIndex Story::actor(EventIndex event) const {
    return m_data->actor[event];
}

EventKind Story::kind(EventIndex event) const {
    return static_cast<EventKind>(m_data->kindAndStatus[event] & 0xF);
}

EventStatus Story::status(EventIndex event) const {
    return static_cast<EventStatus>(m_data->kindAndStatus[event] >> 4);
}

ExtraFields Story::extra(EventIndex event) const {
    return extraOf(*m_data, m_data->eventExtra, event);
}

std::span<const CivilMs> Story::layoutStarts() const {
    return m_data->layoutStart;
}

std::span<const CivilMs> Story::layoutEnds() const {
    return m_data->layoutEnd;
}

std::span<const LaneIndex> Story::laneColumn() const {
    return m_data->lane;
}

std::span<const TimeShape> Story::shapes() const {
    return m_data->shape;
}

std::size_t Story::textSize() const {
    return m_data->arena.size();
}

std::size_t Story::quoteCount() const {
    return m_data->quotes.size();
}

std::size_t Story::quoteCount(EventIndex event) const {
    return m_data->quoteStart[event + 1] - m_data->quoteStart[event];
}

SourceIndex Story::quoteSource(EventIndex event, std::size_t i) const {
    return m_data->quotes[m_data->quoteStart[event] + i].source;
}

std::optional<ActorIndex> Story::quoteSpeaker(EventIndex event, std::size_t i) const {
    const ActorIndex speaker = m_data->quotes[m_data->quoteStart[event] + i].speaker;
    return speaker == QuoteRow::noSpeaker ? std::nullopt : std::optional(speaker);
}

std::string_view Story::quoteExact(EventIndex event, std::size_t i) const {
    return m_data->text(m_data->quotes[m_data->quoteStart[event] + i], QuoteText::Exact);
}

Quote Story::quote(EventIndex event, std::size_t i) const {
    const StoryData& data = *m_data;
    const auto at = static_cast<std::uint32_t>(data.quoteStart[event] + i);
    const QuoteRow& row = data.quotes[at];
    Quote quote;
    quote.source = row.source;
    quote.exact = data.text(row, QuoteText::Exact);
    quote.prefix = data.text(row, QuoteText::Prefix);
    quote.suffix = data.text(row, QuoteText::Suffix);
    if (row.speaker != QuoteRow::noSpeaker)
        quote.speaker = row.speaker;
    quote.form = data.quoteForm[at];
    auto rare = std::lower_bound(data.rareTexts.begin(), data.rareTexts.end(), at,
                                 [](const RareText& entry, std::uint32_t wanted) { return entry.owner < wanted; });
    for (; rare != data.rareTexts.end() && rare->owner == at; ++rare)
        (rare->field == RareText::Field::Via ? quote.via : quote.note) = data.text(rare->text);
    quote.extra = extraOf(data, data.quoteExtra, at);
    return quote;
}

std::size_t Story::relationCount(EventIndex event) const {
    return m_data->relations.empty() ? 0 : m_data->relationStart[event + 1] - m_data->relationStart[event];
}

Relation Story::relation(EventIndex event, std::size_t i) const {
    const auto at = static_cast<std::uint32_t>(m_data->relationStart[event] + i);
    const RelationRow& row = m_data->relations[at];
    Relation relation;
    relation.type = row.type;
    relation.typeText = row.type == RelationType::Other ? m_data->text(row, RelationText::Type) : toWord(row.type);
    relation.event = row.event;
    relation.basis = m_data->text(row, RelationText::Basis);
    relation.explicitly = row.explicitly;
    relation.extra = extraOf(*m_data, m_data->relationExtra, at);
    return relation;
}

std::span<const IncomingRelation> Story::incoming(EventIndex event) const {
    if (m_data->incoming.empty())
        return {};
    const std::uint32_t first = m_data->incomingStart[event];
    return std::span(m_data->incoming).subspan(first, m_data->incomingStart[event + 1] - first);
}

std::optional<EventIndex> Story::find(std::string_view wanted) const {
    for (EventIndex event = 0; event < eventCount(); ++event) {
        if (id(event) == wanted)
            return event;
    }
    return std::nullopt;
}

std::optional<std::pair<CivilMs, CivilMs>> Story::extent() const {
    return m_data->extent;
}

bool Story::operator==(const Story& other) const {
    if (m_data == other.m_data)
        return true;
    if (title() != other.title() || summary() != other.summary() || language() != other.language() ||
        zone().name() != other.zone().name() || coreWindow() != other.coreWindow() ||
        coreWindowText() != other.coreWindowText() || extra() != other.extra() ||
        m_data->lanes != other.m_data->lanes || m_data->actors != other.m_data->actors ||
        m_data->sources != other.m_data->sources || eventCount() != other.eventCount())
        return false;
    for (EventIndex event = 0; event < eventCount(); ++event) {
        if (!sameEvent(*this, other, event))
            return false;
    }
    return true;
}

std::optional<TimeRange> latestDatedPublication(const Story& story) {
    return latestDatedPublication(story, story.zone());
}

std::optional<TimeRange> latestDatedPublication(const Story& story, const Zone& zone) {
    std::optional<TimeRange> latest;
    for (const Source& source : story.sources()) {
        if (!source.datePublished)
            continue;
        const Edtf value = parseEdtf(*source.datePublished).value();
        const EdtfDate& date = value.head.first.date;
        const bool wholeDate = value.kind == EdtfKind::Date && date.precision >= Precision::Day &&
                               !date.hasUnspecified() && date.qualifier == Qualifier::None;
        if (!wholeDate)
            continue;
        const TimeRange range = resolve(value, zone);
        if (!latest || *range.end > *latest->end)
            latest = range;
    }
    return latest;
}

} // namespace quoteline::model

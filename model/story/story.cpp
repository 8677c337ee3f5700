// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/story/story.h"

#include "model/story/story_data.h"
#include <algorithm>

namespace quoteline::model {

namespace {

std::shared_ptr<const StoryData> emptyData() {
    static const auto data = std::make_shared<const StoryData>();
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

/// All of a quote but whom it refers to.
template <typename Ref>
void readQuote(const StoryData& data, std::uint32_t at, QuoteOf<Ref>& quote) {
    data.readRun(data.quotes[at].texts, quote);
    quote.form = data.quoteForm[at];
    auto aside = std::lower_bound(data.asideTexts.begin(), data.asideTexts.end(), at,
                                  [](const AsideText& entry, std::uint32_t wanted) { return entry.owner < wanted; });
    forEachAside(quote, [&](auto& text, std::uint8_t field) {
        text.reset();
        if (aside != data.asideTexts.end() && aside->owner == at && aside->field == field)
            text = data.text((aside++)->text);
    });
    quote.extra = extraOf(data, data.quoteExtra, at);
}

} // namespace

Story::Story()
    : m_data(emptyData()) {}

Story::Story(std::shared_ptr<const StoryData> data)
    : m_data(std::move(data)) {}

const StoryInput& Story::head() const {
    return m_data->head;
}

std::string_view Story::title() const {
    return m_data->head.title;
}

std::string_view Story::summary() const {
    return m_data->head.summary;
}

std::string_view Story::language() const {
    return m_data->head.language;
}

const Zone& Story::zone() const {
    return m_data->zone;
}

std::optional<TimeRange> Story::coreWindow() const {
    return m_data->coreWindow;
}

std::string_view Story::coreWindowText() const {
    return m_data->head.coreWindow.value_or(std::string_view());
}

const ExtraFields& Story::extra() const {
    return m_data->head.extra;
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
    return m_data->text<&EventInput::id>(event);
}

std::string_view Story::title(EventIndex event) const {
    return m_data->text<&EventInput::title>(event);
}

std::string_view Story::whenText(EventIndex event) const {
    return m_data->text<&EventInput::when>(event);
}

std::string_view Story::whenBasis(EventIndex event) const {
    return m_data->text<&EventInput::whenBasis>(event);
}

std::string_view Story::summary(EventIndex event) const {
    return m_data->text<&EventInput::summary>(event);
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

void Story::copyTo(EventInput& input, EventIndex event) const {
    m_data->readRun(m_data->texts[event], input);
    input.lane = lanes()[lane(event)].id;
    input.actor = actors()[actor(event)].id;
    input.kind = kind(event);
    input.status = status(event);
    input.extra = extra(event);
    input.quotes.resize(quoteCount(event));
    for (std::size_t i = 0; i < input.quotes.size(); ++i) {
        QuoteInput& quote = input.quotes[i];
        readQuote(*m_data, static_cast<std::uint32_t>(m_data->quoteStart[event] + i), quote);
        quote.source = sources()[quoteSource(event, i)].id;
        const auto speaker = quoteSpeaker(event, i);
        quote.speaker = speaker ? std::optional(actors()[*speaker].id) : std::nullopt;
    }
    input.relations.clear();
    for (std::size_t i = 0; i < relationCount(event); ++i) {
        const Relation one = relation(event, i);
        input.relations.push_back({one.typeText, id(one.event), one.basis, one.explicitly, one.extra});
    }
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
    return m_data->arena.size() + m_data->shelf.size();
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
    return m_data->text<&QuoteInput::exact>(m_data->quotes[m_data->quoteStart[event] + i].texts);
}

Quote Story::quote(EventIndex event, std::size_t i) const {
    const auto at = static_cast<std::uint32_t>(m_data->quoteStart[event] + i);
    Quote quote;
    readQuote(*m_data, at, quote);
    quote.source = m_data->quotes[at].source;
    quote.speaker = quoteSpeaker(event, i);
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
    relation.typeText =
        row.type == RelationType::Other ? m_data->text<&RelationInput::type>(row.texts) : toWord(row.type);
    relation.event = row.event;
    relation.basis = m_data->text<&RelationInput::basis>(row.texts);
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
    if (head() != other.head() || m_data->lanes != other.m_data->lanes || m_data->actors != other.m_data->actors ||
        m_data->sources != other.m_data->sources || eventCount() != other.eventCount())
        return false;
    EventInput own;
    EventInput others;
    for (EventIndex event = 0; event < eventCount(); ++event) {
        copyTo(own, event);
        other.copyTo(others, event);
        if (own != others)
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

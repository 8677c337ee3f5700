// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/links/link_ends.h"
#include <vector>

/// The relations of a story as lines from event to event. Part of the overlay: no Scene is built for them.
namespace quoteline::layout {

/// A relation of the story: the event that carries it, and its place there.
struct LinkRef {
    model::EventIndex from = 0;
    std::size_t relation = 0;
    bool operator==(const LinkRef&) const = default;
};

/// How a link is drawn, so that kinds are told apart without colour.
enum class LinkPattern : std::uint8_t {
    Reply,     ///< a whole line
    Agreement, ///< long dashes: confirms, agrees with
    Dispute,   ///< dashes and dots: disputes, corrects, qualifies
    Mention,   ///< short dashes: discusses, and what the program does not know
    Reading    ///< dots: read so by the author of the story; the source does not say it
};
inline constexpr int linkPatternCount = 5;

LinkPattern patternOf(const model::Relation& relation);

struct LinkArc {
    LinkRef ref;
    model::EventIndex to = 0;  ///< the event that the relation points at
    std::vector<QPointF> path; ///< from the event that carries it, of short straight pieces
    std::vector<QPointF> head; ///< three corners, the tip at the event pointed at
    LinkPattern pattern = LinkPattern::Reply;
    bool faint = false;   ///< not of the selected event
    bool current = false; ///< the one that keys and the panel are at
    bool clear = true;    ///< crosses no words
    bool operator==(const LinkArc&) const = default;
};

/// The words at an arc; on a ground of their own.
struct LinkLabel {
    QRectF rect;
    Text text;
    std::size_t arc = 0; ///< index into Links::arcs
    bool operator==(const LinkLabel&) const = default;
};

/// Links that are not drawn, or not in words, and why.
struct LinkCounts {
    std::size_t noRoom = 0;     ///< there is no way that crosses no words
    std::size_t tooMany = 0;    ///< more than are drawn at once
    std::size_t leftOut = 0;    ///< the filter leaves one of the events out
    std::size_t elsewhere = 0;  ///< of the selected event, which is as little in view as the other one
    std::size_t unlabelled = 0; ///< of the selected event, drawn without words: there is no free place for them
    bool operator==(const LinkCounts&) const = default;
};

struct Links {
    std::vector<LinkArc> arcs; ///< those of the selected event last
    std::vector<LinkLabel> labels;
    LinkCounts counts;
    bool operator==(const Links&) const = default;
};

struct LinkInput {
    std::optional<model::EventIndex> selected = {}; ///< its links are drawn with words
    std::optional<LinkRef> current = {};
    bool all = false; ///< also every link between events in view, faint
    bool operator==(const LinkInput&) const = default;
};

/// At most this many links of one event are drawn; the current one is always among them.
inline constexpr std::size_t mostLinksOfEvent = 200;

/// Bounded by the links of the selected event (at most mostLinksOfEvent of them) and, for all, by the pixels; never by
/// the events of the story.
Links buildLinks(const LinkGround& ground, const LinkInput& input);

/// The arc, by index, whose line or words lie nearest to `point`, within `tolerance` pixels; of several the last.
std::optional<std::size_t> linkAt(const Links& links, QPointF point, double tolerance);

/// The links of an event in the order in which keys go through them: its own, then those of others to it.
std::size_t linkCount(const model::Story& story, model::EventIndex event);
LinkRef linkOf(const model::Story& story, model::EventIndex event, std::size_t i);
/// Where a link stands in that order; nothing for a link of other events. O(links of the event).
std::optional<std::size_t> placeOf(const model::Story& story, model::EventIndex event, const LinkRef& link);

} // namespace quoteline::layout

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/links/link_labels.h"

#include "app/content/words/display_text.h"
#include "app/content/words/translate.h"
#include "app/layout/links/link_words.h"
#include "app/layout/shapes/label_shape.h"
#include <QLineF>
#include <QStringList>
#include <algorithm>
#include <cmath>
#include <limits>

namespace quoteline::layout {

namespace {

constexpr std::size_t mostLabels = 60; // more would say nothing
constexpr double widestInLines = 20;   // words, in heights of a line
constexpr double sidePadding = 4;      // left and right of the words, at text scale 1
constexpr double reachInLines = 2.5;   // how far from its line a label may stand
constexpr double crossedCost = 60;     // a line below the label is as bad as that distance
constexpr double strayCost = 90;       // to stand nearer to another line
constexpr double shares[] = {0.5, 0.3, 0.7, 0.12, 0.88};

class LinkLabeller {
public:
    LinkLabeller(Links& links, std::size_t first, const LinkGround& ground, const LinkRouter& router)
        : m_links(links)
        , m_first(first)
        , m_ground(ground)
        , m_scale(ground.scene.textScale)
        , m_line(ground.measurer.lineHeight(FontRole::Note))
        , m_taken(router.words()) {
        for (std::size_t i = first; i < links.arcs.size(); ++i)
            m_lines.push_back(lineOf(links.arcs[i]));
        const double radius = Sizes(m_scale).dotRadius;
        for (const Mark& mark : ground.scene.marks) {
            m_taken.push_back(mark.rect());
            if (!isBar(mark.span) || mark.span.ringed)
                m_taken.emplace_back(mark.span.centre - radius, mark.centreY - radius, 2 * radius, 2 * radius);
        }
    }

    bool add(std::size_t arc, model::EventIndex selected, bool beyond);

private:
    struct Line;
    static Line lineOf(const LinkArc& arc);
    struct Spot {
        QRectF rect;
        double cost = 0;
    };
    QStringList wordings(const LinkArc& arc, model::EventIndex selected, bool beyond) const;
    std::optional<QRectF> placeFor(std::size_t arc, QSizeF size) const;
    std::vector<Spot> beside(const LinkArc& arc, QSizeF size) const;
    std::vector<Spot> around(const LinkArc& arc, QSizeF size) const;
    void improve(std::optional<Spot>& best, std::vector<Spot> spots, std::size_t arc) const;
    bool isFree(const QRectF& rect) const;
    std::size_t linesAcross(const QRectF& rect, std::size_t arc) const;
    bool nearerToAnother(const QRectF& rect, std::size_t arc) const;

    /// What the line of an arc covers.
    struct Line {
        QRectF bounds; ///< with its head
        std::vector<QRectF> pieces;
    };

    Links& m_links;
    std::size_t m_first;
    std::vector<Line> m_lines; ///< of the arcs from m_first on
    const LinkGround& m_ground;
    double m_scale;
    double m_line;
    std::vector<QRectF> m_taken; ///< by words and marks
};

LinkLabeller::Line LinkLabeller::lineOf(const LinkArc& arc) {
    Line line;
    const auto add = [&](QPointF a, QPointF b) {
        const QRectF piece = QRectF(a, b).normalized().adjusted(-1, -1, 1, 1);
        line.bounds = line.bounds.isNull() ? piece : line.bounds.united(piece);
        return piece;
    };
    for (std::size_t k = 1; k < arc.path.size(); ++k)
        line.pieces.push_back(add(arc.path[k - 1], arc.path[k]));
    for (const QPointF& corner : arc.head)
        add(corner, corner);
    return line;
}

/// The whole first; less where an event out of view is named at length.
QStringList LinkLabeller::wordings(const LinkArc& arc, model::EventIndex selected, bool beyond) const {
    const StoryView& view = m_ground.view;
    const bool own = arc.ref.from == selected;
    const QString words = linkInWords(view.story().relation(arc.ref.from, arc.ref.relation),
                                      own ? RelationSide::Outgoing : RelationSide::Incoming);
    const model::EventIndex other = own ? arc.to : arc.ref.from;
    QStringList all;
    if (beyond)
        all << translate("layout", "%1 · %2 · %3", "“replies to”, the date and the title of an event")
                   .arg(words, view.shortDate(other), isolated(view.title(other)))
            << translate("layout", "%1 · %2", "“replies to”, the date of an event").arg(words, view.shortDate(other));
    all << words;
    for (QString& text : all)
        text = elided(text, widestInLines * m_line, FontRole::Note, m_ground.measurer);
    return all;
}

/// On the line and next to it.
std::vector<LinkLabeller::Spot> LinkLabeller::beside(const LinkArc& arc, QSizeF size) const {
    std::vector<Spot> spots;
    const double gap = 2 * m_scale;
    for (std::size_t i = 1; i < arc.path.size(); ++i) {
        const QLineF piece(arc.path[i - 1], arc.path[i]);
        if (piece.length() < 2 * gap) // of a round corner
            continue;
        const bool level = std::abs(piece.dx()) > std::abs(piece.dy());
        const QPointF aside = level ? QPointF(0, size.height() / 2 + gap) : QPointF(size.width() / 2 + gap, 0);
        const double lack = std::max(0.0, (level ? size.width() : size.height()) - piece.length());
        for (const double share : shares) {
            const double cost = lack + 8 * std::abs(share - 0.5);
            const QPointF at = piece.pointAt(share);
            for (const double side : {0.0, -1.0, 1.0})
                spots.push_back({QRectF(at + side * aside - QPointF(size.width(), size.height()) / 2, size),
                                 cost + (side == 0 && level ? 0
                                         : side == 0        ? 6
                                                            : 4)});
        }
    }
    return spots;
}

/// Further away, but nearer to this line than a few heights of a line.
std::vector<LinkLabeller::Spot> LinkLabeller::around(const LinkArc& arc, QSizeF size) const {
    std::vector<Spot> spots;
    for (std::size_t i = 1; i < arc.path.size(); ++i) {
        const QLineF piece(arc.path[i - 1], arc.path[i]);
        if (piece.length() < m_line / 2)
            continue;
        for (const double share : shares)
            for (double dy = -reachInLines; dy <= reachInLines; dy += 1)
                for (double dx = -reachInLines; dx <= reachInLines; dx += 1) {
                    const QPointF off(dx * m_line + (dx > 0 ? 1 : dx < 0 ? -1 : 0) * size.width() / 2, dy * m_line);
                    spots.push_back(
                        {QRectF(piece.pointAt(share) + off - QPointF(size.width(), size.height()) / 2, size),
                         20 + std::hypot(dx, dy) * m_line});
                }
    }
    return spots;
}

bool LinkLabeller::isFree(const QRectF& rect) const {
    const auto misses = [&](const QRectF& other) { return !other.intersects(rect); };
    return m_ground.scene.frame.lanes.contains(rect) && std::all_of(m_taken.begin(), m_taken.end(), misses);
}

/// Lines of other links, and heads of any, below a label.
std::size_t LinkLabeller::linesAcross(const QRectF& rect, std::size_t arc) const {
    std::size_t crossed = 0;
    for (std::size_t i = m_first; i < m_links.arcs.size(); ++i) {
        const Line& line = m_lines[i - m_first];
        if (!line.bounds.intersects(rect))
            continue;
        const auto meets = [&](const QRectF& piece) { return piece.intersects(rect); };
        if (i != arc)
            crossed += static_cast<std::size_t>(std::count_if(line.pieces.begin(), line.pieces.end(), meets));
        for (const QPointF& corner : m_links.arcs[i].head)
            crossed += rect.contains(corner) ? 1 : 0;
    }
    return crossed;
}

/// Whether a reader would take the words for those of another link.
bool LinkLabeller::nearerToAnother(const QRectF& rect, std::size_t arc) const {
    const auto distanceTo = [&](const Line& line) {
        double least = std::numeric_limits<double>::max();
        for (const QRectF& piece : line.pieces) {
            const double dx = std::max({piece.left() - rect.right(), 0.0, rect.left() - piece.right()});
            const double dy = std::max({piece.top() - rect.bottom(), 0.0, rect.top() - piece.bottom()});
            least = std::min(least, std::hypot(dx, dy));
        }
        return least;
    };
    const double own = distanceTo(m_lines[arc - m_first]);
    for (std::size_t i = 0; own > 0 && i < m_lines.size(); ++i)
        if (i != arc - m_first && distanceTo(m_lines[i]) < own)
            return true;
    return false;
}

void LinkLabeller::improve(std::optional<Spot>& best, std::vector<Spot> spots, std::size_t arc) const {
    std::stable_sort(spots.begin(), spots.end(), [](const Spot& a, const Spot& b) { return a.cost < b.cost; });
    for (const Spot& spot : spots) {
        if (best && spot.cost >= best->cost)
            return;
        const QRectF rect(QPointF(std::round(spot.rect.left()), std::round(spot.rect.top())), spot.rect.size());
        if (!isFree(rect))
            continue;
        double cost = spot.cost; // the dearest to find out comes last
        if (!best || cost < best->cost)
            cost += crossedCost * static_cast<double>(linesAcross(rect, arc));
        if ((!best || cost < best->cost) && nearerToAnother(rect, arc))
            cost += strayCost;
        if (!best || cost < best->cost)
            best = Spot{rect, cost};
    }
}

std::optional<QRectF> LinkLabeller::placeFor(std::size_t index, QSizeF size) const {
    const LinkArc& arc = m_links.arcs[index];
    std::optional<Spot> best;
    improve(best, beside(arc, size), index);
    if (!best || best->cost >= crossedCost)
        improve(best, around(arc, size), index);
    return best ? std::optional(best->rect) : std::nullopt;
}

bool LinkLabeller::add(std::size_t index, model::EventIndex selected, bool beyond) {
    const LinkArc& arc = m_links.arcs[index];
    for (const QString& words : wordings(arc, selected, beyond)) {
        const double width = m_ground.measurer.width(words, FontRole::Note);
        const auto rect = placeFor(index, QSizeF(std::ceil(width + 2 * sidePadding * m_scale), std::ceil(m_line)));
        if (!rect)
            continue;
        const QPointF baseline(rect->left() + sidePadding * m_scale,
                               std::round(rect->top() + m_ground.measurer.ascent(FontRole::Note)));
        const Ink ink = arc.current ? Ink::Accent : Ink::Text;
        m_links.labels.push_back({*rect, {baseline, width, words, FontRole::Note, ink, -1, Clip::Lanes}, index});
        m_taken.push_back(*rect);
        return true;
    }
    return false;
}

} // namespace

std::size_t addLinkLabels(Links& links, std::size_t first, model::EventIndex selected, const std::vector<bool>& beyond,
                          const LinkGround& ground, const LinkRouter& router) {
    LinkLabeller labeller(links, first, ground, router);
    std::size_t unlabelled = 0;
    for (std::size_t arc = first; arc < links.arcs.size(); ++arc)
        if (arc - first >= mostLabels || !labeller.add(arc, selected, beyond[arc - first]))
            ++unlabelled;
    return unlabelled;
}

} // namespace quoteline::layout

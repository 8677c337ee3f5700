// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/sheet/line_breaking.h"

#include <QTextBoundaryFinder>
#include <algorithm>
#include <optional>

namespace quoteline::layout {

namespace {

constexpr qsizetype shortWord = 64;    ///< UTF-16 units; longer ones are measured in parts that fit
constexpr double roundingSlack = 1e-6; // sums of doubles

/// What ends a line in any case (UAX #14, rules LB4 and LB5).
bool endsLine(QChar c) {
    const char16_t code = c.unicode();
    return (code >= u'\n' && code <= u'\r') || code == 0x85 || code == 0x2028 || code == 0x2029;
}

constexpr char16_t leftToRightMark = 0x200E;
constexpr char16_t rightToLeftMark = 0x200F;

class LineBreaker {
public:
    LineBreaker(std::span<const FlowRun> runs, double width, const TextMeasurer& measurer)
        : m_runs(runs)
        , m_measurer(measurer)
        , m_width(width) {
        for (const FlowRun& run : runs) {
            m_starts.push_back(m_text.size());
            m_text += run.text;
        }
        m_fromRight = m_text.isRightToLeft();
    }
    std::vector<FlowLine> lines();

private:
    qsizetype segmentEnd(qsizetype from, QTextBoundaryFinder& finder) const;
    void addSegment(qsizetype from, qsizetype to);
    void addWord(qsizetype from, qsizetype to);
    void accept(qsizetype from, qsizetype to, double width);
    void finishLine();
    FlowLine lineOf(qsizetype from, qsizetype to) const;
    double widthOf(qsizetype from, qsizetype to) const;
    double widthOf(const FlowLine& line) const;
    qsizetype withoutSpace(qsizetype from, qsizetype to) const;
    qsizetype clusterEnd(qsizetype from, qsizetype limit);
    qsizetype fittingEnd(qsizetype from, qsizetype to);
    std::size_t runAt(qsizetype at) const {
        return static_cast<std::size_t>(std::upper_bound(m_starts.begin(), m_starts.end(), at) - m_starts.begin()) - 1;
    }

    std::span<const FlowRun> m_runs;
    const TextMeasurer& m_measurer;
    double m_width;
    QString m_text;
    std::vector<qsizetype> m_starts; ///< of the runs
    bool m_fromRight = false;
    std::optional<QTextBoundaryFinder> m_clusters; ///< made when a word is too wide
    std::vector<FlowLine> m_lines;
    qsizetype m_lineStart = 0;
    std::vector<qsizetype> m_ends; ///< of the parts on the line that is being filled
    double m_used = 0;             ///< by them, about: each is measured alone
};

/// The parts of the runs between two places of the text.
template <typename Visit>
void visitParts(std::span<const FlowRun> runs, const std::vector<qsizetype>& starts, std::size_t run, qsizetype from,
                qsizetype to, Visit visit) {
    for (; run < runs.size() && starts[run] < to; ++run) {
        const qsizetype start = std::max(from, starts[run]);
        const qsizetype end = std::min(to, starts[run] + runs[run].text.size());
        if (end > start)
            visit(run, start - starts[run], end - start);
    }
}

double LineBreaker::widthOf(qsizetype from, qsizetype to) const {
    double width = 0;
    if (to > from)
        visitParts(m_runs, m_starts, runAt(from), from, to, [&](std::size_t run, qsizetype start, qsizetype length) {
            width += m_measurer.width(QStringView(m_runs[run].text).mid(start, length), m_runs[run].font);
        });
    return width;
}

double LineBreaker::widthOf(const FlowLine& line) const {
    double width = 0;
    for (const FlowPiece& piece : line.pieces)
        width += piece.width;
    return width;
}

qsizetype LineBreaker::withoutSpace(qsizetype from, qsizetype to) const {
    while (to > from && m_text[to - 1].isSpace())
        --to;
    return to;
}

FlowLine LineBreaker::lineOf(qsizetype from, qsizetype to) const {
    FlowLine line;
    to = withoutSpace(from, to);
    double x = 0;
    if (to > from)
        visitParts(m_runs, m_starts, runAt(from), from, to, [&](std::size_t run, qsizetype start, qsizetype length) {
            FlowPiece piece{run, start, length, 0, x, 0};
            if (QStringView(m_runs[run].text).mid(start, length).isRightToLeft() != m_fromRight)
                piece.mark = m_fromRight ? rightToLeftMark : leftToRightMark;
            piece.width = m_measurer.width(wordsOf(piece, m_runs), m_runs[run].font);
            x += piece.width;
            line.pieces.push_back(piece);
        });
    if (m_fromRight)
        for (FlowPiece& piece : line.pieces)
            piece.x = m_width - piece.x - piece.width;
    return line;
}

/// Words together may be a little wider than each alone: what is then too much begins the next line.
void LineBreaker::finishLine() {
    if (m_ends.empty())
        return;
    std::size_t keep = m_ends.size();
    FlowLine line = lineOf(m_lineStart, m_ends[keep - 1]);
    while (keep > 1 && widthOf(line) > m_width + roundingSlack)
        line = lineOf(m_lineStart, m_ends[--keep - 1]);
    m_lines.push_back(std::move(line));
    m_lineStart = m_ends[keep - 1];
    m_ends.erase(m_ends.begin(), m_ends.begin() + static_cast<std::ptrdiff_t>(keep));
    m_used = m_ends.empty() ? 0 : widthOf(m_lineStart, m_ends.back());
}

void LineBreaker::accept(qsizetype from, qsizetype to, double width) {
    if (m_ends.empty())
        m_lineStart = from;
    m_ends.push_back(to);
    m_used += width;
}

/// The end of the cluster that begins at `from`.
qsizetype LineBreaker::clusterEnd(qsizetype from, qsizetype limit) {
    m_clusters->setPosition(from);
    const qsizetype end = m_clusters->toNextBoundary();
    return end < 0 ? limit : std::min(end, limit);
}

/// The last end of a cluster up to which the text fits a line, found by doubling and halving: no more is measured than
/// a few lines of it. One cluster at least.
qsizetype LineBreaker::fittingEnd(qsizetype from, qsizetype to) {
    if (!m_clusters)
        m_clusters.emplace(QTextBoundaryFinder::Grapheme, m_text);
    qsizetype fits = clusterEnd(from, to);
    const auto wholeCluster = [&](qsizetype at) {
        m_clusters->setPosition(at);
        return m_clusters->isAtBoundary() ? at : std::max<qsizetype>(fits, m_clusters->toPreviousBoundary());
    };
    qsizetype tooFar = to + 1;
    for (qsizetype step = 16; fits < to && tooFar > to; step *= 2) {
        const qsizetype at = std::min(to, fits + step);
        const qsizetype end = at == to ? to : wholeCluster(at);
        if (end > fits && widthOf(from, end) > m_width)
            tooFar = end;
        else if (end > fits)
            fits = end;
    }
    while (tooFar - fits > 1 && fits < to) {
        const qsizetype end = wholeCluster(fits + (tooFar - fits) / 2);
        if (end <= fits) { // the rest is one cluster, or begins with one that ends beyond the middle
            const qsizetype next = clusterEnd(fits, to);
            if (next >= tooFar || widthOf(from, next) > m_width)
                break;
            fits = next;
        } else if (widthOf(from, end) > m_width) {
            tooFar = end;
        } else {
            fits = end;
        }
    }
    return fits;
}

void LineBreaker::addWord(qsizetype from, qsizetype to) {
    const bool isShort = to - from <= shortWord;
    const qsizetype end = isShort ? to : fittingEnd(from, to);
    const double width = end == to ? widthOf(from, to) : m_width + 1;
    while (!m_ends.empty() && width > m_width - m_used)
        finishLine();
    if (width <= m_width - m_used) {
        accept(from, to, width);
        return;
    }
    for (qsizetype at = from; at < to;) {
        const qsizetype next = fittingEnd(at, to);
        accept(at, next, widthOf(at, next));
        if (next < to)
            finishLine();
        at = next;
    }
}

/// A segment is a word with the white space after it, which may hang over the end of the line.
void LineBreaker::addSegment(qsizetype from, qsizetype to) {
    const qsizetype wordEnd = withoutSpace(from, to);
    if (wordEnd > from)
        addWord(from, wordEnd);
    else
        accept(from, from, 0);
    m_ends.back() = to;
    if (endsLine(m_text[to - 1]))
        while (!m_ends.empty())
            finishLine();
    else
        m_used += widthOf(wordEnd, to);
}

/// The end of the segment that begins at `from`. QTextBoundaryFinder of Qt 6.4 misses line breaks after digits.
qsizetype LineBreaker::segmentEnd(qsizetype from, QTextBoundaryFinder& finder) const {
    if (finder.position() <= from)
        finder.toNextBoundary();
    const qsizetype allowed = finder.position() < 0 ? m_text.size() : finder.position();
    const auto found = std::find_if(m_text.begin() + from, m_text.begin() + allowed, endsLine);
    if (found == m_text.begin() + allowed)
        return allowed;
    const qsizetype end = found - m_text.begin() + 1;
    return *found == u'\r' && end < m_text.size() && m_text[end] == u'\n' ? end + 1 : end;
}

std::vector<FlowLine> LineBreaker::lines() {
    QTextBoundaryFinder finder(QTextBoundaryFinder::Line, m_text);
    for (qsizetype at = 0; at < m_text.size();) {
        const qsizetype end = segmentEnd(at, finder);
        addSegment(at, end);
        at = end;
    }
    while (!m_ends.empty())
        finishLine();
    return std::move(m_lines);
}

} // namespace

QString wordsOf(const FlowPiece& piece, std::span<const FlowRun> runs) {
    const QString words = runs[piece.run].text.mid(piece.start, piece.length);
    return piece.mark == 0 ? words : QChar(piece.mark) + words;
}

std::vector<FlowLine> brokenIntoLines(std::span<const FlowRun> runs, double width, const TextMeasurer& measurer) {
    return LineBreaker(runs, width, measurer).lines();
}

} // namespace quoteline::layout

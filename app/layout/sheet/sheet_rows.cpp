// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/sheet/sheet_rows.h"

#include "app/layout/sheet/line_breaking.h"
#include <algorithm>
#include <cmath>
#include <utility>

namespace quoteline::layout {

namespace {

constexpr double bestMeasure = 65;  ///< characters in a line of a quote
constexpr double leastMeasure = 45; ///< with more than one column
constexpr double gutter = 32;
constexpr double numberGap = 8;
constexpr double leading = 2;        ///< between two lines
constexpr double belowContinued = 4; ///< between "12, continued" and what follows

// Space above blocks, at text scale 1.
double spaceAbove(SheetBlock::Kind kind) {
    switch (kind) {
    case SheetBlock::Kind::Heading:
        return 28;
    case SheetBlock::Kind::Entry:
        return 18;
    case SheetBlock::Kind::Source:
        return 12;
    case SheetBlock::Kind::Legend:
        return 12;
    }
    return 0;
}

/// With what stands behind it, where all of that fits a line.
std::vector<SheetParagraph> parted(SheetParagraph paragraph, double width, const TextMeasurer& measurer) {
    if (!paragraph.behind)
        return {std::move(paragraph)};
    const SheetRun behind = *paragraph.behind;
    paragraph.behind.reset();
    const SheetRun dot{QStringLiteral(" · "), behind.font, Ink::SoftText};
    double all = measurer.width(dot.text, dot.font) + measurer.width(behind.text, behind.font);
    for (const SheetRun& run : paragraph.runs)
        all += measurer.width(run.text, run.font);
    if (all > width)
        return {std::move(paragraph), {{behind}, 0, {}, {}, true}};
    paragraph.runs.push_back(dot);
    paragraph.runs.push_back(behind);
    return {std::move(paragraph)};
}

std::vector<FlowRun> flowOf(const SheetParagraph& paragraph) {
    std::vector<FlowRun> runs;
    for (const SheetRun& run : paragraph.runs)
        runs.push_back({run.text, run.font});
    return runs;
}

class BlockSetter {
public:
    BlockSetter(const SheetGrid& grid, const TextMeasurer& measurer)
        : m_grid(grid)
        , m_measurer(measurer) {}

    /// Adds the lines of a paragraph; `left` is where its text begins.
    void add(std::vector<SheetRow>& rows, const SheetParagraph& paragraph, double left) const;
    void addNumber(SheetRow& row, const QString& number) const;

private:
    SheetRow rowOf(const FlowLine& line, std::span<const FlowRun> flow, const SheetParagraph& paragraph,
                   double left) const;
    void addMark(SheetRow& row, const MarkSpan& span) const;

    const SheetGrid& m_grid;
    const TextMeasurer& m_measurer;
};

/// Lines of one paragraph are equally high, whatever stands on each.
struct LineBox {
    double ascent = 0;
    double height = 0;
};

LineBox boxOf(const SheetParagraph& paragraph, double textScale, const TextMeasurer& measurer) {
    double ascent = 0;
    double below = 0;
    for (const SheetRun& run : paragraph.runs) {
        ascent = std::max(ascent, measurer.ascent(run.font));
        below = std::max(below, measurer.lineHeight(run.font) - measurer.ascent(run.font));
    }
    return {std::ceil(ascent), std::ceil(ascent) + std::ceil(below) + std::round(leading * textScale)};
}

SheetRow BlockSetter::rowOf(const FlowLine& line, std::span<const FlowRun> flow, const SheetParagraph& paragraph,
                            double left) const {
    const LineBox box = boxOf(paragraph, m_grid.textScale, m_measurer);
    SheetRow row;
    row.height = box.height;
    row.clings = paragraph.clings;
    for (const FlowPiece& piece : line.pieces) {
        const SheetRun& run = paragraph.runs[piece.run];
        const double x = left + piece.x;
        row.texts.push_back(
            {QPointF(x, box.ascent), piece.width, wordsOf(piece, flow), run.font, run.ink, -1, Clip::None});
        if (run.leadsTo)
            row.links.push_back(
                {QRectF(x, box.ascent - m_measurer.ascent(run.font), piece.width, m_measurer.lineHeight(run.font)),
                 *run.leadsTo});
    }
    return row;
}

void BlockSetter::add(std::vector<SheetRow>& rows, const SheetParagraph& paragraph, double left) const {
    const double width = std::max(1.0, m_grid.columnWidth - left);
    for (const SheetParagraph& part : parted(paragraph, width, m_measurer)) {
        const std::size_t first = rows.size();
        const std::vector<FlowRun> flow = flowOf(part);
        for (const FlowLine& line : brokenIntoLines(flow, width, m_measurer))
            rows.push_back(rowOf(line, flow, part, left));
        if (rows.size() == first)
            continue;
        // No line of a paragraph stands alone in a column.
        if (rows.size() - first > 1)
            rows[first + 1].clings = rows.back().clings = true;
        rows[first].opens = part.opens;
        rows[first].above = std::round(part.above * m_grid.textScale);
        if (part.mark)
            addMark(rows[first], *part.mark);
    }
}

void moveDown(SheetRow& row, double by) {
    for (Text& text : row.texts)
        text.baseline.ry() += by;
    for (SheetLink& link : row.links)
        link.rect.translate(0, by);
    row.height += by;
}

/// Level with the first line, which grows to what the highest of the marks needs: lines of a legend are evenly spaced.
void BlockSetter::addMark(SheetRow& row, const MarkSpan& span) const {
    const Sizes sizes(m_grid.textScale);
    Mark mark{span, (row.height - std::round(leading * m_grid.textScale)) / 2, barHeightOf(span, sizes), -1,
              std::nullopt};
    const double half = std::ceil(std::max(2 * sizes.dotRadius, mark.rect().height() / 2)); // a ring with its soft edge
    const double down = std::max(0.0, half - mark.centreY);
    moveDown(row, std::ceil(down));
    mark.centreY += std::ceil(down);
    row.height = std::max(row.height, mark.centreY + half);
    row.mark = mark;
}

/// Right-aligned before the text, on the baseline of the first line, which grows where the number is higher.
void BlockSetter::addNumber(SheetRow& row, const QString& number) const {
    const double width = m_measurer.width(number, FontRole::Label);
    const double right = m_grid.indent - std::round(numberGap * m_grid.textScale);
    const double ascent = std::ceil(m_measurer.ascent(FontRole::Label));
    const double below = std::ceil(m_measurer.lineHeight(FontRole::Label) - m_measurer.ascent(FontRole::Label));
    const double down = row.texts.empty() ? 0 : std::max(0.0, ascent - row.texts.front().baseline.y());
    moveDown(row, down);
    const double y = row.texts.empty() ? ascent : row.texts.front().baseline.y();
    row.height = std::max(row.height, y + below + std::round(leading * m_grid.textScale));
    row.texts.insert(row.texts.begin(),
                     {QPointF(right - width, y), width, number, FontRole::Label, Ink::Text, -1, Clip::None});
}

/// In a column too narrow for numbers beside it, the number is the first word of the text.
SheetBlock withNumberInText(SheetBlock block) {
    if (!block.number.isEmpty() && !block.paragraphs.empty()) {
        auto& runs = block.paragraphs.front().runs;
        runs.insert(runs.begin(), {block.number + u' ', FontRole::Label, Ink::Text});
    }
    block.number.clear();
    return block;
}

double measureOf(double columnWidth, double indent, double character) {
    return (columnWidth - indent) / character;
}

} // namespace

SheetGrid sheetGrid(double width, double textScale, const QString& mostNumber, const TextMeasurer& measurer) {
    const QString sample = QStringLiteral("the words of the sources as they stand in them, and who said them");
    const double character = measurer.width(sample, FontRole::Subtitle) / static_cast<double>(sample.size());
    const double indent = std::ceil(measurer.width(mostNumber, FontRole::Label)) + std::round(numberGap * textScale);
    SheetGrid best{textScale, 1, std::max(1.0, width), std::round(gutter * textScale), 0};
    for (int columns = 2;; ++columns) {
        const double column = std::floor((width - (columns - 1) * best.gutter) / columns);
        const double measure = measureOf(column, indent, character);
        if (measure < leastMeasure ||
            std::abs(measure - bestMeasure) > std::abs(measureOf(best.columnWidth, indent, character) - bestMeasure))
            break;
        best.columns = columns;
        best.columnWidth = column;
    }
    best.indent = 5 * indent <= best.columnWidth ? indent : 0;
    return best;
}

double heightOf(std::span<const SheetRow> rows) {
    double height = rows.empty() ? 0 : -rows.front().above;
    for (const SheetRow& row : rows)
        height += row.above + row.height;
    return height;
}

SetBlock setInRows(const SheetBlock& source, const SheetGrid& grid, const TextMeasurer& measurer) {
    const bool numbered = source.kind == SheetBlock::Kind::Entry || source.kind == SheetBlock::Kind::Source;
    const bool hanging = numbered && grid.indent > 0;
    const SheetBlock& block = hanging || !numbered ? source : withNumberInText(source);
    const BlockSetter setter(grid, measurer);
    const Sizes sizes(grid.textScale);
    const double afterMark = std::ceil(legendMarkWidth(sizes) + sizes.labelGap);
    SetBlock set{block.kind, block.target, block.title, {}, {}, 0};
    for (const SheetParagraph& paragraph : block.paragraphs)
        setter.add(set.rows, paragraph, paragraph.mark ? afterMark : hanging ? grid.indent : 0);
    if (set.rows.empty())
        set.rows.emplace_back();
    if (hanging)
        setter.addNumber(set.rows.front(), block.number);
    if (block.kind == SheetBlock::Kind::Heading) {
        SheetRow& last = set.rows.back();
        const double space = std::round(3 * grid.textScale);
        last.rule = QRectF(0, last.height + space, grid.columnWidth, grid.textScale);
        last.height += space + std::ceil(grid.textScale);
    }
    if (!block.continued.isEmpty()) {
        const SheetParagraph words{{{block.continued, FontRole::Date, Ink::SoftText}}, 0};
        setter.add(set.continued, words, hanging ? grid.indent : 0);
        set.continued.back().height += std::round(belowContinued * grid.textScale);
    }
    set.rows.front().above = std::round(spaceAbove(block.kind) * grid.textScale);
    set.height = heightOf(set.rows);
    return set;
}

} // namespace quoteline::layout

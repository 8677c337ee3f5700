// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/sheet/evidence_sheet.h"

#include "app/content/words/translate.h"
#include "app/layout/shapes/label_shape.h"
#include "app/layout/sheet/sheet_pages.h"
#include <algorithm>
#include <cmath>

namespace quoteline::layout {

namespace {

constexpr double belowHeading = 12; ///< between the heading of the sheet and its columns, at text scale 1
constexpr double leastColumn = 16;  ///< height

/// Puts lines on pages.
class PageWriter {
public:
    explicit PageWriter(SheetPage& page)
        : m_page(page) {}

    void add(const SheetRow& row, const QPointF& at);
    void add(std::span<const SheetRow> rows, QPointF& at);
    void add(const SheetPart& part, std::span<const SetBlock> blocks, QPointF& at);

private:
    SheetPage& m_page;
};

Mark moved(Mark mark, const QPointF& by) {
    for (double* value :
         {&mark.span.left, &mark.span.right, &mark.span.barLeft, &mark.span.barRight, &mark.span.centre})
        *value += by.x();
    mark.centreY += by.y();
    return mark;
}

void PageWriter::add(const SheetRow& row, const QPointF& at) {
    for (const Text& text : row.texts) {
        m_page.texts.push_back(text);
        m_page.texts.back().baseline += at;
    }
    for (const SheetLink& link : row.links)
        m_page.links.push_back({link.rect.translated(at), link.leadsTo});
    if (row.mark)
        m_page.legendMarks.push_back(moved(*row.mark, at));
    if (row.rule)
        m_page.rules.push_back(row.rule->translated(at));
}

/// Moves `at` below them; the space above the first is not kept.
void PageWriter::add(std::span<const SheetRow> rows, QPointF& at) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        at.ry() += i > 0 ? rows[i].above : 0;
        add(rows[i], at);
        at.ry() += rows[i].height;
    }
}

void PageWriter::add(const SheetPart& part, std::span<const SetBlock> blocks, QPointF& at) {
    const SetBlock& block = blocks[part.block];
    const bool hasAnchor = block.kind == SheetBlock::Kind::Entry || block.kind == SheetBlock::Kind::Source;
    if (part.firstRow > 0)
        add(block.continued, at);
    else if (hasAnchor)
        m_page.anchors.push_back({block.target, at, block.title});
    add(std::span(block.rows).subspan(part.firstRow, part.endRow - part.firstRow), at);
}

class SheetBuilder {
public:
    SheetBuilder(const StoryView& view, std::span<const model::EventIndex> events, const SheetSpec& spec,
                 const TextMeasurer& measurer, std::stop_token stop);
    std::vector<SheetPage> pages();

private:
    bool setAll();
    void set(const SheetBlock& block) { m_blocks.push_back(setInRows(block, m_grid, m_measurer)); }
    double headHeight() const { return m_head.height + std::round(belowHeading * m_spec.textScale); }
    SheetPage page(const SheetColumns& columns, bool headed) const;
    std::vector<SheetColumns> paged();

    const StoryView& m_view;
    std::span<const model::EventIndex> m_events;
    const SheetSpec& m_spec;
    const TextMeasurer& m_measurer;
    std::stop_token m_stop;
    double m_width; ///< between the margins
    SheetGrid m_grid;
    SetBlock m_head; ///< above the columns of the first page
    bool m_headed = true;
    std::vector<SetBlock> m_blocks;
};

QString widestNumber(const StoryView& view, const TextMeasurer& measurer) {
    const QString most = number(view.events().size(), view.locale());
    return translate("layout", "%1.", "number of an event or source in a list")
        .arg(withWidestDigits(most, FontRole::Label, measurer));
}

SheetBuilder::SheetBuilder(const StoryView& view, std::span<const model::EventIndex> events, const SheetSpec& spec,
                           const TextMeasurer& measurer, std::stop_token stop)
    : m_view(view)
    , m_events(events)
    , m_spec(spec)
    , m_measurer(measurer)
    , m_stop(std::move(stop))
    , m_width(std::max(1.0, spec.width - spec.margins.left() - spec.margins.right()))
    , m_grid(sheetGrid(m_width, spec.textScale, widestNumber(view, measurer), measurer)) {
    SheetGrid whole = m_grid;
    whole.columnWidth = m_width;
    m_head = setInRows(SheetWords::heading(translate("layout", "What the sources say", "heading")), whole, measurer);
}

/// False where a stop was asked for.
bool SheetBuilder::setAll() {
    SheetWords words(m_view, m_events, m_spec.readings);
    for (const model::EventIndex event : m_events) {
        if (m_stop.stop_requested())
            return false;
        set(words.entry(event));
    }
    if (words.sourceCount() > 0)
        set(SheetWords::heading(translate("layout", "Sources", "heading")));
    for (std::size_t i = 0; i < words.sourceCount(); ++i) {
        if (m_stop.stop_requested())
            return false;
        set(words.source(i));
    }
    if (m_spec.legend) {
        set(SheetWords::heading(translate("layout", "Legend", "heading")));
        set(words.legend(Sizes(m_spec.textScale)));
    }
    return !m_stop.stop_requested();
}

SheetPage SheetBuilder::page(const SheetColumns& columns, bool headed) const {
    SheetPage page;
    PageWriter painter(page);
    QPointF top(m_spec.margins.left(), m_spec.margins.top());
    if (headed) {
        QPointF at = top;
        painter.add(m_head.rows, at);
        top.ry() += headHeight();
    }
    double lowest = top.y();
    for (std::size_t i = 0; i < columns.size(); ++i) {
        QPointF at = top + QPointF(static_cast<double>(i) * (m_grid.columnWidth + m_grid.gutter), 0);
        for (const SheetPart& part : columns[i]) {
            const bool atTop = &part == &columns[i].front();
            at.ry() += atTop || part.firstRow > 0 ? 0 : m_blocks[part.block].rows.front().above;
            painter.add(part, m_blocks, at);
        }
        lowest = std::max(lowest, at.y());
    }
    page.size = {m_spec.width, m_spec.height.value_or(std::ceil(lowest + m_spec.margins.bottom()))};
    return page;
}

bool breaksFirstBlock(const std::vector<SheetColumns>& pages) {
    return pages.size() > 1 && pages[1].front().front().block == 0;
}

/// No entry is broken for the sake of the heading, and no page is there for the legend alone.
std::vector<SheetColumns> SheetBuilder::paged() {
    const double room = *m_spec.height - m_spec.margins.top() - m_spec.margins.bottom();
    const double least = leastColumn * m_spec.textScale;
    const double height = std::max(least, room);
    auto pages = pagedColumns(m_blocks, m_grid.columns, std::max(least, room - headHeight()), height);
    if (breaksFirstBlock(pages)) {
        auto unheaded = pagedColumns(m_blocks, m_grid.columns, height, height);
        if (!breaksFirstBlock(unheaded)) {
            pages = std::move(unheaded);
            m_headed = false;
        }
    }
    const SheetPart& last = pages.back().front().front();
    if (m_spec.legend && pages.size() > 1 && last.block == m_blocks.size() - 2 && last.firstRow == 0)
        pages.pop_back();
    return pages;
}

std::vector<SheetPage> SheetBuilder::pages() {
    if (m_events.empty() || !setAll())
        return {};
    if (!m_spec.height)
        return {page(balancedColumns(wholeParts(m_blocks), m_blocks, m_grid.columns), true)};
    std::vector<SheetPage> result;
    for (const SheetColumns& columns : paged()) {
        if (m_stop.stop_requested())
            return {};
        result.push_back(page(columns, m_headed && result.empty()));
    }
    return result;
}

} // namespace

std::vector<SheetPage> evidenceSheet(const StoryView& view, std::span<const model::EventIndex> events,
                                     const SheetSpec& spec, const TextMeasurer& measurer, std::stop_token stop) {
    return SheetBuilder(view, events, spec, measurer, std::move(stop)).pages();
}

} // namespace quoteline::layout

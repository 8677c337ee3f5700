// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/scene/quote_items.h"

#include "app/content/words/display_text.h"
#include "app/content/words/translate.h"
#include "app/layout/rows/quote_rows.h"
#include "app/layout/shapes/label_shape.h"
#include "model/text/utf8_text.h"
#include <algorithm>
#include <cmath>
#include <map>

namespace quoteline::layout {

namespace {

constexpr double widestQuote = 440;       // pixels at text scale 1: some seventy letters a line
constexpr double narrowestQuote = 200;    // with less, too few words are left
constexpr std::size_t mostLetters = 1000; // bytes of a quote that are looked at: more than two lines hold

/// As many whole words as fit, and the rest.
std::pair<QString, QString> filledLine(const QString& words, double width, const TextMeasurer& measurer) {
    if (measurer.width(words, FontRole::Date) <= width)
        return {words, QString()};
    qsizetype end = 0;
    for (qsizetype space = words.indexOf(u' '); space >= 0; space = words.indexOf(u' ', space + 1)) {
        if (measurer.width(QStringView(words).first(space), FontRole::Date) > width)
            break;
        end = space;
    }
    if (end == 0)
        return {elided(words, width, FontRole::Date, measurer), QString()};
    return {words.left(end), words.mid(end + 1)};
}

QString whoseWords(const StoryView& view, const model::Quote& quote) {
    const model::Story& story = view.story();
    const QString source = displayLine(story.sources()[quote.source].publisher);
    if (!quote.speaker)
        return translate("layout", "reported by %1", "a publisher").arg(source);
    const QString speaker = displayLine(story.actors()[*quote.speaker].name);
    return speaker == source
               ? source
               : translate("layout", "%1 · %2", "who says something, and who published it").arg(speaker, source);
}

/// Where the next item of each row begins, right of a place.
class RowStarts {
public:
    RowStarts(const Scene& scene, const RowPacking& packing) {
        for (const Label& label : scene.labels)
            m_starts[packing.placements[label.event].row].push_back(label.rect.left());
        for (const Mark& mark : scene.marks)
            m_starts[packing.placements[*mark.event].row].push_back(mark.rect().left());
    }
    double after(std::size_t row, double x, double otherwise) const {
        double next = otherwise;
        for (const double start : m_starts.at(row))
            if (start > x)
                next = std::min(next, start);
        return next;
    }

private:
    std::map<std::size_t, std::vector<double>> m_starts;
};

class QuoteAdder {
public:
    QuoteAdder(Scene& scene, const StoryView& view, const TextMeasurer& measurer)
        : m_scene(scene)
        , m_view(view)
        , m_measurer(measurer)
        , m_sizes(scene.textScale) {}

    void add(model::EventIndex event, double left, double width, double top, double height, int hue);

private:
    void addLine(const QString& words, double left, double& top, double width, FontRole font, Ink ink);

    Scene& m_scene;
    const StoryView& m_view;
    const TextMeasurer& m_measurer;
    Sizes m_sizes;
};

void QuoteAdder::addLine(const QString& words, double left, double& top, double width, FontRole font, Ink ink) {
    const QString shown = elided(words, width, font, m_measurer);
    const double baseline = std::round(top + m_measurer.ascent(font));
    m_scene.texts.push_back(
        {QPointF(left, baseline), m_measurer.width(shown, font), shown, font, ink, -1, Clip::Lanes});
    top += m_measurer.lineHeight(font);
}

void QuoteAdder::add(model::EventIndex event, double left, double width, double top, double height, int hue) {
    const model::Quote quote = m_view.story().quote(event, 0);
    const QString exact = displayLine(quote.exact.substr(0, mostLetters));
    const QString words = translate("layout", "“%1”", "the words of a source").arg(exact);
    const double indent = m_sizes.labelGap;
    const auto [first, rest] = filledLine(words, width - indent, m_measurer);
    const double ruleTop = top;
    addLine(first, left + indent, top, width - indent, FontRole::Date, Ink::Text);
    if (!rest.isEmpty())
        addLine(rest, left + indent, top, width - indent, FontRole::Date, Ink::Text);
    addLine(whoseWords(m_view, quote), left + indent, top, width - indent, FontRole::Note, Ink::SoftText);
    const QRectF rule(left, ruleTop, 2 * m_scene.textScale, std::min(height, top - ruleTop));
    m_scene.quotes.push_back({event, QRectF(left, ruleTop, width, rule.height()), rule, hue});
}

} // namespace

void addQuotes(Scene& scene, const StoryView& view, const RowPacking& packing, const LaneLayout& rows,
               const TextMeasurer& measurer) {
    const Sizes sizes(scene.textScale);
    const QRectF& area = scene.frame.lanes;
    const double height = quoteHeight(sizes, measurer);
    const RowStarts starts(scene, packing);
    QuoteAdder adder(scene, view, measurer);
    for (const Label& label : scene.labels) {
        const std::size_t row = packing.placements[label.event].row;
        if (packing.rowQuotes.empty() || packing.rowQuotes[row] == 0 || view.story().quoteCount(label.event) == 0)
            continue;
        const double left = std::max(label.rect.left(), area.left() + sizes.labelGap);
        const double right = starts.after(row, label.rect.right(), area.right()) - sizes.labelGap;
        const double width = std::min(widestQuote * scene.textScale, right - left);
        const double bottom = area.top() - scene.scrollY + rows.rowTop(row + 1);
        const auto lane = view.laneOf(label.event);
        if (width >= narrowestQuote * scene.textScale && lane)
            adder.add(label.event, left, width, bottom - height, height, view.lanes()[*lane].hue);
    }
}

} // namespace quoteline::layout

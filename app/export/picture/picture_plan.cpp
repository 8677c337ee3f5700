// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/picture/picture_plan.h"

#include "app/content/words/display_text.h"
#include "app/content/words/translate.h"
#include "app/layout/scene/scene_pages.h"
#include "app/layout/shapes/label_shape.h"
#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace quoteline::ui {

namespace {

struct PlanText {
    Q_DECLARE_TR_FUNCTIONS(ui)
};

constexpr double pageMargin = 24;       // of paper, a quarter of an inch
constexpr double footRoom = 18;         // at text scale 1: below the margin, for the number of the page
constexpr double narrowestColumn = 150; // of evidence: less than any is

layout::StoryView inItsLanguage(const layout::StoryView& view, const PictureRequest& spec) {
    return spec.language.isEmpty() ? view : view.inLanguage(spec.language);
}

class Planner {
public:
    Planner(const layout::StoryView& view, const PictureRequest& spec, const layout::TextMeasurer& measurer,
            std::stop_token stop)
        : m_view(picturedView(view, spec))
        , m_spec(spec)
        , m_measurer(measurer)
        , m_stop(std::move(stop)) {}

    tl::expected<PicturePlan, model::Failure> plan() {
        if (const auto problem = problemOf(m_spec))
            return tl::unexpected(*problem);
        if (const auto problem = tooMuchEvidence())
            return tl::unexpected(*problem);
        if (m_spec.format == PictureFormat::Pdf)
            addPages();
        else
            addOnePage();
        if (m_stop.stop_requested())
            return tl::unexpected(model::Stopped());
        for (const PicturePage& page : m_plan.pages)
            if (const auto problem = problemOf(m_spec, page.size))
                return tl::unexpected(*problem);
        addFeet();
        return std::move(m_plan);
    }

private:
    layout::Metrics metricsFor(QSizeF size) {
        const layout::Metrics metrics = pictureMetrics(m_spec, size);
        m_plan.state = pictureState(m_view, m_spec, metrics, m_measurer);
        return metrics;
    }

    /// Told before anything is laid out: at least how high the evidence will be.
    std::optional<QString> tooMuchEvidence() const {
        if (!m_spec.evidence)
            return std::nullopt;
        const std::size_t events = m_view.events().size();
        if (events > maxEvidenceEvents)
            return PlanText::tr("the quotes and sources of at most %1 events fit into a picture, and this one has %2: "
                                "choose a shorter range or filter the events")
                .arg(layout::number(maxEvidenceEvents, m_view.locale()), layout::number(events, m_view.locale()));
        if (m_spec.format == PictureFormat::Pdf)
            return std::nullopt; // it has pages
        const QSizeF size = pageSizeOf(m_spec);
        const double entry = 2 * m_measurer.lineHeight(layout::FontRole::Label); // a date and a title
        const double columns = std::max(1.0, size.width() / narrowestColumn);
        const double least = static_cast<double>(events) * entry / columns;
        return problemOf(m_spec, {size.width(), size.height() + least});
    }

    void addOnePage() {
        const QSizeF size = pageSizeOf(m_spec);
        // Whole pixels: the axes of Qt Charts stand on them. Paper has none.
        const layout::Metrics metrics = metricsFor({std::floor(size.width()), std::floor(size.height())});
        if (!m_spec.evidence && !m_spec.allRows) {
            addChart(
                std::make_shared<const layout::Scene>(layout::buildScene(m_view, m_plan.state, metrics, m_measurer)),
                {}, size);
            return;
        }
        auto chart =
            std::make_shared<const layout::Scene>(layout::wholeScene(m_view, m_plan.state, metrics, m_measurer));
        const double top = chart->size.height();
        PicturePage& page = addChart(std::move(chart), {}, {size.width(), std::max(size.height(), top)});
        if (!m_spec.evidence)
            return;
        const double side = 16 * m_spec.textScale;
        auto sheets = sheetsOf({metrics.size.width(), std::nullopt, QMarginsF(side, side / 2, side, side),
                                m_spec.textScale, m_spec.readings, false});
        if (sheets.empty())
            return;
        page.sheet = std::make_shared<const layout::SheetPage>(std::move(sheets.front()));
        page.sheetAt = QPointF(0, top);
        page.size.setHeight(std::ceil(top + page.sheet->size.height()));
    }

    void addPages() {
        const QSizeF size = pageSizeOf(m_spec);
        const QMarginsF margins(pageMargin, pageMargin, pageMargin, pageMargin + footRoom * m_spec.textScale);
        const QSizeF room = size.shrunkBy(margins);
        const QPointF corner(margins.left(), margins.top());
        const layout::Metrics metrics = metricsFor({std::floor(room.width()), std::floor(room.height())});
        for (auto& chart : layout::scenePages(m_view, m_plan.state, metrics, m_measurer, m_stop)) {
            if (m_stop.stop_requested())
                return;
            addChart(std::move(chart), corner, size);
        }
        if (!m_spec.evidence)
            return;
        for (layout::SheetPage& sheet :
             sheetsOf({size.width(), size.height(), margins, m_spec.textScale, m_spec.readings, true})) {
            PicturePage page;
            page.size = size;
            page.sheet = std::make_shared<const layout::SheetPage>(std::move(sheet));
            m_plan.pages.push_back(std::move(page));
        }
    }

    std::vector<layout::SheetPage> sheetsOf(const layout::SheetSpec& spec) {
        return layout::evidenceSheet(m_view, m_view.events(), spec, m_measurer, m_stop);
    }

    PicturePage& addChart(std::shared_ptr<const layout::Scene> chart, QPointF at, QSizeF size) {
        PicturePage page;
        page.size = size;
        page.chartAt = at;
        if (m_spec.evidence)
            for (const layout::Label& label : chart->labels) {
                const QRectF seen = label.rect.intersected(chart->frame.lanes);
                if (!seen.isEmpty())
                    page.links.push_back(
                        {seen.translated(at), {layout::SheetTarget::Kind::Entry, m_view.number(label.event)}});
            }
        count(*chart);
        page.chart = std::move(chart);
        m_plan.pages.push_back(std::move(page));
        return m_plan.pages.back();
    }

    void count(const layout::Scene& chart) {
        PictureCounts& counts = m_plan.counts;
        const std::size_t titled = chart.counts.visible - chart.counts.slim;
        counts.shown += titled;
        counts.folded += chart.counts.folded + chart.counts.slim;
        std::size_t whole = 0;
        for (const layout::Label& label : chart.labels)
            whole += label.rect.left() >= chart.frame.lanes.left() && label.rect.right() <= chart.frame.lanes.right();
        counts.cut += titled - std::min(titled, whole);
        std::vector<std::size_t> labels(m_view.lanes().size());
        for (const layout::Label& label : chart.labels)
            ++labels[m_view.laneOf(label.event).value_or(0)];
        for (const layout::LaneBand& band : chart.lanes)
            if (m_view.lanes()[band.lane].collapsed)
                counts.collapsed += band.inRange - std::min(band.inRange, labels[band.lane]);
        if (m_spec.format == PictureFormat::Pdf)
            return; // what is below the edge stands on the next page
        counts.below += chart.counts.scrolledAway;
        counts.missingHeight = std::max(0.0, chart.contentHeight - chart.frame.lanes.height());
    }

    /// Pages that belong together say so.
    void addFeet() {
        if (m_plan.pages.size() < 2)
            return;
        const QString title = layout::displayLine(m_view.story().title());
        for (std::size_t i = 0; i < m_plan.pages.size(); ++i) {
            PicturePage& page = m_plan.pages[i];
            const double baseline = page.size.height() - pageMargin;
            const QString words =
                PlanText::tr("Page %1 of %2")
                    .arg(layout::number(i + 1, m_view.locale()), layout::number(m_plan.pages.size(), m_view.locale()));
            const double width = m_measurer.width(words, layout::FontRole::Note);
            const double left = page.size.width() - pageMargin - width;
            addFoot(page, words, left, baseline);
            addFoot(page, layout::elided(title, left - 3 * pageMargin, layout::FontRole::Note, m_measurer), pageMargin,
                    baseline);
        }
    }

    void addFoot(PicturePage& page, const QString& words, double left, double baseline) const {
        page.foot.push_back({QPointF(left, std::round(baseline)), m_measurer.width(words, layout::FontRole::Note),
                             words, layout::FontRole::Note, layout::Ink::SoftText, -1, layout::Clip::None});
    }

    layout::StoryView m_view;
    const PictureRequest& m_spec;
    const layout::TextMeasurer& m_measurer;
    std::stop_token m_stop;
    PicturePlan m_plan;
};

} // namespace

layout::StoryView picturedView(const layout::StoryView& view, const PictureRequest& spec) {
    layout::StoryView pictured = inItsLanguage(view, spec);
    if (spec.evidence) {
        layout::Arrangement arrangement = pictured.arrangement();
        arrangement.numbered = true;
        pictured = pictured.arranged(std::move(arrangement));
    }
    if (!spec.range)
        return pictured;
    return pictured.within({spec.range->start, std::max(spec.range->width, layout::minWindowMs)});
}

layout::Metrics pictureMetrics(const PictureRequest& spec, QSizeF size) {
    layout::Metrics metrics;
    metrics.size = size;
    metrics.textScale = spec.textScale;
    metrics.picture = true;
    metrics.allRows = spec.allRows;
    metrics.sources = !spec.evidence;
    return metrics;
}

layout::ViewState pictureState(const layout::StoryView& pictured, const PictureRequest& spec,
                               const layout::Metrics& metrics, const layout::TextMeasurer& measurer) {
    const double plotWidth = layout::frameFor(pictured, metrics, measurer).plot.width();
    layout::ViewState state;
    state.window = spec.range ? pictured.extent() : layout::wholeStory(pictured, plotWidth, spec.textScale);
    return state;
}

tl::expected<PicturePlan, model::Failure> planPicture(const layout::StoryView& view, const PictureRequest& spec,
                                                      const layout::TextMeasurer& measurer, std::stop_token stop) {
    return Planner(view, spec, measurer, std::move(stop)).plan();
}

} // namespace quoteline::ui

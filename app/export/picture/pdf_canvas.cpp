// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/picture/picture_canvas.h"

#include "app/content/words/translate.h"
#include "app/export/pdf/pdf_device.h"
#include "app/export/pdf/pdf_finish.h"
#include <QCoreApplication>
#include <QPageLayout>
#include <QPageSize>
#include <QPainter>

namespace quoteline::ui {

namespace {

struct PdfText {
    Q_DECLARE_TR_FUNCTIONS(ui)
};

constexpr double pointsPerPixel = 72 / dotsPerInch;

/// A page without margins: those are in the plan.
QPageLayout layoutOf(QSizeF size) {
    const QPageSize page(size * pointsPerPixel, QPageSize::Point, QString(), QPageSize::ExactMatch);
    return {page, QPageLayout::Portrait, QMarginsF(0, 0, 0, 0)};
}

using Kind = layout::SheetTarget::Kind;

/// Where the entries and the sources of a plan stand.
class Places {
public:
    explicit Places(const PicturePlan& plan) {
        for (std::size_t i = 0; i < plan.pages.size(); ++i)
            if (const auto& sheet = plan.pages[i].sheet)
                for (const layout::SheetAnchor& anchor : sheet->anchors)
                    m_places.insert(keyOf(anchor.target), {static_cast<int>(i), anchor.at + plan.pages[i].sheetAt});
    }
    std::optional<PdfPlace> of(const layout::SheetTarget& target) const {
        const auto place = m_places.constFind(keyOf(target));
        return place == m_places.constEnd() ? std::nullopt : std::optional(*place);
    }

private:
    static std::pair<int, quint64> keyOf(const layout::SheetTarget& target) {
        return {static_cast<int>(target.kind), target.number};
    }
    QHash<std::pair<int, quint64>, PdfPlace> m_places;
};

std::vector<PdfLink> linksOf(const PicturePlan& plan) {
    const Places places(plan);
    std::vector<PdfLink> links;
    for (std::size_t i = 0; i < plan.pages.size(); ++i) {
        const PicturePage& page = plan.pages[i];
        const auto number = static_cast<int>(i);
        for (const ChartLink& link : page.links)
            if (const auto place = places.of(link.leadsTo))
                links.push_back({number, link.rect, *place});
        if (!page.sheet)
            continue;
        for (const layout::SheetLink& link : page.sheet->links) {
            const QRectF rect = link.rect.translated(page.sheetAt);
            if (const auto* address = std::get_if<QString>(&link.leadsTo))
                links.push_back({number, rect, *address});
            else if (const auto place = places.of(std::get<layout::SheetTarget>(link.leadsTo)))
                links.push_back({number, rect, *place});
        }
    }
    return links;
}

/// The timeline, the entries and the sources, the latter two under a heading each.
std::vector<PdfOutlineItem> outlineOf(const PicturePlan& plan) {
    std::vector<PdfOutlineItem> outline;
    std::vector<PdfOutlineItem> sources;
    outline.push_back({PdfText::tr("Timeline"), {0, {}}, 0});
    bool first = true;
    for (std::size_t i = 0; i < plan.pages.size(); ++i) {
        const PicturePage& page = plan.pages[i];
        if (!page.sheet)
            continue;
        for (const layout::SheetAnchor& anchor : page.sheet->anchors) {
            const PdfPlace place{static_cast<int>(i), anchor.at + page.sheetAt};
            if (anchor.target.kind == Kind::Source) {
                if (sources.empty())
                    sources.push_back({PdfText::tr("Sources"), place, 0});
                sources.push_back({anchor.title, place, 1});
                continue;
            }
            if (std::exchange(first, false))
                outline.push_back({PdfText::tr("Events and quotes"), place, 0});
            outline.push_back({anchor.title, place, 1});
        }
    }
    outline.insert(outline.end(), sources.begin(), sources.end());
    return outline;
}

class PdfCanvas : public PictureCanvas {
public:
    PdfCanvas(const PicturePlan& plan, PictureFacts facts)
        : m_plan(plan)
        , m_facts(std::move(facts))
        , m_device(layoutOf(plan.pages.front().size)) {}

    tl::expected<void, QString> begin() override {
        if (!m_painter.begin(&m_device))
            return tl::unexpected(PdfText::tr("pages of that size cannot be made: choose another size"));
        m_painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        return {};
    }

    QPainter& page(std::size_t number) override {
        for (; m_page < number; ++m_page)
            m_device.newPage();
        return m_painter;
    }

    tl::expected<void, QString> end() override {
        if (!m_painter.end())
            return tl::unexpected(PdfText::tr("the pages could not be written: there is not enough memory"));
        return {};
    }

    tl::expected<QByteArray, model::Failure> encode(const std::stop_token& stop) override {
        PdfFacts facts;
        facts.title = m_facts.title;
        facts.author = m_facts.author;
        facts.subject = m_facts.description;
        facts.keywords = m_facts.sources.join(u' ');
        facts.language = m_facts.language;
        facts.date = m_facts.on;
        facts.links = linksOf(m_plan);
        facts.outline = outlineOf(m_plan);
        facts.texts = m_device.texts();
        return finishPdf(m_device.pdf(), facts, stop);
    }

private:
    const PicturePlan& m_plan;
    PictureFacts m_facts;
    PdfDevice m_device; // before the painter, which has to go first
    QPainter m_painter;
    std::size_t m_page = 0;
};

} // namespace

std::unique_ptr<PictureCanvas> pdfCanvas(const PicturePlan& plan, PictureFacts facts) {
    return std::make_unique<PdfCanvas>(plan, std::move(facts));
}

} // namespace quoteline::ui

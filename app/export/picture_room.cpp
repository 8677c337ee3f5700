// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/picture_room.h"

#include "app/layout/translate.h"
#include <QCoreApplication>
#include <QStringList>
#include <cmath>

namespace quoteline::ui {

namespace {

struct RoomText {
    Q_DECLARE_TR_FUNCTIONS(ui)
};

constexpr int widthStep = 100; // sizes that are named are round

/// Looks for a picture in which nothing is folded.
class RoomSearch {
public:
    /// Numbers make labels wider; what stands below the timeline does not.
    RoomSearch(const layout::StoryView& view, const PictureSpec& spec, const layout::TextMeasurer& measurer,
               std::stop_token stop)
        : m_view(picturedView(view, spec))
        , m_spec(spec)
        , m_measurer(measurer)
        , m_stop(std::move(stop)) {
        m_spec.paper.reset();
        m_spec.evidence = false;
    }

    std::optional<LargerPicture> find(const std::optional<Paper>& paper) {
        if (paper == Paper::A4 && m_spec.format == PictureFormat::Pdf) {
            m_spec.paper = Paper::A3;
            const auto counts = countsOf(m_spec);
            m_spec.paper.reset();
            if (counts && showsAll(*counts))
                return LargerPicture{Paper::A3, {}};
        }
        // Widths in steps of widthStep; the greatest shows most.
        int shows = maxSideOf(m_spec.format) / widthStep;
        if (!sizeAt(shows * widthStep))
            return std::nullopt;
        int lacks = m_spec.size.width() / widthStep;
        while (shows - lacks > 1 && !m_stop.stop_requested()) {
            const int middle = (shows + lacks) / 2;
            (sizeAt(middle * widthStep) ? shows : lacks) = middle;
        }
        const auto size = sizeAt(shows * widthStep);
        return size ? std::optional(LargerPicture{std::nullopt, *size}) : std::nullopt;
    }

private:
    static bool showsAll(const PictureCounts& counts) { return counts.folded == counts.collapsed; }

    std::optional<PictureCounts> countsOf(const PictureSpec& spec) const {
        const auto plan = planPicture(m_view, spec, m_measurer, m_stop);
        return plan ? std::optional(plan->counts) : std::nullopt;
    }

    /// The size of that width that shows every event, where there is one.
    std::optional<QSize> sizeAt(int width) const {
        PictureSpec spec = m_spec;
        spec.size.setWidth(std::max(width, minPictureSide));
        auto counts = countsOf(spec);
        if (counts && showsAll(*counts) && counts->missingHeight > 0) {
            // What is below the edge may be folded.
            spec.size.rheight() += static_cast<int>(std::ceil(counts->missingHeight));
            counts = countsOf(spec);
        }
        const bool all = counts && showsAll(*counts) && counts->missingHeight <= 0;
        return all ? std::optional(spec.size) : std::nullopt;
    }

    layout::StoryView m_view;
    PictureSpec m_spec;
    const layout::TextMeasurer& m_measurer;
    std::stop_token m_stop;
};

QString sizeInWords(const QSize& size) {
    return RoomText::tr("%1 × %2").arg(QString::number(size.width()), QString::number(size.height()));
}

} // namespace

PictureSpec enlarged(PictureSpec spec, const LargerPicture& larger) {
    spec.paper = larger.paper;
    if (!larger.paper)
        spec.size = larger.size;
    return spec;
}

std::optional<RoomAdvice> adviceFor(const layout::StoryView& view, const PictureSpec& spec, const PicturePlan& plan,
                                    const layout::TextMeasurer& measurer, std::stop_token stop) {
    const PictureCounts& counts = plan.counts;
    const auto amount = [&](std::size_t count) { return layout::number(count, view.locale()); };
    const std::size_t folded = counts.folded - counts.collapsed;
    RoomAdvice advice;
    QStringList sentences;
    if (folded > 0) {
        advice.larger = RoomSearch(view, spec, measurer, stop).find(spec.paper);
        if (stop.stop_requested())
            return std::nullopt;
    } else if (counts.missingHeight > 0) {
        const QSizeF size = pageSizeOf(spec);
        const QSize higher = QSizeF(size.width(), size.height() + std::ceil(counts.missingHeight)).toSize();
        advice.larger = LargerPicture{std::nullopt, higher};
    }
    const QString height = advice.larger ? QString::number(advice.larger->size.height()) : QString();
    if (counts.below > 0)
        sentences.append(folded > 0 ? RoomText::tr("%1 event(s) lie below the edge of the picture.", nullptr,
                                                   static_cast<int>(counts.below))
                                          .arg(amount(counts.below))
                                    : RoomText::tr("%1 event(s) lie below the edge of the picture; a height of %2 "
                                                   "shows them.",
                                                   nullptr, static_cast<int>(counts.below))
                                          .arg(amount(counts.below), height));
    else if (counts.missingHeight > 0 && folded == 0)
        sentences.append(
            RoomText::tr("The last row is cut by the edge of the picture; a height of %1 shows it whole.").arg(height));
    if (folded > 0) {
        const QString first =
            RoomText::tr("%1 event(s) are only counted, in “+” marks", nullptr, static_cast<int>(folded))
                .arg(amount(folded));
        if (!advice.larger)
            sentences.append(
                RoomText::tr("%1; no size shows them all: choose a shorter range.", "how many events").arg(first));
        else if (advice.larger->paper)
            sentences.append(RoomText::tr("%1; A3 paper shows them all.", "how many events").arg(first));
        else
            sentences.append(RoomText::tr("%1; a size of %2 shows them all.", "how many events")
                                 .arg(first, sizeInWords(advice.larger->size)));
    }
    if (counts.collapsed > 0)
        sentences.append(RoomText::tr("%1 event(s) are only counted, because their lanes are collapsed.", nullptr,
                                      static_cast<int>(counts.collapsed))
                             .arg(amount(counts.collapsed)));
    if (sentences.isEmpty())
        return std::nullopt;
    advice.words = sentences.join(u' ');
    return advice;
}

} // namespace quoteline::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/picture_room.h"

#include "app/layout/translate.h"
#include <QCoreApplication>
#include <QStringList>
#include <cmath>
#include <utility>

namespace quoteline::ui {

namespace {

struct RoomText {
    Q_DECLARE_TR_FUNCTIONS(ui)
};

constexpr int widthStep = 100;                // sizes that are named are round
constexpr std::size_t mostSearched = 100'000; // events: of more, a dozen layouts take too long

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
        m_evidence = std::exchange(m_spec.evidence, false);
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
        if (!size || !fitsWithEvidence(*size))
            return std::nullopt;
        return LargerPicture{std::nullopt, *size};
    }

private:
    /// Pixels have a limit, and what stands below the timeline takes some.
    bool fitsWithEvidence(const QSize& size) const {
        if (!m_evidence || m_spec.format != PictureFormat::Png)
            return true;
        PictureSpec spec = m_spec;
        spec.evidence = true;
        spec.size = size;
        return countsOf(spec).has_value();
    }
    static bool showsAll(const PictureCounts& counts) { return counts.folded == counts.collapsed && counts.cut == 0; }

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
    bool m_evidence = false;
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

namespace {

/// What shows rows that lie below the edge; nothing where no picture is so high.
std::optional<LargerPicture> higher(const PictureSpec& spec, double missing) {
    const QSizeF size = pageSizeOf(spec);
    const LargerPicture larger{std::nullopt, QSizeF(size.width(), size.height() + std::ceil(missing)).toSize()};
    return problemOf(enlarged(spec, larger)) ? std::nullopt : std::optional(larger);
}

QString belowInWords(const PictureCounts& counts, const std::optional<LargerPicture>& larger, const QString& amount) {
    const QString height = larger ? QString::number(larger->size.height()) : QString();
    if (counts.below == 0)
        return larger ? RoomText::tr("The last row is cut by the edge of the picture; a height of %1 shows it whole.")
                            .arg(height)
                      : RoomText::tr("The last row is cut by the edge of the picture: choose PDF.");
    const auto count = static_cast<int>(counts.below);
    if (!larger)
        return RoomText::tr("%1 event(s) lie below the edge of the picture, and no picture is so high: choose PDF or a "
                            "shorter range.",
                            nullptr, count)
            .arg(amount);
    return RoomText::tr("%1 event(s) lie below the edge of the picture; a height of %2 shows them.", nullptr, count)
        .arg(amount, height);
}

/// `what`: how many events have no room, and in which way.
QString roomInWords(const QString& what, const std::optional<LargerPicture>& larger, bool searched) {
    if (!searched)
        return RoomText::tr("%1; a shorter range or a wider picture shows more.", "how many events").arg(what);
    if (!larger)
        return RoomText::tr("%1; no size shows them all: choose a shorter range.", "how many events").arg(what);
    if (larger->paper)
        return RoomText::tr("%1; A3 paper shows them all.", "how many events").arg(what);
    return RoomText::tr("%1; a size of %2 shows them all.", "how many events").arg(what, sizeInWords(larger->size));
}

} // namespace

std::optional<RoomAdvice> adviceFor(const layout::StoryView& view, const PictureSpec& spec, const PicturePlan& plan,
                                    const layout::TextMeasurer& measurer, std::stop_token stop) {
    const PictureCounts& counts = plan.counts;
    const auto amount = [&](std::size_t count) { return layout::number(count, view.locale()); };
    const std::size_t folded = counts.folded - counts.collapsed;
    const bool crowded = folded > 0 || counts.cut > 0;
    const bool searched = view.events().size() <= mostSearched;
    RoomAdvice advice;
    QStringList sentences;
    if (crowded && searched)
        advice.larger = RoomSearch(view, spec, measurer, stop).find(spec.paper);
    else if (!crowded && counts.missingHeight > 0)
        advice.larger = higher(spec, counts.missingHeight);
    if (stop.stop_requested())
        return std::nullopt;
    if (!crowded && counts.missingHeight > 0)
        sentences.append(belowInWords(counts, advice.larger, amount(counts.below)));
    else if (counts.below > 0)
        sentences.append(
            RoomText::tr("%1 event(s) lie below the edge of the picture.", nullptr, static_cast<int>(counts.below))
                .arg(amount(counts.below)));
    if (folded > 0)
        sentences.append(
            roomInWords(RoomText::tr("%1 event(s) are only counted, in “+” marks", nullptr, static_cast<int>(folded))
                            .arg(amount(folded)),
                        advice.larger, searched));
    else if (counts.cut > 0)
        sentences.append(roomInWords(
            RoomText::tr("%1 event(s) have no room for their whole label", nullptr, static_cast<int>(counts.cut))
                .arg(amount(counts.cut)),
            advice.larger, searched));
    if (counts.collapsed > 0)
        sentences.append(RoomText::tr("%1 event(s) are only counted, because their lanes are collapsed.", nullptr,
                                      static_cast<int>(counts.collapsed))
                             .arg(amount(counts.collapsed)));
    const double height = plan.pages.front().size.height();
    if (spec.format != PictureFormat::Pdf && height > customaryHeight)
        sentences.append(
            RoomText::tr("The picture is %1 pixels high, and many programs show no more than %2: a PDF has "
                         "pages.")
                .arg(QString::number(std::ceil(height), 'f', 0), QString::number(customaryHeight)));
    if (sentences.isEmpty())
        return std::nullopt;
    advice.words = sentences.join(u' ');
    return advice;
}

} // namespace quoteline::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/picture/picture_room.h"

#include "app/content/words/translate.h"
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
constexpr int lowHeight = 900;                // to begin with
constexpr std::size_t mostSearched = 100'000; // events: of more, a dozen layouts take too long

/// Looks for a picture in which every event has a place and its whole label.
class RoomSearch {
public:
    /// Numbers make labels wider; what stands below the timeline does not.
    RoomSearch(const layout::StoryView& view, const PictureRequest& spec, const layout::TextMeasurer& measurer,
               std::stop_token stop)
        : m_view(picturedView(view, spec))
        , m_spec(spec)
        , m_asked(pageSizeOf(spec).toSize())
        , m_measurer(measurer)
        , m_stop(std::move(stop)) {
        m_paper = std::exchange(m_spec.paper, std::nullopt);
        m_evidence = std::exchange(m_spec.evidence, false);
        m_spec.allRows = true;
        m_own = tried(m_asked.width());
    }

    /// Of the width that was asked for, as high as it takes.
    std::optional<LargerPicture> higher() const { return larger(m_asked.width(), m_own); }
    /// A3 for A4, else as wide and as high as it takes.
    std::optional<LargerPicture> wider() const;
    /// Pages of the width that was asked for would show all.
    bool isMatterOfHeight() const { return m_own.fit != Fit::Lacks; }

private:
    enum class Fit { Lacks, Shows, TooLarge };
    struct Tried {
        Fit fit = Fit::TooLarge;
        QSize size; ///< as high as it takes
    };

    static bool showsAll(const PictureCounts& counts) { return counts.folded == counts.collapsed && counts.cut == 0; }

    bool fitsA3() const {
        PictureRequest spec = m_spec;
        spec.paper = Paper::A3;
        const auto plan = planPicture(m_view, spec, m_measurer, m_stop);
        return plan && showsAll(plan->counts);
    }

    bool isPdf() const { return m_spec.format == PictureFormat::Pdf; } ///< which has pages
    Tried tried(int width) const;
    std::optional<LargerPicture> larger(int width, const Tried& found) const;
    bool isPossible(const QSize& size, bool allRows) const;

    layout::StoryView m_view;
    PictureRequest m_spec;        ///< with all rows
    std::optional<Paper> m_paper; ///< that was asked for
    QSize m_asked;
    bool m_evidence = false;
    const layout::TextMeasurer& m_measurer;
    std::stop_token m_stop;
    Tried m_own; ///< at the width that was asked for
};

/// From a low picture on: with more rows there may be a header.
RoomSearch::Tried RoomSearch::tried(int width) const {
    PictureRequest spec = m_spec;
    spec.size = QSize(std::max(width, minPictureSide), std::min(m_asked.height(), lowHeight));
    const auto plan = planPicture(m_view, spec, m_measurer, m_stop);
    if (!plan)
        return {};
    if (!showsAll(plan->counts))
        return {Fit::Lacks, {}};
    const int height = isPdf() ? m_asked.height() : static_cast<int>(std::ceil(plan->pages.front().size.height()));
    return {Fit::Shows, QSize(spec.size.width(), height)};
}

/// Pixels have a limit, and what stands below the timeline takes some.
bool RoomSearch::isPossible(const QSize& size, bool allRows) const {
    PictureRequest spec = m_spec;
    spec.size = size;
    spec.evidence = m_evidence;
    spec.allRows = allRows;
    if (allRows)
        spec.size.setHeight(m_asked.height());
    if (allRows || (m_evidence && m_spec.format == PictureFormat::Png))
        return planPicture(m_view, spec, m_measurer, m_stop).has_value();
    return !problemOf(spec);
}

/// No lower than what was asked for, if that can be; higher than can be asked for only with all rows.
std::optional<LargerPicture> RoomSearch::larger(int width, const Tried& found) const {
    if (found.fit != Fit::Shows)
        return std::nullopt;
    if (isPdf())
        return LargerPicture{m_asked.width() == width ? m_paper : std::nullopt, found.size, true};
    for (const QSize& size : {found.size.expandedTo({0, m_asked.height()}), found.size})
        if (isPossible(size, false))
            return LargerPicture{std::nullopt, size, false};
    if (found.size.height() > maxPictureSide && isPossible(found.size, true))
        return LargerPicture{std::nullopt, found.size, true};
    return std::nullopt;
}

std::optional<LargerPicture> RoomSearch::wider() const {
    if (m_paper == Paper::A4 && m_spec.format == PictureFormat::Pdf && fitsA3())
        return LargerPicture{Paper::A3, {}, false};
    // In steps: the narrowest that does not lack room. Wider ones may be too large.
    int lacks = m_asked.width() / widthStep;
    int enough = maxSideOf(m_spec.format) / widthStep;
    while (enough - lacks > 1 && !m_stop.stop_requested()) {
        const int middle = (enough + lacks) / 2;
        (tried(middle * widthStep).fit == Fit::Lacks ? lacks : enough) = middle;
    }
    return larger(enough * widthStep, tried(enough * widthStep));
}

QString sizeInWords(const QSize& size) {
    return RoomText::tr("%1 × %2").arg(QString::number(size.width()), QString::number(size.height()));
}

} // namespace

PictureRequest enlarged(PictureRequest spec, const LargerPicture& larger) {
    const bool grows = larger.allRows && spec.format != PictureFormat::Pdf; // from the height that was asked for on
    const int height = grows ? pageSizeOf(spec).toSize().height() : larger.size.height();
    spec.allRows = spec.allRows || larger.allRows;
    spec.paper = larger.paper;
    if (!larger.paper)
        spec.size = QSize(larger.size.width(), height);
    return spec;
}

namespace {

/// `higher`: a picture of the same width.
QString belowInWords(const PictureCounts& counts, const std::optional<LargerPicture>& higher, const QString& amount) {
    const QString height = higher ? QString::number(higher->size.height()) : QString();
    if (counts.below == 0)
        return higher ? RoomText::tr("The last row is cut by the edge of the picture; a height of %1 shows it whole.")
                            .arg(height)
                      : RoomText::tr("The last row is cut by the edge of the picture: choose PDF.");
    const auto count = static_cast<int>(counts.below);
    if (!higher)
        return RoomText::tr("%1 event(s) lie below the edge of the picture, and no picture is so high: choose PDF or a "
                            "shorter range.",
                            nullptr, count)
            .arg(amount);
    return RoomText::tr("%1 event(s) lie below the edge of the picture; a height of %2 shows them.", nullptr, count)
        .arg(amount, height);
}

/// `what`: how many events have no room, and in which way.
QString roomInWords(const QString& what, const std::optional<LargerPicture>& larger, bool searched,
                    bool matterOfHeight) {
    if (!searched)
        return RoomText::tr("%1; a shorter range or a wider picture shows more.", "how many events").arg(what);
    if (!larger && matterOfHeight)
        return RoomText::tr("%1; no picture is so high: choose PDF or a shorter range.", "how many events").arg(what);
    if (!larger)
        return RoomText::tr("%1; no size shows them all: choose a shorter range.", "how many events").arg(what);
    if (larger->allRows)
        return RoomText::tr("%1; with all rows each has its own.", "how many events").arg(what);
    if (larger->paper)
        return RoomText::tr("%1; A3 paper shows them all.", "how many events").arg(what);
    return RoomText::tr("%1; a size of %2 shows them all.", "how many events").arg(what, sizeInWords(larger->size));
}

/// What is asked of a plan, and what was found for it.
struct Shortage {
    const layout::StoryView& view;
    const PictureCounts& counts;
    bool searched = false;               ///< for a wider picture
    std::optional<LargerPicture> larger; ///< shows all
    bool justHigher = false;             ///< that one is no wider
    bool matterOfHeight = false;         ///< pages of that width would show all

    std::size_t folded() const { return counts.folded - counts.collapsed; }
    bool isCrowded() const { return folded() > 0 || counts.cut > 0; }
    bool isLow() const { return !isCrowded() && counts.missingHeight > 0; }
    QString amount(std::size_t count) const { return layout::number(count, view.locale()); }
};

QString belowInWords(const Shortage& shortage) {
    const PictureCounts& counts = shortage.counts;
    const auto count = static_cast<int>(counts.below);
    const QString amount = shortage.amount(counts.below);
    if (!shortage.isLow())
        return RoomText::tr("%1 event(s) lie below the edge of the picture.", nullptr, count).arg(amount);
    if (counts.below > 0 && !shortage.justHigher && (shortage.larger || !shortage.searched))
        return roomInWords(RoomText::tr("%1 event(s) lie below the edge of the picture", nullptr, count).arg(amount),
                           shortage.larger, shortage.searched, shortage.matterOfHeight);
    return belowInWords(counts, shortage.justHigher ? shortage.larger : std::nullopt, amount);
}

QString crowdInWords(const Shortage& shortage) {
    const std::size_t folded = shortage.folded();
    const auto count = static_cast<int>(folded > 0 ? folded : shortage.counts.cut);
    const QString what = folded > 0
                             ? RoomText::tr("%1 event(s) are only counted, or shown without a title", nullptr, count)
                             : RoomText::tr("%1 event(s) have no room for their whole label", nullptr, count);
    return roomInWords(what.arg(shortage.amount(static_cast<std::size_t>(count))), shortage.larger, shortage.searched,
                       shortage.matterOfHeight);
}

QStringList sentencesOf(const Shortage& shortage, const PictureRequest& spec, double height) {
    QStringList sentences;
    if (shortage.isLow() || shortage.counts.below > 0)
        sentences.append(belowInWords(shortage));
    if (shortage.isCrowded())
        sentences.append(crowdInWords(shortage));
    if (const std::size_t collapsed = shortage.counts.collapsed; collapsed > 0)
        sentences.append(RoomText::tr("%1 event(s) have no title, because their lanes are collapsed.", nullptr,
                                      static_cast<int>(collapsed))
                             .arg(shortage.amount(collapsed)));
    if (spec.format != PictureFormat::Pdf && height > customaryHeight)
        sentences.append(
            RoomText::tr("The picture is %1 pixels high, and many programs show no more than %2: a PDF has "
                         "pages.")
                .arg(QString::number(std::ceil(height), 'f', 0), QString::number(customaryHeight)));
    return sentences;
}

} // namespace

std::optional<RoomAdvice> adviceFor(const layout::StoryView& view, const PictureRequest& spec, const PicturePlan& plan,
                                    const layout::TextMeasurer& measurer, const std::stop_token& stop) {
    Shortage shortage{view, plan.counts, view.events().size() <= mostSearched, {}, false};
    if (shortage.isLow() || (shortage.isCrowded() && shortage.searched)) {
        const RoomSearch search(view, spec, measurer, stop);
        shortage.larger = search.higher();
        shortage.justHigher = shortage.larger && !shortage.larger->allRows;
        if (!shortage.larger && shortage.searched)
            shortage.larger = search.wider();
        shortage.matterOfHeight = !shortage.larger && shortage.searched && search.isMatterOfHeight();
    }
    const QStringList sentences = sentencesOf(shortage, spec, plan.pages.front().size.height());
    if (stop.stop_requested() || sentences.isEmpty())
        return std::nullopt;
    return RoomAdvice{sentences.join(u' '), shortage.larger};
}

} // namespace quoteline::ui

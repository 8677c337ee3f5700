// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/scene/scene_margins.h"

#include "app/content/words/date_words.h"
#include "app/content/words/display_text.h"
#include "app/content/words/story_numbers.h"
#include "app/content/words/translate.h"
#include "app/layout/shapes/label_shape.h"
#include "app/layout/shapes/legend.h"
#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <cmath>
#include <optional>

namespace quoteline::layout {

namespace {

constexpr double leastInSight = 12; // pixels of a lane at text scale 1

struct MarginText {
    Q_DECLARE_TR_FUNCTIONS(layout)
};

Text line(const QString& words, double left, double top, double available, FontRole font, Ink ink,
          const TextMeasurer& measurer) {
    const QString shown = elided(words, available, font, measurer);
    return {QPointF(left, std::round(top + measurer.ascent(font))),
            measurer.width(shown, font),
            shown,
            font,
            ink,
            -1,
            Clip::None};
}

QString numbersOf(const StoryView& view, std::size_t shown) {
    const model::Story& story = view.story();
    const auto all = static_cast<int>(story.eventCount());
    if (shown < view.events().size() || view.events().size() < story.eventCount())
        return MarginText::tr("%1 of %2 event(s) in view", nullptr, all)
            .arg(number(shown, view.locale()), number(story.eventCount(), view.locale()));
    return storyNumbers(story, view.locale());
}

/// How many events have to be scrolled to, and how many lanes of which no more than a sliver is in sight.
QString outOfSight(const Scene& scene, const StoryView& view) {
    const auto seen = std::count_if(scene.lanes.begin(), scene.lanes.end(), [&](const LaneBand& band) {
        return band.rect.height() >= leastInSight * scene.textScale;
    });
    const int hidden = static_cast<int>(view.lanes().size()) - static_cast<int>(seen);
    const QString count = number(scene.counts.scrolledAway, view.locale());
    if (hidden <= 0)
        return MarginText::tr("%1 out of sight", "a number of events").arg(count);
    return MarginText::tr("%1 out of sight in %n lane(s)", "a number of events", hidden).arg(count);
}

/// How many events have their title, and how many lie in lanes that have to be scrolled to, or beyond the edges of the
/// window, where that is not all or none.
QStringList countsInWords(const Scene& scene, const StoryView& view, std::size_t shown, bool beyond) {
    QStringList words;
    const auto titles = static_cast<int>(scene.labels.size());
    if (scene.labels.size() < shown)
        words << MarginText::tr("%1 with their title", "a number of events", titles)
                     .arg(number(scene.labels.size(), view.locale()));
    if (beyond && scene.counts.scrolledAway > 0)
        words << outOfSight(scene, view);
    if (beyond && scene.counts.earlier > 0)
        words << MarginText::tr("%1 earlier", "a number of events").arg(number(scene.counts.earlier, view.locale()));
    if (beyond && scene.counts.later > 0)
        words << MarginText::tr("%1 later", "a number of events").arg(number(scene.counts.later, view.locale()));
    return words;
}

/// The window without the padding beyond the first and the last event.
TimeWindow shownTime(const Scene& scene, const StoryView& view) {
    const TimeWindow extent = view.extent();
    const double start = std::max(scene.scale.window.start, extent.start);
    const double end = std::min(scene.scale.window.end(), extent.end());
    return end > start ? TimeWindow{start, end - start} : scene.scale.window;
}

QString sourceWords(const model::Source& source, const QLocale& locale) {
    QString words = isolated(displayLine(source.publisher));
    if (source.datePublished) {
        if (const auto when = model::parseEdtf(*source.datePublished))
            words += QStringLiteral(", ") + dateInWords(*when, {locale, DateStyle::Long, std::nullopt, false});
    }
    return words;
}

QString sourceLine(const StoryView& view) {
    QStringList words;
    for (const model::Source& source : view.story().sources()) {
        words.append(sourceWords(source, view.locale()));
        if (words.size() == 20) // a line holds no more; the text chunks of the picture name them all
            break;
    }
    return words.isEmpty() ? QString() : MarginText::tr("Sources: %1").arg(words.join(QStringLiteral(" · ")));
}

/// Places the entries of the legend one after the other, in as many lines as they need, and calls `add` for each.
template <typename Add>
double flowLegend(const std::vector<LegendEntry>& entries, double width, double textScale, const TextMeasurer& measurer,
                  Add add) {
    const Sizes sizes(textScale);
    const double rowHeight = measurer.lineHeight(FontRole::Note) + 8 * textScale;
    double x = 0;
    double y = 0;
    for (const LegendEntry& entry : entries) {
        const double words = legendMarkWidth(sizes) + sizes.labelGap + measurer.width(entry.words, FontRole::Note);
        if (x > 0 && x + words > width) {
            x = 0;
            y += rowHeight;
        }
        add(entry, x, y, rowHeight);
        x += words + sizes.itemGap;
    }
    return entries.empty() ? 0 : y + rowHeight;
}

/// A line along the upper edge of the plot, named above its right end where there is a header to stand in.
void addCoreWindow(Scene& scene, const StoryView& view, const TextMeasurer& measurer) {
    const QRectF& plot = scene.frame.plot;
    const auto core = view.story().coreWindow();
    if (!core)
        return;
    const double left = std::max(plot.left(), scene.scale.toX(static_cast<double>(core->layoutStart)));
    const double right = std::min(plot.right(), scene.scale.toX(static_cast<double>(core->layoutEnd)));
    if (right <= left)
        return;
    scene.coreWindow = QRectF(left, plot.top() - 3 * scene.textScale, right - left, 3 * scene.textScale);
    const QString words = MarginText::tr("core window: %1")
                              .arg(rangeInWords(static_cast<double>(core->layoutStart),
                                                static_cast<double>(core->layoutEnd), view.locale()));
    const double width = measurer.width(words, FontRole::Note);
    const double top = scene.coreWindow->top() - scene.textScale - measurer.lineHeight(FontRole::Note);
    if (scene.frame.header.height() > 0 && width <= right - left)
        scene.texts.push_back(line(words, right - width, top, width + 1, FontRole::Note, Ink::SoftText, measurer));
}

/// The last day of a publication, as it stands beside marks.
QString lastDayOf(const model::TimeRange& publication, const StoryView& view) {
    const model::CivilDate day = model::dateFromDay(model::dayOf(publication.layoutEnd - 1));
    model::Edtf value;
    value.head.first.date = {static_cast<std::int16_t>(day.year),
                             static_cast<std::uint8_t>(day.month),
                             static_cast<std::uint8_t>(day.day),
                             0,
                             0,
                             0,
                             model::Precision::Day};
    return dateInWords(value, {view.locale(), DateStyle::Short, view.impliedYear(), false});
}

/// Where `width` pixels of words fit beside the moment: to its right, else to its left.
std::optional<double> placeBeside(double x, double width, const Scene& scene) {
    const QRectF& plot = scene.frame.plot;
    const double gap = 5 * scene.textScale;
    if (x + gap + width <= plot.right() - gap)
        return x + gap;
    return x - gap - width >= plot.left() ? std::optional(x - gap - width) : std::nullopt;
}

/// The moment is marked in any case; in words as long as there is room for, none in a view that is too narrow.
void addLatestSource(Scene& scene, const StoryView& view, const TextMeasurer& measurer) {
    const QRectF& strip = scene.frame.footStrip;
    const auto latest = model::latestDatedPublication(view.story());
    if (!latest)
        return;
    FootNote note;
    note.x = scene.scale.toX(static_cast<double>(latest->layoutEnd));
    if (note.x < strip.left() || note.x > strip.right())
        return;
    const QString day = lastDayOf(*latest, view);
    const double top = strip.center().y() - measurer.lineHeight(FontRole::Note) / 2;
    for (const QString& words : {MarginText::tr("latest dated source: %1. What follows was announced.").arg(day),
                                 MarginText::tr("latest dated source: %1").arg(day), day}) {
        const double width = measurer.width(words, FontRole::Note);
        if (const auto left = placeBeside(note.x, width, scene)) {
            note.text = line(words, *left, top, width, FontRole::Note, Ink::SoftText, measurer);
            break;
        }
    }
    scene.footNotes.push_back(note);
}

void addZone(Scene& scene, const StoryView& view, const TextMeasurer& measurer) {
    const QRectF& axis = scene.frame.axis;
    const double right = axis.left() - 6 * scene.textScale;
    const QString zone =
        elided(displayLine(view.story().zone().name()), right - Frame::zoneMargin, FontRole::Note, measurer);
    const double width = measurer.width(zone, FontRole::Note);
    const double top = axis.top() + (axis.height() / 2 - measurer.lineHeight(FontRole::Note)) / 2;
    scene.texts.push_back(line(zone, right - width, top, width + 1, FontRole::Note, Ink::SoftText, measurer));
}

} // namespace

void addHeader(Scene& scene, const StoryView& view, std::size_t shown, bool beyond, const TextMeasurer& measurer) {
    const QRectF& header = scene.frame.header;
    if (header.height() <= 0)
        return;
    double top = header.top();
    for (const QString& title : headerTitle(view, header.width(), measurer)) {
        scene.texts.push_back(line(title, header.left(), top, header.width(), FontRole::Title, Ink::Text, measurer));
        top += measurer.lineHeight(FontRole::Title);
    }
    const TimeWindow time = shownTime(scene, view);
    const QString range = view.events().empty() ? QString() : rangeInWords(time.start, time.end(), view.locale());
    QStringList parts{range, numbersOf(view, shown)};
    parts.removeAll(QString());
    const QString separator = QStringLiteral("   ·   ");
    QString words = parts.join(separator);
    // What finds no room is left out, from the last on.
    for (const QString& more : countsInWords(scene, view, shown, beyond))
        if (measurer.width(words + separator + more, FontRole::Subtitle) <= header.width())
            words += separator + more;
    scene.texts.push_back(line(words, header.left(), top + 2 * scene.textScale, header.width(), FontRole::Subtitle,
                               Ink::SoftText, measurer));
}

void addTimeNotes(Scene& scene, const StoryView& view, const TextMeasurer& measurer) {
    addCoreWindow(scene, view, measurer);
    addLatestSource(scene, view, measurer);
    addZone(scene, view, measurer);
}

double footerHeight(const StoryView& view, const Metrics& metrics, const TextMeasurer& measurer) {
    if (!metrics.picture)
        return 0;
    const Sizes sizes(metrics.textScale);
    const double width = metrics.size.width() - 2 * sizes.margin;
    const double legend = flowLegend(legendFor(view.story(), view.events(), sizes), width, metrics.textScale, measurer,
                                     [](const LegendEntry&, double, double, double) {});
    const bool named = metrics.sources && !view.story().sources().empty();
    const double sources = named ? measurer.lineHeight(FontRole::Note) : 0;
    return std::ceil(sizes.margin * 0.75 + legend + sources + 4 * metrics.textScale);
}

void addFooter(Scene& scene, const StoryView& view, const Metrics& metrics, const TextMeasurer& measurer) {
    const Sizes sizes(scene.textScale);
    const QRectF& footer = scene.frame.footer;
    const double top = footer.top() + sizes.margin * 0.75;
    const double legend =
        flowLegend(legendFor(view.story(), view.events(), sizes, scene.scale), footer.width(), scene.textScale,
                   measurer, [&](const LegendEntry& entry, double x, double y, double rowHeight) {
                       Mark mark{entry.mark, top + y + rowHeight / 2, barHeightOf(entry.mark, sizes), -1, std::nullopt};
                       const double shift = footer.left() + x;
                       for (double* value : {&mark.span.left, &mark.span.right, &mark.span.barLeft, &mark.span.barRight,
                                             &mark.span.centre})
                           *value += shift;
                       scene.legendMarks.push_back(mark);
                       const double left = shift + legendMarkWidth(sizes) + sizes.labelGap;
                       scene.texts.push_back(line(entry.words, left,
                                                  top + y + (rowHeight - measurer.lineHeight(FontRole::Note)) / 2,
                                                  footer.right() - left, FontRole::Note, Ink::SoftText, measurer));
                   });
    const QString sources = metrics.sources ? sourceLine(view) : QString();
    if (!sources.isEmpty())
        scene.texts.push_back(
            line(sources, footer.left(), top + legend, footer.width(), FontRole::Note, Ink::SoftText, measurer));
}

} // namespace quoteline::layout

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/axis/calendar_ticks.h"

#include "app/content/words/date_format.h"
#include "app/content/words/translate.h"
#include "app/layout/axis/calendar_steps.h"
#include <QSet>
#include <algorithm>
#include <cmath>
#include <optional>

namespace quoteline::layout {

namespace {

using model::CivilDay;
using model::CivilMs;

constexpr double edgeSlack = -3; // labels keep inside the plot: Qt Charts drops those that touch its edges

using enum CalendarUnit;

bool isTimeOfDay(CalendarUnit unit) {
    return unit <= Hour;
}

/// Least distance between two starts of `step`, in pixels.
double spacing(const TimeScale& scale, CalendarStep step) {
    return static_cast<double>(shortestLength(step.unit)) * step.count * scale.pixelsPerMs();
}

/// Makes a text that stands in its row already another key for Qt Charts, which drops a label that it has. Zero-width
/// characters are not seen and take no room.
void makeUnique(std::vector<AxisLabel>& row) {
    QSet<QString> seen;
    for (AxisLabel& label : row) {
        while (seen.contains(label.text))
            label.text += QChar(0x200b);
        seen.insert(label.text);
    }
}

class Ticks {
public:
    Ticks(const TimeScale& scale, const QLocale& locale, const TextMeasurer& measurer, double minGap)
        : m_scale(scale)
        , m_measurer(measurer)
        , m_format(locale)
        , m_minGap(minGap) {}

    CalendarTicks make() {
        CalendarTicks ticks;
        chooseFine(ticks);
        ticks.gridStep = gridStepFor(ticks.fineStep);
        ticks.grid = startsIn(ticks.gridStep);
        ticks.context = contextFor(ticks);
        makeUnique(ticks.fine);
        makeUnique(ticks.context);
        return ticks;
    }

private:
    void chooseFine(CalendarTicks& ticks);
    bool chooses(std::size_t step, CalendarTicks& ticks) const;
    NameLength monthOfDays() const { return m_bareDays ? NameLength::None : NameLength::Short; }
    bool mayFit(CalendarStep step) const;
    bool daysCanBeNamed() const;
    double widest(CalendarStep step) const;
    double widestName(CalendarUnit unit) const;
    std::optional<std::vector<AxisLabel>> fineLabels(CalendarStep step) const;
    std::vector<AxisLabel> labelNearestMiddle(CalendarStep step) const;
    std::optional<AxisLabel> fineLabel(double start, CalendarStep step) const;
    QString fineText(double start, CalendarUnit unit) const;
    CalendarStep gridStepFor(CalendarStep fineStep) const;
    std::vector<double> startsIn(CalendarStep step) const;
    std::optional<CalendarUnit> contextUnit(const CalendarTicks& ticks) const;
    std::vector<AxisLabel> contextFor(const CalendarTicks& ticks) const;
    std::vector<QString> contextTexts(double start, CalendarUnit unit) const;

    const TimeScale& m_scale;
    const TextMeasurer& m_measurer;
    DateFormat m_format;
    double m_minGap;
    bool m_bareDays = false; ///< days go without their month, which the lower row has
};

QString timeOfDay(const DateFormat& format, double ms, bool withSeconds) {
    const auto whole = static_cast<CivilMs>(ms);
    const auto second = static_cast<int>((whole - model::startOfDay(model::dayOf(whole))) / model::msPerSecond);
    return withSeconds ? format.time(second / 3600, second / 60 % 60, second % 60)
                       : format.time(second / 3600, second / 60 % 60);
}

QString Ticks::fineText(double start, CalendarUnit unit) const {
    if (isTimeOfDay(unit))
        return timeOfDay(m_format, start, unit == Second);
    const CivilDay day = model::dayOf(static_cast<CivilMs>(start));
    if (unit == Day || unit == Week)
        return m_format.date(day, {NameLength::Short, true, monthOfDays(), false});
    const model::CivilDate date = model::dateFromDay(day);
    return unit == Month ? m_format.month(date.month, NameLength::Short) : m_format.year(date.year);
}

/// The label of the unit that a step begins with: of a week the Monday, of three months the first, of ten years the
/// first. Nothing when it would stand beyond the edges.
std::optional<AxisLabel> Ticks::fineLabel(double start, CalendarStep step) const {
    AxisLabel label;
    label.from = start;
    label.to = nextStep(start, {step.unit == Week ? Day : step.unit, 1});
    label.x = m_scale.toX(isTimeOfDay(step.unit) ? start : (label.from + label.to) / 2);
    if (label.x < m_scale.left - edgeSlack || label.x > m_scale.right() + edgeSlack)
        return std::nullopt;
    label.text = fineText(start, step.unit);
    label.width = m_measurer.width(label.text, FontRole::AxisFine);
    const bool inside = label.x - label.width / 2 >= m_scale.left - edgeSlack &&
                        label.x + label.width / 2 <= m_scale.right() + edgeSlack;
    return inside ? std::optional(std::move(label)) : std::nullopt;
}

/// The widest of the names that labels of days or months are made of.
double Ticks::widestName(CalendarUnit unit) const {
    double width = 0;
    const int count = unit == Day ? 7 : 12;
    for (int i = 1; i <= count; ++i) {
        const QString name = unit == Day ? m_format.weekday(static_cast<model::Weekday>(i), NameLength::Short)
                                         : m_format.month(i, NameLength::Short);
        width = std::max(width, m_measurer.width(name, FontRole::AxisFine));
    }
    return width;
}

/// About the widest label of a step, wherever the window lies: the choice of a step depends on the zoom and not on the
/// texts in view, or days would turn into weeks and back while the view is moved.
double Ticks::widest(CalendarStep step) const {
    const auto measure = [this](const QString& text) { return m_measurer.width(text, FontRole::AxisFine); };
    switch (step.unit) {
    case Second:
        return measure(m_format.time(20, 48, 58));
    case Minute:
    case Hour:
        return measure(m_format.time(20, 48));
    case Day:
    case Week: {
        const model::CivilDate date{2026, 6, 28};
        const QString sample = m_format.date(date, {NameLength::Short, true, monthOfDays(), false});
        const auto weekday = model::weekdayOf(model::dayFromDate(date.year, date.month, date.day));
        double width = measure(sample);
        if (!m_bareDays)
            width += widestName(Month) - measure(m_format.month(date.month, NameLength::Short));
        if (step.unit == Day)
            width += widestName(Day) - measure(m_format.weekday(weekday, NameLength::Short));
        return width;
    }
    case Month:
        return widestName(Month);
    case Year:
        break;
    }
    const auto yearAt = [](double ms) { return model::dateFromDay(model::dayOf(static_cast<CivilMs>(ms))).year; };
    return std::max(measure(m_format.year(yearAt(m_scale.window.start))),
                    measure(m_format.year(yearAt(m_scale.window.end()))));
}

/// Whether a whole day has room for a long name in the lower row: hours of days without a name say little, and days by
/// themselves more.
bool Ticks::daysCanBeNamed() const {
    const auto sample = static_cast<double>(model::startOfDate(2026, 9, 30)); // a Wednesday in September
    const double dayWidth = spacing(m_scale, {Day, 1});
    return m_measurer.width(contextTexts(sample, Day).front(), FontRole::AxisContext) + m_minGap <= dayWidth;
}

bool Ticks::mayFit(CalendarStep step) const {
    const double distance = spacing(m_scale, step);
    if (m_scale.length > maxAxisLabels * distance)
        return false;
    if (step.unit == Hour && !daysCanBeNamed())
        return false;
    const double width = widest(step);
    const double most =
        (m_scale.length + 2 * edgeSlack - 0.75 * width) / distance + 1; // labels of less than the widest
    return width + m_minGap <= distance && most < maxAxisLabels + 1;
}

/// All labels of a step that lie in view, nothing when they are too many or too close.
std::optional<std::vector<AxisLabel>> Ticks::fineLabels(CalendarStep step) const {
    std::vector<AxisLabel> labels;
    for (double start = floorToStep(m_scale.window.start, step); start <= m_scale.window.end();
         start = nextStep(start, step)) {
        std::optional<AxisLabel> label = fineLabel(start, step);
        if (!label)
            continue;
        if (!labels.empty()) {
            const AxisLabel& before = labels.back();
            if (label->x - label->width / 2 - (before.x + before.width / 2) < m_minGap)
                return std::nullopt;
        }
        labels.push_back(*std::move(label));
    }
    if (labels.size() > maxAxisLabels)
        return std::nullopt;
    return labels;
}

std::vector<AxisLabel> Ticks::labelNearestMiddle(CalendarStep step) const {
    const double middle = m_scale.left + m_scale.length / 2;
    std::optional<AxisLabel> nearest;
    for (double start = floorToStep(m_scale.window.start, step); start <= m_scale.window.end();
         start = nextStep(start, step)) {
        const std::optional<AxisLabel> label = fineLabel(start, step);
        if (label && (!nearest || std::abs(label->x - middle) < std::abs(nearest->x - middle)))
            nearest = label;
    }
    return nearest ? std::vector{*nearest} : std::vector<AxisLabel>{};
}

bool Ticks::chooses(std::size_t step, CalendarTicks& ticks) const {
    if (!mayFit(calendarSteps[step]))
        return false;
    auto labels = fineLabels(calendarSteps[step]);
    if (!labels)
        return false;
    ticks.fine = *std::move(labels);
    return true;
}

/// The finest step whose labels have room; before days become weeks they give up their month.
void Ticks::chooseFine(CalendarTicks& ticks) {
    std::size_t chosen = calendarSteps.size() - 1;
    for (std::size_t i = 0; i < calendarSteps.size(); ++i) {
        m_bareDays = false;
        bool found = chooses(i, ticks);
        if (!found && calendarSteps[i] == CalendarStep{Day, 1}) {
            m_bareDays = true;
            found = chooses(i, ticks);
        }
        if (found) {
            chosen = i;
            break;
        }
    }
    ticks.fineStep = calendarSteps[chosen];
    // In a narrow view the labels of the step may all stand at the edges: then one of a finer step, in the middle.
    while (ticks.fine.empty() && chosen > 0 && spacing(m_scale, calendarSteps[chosen - 1]) >= minGridSpacing) {
        --chosen;
        ticks.fine = labelNearestMiddle(calendarSteps[chosen]);
        if (!ticks.fine.empty())
            ticks.fineStep = calendarSteps[chosen];
    }
}

CalendarStep Ticks::gridStepFor(CalendarStep fineStep) const {
    for (const CalendarStep step : calendarSteps) {
        if (step == fineStep)
            break;
        if (divides(step, fineStep) && spacing(m_scale, step) >= minGridSpacing)
            return step;
    }
    return fineStep;
}

std::vector<double> Ticks::startsIn(CalendarStep step) const {
    std::vector<double> starts;
    if (spacing(m_scale, step) < minGridSpacing)
        return starts;
    for (double start = floorToStep(m_scale.window.start, step); start <= m_scale.window.end();
         start = nextStep(start, step)) {
        if (start >= m_scale.window.start)
            starts.push_back(start);
    }
    return starts;
}

/// What the lower row names: nothing below years; the second itself where no second has a label.
std::optional<CalendarUnit> Ticks::contextUnit(const CalendarTicks& ticks) const {
    switch (ticks.fineStep.unit) {
    case Second:
        return ticks.fine.empty() && m_scale.window.width <= 2 * model::msPerSecond ? Second : Day;
    case Minute:
    case Hour:
        return Day;
    case Day:
    case Week:
        return Month;
    case Month:
        return Year;
    case Year:
        break;
    }
    return std::nullopt;
}

/// Names of a context unit, the longest first.
std::vector<QString> Ticks::contextTexts(double start, CalendarUnit unit) const {
    const CivilDay day = model::dayOf(static_cast<CivilMs>(start));
    const DateParts longDay{NameLength::Long, true, NameLength::Long, true};
    const DateParts mediumDay{NameLength::Short, true, NameLength::Short, true};
    const DateParts shortDay{NameLength::None, true, NameLength::Short, false};
    switch (unit) {
    case Second: {
        const QString time = timeOfDay(m_format, start, true);
        const QString both = translate("layout", "%1, %2", "a day, and a time in it");
        return {both.arg(m_format.date(day, longDay), time), both.arg(m_format.date(day, mediumDay), time), time};
    }
    case Month:
        return {m_format.date(day, {NameLength::None, false, NameLength::Long, true}),
                m_format.date(day, {NameLength::None, false, NameLength::Short, true}),
                m_format.month(model::dateFromDay(day).month, NameLength::Short)};
    case Year:
        return {m_format.year(model::dateFromDay(day).year)};
    default:
        return {m_format.date(day, longDay), m_format.date(day, mediumDay), m_format.date(day, shortDay)};
    }
}

std::vector<AxisLabel> Ticks::contextFor(const CalendarTicks& ticks) const {
    std::vector<AxisLabel> labels;
    const std::optional<CalendarUnit> unit = contextUnit(ticks);
    if (!unit)
        return labels;
    const TimeWindow& window = m_scale.window;
    for (double from = floorToStep(window.start, {*unit, 1}); from < window.end();) {
        const double to = nextStep(from, {*unit, 1});
        const double left = std::max(m_scale.toX(from), m_scale.left);
        const double right = std::min(m_scale.toX(to), m_scale.right());
        const bool alone = from <= window.start && to >= window.end();
        for (const QString& text : contextTexts(from, *unit)) {
            const double width = m_measurer.width(text, FontRole::AxisContext);
            if (width + (alone ? 2 * std::abs(edgeSlack) : m_minGap) <= right - left) {
                labels.push_back({from, to, (left + right) / 2, width, text});
                break;
            }
        }
        from = to;
    }
    return labels;
}

} // namespace

CalendarTicks calendarTicks(const TimeScale& scale, const QLocale& locale, const TextMeasurer& measurer,
                            double minGap) {
    return Ticks(scale, locale, measurer, minGap).make();
}

} // namespace quoteline::layout

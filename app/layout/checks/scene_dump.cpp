// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/checks/scene_dump.h"

#include "model/text/utf8_text.h"
#include <QStringList>
#include <cmath>

namespace quoteline::layout {

namespace {

QString number(double value) {
    const double rounded = std::round(value * 10) / 10;
    return QString::number(rounded == 0 ? 0 : rounded, 'f', 1); // never "-0.0"
}

QString described(const QRectF& rect) {
    return QStringLiteral("%1 %2 %3 x %4")
        .arg(number(rect.x()), number(rect.y()), number(rect.width()), number(rect.height()));
}

QString described(MarkKind kind) {
    switch (kind) {
    case MarkKind::DayDot:
        return QStringLiteral("day");
    case MarkKind::Moment:
        return QStringLiteral("moment");
    case MarkKind::SpanBar:
        return QStringLiteral("span");
    case MarkKind::PossibleBand:
        return QStringLiteral("possible");
    case MarkKind::SoftRing:
        return QStringLiteral("about");
    case MarkKind::GapRing:
        return QStringLiteral("uncertain");
    case MarkKind::OpenDot:
        return QStringLiteral("open");
    }
    return {};
}

QString described(const MarkSpan& span) {
    QString words = described(span.kind);
    if (span.scheduled)
        words += QStringLiteral(" scheduled");
    if (span.fadeStart)
        words += QStringLiteral(" fade<");
    if (span.fadeEnd)
        words += QStringLiteral(" fade>");
    if (span.ringed)
        words += QStringLiteral(" ringed");
    if (span.wide && span.kind != MarkKind::PossibleBand) // a band is one at any width
        words += QStringLiteral(" wide");
    if (span.tiny)
        words += QStringLiteral(" dot");
    return words;
}

QString described(LabelSide side) {
    switch (side) {
    case LabelSide::Right:
        return QStringLiteral("right");
    case LabelSide::Left:
        return QStringLiteral("left");
    case LabelSide::Inside:
        return QStringLiteral("inside");
    case LabelSide::Above:
        return QStringLiteral("above");
    case LabelSide::Over:
        return QStringLiteral("over");
    case LabelSide::OverEnd:
        return QStringLiteral("over end");
    }
    return {};
}

class Dump {
public:
    Dump(const Scene& scene, const StoryView& view)
        : m_scene(scene)
        , m_view(view) {}

    QString text() {
        addFrame();
        addTime();
        addLanes();
        addEvents();
        addMargins();
        addCounts();
        return m_lines.join(u'\n') + u'\n';
    }

private:
    void addFrame();
    void addTime();
    void addLanes();
    void addEvents();
    void addMargins();
    void addCounts();

    void add(const char* what, const QString& rest) {
        m_lines.append(QString::fromLatin1(what).leftJustified(8) + u' ' + rest);
    }
    QString id(model::EventIndex event) const {
        const std::string_view id = m_view.story().id(event);
        return model::fromUtf8(id);
    }

    const Scene& m_scene;
    const StoryView& m_view;
    QStringList m_lines;
};

void Dump::addFrame() {
    const Frame& frame = m_scene.frame;
    add("size",
        QStringLiteral("%1 x %2, text scale %3")
            .arg(number(m_scene.size.width()), number(m_scene.size.height()), QString::number(m_scene.textScale)));
    add("header", described(frame.header));
    add("column", described(frame.laneColumn));
    add("plot", described(frame.plot));
    add("lanes", described(frame.lanes));
    add("foot", described(frame.footStrip));
    add("axis", described(frame.axis));
    add("footer", described(frame.footer));
    add("content",
        QStringLiteral("%1 high, scrolled by %2").arg(number(m_scene.contentHeight), number(m_scene.scrollY)));
}

void Dump::addTime() {
    for (const AxisLabel& label : m_scene.ticks.fine)
        add("fine", number(label.x) + u' ' + label.text);
    for (const AxisLabel& label : m_scene.ticks.context)
        add("context", number(label.x) + u' ' + label.text);
    for (const QRectF& line : m_scene.gridLines)
        add("grid", described(line));
    for (const WeekendCell& cell : m_scene.weekends)
        add("weekend", described(cell.rect) + (cell.shaded ? QStringLiteral(" shaded") : QString()));
    if (m_scene.coreWindow)
        add("core", described(*m_scene.coreWindow));
}

void Dump::addLanes() {
    for (const LaneBand& band : m_scene.lanes)
        add("lane", described(band.rect) + QStringLiteral(" hue %1").arg(band.hue) +
                        (band.shaded ? QStringLiteral(" shaded") : QString()));
}

void Dump::addEvents() {
    for (const SetLine& line : m_scene.setLines)
        add("set", id(line.event) + QStringLiteral(": ") + described(line.rect));
    for (const Mark& mark : m_scene.marks)
        add("mark", (mark.event ? id(*mark.event) : QString()) +
                        QStringLiteral(": %1, x %2 to %3, centre %4 %5, %6 high")
                            .arg(described(mark.span), number(mark.span.left), number(mark.span.right),
                                 number(mark.span.centre), number(mark.centreY), number(mark.barHeight)));
    for (const Label& label : m_scene.labels) {
        add("label", id(label.event) + QStringLiteral(": %1, %2%3")
                                           .arg(described(label.rect), described(label.side),
                                                label.cut ? QStringLiteral(", cut") : QString()));
        for (std::size_t i = label.firstText; i < label.firstText + label.textCount; ++i)
            add("", number(m_scene.texts[i].baseline.x()) + u' ' + number(m_scene.texts[i].baseline.y()) + u' ' +
                        m_scene.texts[i].text);
    }
    for (const Column& column : m_scene.columns)
        add("count",
            described(column.rect) +
                QStringLiteral(" lane %1: %2").arg(QString::number(column.lane), QString::number(column.count)));
    for (const EdgeCount& edge : m_scene.edgeCounts)
        add(edge.later ? "later" : "earlier",
            described(edge.rect) +
                QStringLiteral(" lane %1, %2 in all, %3: %4")
                    .arg(QString::number(edge.lane), QString::number(edge.count), id(edge.event), edge.text.text));
}

void Dump::addMargins() {
    for (const Text& text : m_scene.texts)
        if (text.clip != Clip::Lanes && text.font != FontRole::Subtitle)
            add("text", number(text.baseline.x()) + u' ' + number(text.baseline.y()) + u' ' + text.text);
    for (const FootNote& note : m_scene.footNotes)
        add("note", number(note.x) + u' ' + number(note.text.baseline.x()) + u' ' + number(note.text.baseline.y()) +
                        u' ' + note.text.text);
    for (const Mark& mark : m_scene.legendMarks)
        add("legend",
            QStringLiteral("%1, x %2 to %3, y %4")
                .arg(described(mark.span), number(mark.span.left), number(mark.span.right), number(mark.centreY)));
}

void Dump::addCounts() {
    const SceneCounts& counts = m_scene.counts;
    add("counts", QStringLiteral("%1 in range: %2 visible, %3 folded, %4 scrolled away")
                      .arg(counts.inRange)
                      .arg(counts.visible)
                      .arg(counts.folded)
                      .arg(counts.scrolledAway));
}

} // namespace

QString dumpScene(const Scene& scene, const StoryView& view) {
    return Dump(scene, view).text();
}

} // namespace quoteline::layout

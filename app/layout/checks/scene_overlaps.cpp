// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/checks/scene_overlaps.h"

#include <algorithm>

namespace quoteline::layout {

namespace {

constexpr double widthSlack = 0.01; // sums of measured widths
constexpr double heightSlack = 1.5; // baselines and tops are rounded to whole pixels, each on its own

/// Something that covers a part of the picture.
struct Cover {
    /// Words in the bar of their event; words above marks, which the soft edge of a ring may touch, are as these.
    enum class Kind : std::uint8_t { Words, WordsWithin, Mark };
    QRectF rect;
    Kind kind = Kind::Words;
    std::optional<model::EventIndex> event; ///< whose words or mark it is
    QString what;
};

QString placeOf(const QRectF& rect) {
    return QStringLiteral("(%1, %2, %3 x %4)")
        .arg(rect.x(), 0, 'f', 1)
        .arg(rect.y(), 0, 'f', 1)
        .arg(rect.width(), 0, 'f', 1)
        .arg(rect.height(), 0, 'f', 1);
}

QRectF clipRect(const Scene& scene, Clip clip) {
    switch (clip) {
    case Clip::None:
        return {QPointF(0, 0), scene.size};
    case Clip::LaneColumn:
        return scene.frame.laneColumn;
    case Clip::Lanes:
        return scene.frame.lanes;
    }
    return {};
}

bool mayOverlap(const Cover& a, const Cover& b) {
    const bool bothMarks = a.kind == Cover::Kind::Mark && b.kind == Cover::Kind::Mark;
    const bool wordsWithinOwnMark = (a.kind == Cover::Kind::WordsWithin && b.kind == Cover::Kind::Mark) ||
                                    (a.kind == Cover::Kind::Mark && b.kind == Cover::Kind::WordsWithin);
    return (bothMarks || wordsWithinOwnMark) && a.event && a.event == b.event;
}

class Covers {
public:
    Covers(const Scene& scene, const TextMeasurer& measurer)
        : m_scene(scene)
        , m_measurer(measurer) {
        addTexts();
        addAxis();
        // A dot beside a column may be wider than its day by as much as bars are apart.
        for (const Column& column : scene.columns)
            add({column.certain.united(column.possible).adjusted(0.5, 0, -0.5, 0).intersected(scene.frame.lanes),
                 Cover::Kind::Words, std::nullopt, QStringLiteral("column of %1").arg(column.count)});
        for (const EdgeCount& edge : scene.edgeCounts)
            add({edge.rect, Cover::Kind::Words, std::nullopt, QStringLiteral("edge ") + edge.text.text});
        for (const Mark& mark : scene.marks)
            add({mark.rect().intersected(scene.frame.lanes), Cover::Kind::Mark, mark.event,
                 QStringLiteral("mark of event %1").arg(mark.event.value_or(0))});
        for (const SetLine& line : scene.setLines)
            add({line.rect.intersected(scene.frame.lanes), Cover::Kind::Mark, line.event,
                 QStringLiteral("line of event %1").arg(line.event)});
        for (const Mark& mark : scene.legendMarks)
            add({mark.rect(), Cover::Kind::Mark, std::nullopt, QStringLiteral("mark of the legend")});
    }

    std::vector<QString> overlaps();

private:
    void addTexts();
    void addAxis();
    void add(Cover cover) {
        if (!cover.rect.isEmpty())
            m_covers.push_back(std::move(cover));
    }

    const Scene& m_scene;
    const TextMeasurer& m_measurer;
    std::vector<Cover> m_covers;
};

void Covers::addTexts() {
    std::vector<const Label*> owner(m_scene.texts.size(), nullptr);
    for (const Label& label : m_scene.labels)
        for (std::size_t i = label.firstText; i < label.firstText + label.textCount && i < owner.size(); ++i)
            owner[i] = &label;
    for (std::size_t i = 0; i < owner.size(); ++i) {
        const bool within = owner[i] && (owner[i]->side == LabelSide::Inside || owner[i]->side == LabelSide::Above ||
                                         isOver(owner[i]->side));
        add({seenRect(m_scene.texts[i], m_scene, m_measurer), within ? Cover::Kind::WordsWithin : Cover::Kind::Words,
             owner[i] ? std::optional(owner[i]->event) : std::nullopt,
             QStringLiteral("text \"") + m_scene.texts[i].text + u'"'});
    }
    if (m_scene.columnNote)
        add({seenRect(*m_scene.columnNote, m_scene, m_measurer), Cover::Kind::Words, std::nullopt,
             QStringLiteral("what columns count")});
    for (const FootNote& note : m_scene.footNotes)
        add({seenRect(note.text, m_scene, m_measurer), Cover::Kind::Words, std::nullopt, QStringLiteral("foot note")});
}

void Covers::addAxis() {
    const QRectF& axis = m_scene.frame.axis;
    const double rowHeight = axis.height() / 2;
    const auto addRow = [&](const std::vector<AxisLabel>& labels, double top) {
        for (const AxisLabel& label : labels)
            add({QRectF(label.x - label.width / 2, top, label.width, rowHeight), Cover::Kind::Words, std::nullopt,
                 QStringLiteral("axis label ") + label.text});
    };
    addRow(m_scene.ticks.fine, axis.top());
    addRow(m_scene.ticks.context, axis.top() + rowHeight);
}

std::vector<QString> Covers::overlaps() {
    std::sort(m_covers.begin(), m_covers.end(), [](auto& a, auto& b) { return a.rect.top() < b.rect.top(); });
    std::vector<QString> found;
    for (std::size_t i = 0; i < m_covers.size(); ++i) {
        const Cover& a = m_covers[i];
        for (std::size_t j = i + 1; j < m_covers.size() && m_covers[j].rect.top() < a.rect.bottom(); ++j) {
            const Cover& b = m_covers[j];
            const QRectF common = a.rect.intersected(b.rect);
            if (common.width() > widthSlack && common.height() > heightSlack && !mayOverlap(a, b))
                found.push_back(a.what + u' ' + placeOf(a.rect) + QStringLiteral(" overlaps ") + b.what + u' ' +
                                placeOf(b.rect));
        }
    }
    return found;
}

} // namespace

QRectF seenRect(const Text& text, const Scene& scene, const TextMeasurer& measurer) {
    const QRectF line(text.baseline.x(), text.baseline.y() - measurer.ascent(text.font), text.width,
                      measurer.lineHeight(text.font));
    return line.intersected(clipRect(scene, text.clip));
}

std::vector<QString> overlaps(const Scene& scene, const TextMeasurer& measurer) {
    return Covers(scene, measurer).overlaps();
}

} // namespace quoteline::layout

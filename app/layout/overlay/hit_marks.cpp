// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/overlay/hit_marks.h"

namespace quoteline::layout {

namespace {

/// Whether the text has the words; adds where.
bool addWords(std::vector<QRectF>& words, const Text& text, const model::TextMatcher& matcher,
              const TextMeasurer& measurer, double edge) {
    const auto spans = matcher.spansIn(text.text);
    const double top = text.baseline.y() - measurer.ascent(text.font);
    for (const model::TextMatcher::Span& span : spans) {
        const auto [left, right] = measurer.edges(text.text, span.start, span.length, text.font);
        words.push_back(QRectF(text.baseline.x() + left, top, right - left, measurer.lineHeight(text.font))
                            .adjusted(-edge, 0, edge, 0));
    }
    return !spans.empty();
}

} // namespace

HitMarks hitMarks(const Scene& scene, const model::TextMatcher& matcher, const TextMeasurer& measurer) {
    HitMarks marks;
    if (matcher.isEmpty())
        return marks;
    const double edge = scene.textScale;
    for (const Label& label : scene.labels) {
        bool found = false;
        for (std::size_t i = label.firstText; i < label.firstText + label.textCount; ++i)
            if (scene.texts[i].font != FontRole::Date) // dates are not searched
                found = addWords(marks.words, scene.texts[i], matcher, measurer, edge) || found;
        if (!found)
            marks.elsewhere.emplace_back(label.rect.bottomLeft(), label.rect.bottomRight());
    }
    return marks;
}

} // namespace quoteline::layout

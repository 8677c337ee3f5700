// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/shapes/label_shape.h"

#include "app/layout/shapes/text_breaks.h"
#include <algorithm>

namespace quoteline::layout {

namespace {

using Parts = std::pair<QString, QString>;

Parts partsAt(const QString& text, const TextBreak& where) {
    return {text.first(where.end), text.sliced(where.start)};
}

void measure(LabelShape& shape, double dateGap, const TextMeasurer& measurer) {
    shape.firstWidth = measurer.width(shape.first, FontRole::Label);
    shape.secondWidth = shape.second.isEmpty() ? 0 : measurer.width(shape.second, FontRole::Label);
    shape.dateWidth = shape.date.isEmpty() ? 0 : measurer.width(shape.date, FontRole::Date);
    const double gap = shape.date.isEmpty() ? 0 : dateGap;
    if (shape.lines == 1)
        shape.width = shape.firstWidth + gap + shape.dateWidth;
    else
        shape.width =
            std::max(shape.firstWidth, shape.secondWidth + (shape.second.isEmpty() ? 0 : gap) + shape.dateWidth);
}

LabelShape shapeOf(const QString& title, const QString& date, double available, double dateGap,
                   const TextMeasurer& measurer) {
    LabelShape shape;
    shape.first = title;
    shape.date = date;
    measure(shape, dateGap, measurer);
    if (shape.width <= available)
        return shape;

    shape.lines = 2;
    if (shape.firstWidth > available) {
        std::tie(shape.first, shape.second) = wrapInTwo(title, FontRole::Label, measurer);
        measure(shape, dateGap, measurer);
        if (shape.width > available) // an even break may leave no room for the date: fill the first line instead
            std::tie(shape.first, shape.second) = wrapToFill(title, available, FontRole::Label, measurer);
    }
    measure(shape, dateGap, measurer);
    if (shape.width <= available)
        return shape;

    shape.cut = true;
    const double left = date.isEmpty() ? available : available - dateGap - shape.dateWidth;
    const QString rest = elided(shape.second, left, FontRole::Label, measurer);
    if (rest.size() > 1) {
        shape.second = rest;
    } else { // no word of it has room
        shape.first = elided(title, available, FontRole::Label, measurer);
        shape.second.clear();
    }
    shape.date = elided(date, available, FontRole::Date, measurer);
    measure(shape, dateGap, measurer);
    return shape;
}

} // namespace

LabelShape shapeLabel(const QString& title, const QString& date, double available, double dateGap,
                      const TextMeasurer& measurer) {
    LabelShape shape = shapeOf(title, date, available, dateGap, measurer);
    const bool fromRight = title.isRightToLeft();
    if (!shape.second.isEmpty() && shape.second.isRightToLeft() != fromRight)
        shape.second.prepend(QChar(fromRight ? 0x200F : 0x200E));
    return shape;
}

LabelShape titleShape(const QString& title, double available, FontRole role, const TextMeasurer& measurer) {
    LabelShape shape;
    shape.first = elided(title, available, role, measurer);
    shape.firstWidth = shape.width = measurer.width(shape.first, role);
    shape.cut = shape.first != title;
    return shape;
}

std::pair<QString, QString> wrapInTwo(const QString& text, FontRole role, const TextMeasurer& measurer) {
    Parts best{text, {}};
    double bestWidth = measurer.width(text, role);
    for (const TextBreak& where : breaksOf(text)) {
        const double first = measurer.width(QStringView(text).first(where.end), role);
        const double second = measurer.width(QStringView(text).sliced(where.start), role);
        if (std::max(first, second) < bestWidth) {
            bestWidth = std::max(first, second);
            best = partsAt(text, where);
        } else if (first > second) {
            break; // the first part only grows from here
        }
    }
    return best;
}

std::pair<QString, QString> wrapToFill(const QString& text, double width, FontRole role, const TextMeasurer& measurer) {
    Parts widest{text, {}};
    for (const TextBreak& where : breaksOf(text)) {
        if (measurer.width(QStringView(text).first(where.end), role) > width)
            break;
        widest = partsAt(text, where);
    }
    return widest;
}

QString elided(const QString& text, double width, FontRole role, const TextMeasurer& measurer) {
    if (text.isEmpty() || measurer.width(text, role) <= width)
        return text;
    TextCuts cuts(text);
    const auto shortened = [&](qsizetype length) { return text.first(length) + QChar(0x2026); };
    qsizetype fits = 0;
    qsizetype tooLong = text.size();
    while (tooLong - fits > 1) {
        const qsizetype middle = fits + (tooLong - fits) / 2;
        (measurer.width(shortened(cuts.at(middle)), role) <= width ? fits : tooLong) = middle;
    }
    fits = cuts.at(fits);
    const qsizetype words = cuts.atWord(fits);
    const QString result = shortened(words * 3 >= fits * 2 ? words : fits);
    return measurer.width(result, role) <= width ? result : QString();
}

QString withWidestDigits(QString number, FontRole role, const TextMeasurer& measurer) {
    const auto someDigit = std::find_if(number.cbegin(), number.cend(), [](QChar c) { return c.isDigit(); });
    if (someDigit == number.cend())
        return number;
    const auto zero = static_cast<char16_t>(someDigit->unicode() - someDigit->digitValue());
    QChar widest = zero;
    for (char16_t digit = 1; digit < 10; ++digit) {
        const QChar other(static_cast<char16_t>(zero + digit));
        if (measurer.width(QStringView(&other, 1), role) > measurer.width(QStringView(&widest, 1), role))
            widest = other;
    }
    for (QChar& character : number)
        if (character.isDigit())
            character = widest;
    return number;
}

} // namespace quoteline::layout

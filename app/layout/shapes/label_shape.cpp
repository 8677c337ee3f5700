// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/shapes/label_shape.h"

#include <QTextBoundaryFinder>
#include <algorithm>

namespace quoteline::layout {

namespace {

/// The widest first part, ended at white space, that fits `width`; nothing where no part does.
std::pair<QString, QString> wrapAt(const QString& text, double width, FontRole role, const TextMeasurer& measurer) {
    qsizetype best = -1;
    for (qsizetype i = text.indexOf(u' '); i >= 0; i = text.indexOf(u' ', i + 1)) {
        if (measurer.width(QStringView(text).first(i), role) > width)
            break;
        best = i;
    }
    if (best <= 0)
        return {text, {}};
    return {text.first(best), text.sliced(best + 1)};
}

/// As much of the start as fits, ended between any two grapheme clusters outside of numbers.
std::pair<QString, QString> wrapInside(const QString& text, double width, FontRole role, const TextMeasurer& measurer) {
    qsizetype fits = 0;
    qsizetype tooLong = text.size() + 1;
    while (tooLong - fits > 1) {
        const qsizetype middle = fits + (tooLong - fits) / 2;
        (measurer.width(QStringView(text).first(middle), role) <= width ? fits : tooLong) = middle;
    }
    if (fits == text.size())
        return {text, {}};
    QTextBoundaryFinder clusters(QTextBoundaryFinder::Grapheme, text);
    clusters.setPosition(fits);
    if (!clusters.isAtBoundary())
        fits = std::max<qsizetype>(0, clusters.toPreviousBoundary());
    while (fits > 0 && text[fits - 1].isDigit() && text[fits].isDigit())
        --fits;
    return {text.first(fits), text.sliced(fits)};
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

} // namespace

LabelShape shapeLabel(const QString& title, const QString& date, double available, double dateGap,
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
            std::tie(shape.first, shape.second) = wrapAt(title, available, FontRole::Label, measurer);
    }
    measure(shape, dateGap, measurer);
    if (shape.width <= available)
        return shape;

    if (shape.firstWidth > available || shape.firstWidth < available / 2) { // for a word wider than a line
        auto [first, second] = wrapInside(title, available, FontRole::Label, measurer);
        if (!first.isEmpty() && !second.isEmpty()) {
            shape.first = std::move(first);
            shape.second = std::move(second);
            measure(shape, dateGap, measurer);
        }
    }
    const double gap = shape.second.isEmpty() || date.isEmpty() ? 0 : dateGap;
    const double left = shape.second.isEmpty() ? available : available - gap - shape.dateWidth;
    shape.cut = shape.firstWidth > available || shape.secondWidth > left || shape.dateWidth > available;
    shape.first = elided(shape.first, available, FontRole::Label, measurer);
    shape.second = elided(shape.second, std::max(0.0, left), FontRole::Label, measurer);
    shape.date = elided(date, available, FontRole::Date, measurer);
    measure(shape, dateGap, measurer);
    return shape;
}

std::pair<QString, QString> wrapInTwo(const QString& text, FontRole role, const TextMeasurer& measurer) {
    std::pair<QString, QString> best{text, {}};
    double bestWidth = measurer.width(text, role);
    for (qsizetype i = text.indexOf(u' '); i >= 0; i = text.indexOf(u' ', i + 1)) {
        if (i == 0)
            continue;
        const double first = measurer.width(QStringView(text).first(i), role);
        const double second = measurer.width(QStringView(text).sliced(i + 1), role);
        if (std::max(first, second) >= bestWidth) {
            if (first > second)
                break; // the first part only grows from here
            continue;
        }
        bestWidth = std::max(first, second);
        best = {text.first(i), text.sliced(i + 1)};
    }
    return best;
}

QString elided(const QString& text, double width, FontRole role, const TextMeasurer& measurer) {
    if (text.isEmpty() || measurer.width(text, role) <= width)
        return text;
    const auto shortened = [&](qsizetype length) {
        if (length > 0 && text[length - 1].isHighSurrogate())
            --length;
        while (length > 0 && text[length - 1].isDigit() && text[length].isDigit())
            --length; // a part of a number would be another number
        return text.first(length).trimmed() + QChar(0x2026);
    };
    qsizetype fits = 0;
    qsizetype tooLong = text.size();
    while (tooLong - fits > 1) {
        const qsizetype middle = fits + (tooLong - fits) / 2;
        (measurer.width(shortened(middle), role) <= width ? fits : tooLong) = middle;
    }
    const QString result = shortened(fits);
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/svg/svg_markup.h"

#include "app/export/device/finite.h"
#include <QStringList>
#include <algorithm>
#include <cmath>

namespace quoteline::ui::svg {

namespace {

constexpr int decimals = 3; // a thousandth of a pixel is more than any printer shows

/// Of the characters of XML 1.0 (its production 2), those of the BMP; surrogates are looked at in pairs.
bool isAllowed(char16_t unit) {
    return unit == '\t' || unit == '\n' || unit == '\r' || (unit >= 0x20 && unit < 0xD800) ||
           (unit >= 0xE000 && unit <= 0xFFFD);
}

void appendUnit(QString& out, char16_t unit) {
    switch (unit) {
    case '&':
        out += QLatin1String("&amp;");
        break;
    case '<':
        out += QLatin1String("&lt;");
        break;
    case '>':
        out += QLatin1String("&gt;");
        break;
    case '"':
        out += QLatin1String("&quot;");
        break;
    default:
        out += QChar(isAllowed(unit) ? unit : char16_t(0xFFFD));
    }
}

QByteArray point(double x, double y) {
    return number(x) + ' ' + number(y);
}

QByteArray paint(const char* name, const QColor& color, double opacity) {
    QByteArray out = attribute(name, color.name(QColor::HexRgb).toLatin1());
    const double alpha = color.alphaF() * opacity;
    if (alpha < 1)
        out += attribute((QByteArray(name) + "-opacity").constData(), alpha);
    return out;
}

QByteArray dashes(const QPen& pen, double width) {
    if (pen.style() == Qt::SolidLine)
        return {};
    QByteArray lengths;
    for (const double length : pen.dashPattern()) // in widths of the pen
        lengths += (lengths.isEmpty() ? "" : " ") + number(length * width);
    QByteArray out = attribute("stroke-dasharray", lengths);
    if (pen.dashOffset() != 0)
        out += attribute("stroke-dashoffset", pen.dashOffset() * width);
    return out;
}

QByteArray joins(const QPen& pen) {
    if (pen.joinStyle() == Qt::RoundJoin)
        return attribute("stroke-linejoin", "round");
    if (pen.joinStyle() == Qt::BevelJoin)
        return attribute("stroke-linejoin", "bevel");
    // The limit of MiterJoin is measured from the corner to the tip, that of SVG from inner to outer tip.
    const double limit = pen.joinStyle() == Qt::MiterJoin ? 2 * pen.miterLimit() : pen.miterLimit();
    return attribute("stroke-miterlimit", std::max(1.0, limit));
}

} // namespace

QByteArray number(double value) {
    QByteArray text = QByteArray::number(value, 'f', decimals);
    while (text.endsWith('0'))
        text.chop(1);
    if (text.endsWith('.'))
        text.chop(1);
    return text == "-0" ? QByteArrayLiteral("0") : text;
}

QByteArray escaped(const QString& text) {
    QString out;
    out.reserve(text.size() + 16);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar unit = text[i];
        if (unit.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            out += unit;
            out += text[++i];
        } else {
            appendUnit(out, unit.unicode());
        }
    }
    return out.toUtf8();
}

QByteArray attribute(const char* name, const QByteArray& value) {
    return ' ' + QByteArray(name) + "=\"" + value + '"';
}

QByteArray attribute(const char* name, double value) {
    return attribute(name, number(value));
}

QByteArray pathData(const QPainterPath& path) {
    QByteArray out;
    if (!isFinite(path))
        return out;
    QPointF start;
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element& at = path.elementAt(i);
        const bool lastOfPart = i + 1 == path.elementCount() || path.elementAt(i + 1).isMoveTo();
        if (at.isMoveTo()) {
            start = at;
            out += 'M' + point(at.x, at.y);
        } else if (at.isCurveTo()) {
            const QPainterPath::Element& second = path.elementAt(i + 1);
            const QPainterPath::Element& end = path.elementAt(i + 2);
            out += 'C' + point(at.x, at.y) + ' ' + point(second.x, second.y) + ' ' + point(end.x, end.y);
            i += 2;
            if ((i + 1 == path.elementCount() || path.elementAt(i + 1).isMoveTo()) && QPointF(end) == start)
                out += 'Z';
        } else if (lastOfPart && QPointF(at) == start && !path.elementAt(i - 1).isMoveTo()) {
            out += 'Z';
        } else {
            out += 'L' + point(at.x, at.y);
        }
    }
    return out;
}

QByteArray transformAttribute(const QTransform& t) {
    if (t.isIdentity())
        return {};
    const double values[] = {t.m11(), t.m12(), t.m21(), t.m22()};
    QByteArray matrix;
    for (const double value : values) // factors need more than places do
        matrix += QByteArray::number(value, 'g', 8) + ' ';
    return attribute("transform", "matrix(" + matrix + point(t.dx(), t.dy()) + ')');
}

QByteArray fillAttributes(const QBrush& brush, double opacity) {
    return brush.style() == Qt::NoBrush ? attribute("fill", "none") : paint("fill", brush.color(), opacity);
}

QByteArray strokeAttributes(const QPen& pen, double opacity) {
    if (pen.style() == Qt::NoPen)
        return {};
    QByteArray out = paint("stroke", pen.color(), opacity);
    const double width = pen.widthF() > 0 ? pen.widthF() : 1;
    if (width != 1)
        out += attribute("stroke-width", width);
    if (pen.isCosmetic())
        out += attribute("vector-effect", "non-scaling-stroke");
    if (pen.capStyle() != Qt::FlatCap)
        out += attribute("stroke-linecap", pen.capStyle() == Qt::RoundCap ? "round" : "square");
    return out + joins(pen) + dashes(pen, width);
}

QByteArray fontAttributes(const QFont& font) {
    QStringList families;
    for (const QString& family : font.families())
        // Emoji fonts have digits too, which Pango prefers to those of the first family; every system finds its own.
        if (!family.contains(QLatin1String("Emoji")))
            families.append(family.contains(u' ') ? u'\'' + QString(family).remove(u'\'') + u'\'' : family);
    families.append(QStringLiteral("sans-serif"));
    const double pixels = font.pixelSize() > 0 ? font.pixelSize() : font.pointSizeF() * 96 / 72;
    QByteArray out = attribute("font-family", escaped(families.join(QLatin1String(", "))));
    out += attribute("font-size", number(pixels) + "px");
    if (font.weight() != QFont::Normal)
        out += attribute("font-weight", QByteArray::number(font.weight()));
    if (font.style() != QFont::StyleNormal)
        out += attribute("font-style", font.style() == QFont::StyleItalic ? "italic" : "oblique");
    return out;
}

bool isId(const QString& id) {
    const auto fits = [](QChar c) {
        return c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'-' || c == u'_' || c == u'.');
    };
    return !id.isEmpty() && id.front().isLetter() && std::all_of(id.begin(), id.end(), fits);
}

} // namespace quoteline::ui::svg

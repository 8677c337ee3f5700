// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFont>
#include <QPainterPath>
#include <QPen>
#include <QString>
#include <QTransform>

/// The words of an SVG file: numbers, texts and attributes. The same input gives the same bytes on every machine.
namespace quoteline::ui::svg {

/// At most three decimals, a point before them whatever the locale, no trailing zeros and no "-0". Finite numbers only.
QByteArray number(double value);

/// Text and values of attributes in UTF-8. What XML 1.0 cannot hold, as most control characters, becomes U+FFFD.
QByteArray escaped(const QString& text);

/// ` name="value"`; the value has to be escaped already.
QByteArray attribute(const char* name, const QByteArray& value);
QByteArray attribute(const char* name, double value);

/// What `d` of a <path> says, in the coordinates of the path; empty for a path with a number that is not finite.
QByteArray pathData(const QPainterPath& path);

/// ` transform="..."`, nothing for one that moves nothing.
QByteArray transformAttribute(const QTransform& transform);

/// ` fill="..."`, with its opacity where it is not opaque.
QByteArray fillAttributes(const QBrush& brush, double opacity);
/// The stroke of a pen; nothing for none, which is what SVG takes for granted.
QByteArray strokeAttributes(const QPen& pen, double opacity);
/// Family with all its stand-ins, size in pixels, weight and slant.
QByteArray fontAttributes(const QFont& font);

/// Whether a text can be the id of an element that others point to: a letter, then letters, digits, "-", "_" and ".",
/// all of ASCII.
bool isId(const QString& id);

} // namespace quoteline::ui::svg

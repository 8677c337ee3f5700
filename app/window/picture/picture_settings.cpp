// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/picture/picture_settings.h"

#include <cmath>

namespace quoteline::ui {

namespace {

const QString a4 = QStringLiteral("A4");
const QString a3 = QStringLiteral("A3");

std::optional<Paper> paperOf(const QString& name) {
    return name == a4 ? std::optional(Paper::A4) : name == a3 ? std::optional(Paper::A3) : std::nullopt;
}

} // namespace

QJsonObject pictureSettings(const PictureRequest& spec) {
    QJsonObject object{{QStringLiteral("format"), suffixOf(spec.format).mid(1)},
                       {QStringLiteral("width"), spec.size.width()},
                       {QStringLiteral("height"), spec.size.height()},
                       {QStringLiteral("scale"), spec.scale},
                       {QStringLiteral("allRows"), spec.allRows},
                       {QStringLiteral("dark"), spec.dark},
                       {QStringLiteral("evidence"), spec.evidence},
                       {QStringLiteral("readings"), spec.readings},
                       {QStringLiteral("story"), spec.carryStory},
                       {QStringLiteral("author"), spec.author}};
    if (spec.paper)
        object[QStringLiteral("paper")] = *spec.paper == Paper::A4 ? a4 : a3;
    return object;
}

PictureRequest pictureSpecOf(const QJsonObject& object) {
    PictureRequest spec;
    spec.format = pictureFormatOf(u'.' + object[QStringLiteral("format")].toString()).value_or(spec.format);
    const QSize size(object[QStringLiteral("width")].toInt(), object[QStringLiteral("height")].toInt());
    const QSize most(maxPictureSide, maxPictureSide);
    if (size.width() >= minPictureSide && size.height() >= minPictureSide && size == size.boundedTo(most))
        spec.size = size;
    spec.paper = paperOf(object[QStringLiteral("paper")].toString());
    const double scale = object[QStringLiteral("scale")].toDouble();
    if (scale >= 0.5 && scale <= 8)
        spec.scale = scale;
    spec.allRows = object[QStringLiteral("allRows")].toBool(spec.format == PictureFormat::Pdf);
    spec.dark = object[QStringLiteral("dark")].toBool(spec.dark);
    spec.evidence = object[QStringLiteral("evidence")].toBool(spec.evidence);
    spec.readings = object[QStringLiteral("readings")].toBool(spec.readings);
    spec.carryStory = object[QStringLiteral("story")].toBool(spec.carryStory);
    spec.author = object[QStringLiteral("author")].toString().left(longestAuthor);
    return spec;
}

} // namespace quoteline::ui

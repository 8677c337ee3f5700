// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/picture/picture_request.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace quoteline::ui {

namespace {

struct RequestText {
    Q_DECLARE_TR_FUNCTIONS(ui)
};

constexpr double perMillimetre = dotsPerInch / 25.4;
constexpr QSizeF a4(297 * perMillimetre, 210 * perMillimetre);
constexpr QSizeF a3(420 * perMillimetre, 297 * perMillimetre);

QString millions(double pixels) {
    return QString::number(std::ceil(pixels / 1e6), 'f', 0);
}

std::optional<QString> sideProblem(const PictureRequest& spec) {
    const auto inside = [](int side) { return side >= minPictureSide && side <= maxPictureSide; };
    if (spec.paper || (inside(spec.size.width()) && inside(spec.size.height())))
        return std::nullopt;
    return RequestText::tr("a picture is %1 to %2 pixels wide and high; %3x%4 was asked for")
        .arg(QString::number(minPictureSide), QString::number(maxPictureSide), QString::number(spec.size.width()),
             QString::number(spec.size.height()));
}

std::optional<QString> pdfProblem(QSizeF page) {
    if (std::max(page.width(), page.height()) <= maxPdfSide)
        return std::nullopt;
    return RequestText::tr("pages of a PDF are at most %1 pixels (5.08 m) wide and high; %2x%3 was asked for: choose a "
                           "smaller size, or save it as SVG")
        .arg(QString::number(maxPdfSide), QString::number(std::ceil(page.width()), 'f', 0),
             QString::number(std::ceil(page.height()), 'f', 0));
}

} // namespace

std::optional<PictureFormat> pictureFormatOf(const QString& fileName) {
    for (const PictureFormat format : pictureFormats)
        if (fileName.endsWith(suffixOf(format), Qt::CaseInsensitive))
            return format;
    return std::nullopt;
}

QString suffixOf(PictureFormat format) {
    switch (format) {
    case PictureFormat::Png:
        return QStringLiteral(".png");
    case PictureFormat::Svg:
        return QStringLiteral(".svg");
    case PictureFormat::Pdf:
        return QStringLiteral(".pdf");
    }
    return {};
}

QSizeF pageSizeOf(const PictureRequest& spec) {
    if (!spec.paper)
        return spec.size;
    return *spec.paper == Paper::A4 ? a4 : a3;
}

QSize pixelsOf(QSizeF size, double scale) {
    // A whole number of pixels that is a hair too large because of the arithmetic does not need another pixel.
    const auto whole = [scale](double side) { return static_cast<int>(std::lround(side * scale)); };
    return {whole(size.width()), whole(size.height())};
}

std::optional<QString> problemOf(const PictureRequest& spec) {
    if (auto problem = sideProblem(spec))
        return problem;
    if (!(spec.scale >= 0.5 && spec.scale <= 8))
        return RequestText::tr("the scale of a picture is 0.5 to 8; %1 was asked for").arg(spec.scale);
    return problemOf(spec, pageSizeOf(spec));
}

std::optional<QString> problemOf(const PictureRequest& spec, QSizeF whole) {
    if (spec.format == PictureFormat::Pdf)
        return pdfProblem(whole);
    if (whole.height() > maxPictureHeight)
        return (spec.evidence
                    ? RequestText::tr(
                          "with all its evidence the picture is at least %1 pixels high, and %2 is the most: "
                          "save it as PDF, or choose a shorter range")
                    : RequestText::tr("with all its rows the picture is at least %1 pixels high, and %2 is the most: "
                                      "save it as PDF, or choose a shorter range"))
            .arg(QString::number(std::ceil(whole.height()), 'f', 0), QString::number(maxPictureHeight));
    const double pixels = whole.width() * spec.scale * (whole.height() * spec.scale);
    if (spec.format != PictureFormat::Png || pixels <= static_cast<double>(maxPicturePixels))
        return std::nullopt;
    const QString most = QString::number(maxPicturePixels / 1'000'000);
    if (spec.evidence)
        return RequestText::tr(
                   "a picture has at most %1 million pixels; with all its evidence this one would have at least %2 "
                   "million: save it as PDF or SVG, or choose a smaller scale or a shorter range")
            .arg(most, millions(pixels));
    if (whole.height() > pageSizeOf(spec).height())
        return RequestText::tr(
                   "a picture has at most %1 million pixels; with all its rows this one would have %2 million: "
                   "save it as PDF or SVG, or choose a smaller scale or a shorter range")
            .arg(most, millions(pixels));
    return RequestText::tr("a picture has at most %1 million pixels; %2 million were asked for: choose a smaller size "
                           "or scale")
        .arg(most, millions(pixels));
}

} // namespace quoteline::ui

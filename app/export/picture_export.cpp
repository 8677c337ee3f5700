// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/picture_export.h"

#include "app/layout/scene_builder.h"
#include "app/layout/translate.h"
#include "app/view/chart_picture.h"
#include <QBuffer>
#include <QCoreApplication>
#include <QImageWriter>
#include <QPainter>
#include <QStringList>
#include <cmath>

namespace quoteline::ui {

namespace {

struct PictureText {
    Q_DECLARE_TR_FUNCTIONS(ui)
};

constexpr double dotsPerMetre = 96 / 0.0254; // of a picture at scale 1

QString asText(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

} // namespace

layout::Scene pictureScene(const layout::StoryView& view, const PictureSpec& spec,
                           const layout::TextMeasurer& measurer) {
    layout::Metrics metrics;
    metrics.size = spec.size;
    metrics.textScale = spec.textScale;
    metrics.picture = true;
    const double plotWidth = layout::frameFor(view, metrics, measurer).plot.width();
    layout::ViewState state;
    const layout::TimeWindow whole = layout::wholeStory(view, plotWidth, spec.textScale);
    state.window = spec.range.value_or(whole);
    if (state.window.width <= 0)
        state.window.width = layout::minWindowMs;
    return layout::buildScene(view, state, metrics, measurer);
}

std::optional<QString> problemOf(const PictureSpec& spec) {
    const auto inside = [](int side) { return side >= minPictureSide && side <= maxPictureSide; };
    if (!inside(spec.size.width()) || !inside(spec.size.height()))
        return PictureText::tr("a picture is %1 to %2 pixels wide and high; %3x%4 was asked for")
            .arg(QString::number(minPictureSide), QString::number(maxPictureSide), QString::number(spec.size.width()),
                 QString::number(spec.size.height()));
    if (!(spec.scale >= 0.5 && spec.scale <= 8))
        return PictureText::tr("the scale of a picture is 0.5 to 8; %1 was asked for").arg(spec.scale);
    const double pixels = spec.size.width() * spec.scale * (spec.size.height() * spec.scale);
    if (pixels > static_cast<double>(maxPicturePixels))
        return PictureText::tr(
                   "a picture has at most %1 million pixels; %2 million were asked for: choose a smaller size or scale")
            .arg(QString::number(maxPicturePixels / 1'000'000), QString::number(std::ceil(pixels / 1e6), 'f', 0));
    return std::nullopt;
}

std::optional<QString> omissionOf(const layout::StoryView& view, const PictureSpec& spec) {
    if (problemOf(spec))
        return std::nullopt;
    const Fonts fonts(spec.textScale);
    const layout::Scene scene = pictureScene(view, spec, FontMeasurer(fonts));
    QStringList sentences;
    const double missing = scene.contentHeight - scene.frame.lanes.height();
    const QString height = QString::number(spec.size.height() + static_cast<int>(std::ceil(missing)));
    if (scene.counts.scrolledAway > 0)
        sentences.append(PictureText::tr("%1 event(s) lie below the edge of the picture; a height of %2 shows them.",
                                         nullptr, static_cast<int>(scene.counts.scrolledAway))
                             .arg(layout::number(scene.counts.scrolledAway, view.locale()), height));
    else if (missing > 0)
        sentences.append(
            PictureText::tr("The last row is cut by the edge of the picture; a height of %1 shows it whole.")
                .arg(height));
    if (scene.counts.folded > 0)
        sentences.append(
            PictureText::tr("%1 event(s) are only counted, in “+” marks; a shorter range or a wider picture "
                            "shows more of them.",
                            nullptr, static_cast<int>(scene.counts.folded))
                .arg(layout::number(scene.counts.folded, view.locale())));
    return sentences.isEmpty() ? std::nullopt : std::optional(sentences.join(u' '));
}

tl::expected<QImage, QString> renderPicture(const layout::StoryView& view, const PictureSpec& spec) {
    if (const auto problem = problemOf(spec))
        return tl::unexpected(*problem);
    const QSize pixels(static_cast<int>(std::lround(spec.size.width() * spec.scale)),
                       static_cast<int>(std::lround(spec.size.height() * spec.scale)));
    QImage image(pixels, QImage::Format_RGB32);
    if (image.isNull())
        return tl::unexpected(
            PictureText::tr("there is not enough memory for %1x%2 pixels: choose a smaller size or scale")
                .arg(QString::number(pixels.width()), QString::number(pixels.height())));
    // The screen of the machine must not show in the file.
    image.setDotsPerMeterX(static_cast<int>(std::lround(dotsPerMetre * spec.scale)));
    image.setDotsPerMeterY(static_cast<int>(std::lround(dotsPerMetre * spec.scale)));
    const Theme& theme = spec.dark ? darkTheme() : lightTheme();
    const Fonts fonts(spec.textScale);
    const FontMeasurer measurer(fonts);
    image.fill(theme.surface);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.scale(spec.scale, spec.scale);
    drawChart(painter, std::make_shared<const layout::Scene>(pictureScene(view, spec, measurer)), theme, fonts);
    painter.end();
    return image;
}

QByteArray encodePng(const QImage& image, const model::Story& story) {
    QStringList urls;
    for (const model::Source& source : story.sources())
        if (source.url)
            urls.append(asText(*source.url));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly); // memory: it cannot fail
    QImageWriter writer(&buffer, QByteArrayLiteral("png"));
    writer.setText(QStringLiteral("Title"), asText(story.title()));
    writer.setText(QStringLiteral("Description"), asText(story.summary()));
    writer.setText(QStringLiteral("Software"), QStringLiteral("Quoteline " QUOTELINE_VERSION));
    if (!urls.isEmpty())
        writer.setText(QStringLiteral("Source"), urls.join(u'\n'));
    return writer.write(image) ? bytes : QByteArray();
}

tl::expected<QByteArray, QString> renderPng(const layout::StoryView& view, const PictureSpec& spec) {
    return renderPicture(view, spec).and_then([&](const QImage& image) -> tl::expected<QByteArray, QString> {
        QByteArray bytes = encodePng(image, view.story());
        if (bytes.isEmpty())
            return tl::unexpected(PictureText::tr("the picture could not be encoded: choose a smaller size or scale"));
        return bytes;
    });
}

} // namespace quoteline::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/picture/printing.h"

#include "app/content/words/display_text.h"
#include "app/content/words/translate.h"
#include "app/export/picture/picture_plan.h"
#include "app/layout/scene/scene_builder.h"
#include "app/paint/chart/chart_picture.h"
#include "app/paint/font_measurer.h"
#include "app/paint/theme.h"
#include <QCoreApplication>
#include <QPageLayout>
#include <QPainter>
#include <QPrinter>
#include <algorithm>
#include <cmath>

namespace quoteline::ui {

namespace {

struct PrintText {
    Q_DECLARE_TR_FUNCTIONS(ui)
};

constexpr double pixelsPerPoint = 96.0 / 72;

/// Paper cannot be scrolled, and what it lacks cannot be asked for with a click: it says so itself.
QString leftOut(const layout::Scene& scene, const QLocale& locale) {
    const std::size_t count = scene.counts.scrolledAway + scene.counts.folded;
    if (count == 0)
        return {};
    return PrintText::tr("%1 event(s) found no room on this page: print on larger paper or show less time.", nullptr,
                         static_cast<int>(count))
        .arg(layout::number(count, locale));
}

layout::Scene sceneOf(const layout::StoryView& view, const PictureRequest& spec, const layout::TextMeasurer& measurer) {
    const layout::StoryView pictured = picturedView(view, spec);
    const layout::Metrics metrics = pictureMetrics(spec, spec.size);
    return layout::buildScene(pictured, pictureState(pictured, spec, metrics, measurer), metrics, measurer);
}

} // namespace

void prepare(QPrinter& printer, const layout::StoryView& view) {
    printer.setDocName(layout::displayLine(view.story().title(), 120));
    printer.setCreator(QStringLiteral("Quoteline"));
    printer.setPageOrientation(QPageLayout::Landscape);
}

bool printStory(QPagedPaintDevice& device, const layout::StoryView& view, const PrintSpec& spec) {
    const QSizeF page = device.pageLayout().paintRect(QPageLayout::Point).size() * pixelsPerPoint;
    PictureRequest picture;
    picture.textScale = spec.textScale;
    picture.range = spec.range;
    // Paper of any size can be printed on; the layout takes no less than a picture does.
    picture.size = QSize(std::clamp(static_cast<int>(page.width()), minPictureSide, maxPictureSide),
                         std::clamp(static_cast<int>(page.height()), minPictureSide, maxPictureSide));
    const Fonts fonts(spec.textScale);
    const FontMeasurer measurer(fonts);
    const int footHeight = static_cast<int>(std::ceil(measurer.lineHeight(layout::FontRole::Note) * 1.5));
    auto scene = sceneOf(view, picture, measurer);
    QString foot = leftOut(scene, view.locale());
    if (!foot.isEmpty()) {
        picture.size.rheight() -= footHeight;
        scene = sceneOf(view, picture, measurer);
        foot = leftOut(scene, view.locale());
    }
    QPainter painter;
    if (!painter.begin(&device))
        return false;
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    const double fit =
        std::min(1.0, std::min(page.width() / picture.size.width(), page.height() / picture.size.height()));
    painter.scale(device.logicalDpiX() / 96.0 * fit, device.logicalDpiY() / 96.0 * fit);
    const Theme& theme = paperTheme();
    drawChart(painter, std::make_shared<const layout::Scene>(std::move(scene)), theme, fonts);
    painter.resetTransform();
    painter.scale(device.logicalDpiX() / 96.0 * fit, device.logicalDpiY() / 96.0 * fit);
    painter.setFont(fonts.font(layout::FontRole::Note));
    painter.setPen(theme.text);
    painter.drawText(QRectF(0, picture.size.height(), picture.size.width(), footHeight), Qt::AlignRight, foot);
    return painter.end();
}

} // namespace quoteline::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/picture/picture_export.h"

#include "app/export/picture/page_painter.h"
#include "app/open/carried_story.h"
#include "app/open/story_envelope.h"
#include "app/system/version.h"
#include "model/text/utf8_text.h"
#include <QCoreApplication>
#include <QPainter>
#include <cmath>

namespace quoteline::ui {

namespace {

struct PictureText {
    Q_DECLARE_TR_FUNCTIONS(ui)
};

constexpr std::size_t textsAtOnce = 2000; // some milliseconds

bool carries(const PictureRequest& spec) {
    return spec.carryStory && spec.format != PictureFormat::Pdf;
}

std::unique_ptr<PictureCanvas> canvasFor(const PreparedPicture& picture) {
    PictureFacts facts = factsOf(picture.view.story(), picture.spec);
    switch (picture.spec.format) {
    case PictureFormat::Png:
        return pngCanvas(picture.spec, picture.plan, std::move(facts), picture.story);
    case PictureFormat::Svg:
        return svgCanvas(picture.plan, std::move(facts), picture.story);
    case PictureFormat::Pdf:
        return pdfCanvas(picture.plan, std::move(facts));
    }
    return nullptr;
}

} // namespace

PictureFacts factsOf(const model::Story& story, const PictureRequest& spec) {
    PictureFacts facts;
    facts.title = model::fromUtf8(story.title());
    facts.description = model::fromUtf8(story.summary());
    facts.author = spec.author;
    facts.software = QStringLiteral("Quoteline ") + programVersion();
    facts.language = model::fromUtf8(story.language());
    for (const model::Source& source : story.sources())
        if (source.url)
            facts.sources.append(model::fromUtf8(*source.url));
    facts.on = spec.on;
    return facts;
}

tl::expected<PreparedPicture, model::Failure> preparePicture(const layout::StoryView& view, const PictureRequest& spec,
                                                             const std::stop_token& stop) {
    const Fonts fonts(spec.textScale);
    auto plan = planPicture(view, spec, FontMeasurer(fonts), stop);
    if (!plan)
        return tl::unexpected(plan.error());
    PreparedPicture picture{view, spec, *std::move(plan), {}};
    if (carries(spec)) {
        const layout::SeenView seen = layout::seenView(view, picture.plan.state.window, !spec.range.has_value());
        auto story = carriedStory(view, seen, stop);
        if (!story)
            return tl::unexpected(story.error());
        picture.story = *std::move(story);
    }
    return picture;
}

std::optional<RoomAdvice> adviceFor(const PreparedPicture& picture, const std::stop_token& stop) {
    const Fonts fonts(picture.spec.textScale);
    return adviceFor(picture.view, picture.spec, picture.plan, FontMeasurer(fonts), stop);
}

PictureJob::PictureJob(PreparedPicture picture)
    : m_picture(std::move(picture))
    , m_fonts(m_picture.spec.textScale)
    , m_canvas(canvasFor(m_picture)) {}

tl::expected<bool, QString> PictureJob::paintNext() {
    if (!m_begun) {
        if (auto begun = m_canvas->begin(); !begun)
            return tl::unexpected(begun.error());
        m_begun = true;
    }
    if (m_page == m_picture.plan.pages.size()) {
        if (!std::exchange(m_ended, true))
            if (auto ended = m_canvas->end(); !ended)
                return tl::unexpected(ended.error());
        return false;
    }
    const PicturePage& page = m_picture.plan.pages[m_page];
    QPainter& painter = m_canvas->page(m_page);
    const Theme& theme = themeOf(m_picture.spec);
    if (!m_text) {
        paintChartOf(painter, page, theme, m_fonts);
        m_text = 0;
    } else {
        m_text = paintSheetOf(painter, page, {theme, m_fonts, m_cache}, *m_text, textsAtOnce);
    }
    if (!page.sheet || *m_text >= page.sheet->texts.size()) {
        ++m_page;
        m_text.reset();
    }
    return true;
}

double PictureJob::share() const {
    const auto pages = static_cast<double>(m_picture.plan.pages.size());
    double done = static_cast<double>(m_page);
    if (m_text && m_page < m_picture.plan.pages.size())
        if (const auto& sheet = m_picture.plan.pages[m_page].sheet)
            done += static_cast<double>(*m_text) / static_cast<double>(std::max<std::size_t>(1, sheet->texts.size()));
    return done / pages;
}

tl::expected<QByteArray, model::Failure> PictureJob::encode(const std::stop_token& stop) {
    auto bytes = m_canvas->encode(stop);
    if (!bytes || m_picture.spec.format == PictureFormat::Pdf)
        return bytes;
    if (auto sound = verifyPicture(*bytes, m_picture.story, stop); !sound)
        return tl::unexpected(sound.error().within(
            PictureText::tr("the picture is not saved, because it cannot be read back (%1): try again, or choose "
                            "another kind")));
    return bytes;
}

tl::expected<QByteArray, model::Failure> writePicture(const PreparedPicture& picture) {
    PictureJob job(picture);
    while (true) {
        const auto more = job.paintNext();
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            return job.encode();
    }
}

tl::expected<QByteArray, model::Failure> writePicture(const layout::StoryView& view, const PictureRequest& spec) {
    return preparePicture(view, spec).and_then([](const PreparedPicture& picture) { return writePicture(picture); });
}

tl::expected<QImage, model::Failure> renderPicture(const layout::StoryView& view, const PictureRequest& spec) {
    PictureRequest bare = spec;
    bare.carryStory = false;
    return preparePicture(view, bare)
        .and_then([&](const PreparedPicture& picture) -> tl::expected<QImage, model::Failure> {
            QImage image = pageImage(picture, 0, spec.scale);
            if (image.isNull())
                return tl::unexpected(
                    PictureText::tr("there is not enough memory for the picture: choose a smaller size"));
            return image;
        });
}

QImage pageImage(const PreparedPicture& picture, std::size_t page, double scale, int mostHigh) {
    PicturePage shown = picture.plan.pages[page];
    const QSize pixels = pixelsOf(shown.size, scale).expandedTo({1, 1});
    QImage image(pixels.boundedTo({pixels.width(), mostHigh}), QImage::Format_RGB32);
    if (image.isNull())
        return image;
    if (shown.sheet && pixels.height() > mostHigh) {
        auto sheet = *shown.sheet; // what is not seen need not be drawn
        const double bottom = mostHigh / scale - shown.sheetAt.y();
        std::erase_if(sheet.texts, [bottom](const layout::Text& text) { return text.baseline.y() > bottom + 100; });
        shown.sheet = std::make_shared<const layout::SheetPage>(std::move(sheet));
    }
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.scale(scale, scale);
    paintPage(painter, shown, themeOf(picture.spec), Fonts(picture.spec.textScale));
    return image;
}

} // namespace quoteline::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/picture/picture_canvas.h"

#include "app/export/picture/png_writer.h"
#include "app/open/carried_story.h"
#include <QCoreApplication>
#include <QPainter>
#include <cmath>

namespace quoteline::ui {

namespace {

struct PngCanvasText {
    Q_DECLARE_TR_FUNCTIONS(ui)
};

class PngCanvas : public PictureCanvas {
public:
    PngCanvas(const PictureRequest& spec, const PicturePlan& plan, PictureFacts facts, QByteArray story)
        : m_scale(spec.scale)
        , m_pixels(pixelsOf(plan.pages.front().size, spec.scale))
        , m_facts(std::move(facts))
        , m_story(std::move(story)) {}

    tl::expected<void, QString> begin() override {
        m_image = QImage(m_pixels, QImage::Format_RGB32);
        if (m_image.isNull())
            return tl::unexpected(
                PngCanvasText::tr("there is not enough memory for %1x%2 pixels: choose a smaller size or scale")
                    .arg(QString::number(m_pixels.width()), QString::number(m_pixels.height())));
        // The true size on paper, and not that of the machine's screen.
        const int dotsPerMetre = static_cast<int>(std::lround(dotsPerInch / 0.0254 * m_scale));
        m_image.setDotsPerMeterX(dotsPerMetre);
        m_image.setDotsPerMeterY(dotsPerMetre);
        m_image.fill(Qt::white);
        m_painter.begin(&m_image);
        m_painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        m_painter.scale(m_scale, m_scale);
        return {};
    }

    QPainter& page(std::size_t) override { return m_painter; }

    tl::expected<void, QString> end() override {
        m_painter.end();
        return {};
    }

    tl::expected<QByteArray, model::Failure> encode(const std::stop_token& stop) override {
        std::vector<PngText> texts;
        const auto say = [&texts](const char* key, const QString& text) {
            if (!text.isEmpty())
                texts.push_back({key, text});
        };
        say("Title", m_facts.title);
        say("Description", m_facts.description);
        say("Author", m_facts.author);
        say("Software", m_facts.software);
        say("Source", m_facts.sources.join(u'\n'));
        if (m_facts.on)
            say("Creation Time", m_facts.on->toString(Qt::ISODate));
        say(storyKeyword, QString::fromLatin1(m_story));
        auto png = writePng(m_image, texts, stop);
        if (!png && stop.stop_requested())
            return tl::unexpected(model::Stopped());
        if (!png)
            return tl::unexpected(
                PngCanvasText::tr("the picture could not be encoded: choose a smaller size or scale"));
        return *std::move(png);
    }

private:
    double m_scale;
    QSize m_pixels;
    PictureFacts m_facts;
    QByteArray m_story;
    QImage m_image; // before the painter, which has to go first
    QPainter m_painter;
};

} // namespace

std::unique_ptr<PictureCanvas> pngCanvas(const PictureRequest& spec, const PicturePlan& plan, PictureFacts facts,
                                         QByteArray story) {
    return std::make_unique<PngCanvas>(spec, plan, std::move(facts), std::move(story));
}

} // namespace quoteline::ui

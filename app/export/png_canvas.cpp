// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/picture_canvas.h"

#include "app/export/png_chunks.h"
#include <QBuffer>
#include <QCoreApplication>
#include <QImageWriter>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace quoteline::ui {

namespace {

struct PngText {
    Q_DECLARE_TR_FUNCTIONS(ui)
};

/// Takes bytes until it is told to stop: an encoder of large pictures ends then, as on a full disk.
class StoppableBuffer : public QIODevice {
public:
    explicit StoppableBuffer(std::stop_token stop)
        : m_stop(std::move(stop)) {
        open(QIODevice::WriteOnly);
    }
    QByteArray take() { return std::move(m_bytes); }

protected:
    qint64 readData(char*, qint64) override { return -1; }
    qint64 writeData(const char* data, qint64 size) override {
        if (m_stop.stop_requested())
            return -1;
        m_bytes.append(data, size);
        return size;
    }

private:
    std::stop_token m_stop;
    QByteArray m_bytes;
};

/// Whether the text chunks of the first edition can hold it: Latin-1 without control characters but line feeds.
bool isLatin1(const QString& text) {
    return std::none_of(text.begin(), text.end(), [](QChar c) {
        const char16_t code = c.unicode();
        return code > 0xFF || (code < 0x20 && code != '\n') || (code > 0x7E && code < 0xA0);
    });
}

/// The data of an iTXt chunk. Qt would say that its language is called "UTF-8", which other programs then believe.
QByteArray internationalText(const char* key, const QString& text) {
    QByteArray data(key);
    data.append('\0');    // ends the key
    data.append(2, '\0'); // not compressed
    data.append(2, '\0'); // in no language that is named, the key not translated
    return data.append(text.toUtf8());
}

class PngCanvas : public PictureCanvas {
public:
    PngCanvas(const PictureSpec& spec, const PicturePlan& plan, PictureFacts facts)
        : m_scale(spec.scale)
        , m_pixels(pixelsOf(plan.pages.front().size, spec.scale))
        , m_facts(std::move(facts)) {}

    tl::expected<void, QString> begin() override {
        m_image = QImage(m_pixels, QImage::Format_RGB32);
        if (m_image.isNull())
            return tl::unexpected(
                PngText::tr("there is not enough memory for %1x%2 pixels: choose a smaller size or scale")
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

    tl::expected<QByteArray, QString> encode(const std::stop_token& stop) override {
        StoppableBuffer buffer(stop);
        QImageWriter writer(&buffer, QByteArrayLiteral("png"));
        QByteArrayList international;
        const auto say = [&](const char* key, const QString& text) {
            if (!text.isEmpty() && isLatin1(text))
                writer.setText(QLatin1StringView(key), text);
            else if (!text.isEmpty())
                international.append(internationalText(key, text));
        };
        say("Title", m_facts.title);
        say("Description", m_facts.description);
        say("Author", m_facts.author);
        say("Software", m_facts.software);
        say("Source", m_facts.sources.join(u'\n'));
        if (!writer.write(m_image))
            return tl::unexpected(
                stop.stop_requested()
                    ? QString()
                    : PngText::tr("the picture could not be encoded: choose a smaller size or scale"));
        QByteArray png = buffer.take();
        for (const QByteArray& text : international)
            png = withChunk(png, QByteArrayLiteral("iTXt"), text);
        if (m_facts.on) // Qt takes no key of two words
            png = withChunk(png, QByteArrayLiteral("tEXt"),
                            QByteArrayLiteral("Creation Time").append('\0') +
                                m_facts.on->toString(Qt::ISODate).toLatin1());
        return png;
    }

private:
    double m_scale;
    QSize m_pixels;
    PictureFacts m_facts;
    QImage m_image; // before the painter, which has to go first
    QPainter m_painter;
};

} // namespace

std::unique_ptr<PictureCanvas> pngCanvas(const PictureSpec& spec, const PicturePlan& plan, PictureFacts facts) {
    return std::make_unique<PngCanvas>(spec, plan, std::move(facts));
}

} // namespace quoteline::ui

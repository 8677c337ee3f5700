// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/open/png_chunks.h"

#include <QCoreApplication>
#include <QtEndian>
#include <memory>
#include <string_view>
#include <vector>
#include <zlib.h>

namespace quoteline::ui {

namespace {

struct PixelText {
    Q_DECLARE_TR_FUNCTIONS(ui)
};

/// What a header says of the unpacked image data.
struct Lines {
    quint64 length = 0; ///< bytes of a line with that for its filter
    quint64 count = 0;
};

/// Nothing for a header that no picture may have, or that of an interlaced one.
Lines linesOf(QByteArrayView header) {
    const quint32 width = qFromBigEndian<quint32>(header.data());
    const quint32 height = qFromBigEndian<quint32>(header.data() + 4);
    const auto depth = static_cast<quint8>(header[8]);
    constexpr quint8 samples[] = {1, 0, 3, 1, 2, 0, 4}; // of a pixel, for each type of colour
    const auto colour = static_cast<quint8>(header[9]);
    const bool plain = header[10] == 0 && header[11] == 0 && header[12] == 0;
    const bool depthExists = depth == 8 || depth == 16 || ((depth == 1 || depth == 2 || depth == 4) && colour < 4);
    if (width == 0 || height == 0 || width > 0x7FFFFFFF || height > 0x7FFFFFFF || colour > 6 || !depthExists || !plain)
        return {};
    const Lines lines{(quint64{width} * depth * samples[colour] + 7) / 8 + 1, height};
    const bool countable = lines.length <= (quint64{1} << 62) / lines.count;
    return samples[colour] == 0 || !countable ? Lines{} : lines;
}

/// Unpacks image data.
class Pixels {
public:
    explicit Pixels(const Lines& lines)
        : m_lines(lines) {
        if (inflateInit(&m_stream) != Z_OK)
            throw std::bad_alloc();
    }
    ~Pixels() { inflateEnd(&m_stream); }
    Pixels(const Pixels&) = delete;
    Pixels& operator=(const Pixels&) = delete;

    bool take(QByteArrayView piece) {
        m_stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(piece.data()));
        m_stream.avail_in = static_cast<uInt>(piece.size());
        while (m_stream.avail_in > 0 || m_stream.avail_out == 0) {
            if (m_status == Z_STREAM_END)
                return m_stream.avail_in == 0; // nothing may follow the end
            m_stream.next_out = m_out.data();
            m_stream.avail_out = static_cast<uInt>(m_out.size());
            m_status = inflate(&m_stream, Z_NO_FLUSH);
            if (!look(m_out.size() - m_stream.avail_out))
                return false;
            if (m_status != Z_OK && m_status != Z_STREAM_END)
                return m_status == Z_BUF_ERROR && m_stream.avail_in == 0;
        }
        return true;
    }

    bool complete() const { return m_status == Z_STREAM_END && m_done == m_lines.length * m_lines.count; }

private:
    /// At the bytes that came out now: a line begins with one of five filters, and there are no more lines than there
    /// should be.
    bool look(quint64 got) {
        const quint64 end = m_done + got;
        for (quint64 at = (m_done + m_lines.length - 1) / m_lines.length * m_lines.length; at < end;
             at += m_lines.length)
            if (m_out[static_cast<std::size_t>(at - m_done)] > 4)
                return false;
        m_done = end;
        return m_done <= m_lines.length * m_lines.count;
    }

    Lines m_lines;
    std::vector<Bytef> m_out = std::vector<Bytef>(256 << 10);
    z_stream m_stream{};
    int m_status = Z_OK;
    quint64 m_done = 0;
};

} // namespace

tl::expected<void, model::Failure> checkPixels(QByteArrayView png, const std::stop_token& stop) {
    const auto wrong = [] {
        return tl::unexpected(PixelText::tr("it is damaged: its image data are not those of a picture of its size"));
    };
    std::unique_ptr<Pixels> pixels;
    const PngVisitor visit = [&](const PngChunk& chunk) -> tl::expected<PngData, model::Failure> {
        if (chunk.type == "IHDR")
            return [&](QByteArrayView header) -> tl::expected<void, model::Failure> {
                const Lines lines = linesOf(header);
                if (lines.count == 0)
                    return wrong();
                pixels = std::make_unique<Pixels>(lines);
                return {};
            };
        if (chunk.type == "IDAT")
            return [&](QByteArrayView piece) -> tl::expected<void, model::Failure> {
                if (!pixels->take(piece))
                    return wrong();
                return {};
            };
        return PngData();
    };
    const auto bytes = model::bytesOf({png.data(), static_cast<std::size_t>(png.size())});
    if (auto walked = walkPng(*bytes, visit, stop); !walked)
        return walked;
    if (!pixels->complete())
        return wrong();
    return {};
}

} // namespace quoteline::ui

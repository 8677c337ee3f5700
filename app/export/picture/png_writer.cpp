// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/picture/png_writer.h"

#include <algorithm>
#include <csetjmp>
#include <new>
#include <png.h>

namespace quoteline::ui {

namespace {

void append(png_structp png, png_bytep data, png_size_t size) {
    auto* bytes = static_cast<QByteArray*>(png_get_io_ptr(png));
    bool fits = true;
    try {
        bytes->append(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    } catch (const std::bad_alloc&) {
        fits = false; // no exception may go through the library
    }
    if (!fits)
        png_error(png, "no memory");
}

void flush(png_structp) {}

/// The library prints its messages otherwise.
[[noreturn]] void fail(png_structp png, png_const_charp) {
    png_longjmp(png, 1);
}

void ignore(png_structp, png_const_charp) {}

/// The library and what it keeps of a file.
struct Writer {
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, fail, ignore);
    png_infop info = png ? png_create_info_struct(png) : nullptr;
    Writer() = default;
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;
    ~Writer() { png_destroy_write_struct(&png, &info); }
};

/// Leaves by longjmp() where the library fails, so that nothing in it may have a destructor.
bool writeAll(const Writer& writer, const QImage& image, png_textp texts, int textCount, const std::stop_token& stop) {
    if (setjmp(png_jmpbuf(writer.png)))
        return false;
    png_set_IHDR(writer.png, writer.info, static_cast<png_uint_32>(image.width()),
                 static_cast<png_uint_32>(image.height()), 8, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_pHYs(writer.png, writer.info, static_cast<png_uint_32>(image.dotsPerMeterX()),
                 static_cast<png_uint_32>(image.dotsPerMeterY()), PNG_RESOLUTION_METER);
    png_set_text(writer.png, writer.info, texts, textCount);
    // Even grounds and letters: what stood in the line above compresses better unfiltered.
    png_set_filter(writer.png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
    png_set_compression_level(writer.png, 6);
    png_write_info(writer.png, writer.info);
    png_set_filler(writer.png, 0, Q_BYTE_ORDER == Q_LITTLE_ENDIAN ? PNG_FILLER_AFTER : PNG_FILLER_BEFORE);
    if (Q_BYTE_ORDER == Q_LITTLE_ENDIAN)
        png_set_bgr(writer.png);
    for (int y = 0; y < image.height(); ++y) {
        if (stop.stop_requested())
            return false;
        png_write_row(writer.png, image.constScanLine(y));
    }
    png_write_end(writer.png, writer.info);
    return true;
}

/// Whether tEXt may hold it: Latin-1 without control characters but line feeds.
bool isLatin1(const QString& text) {
    return std::none_of(text.begin(), text.end(), [](QChar c) {
        const char16_t code = c.unicode();
        return code > 0xFF || (code < 0x20 && code != '\n') || (code > 0x7E && code < 0xA0);
    });
}

} // namespace

std::optional<QByteArray> writePng(const QImage& image, const std::vector<PngText>& texts,
                                   const std::stop_token& stop) {
    Q_ASSERT(image.format() == QImage::Format_RGB32);
    std::vector<QByteArray> values;
    std::vector<png_text> chunks;
    values.reserve(texts.size());
    for (const PngText& text : texts) {
        QString value = text.text;
        value.remove(QChar(u'\0'));
        const bool latin = isLatin1(value);
        values.push_back(latin ? value.toLatin1() : value.toUtf8());
        png_text chunk{};
        chunk.compression = latin ? PNG_TEXT_COMPRESSION_NONE : PNG_ITXT_COMPRESSION_NONE;
        chunk.key = const_cast<char*>(text.keyword.constData()); // is only read
        chunk.text = values.back().data();
        chunks.push_back(chunk);
    }
    const Writer writer;
    if (!writer.info)
        return std::nullopt;
    QByteArray bytes;
    png_set_write_fn(writer.png, &bytes, append, flush);
    if (!writeAll(writer, image, chunks.data(), static_cast<int>(chunks.size()), stop))
        return std::nullopt;
    return bytes;
}

} // namespace quoteline::ui

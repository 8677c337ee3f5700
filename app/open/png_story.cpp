// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/open/carried_story.h"

#include "app/open/picture_story.h"
#include <QCoreApplication>
#include <csetjmp>
#include <new>
#include <png.h>

namespace quoteline::ui {

namespace {

struct PngText {
    Q_DECLARE_TR_FUNCTIONS(ui)
};

/// Larger files are refused: no picture of the program comes near.
constexpr qint64 maxPngBytes = qint64{300} << 20;
/// The same of pixels: a small file can claim any number of them.
constexpr quint64 maxPngPixels = 300'000'000;
/// Of text chunks besides the story; the program itself writes a good deal less.
constexpr qint64 maxOtherTexts = 10 << 20;

/// A file on its way through the library, which has no exceptions.
struct Passage {
    model::ByteSource& file;
    const std::stop_token& stop;
    qint64 left = maxPngBytes;
    qint64 others = 0; ///< bytes of other texts so far
    std::optional<QByteArray> envelope = {};
    std::optional<model::Failure> reason = {}; ///< why it ended early
    bool inPixels = false;

    bool fill(std::span<char> into) noexcept {
        left -= static_cast<qint64>(into.size());
        if (stop.stop_requested())
            reason = model::Stopped();
        else if (left < 0)
            reason = tooLarge(maxPngBytes);
        else if (const auto got = readFull(file, into); !got)
            reason = got.error();
        else if (*got < into.size())
            reason = PngText::tr("it is cut off: the end of the picture is missing");
        return !reason;
    }

    /// At any chunk that is not needed for the pixels, and at picture data behind their end.
    bool look(QByteArrayView type, QByteArrayView data) noexcept {
        static constexpr QByteArrayView begin(storyKeyword, sizeof storyKeyword);
        if (type == "IDAT" && !data.isEmpty())
            reason = PngText::tr("its picture data is damaged: something follows its end");
        else if (type != "IDAT" && (type[0] & 0x20) == 0) // a capital, by section 5.4 of the PNG specification
            reason = PngText::tr("it cannot be shown right without a part (%1) that this program does not know")
                         .arg(QLatin1StringView(type));
        if (type != "tEXt" && type != "zTXt" && type != "iTXt")
            return !reason;
        if (!data.startsWith(begin))
            others += data.size();
        else if (type != "tEXt")
            reason = PngText::tr("another program has packed the story in it anew");
        else if (envelope)
            reason = twoStories();
        else if (data.size() - begin.size() > maxEnvelopeBytes)
            reason = tooMuchStory();
        else
            envelope = data.sliced(begin.size()).toByteArray();
        if (others > maxOtherTexts)
            reason = PngText::tr("it holds more than %1 MB of text besides its story").arg(maxOtherTexts >> 20);
        return !reason;
    }

    /// The words of the library are English, and nothing that a person could do something about.
    void fail() noexcept {
        if (!reason)
            reason = inPixels ? PngText::tr("its picture data is damaged")
                              : PngText::tr("it is damaged, or not as a PNG picture must be");
    }

    bool refusePixels() noexcept {
        reason = PngText::tr("it has too many pixels, and is not looked into");
        return false;
    }
};

void readBytes(png_structp png, png_bytep into, png_size_t count) {
    if (!static_cast<Passage*>(png_get_io_ptr(png))->fill({reinterpret_cast<char*>(into), count}))
        png_longjmp(png, 1);
}

int lookAtChunk(png_structp png, png_unknown_chunkp chunk) {
    const QByteArrayView type(chunk->name, 4);
    const QByteArrayView data(chunk->data, static_cast<qsizetype>(chunk->size));
    const bool afterHeader = chunk->location & PNG_HAVE_IHDR;
    return static_cast<Passage*>(png_get_user_chunk_ptr(png))->look(type, data) && afterHeader ? 1 : -1;
}

[[noreturn]] void fail(png_structp png, png_const_charp) {
    static_cast<Passage*>(png_get_error_ptr(png))->fail();
    png_longjmp(png, 1);
}

void ignore(png_structp, png_const_charp) {}

/// The library and what it keeps of a file.
struct Reader {
    png_structp png;
    png_infop info;
    explicit Reader(Passage& passage)
        : png(png_create_read_struct(PNG_LIBPNG_VER_STRING, &passage, fail, ignore))
        , info(png ? png_create_info_struct(png) : nullptr) {}
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;
    ~Reader() { png_destroy_read_struct(&png, &info, nullptr); }
};

/// Every chunk and every pixel. Leaves by longjmp() where the library fails, so that nothing in it may have a
/// destructor.
bool readAll(const Reader& reader, Passage& passage) {
    if (setjmp(png_jmpbuf(reader.png)))
        return false;
    png_set_read_fn(reader.png, &passage, readBytes);
    png_set_crc_action(reader.png, PNG_CRC_ERROR_QUIT, PNG_CRC_ERROR_QUIT);
    png_set_benign_errors(reader.png, 0);
    png_set_chunk_malloc_max(reader.png, maxOtherTexts + maxEnvelopeBytes);
    png_set_keep_unknown_chunks(reader.png, PNG_HANDLE_CHUNK_NEVER, nullptr, -1);
    png_set_read_user_chunk_fn(reader.png, &passage, lookAtChunk);
    png_read_info(reader.png, reader.info);
    const png_uint_32 height = png_get_image_height(reader.png, reader.info);
    if (quint64{height} * png_get_image_width(reader.png, reader.info) > maxPngPixels)
        return passage.refusePixels();
    passage.inPixels = true;
    for (int pass = png_set_interlace_handling(reader.png); pass > 0; --pass)
        for (png_uint_32 line = height; line > 0; --line)
            png_read_row(reader.png, nullptr, nullptr);
    passage.inPixels = false;
    // The library passes over picture data behind the end of the pixels, unless we look at it ourselves.
    png_set_keep_unknown_chunks(reader.png, PNG_HANDLE_CHUNK_NEVER, reinterpret_cast<png_const_bytep>("IDAT"), 1);
    png_read_end(reader.png, reader.info);
    return true;
}

} // namespace

FoundEnvelope envelopeInPng(model::ByteSource& file, const std::stop_token& stop) {
    if (file.size() > static_cast<std::uint64_t>(maxPngBytes))
        return tl::unexpected(tooLarge(maxPngBytes));
    Passage passage{file, stop};
    const Reader reader(passage);
    if (!reader.info)
        throw std::bad_alloc();
    if (!readAll(reader, passage))
        return tl::unexpected(*passage.reason);
    char behind = 0;
    const auto more = readFull(file, {&behind, 1});
    if (!more)
        return tl::unexpected(more.error());
    if (*more > 0)
        return tl::unexpected(PngText::tr("something stands behind the end of the picture"));
    return std::move(passage.envelope);
}

} // namespace quoteline::ui

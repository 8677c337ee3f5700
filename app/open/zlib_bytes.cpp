// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/open/zlib_bytes.h"

#include <algorithm>
#include <array>
#include <limits>
#include <memory>
#include <zlib.h>

namespace quoteline::ui {

namespace {

constexpr qint64 zlibPiece = 256 << 10;
constexpr qint64 greatestRatio = 1032; // of deflate: 258 bytes for two bits, by the layout of RFC 1951

using Stream = std::unique_ptr<z_stream, int (*)(z_streamp)>;

/// zlib reads through a pointer to non-const, and writes nothing there.
void feed(z_stream& stream, QByteArrayView bytes) {
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
}

} // namespace

Packed packed(QByteArrayView bytes, qint64 most, const std::stop_token& stop) {
    z_stream raw{};
    Packed result;
    if (deflateInit(&raw, Z_BEST_COMPRESSION) != Z_OK)
        throw std::bad_alloc(); // the only reason that there is
    const Stream stream(&raw, &deflateEnd);
    const auto out = std::make_unique<std::array<char, zlibPiece>>();
    int status = Z_OK;
    for (qint64 at = 0; status != Z_STREAM_END && !stop.stop_requested(); at += zlibPiece) {
        feed(raw, bytes.sliced(at, std::min<qint64>(zlibPiece, bytes.size() - at)));
        const int flush = at + zlibPiece >= bytes.size() ? Z_FINISH : Z_NO_FLUSH;
        do {
            raw.next_out = reinterpret_cast<Bytef*>(out->data());
            raw.avail_out = static_cast<uInt>(out->size());
            status = deflate(&raw, flush);
            const qint64 got = zlibPiece - raw.avail_out;
            result.length += got;
            if (result.length <= most)
                result.bytes.append(out->data(), got);
        } while (raw.avail_out == 0);
    }
    if (result.length > most)
        result.bytes.clear();
    return result;
}

tl::expected<QByteArray, UnpackFailure> unpacked(QByteArrayView bytes, qint64 length) {
    if (bytes.size() > std::numeric_limits<int>::max() || length >= std::numeric_limits<int>::max())
        return tl::unexpected(UnpackFailure::TooLong);
    if (length > bytes.size() * greatestRatio)
        return tl::unexpected(UnpackFailure::TooShort);
    z_stream raw{};
    if (inflateInit(&raw) != Z_OK)
        throw std::bad_alloc();
    const Stream stream(&raw, &inflateEnd);
    QByteArray out(length + 1, Qt::Uninitialized); // one more, to see whether there is more
    feed(raw, bytes);
    raw.next_out = reinterpret_cast<Bytef*>(out.data());
    raw.avail_out = static_cast<uInt>(out.size());
    const int status = inflate(&raw, Z_FINISH);
    if (raw.avail_out == 0)
        return tl::unexpected(UnpackFailure::TooLong);
    if (status != Z_STREAM_END || raw.avail_in > 0)
        return tl::unexpected(UnpackFailure::Broken);
    if (raw.avail_out > 1)
        return tl::unexpected(UnpackFailure::TooShort);
    out.chop(1);
    return out;
}

} // namespace quoteline::ui

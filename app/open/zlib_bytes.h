// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <stop_token>
#include <tl/expected.hpp>

/// Bytes in the zlib format (RFC 1950), with bounds on what is held in memory.
namespace quoteline::ui {

struct Packed {
    QByteArray bytes;  ///< empty where there would be more than asked for
    qint64 length = 0; ///< of the packed bytes, kept or not
};

/// The bytes packed as tightly as zlib does it, where that takes at most `most` bytes; nothing more is held than that.
/// What is there so far when the work is stopped.
Packed packed(QByteArrayView bytes, qint64 most, const std::stop_token& stop = {});

enum class UnpackFailure : std::uint8_t {
    Broken,   ///< no zlib data, a wrong check value, or bytes behind its end
    TooShort, ///< fewer bytes came out, or can
    TooLong,  ///< more bytes would come out; found as soon as one does
};

/// The `length` bytes that were packed. Takes no memory for more of them than `bytes` can hold, whatever is claimed.
tl::expected<QByteArray, UnpackFailure> unpacked(QByteArrayView bytes, qint64 length);

} // namespace quoteline::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/file/byte_source.h"
#include "model/text/failure.h"
#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <functional>
#include <stop_token>
#include <tl/expected.hpp>

/// The chunks of a PNG file (Portable Network Graphics, third edition, sections 5 and 11.2).
namespace quoteline::ui {

inline constexpr char pngSignature[] = "\x89PNG\r\n\x1A\n";
inline constexpr qsizetype pngSignatureSize = 8;

/// Larger files are refused: no picture of the program comes near.
inline constexpr qint64 maxPngBytes = qint64{300} << 20;

struct PngChunk {
    QByteArray type; ///< four letters
    quint32 length = 0;
};

/// Takes the next piece of a chunk's data; an error is one as walkPng() gives it.
using PngData = std::function<tl::expected<void, model::Failure>(QByteArrayView piece)>;
/// Is told of a chunk before its data; where it returns no function nobody gets the data.
using PngVisitor = std::function<tl::expected<PngData, model::Failure>(const PngChunk& chunk)>;

/// Goes through all chunks in their order, in pieces of at most 64 KB, and checks what holds for every PNG: signature,
/// lengths, letters, check values (also of what nobody gets), IHDR first, IDAT without others in between, IEND last
/// and nothing after it. The reason of the first thing that is wrong, as a sentence about "it" without a capital and
/// without its full stop.
tl::expected<void, model::Failure> walkPng(model::ByteSource& file, const PngVisitor& visit,
                                           const std::stop_token& stop = {});

/// The picture with one more chunk in front of its image data; nothing where `png` is no PNG. `type` has four letters.
QByteArray withChunk(const QByteArray& png, const QByteArray& type, const QByteArray& data);

/// Whether every pixel of a PNG can be had: the image data unpack to as many bytes as its header says, with a filter
/// that exists for each line, and the check values are right. Holds none of them in memory. A reason as
/// walkPng() gives it. Interlaced pictures, which the program does not write, are refused.
tl::expected<void, model::Failure> checkPixels(QByteArrayView png, const std::stop_token& stop = {});

} // namespace quoteline::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/open/png_chunks.h"

#include <QCoreApplication>
#include <QtEndian>
#include <algorithm>
#include <array>
#include <memory>
#include <zlib.h>

namespace quoteline::ui {

namespace {

struct PngText {
    Q_DECLARE_TR_FUNCTIONS(ui)
};

constexpr std::size_t pngPiece = 64 << 10;
constexpr quint32 greatestLength = 0x7FFFFFFF; // of a chunk
constexpr quint32 headerLength = 13;

tl::unexpected<QString> refused(const QString& reason) {
    return tl::unexpected(reason);
}

tl::unexpected<QString> cut() {
    return refused(PngText::tr("it is cut off: the end of the picture is missing"));
}

tl::unexpected<QString> damaged(const QByteArray& type) {
    return refused(PngText::tr("it is damaged: the check value of its part “%1” is wrong").arg(QLatin1String(type)));
}

quint32 crcOf(quint32 before, QByteArrayView bytes) {
    if (bytes.isEmpty()) // zlib takes a null pointer for the wish to begin
        return before;
    return static_cast<quint32>(
        crc32(before, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size())));
}

/// A walk through one file.
class Walk {
public:
    Walk(model::ByteSource& file, const PngVisitor& visit, const std::stop_token& stop)
        : m_file(file)
        , m_visit(visit)
        , m_stop(stop) {}

    tl::expected<void, model::Failure> run() {
        if (m_file.size() > static_cast<std::uint64_t>(maxPngBytes))
            return tooLarge();
        const auto signature = take(pngSignatureSize);
        if (!signature)
            return tl::unexpected(signature.error());
        if (*signature != QByteArrayView(pngSignature, pngSignatureSize))
            return refused(PngText::tr("it does not begin as a PNG picture does"));
        while (!m_ended)
            if (auto done = chunk(); !done)
                return done;
        const auto more = m_file.read(std::span(m_piece->data(), 1));
        if (!more)
            return tl::unexpected(more.error());
        if (*more > 0)
            return refused(PngText::tr("something stands behind the end of the picture"));
        return {};
    }

private:
    static tl::unexpected<QString> tooLarge() {
        return refused(PngText::tr("it is larger than %1 MB, as no picture of this program is").arg(maxPngBytes >> 20));
    }

    /// The next bytes, at most a piece of them; as long as the next call is not made.
    tl::expected<QByteArrayView, model::Failure> take(std::size_t count) {
        if (m_stop.stop_requested())
            return tl::unexpected(model::Stopped());
        m_taken += static_cast<qint64>(count);
        if (m_taken > maxPngBytes)
            return tooLarge();
        for (std::size_t have = 0; have < count;) {
            const auto got = m_file.read(std::span(m_piece->data() + have, count - have));
            if (!got)
                return tl::unexpected(got.error());
            if (*got == 0)
                return cut();
            have += *got;
        }
        return QByteArrayView(m_piece->data(), static_cast<qsizetype>(count));
    }

    tl::expected<void, model::Failure> chunk() {
        const auto head = take(8);
        if (!head)
            return tl::unexpected(head.error());
        const PngChunk chunk{head->last(4).toByteArray(), qFromBigEndian<quint32>(head->data())};
        if (auto fits = fit(chunk); !fits)
            return fits;
        auto data = m_visit(chunk);
        if (!data)
            return tl::unexpected(data.error());
        quint32 crc = crcOf(0, chunk.type);
        for (quint32 left = chunk.length; left > 0;) {
            const auto piece = take(std::min<std::size_t>(left, pngPiece));
            if (!piece)
                return tl::unexpected(piece.error());
            left -= static_cast<quint32>(piece->size());
            crc = crcOf(crc, *piece);
            if (*data)
                if (auto taken = (*data)(*piece); !taken)
                    return taken;
        }
        const auto recorded = take(4);
        if (!recorded)
            return tl::unexpected(recorded.error());
        if (qFromBigEndian<quint32>(recorded->data()) != crc)
            return damaged(chunk.type);
        return {};
    }

    /// Whether a chunk may stand here.
    tl::expected<void, model::Failure> fit(const PngChunk& chunk) {
        const auto isLetter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
        if (chunk.length > greatestLength || !std::all_of(chunk.type.begin(), chunk.type.end(), isLetter))
            return refused(PngText::tr("it is damaged: what should be a part of the picture is none"));
        const bool first = m_last.isEmpty();
        if (first != (chunk.type == "IHDR") || (first && chunk.length != headerLength))
            return refused(PngText::tr("it is damaged: a PNG picture has one header, at its beginning"));
        const bool image = chunk.type == "IDAT";
        if (image && m_image && m_last != "IDAT")
            return refused(PngText::tr("it is damaged: its image data are not in one piece"));
        m_image = m_image || image;
        m_ended = chunk.type == "IEND";
        if (m_ended && (!m_image || chunk.length > 0))
            return refused(PngText::tr("it is damaged: it ends without a picture, or with something in its end"));
        m_last = chunk.type;
        return {};
    }

    model::ByteSource& m_file;
    const PngVisitor& m_visit;
    std::stop_token m_stop;
    std::unique_ptr<std::array<char, pngPiece>> m_piece = std::make_unique<std::array<char, pngPiece>>();
    qint64 m_taken = 0;
    QByteArray m_last; ///< type of the chunk before
    bool m_image = false;
    bool m_ended = false;
};

void appendNumber(QByteArray& out, quint32 number) {
    const quint32 big = qToBigEndian(number);
    out.append(reinterpret_cast<const char*>(&big), sizeof big);
}

} // namespace

tl::expected<void, model::Failure> walkPng(model::ByteSource& file, const PngVisitor& visit,
                                           const std::stop_token& stop) {
    return Walk(file, visit, stop).run();
}

QByteArray withChunk(const QByteArray& png, const QByteArray& type, const QByteArray& data) {
    qsizetype at = pngSignatureSize;
    while (at + 8 <= png.size() && QByteArrayView(png).sliced(at + 4, 4) != "IDAT")
        at += 12 + static_cast<qsizetype>(qFromBigEndian<quint32>(png.constData() + at));
    if (at + 8 > png.size())
        return {};
    QByteArray out;
    out.reserve(png.size() + data.size() + 12);
    out.append(png.constData(), at);
    appendNumber(out, static_cast<quint32>(data.size()));
    out.append(type).append(data);
    appendNumber(out, crcOf(crcOf(0, type), data));
    return out.append(png.constData() + at, png.size() - at);
}

} // namespace quoteline::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/open/png_parts.h"

#include "app/open/carried_story.h"
#include <QtEndian>
#include <zlib.h>

namespace quoteline::test {

QByteArray chunkOf(const QByteArray& type, const QByteArray& data) {
    const auto number = [](qsizetype value) {
        const quint32 big = qToBigEndian(static_cast<quint32>(value));
        return QByteArray(reinterpret_cast<const char*>(&big), sizeof big);
    };
    const QByteArray checked = type + data;
    const auto* bytes = reinterpret_cast<const Bytef*>(checked.constData());
    return number(data.size()) + checked + number(static_cast<qsizetype>(crc32_z(0, bytes, checked.size())));
}

QByteArray withChunk(QByteArray png, const QByteArray& type, const QByteArray& data) {
    return png.insert(png.indexOf("IDAT") - 4, chunkOf(type, data));
}

QByteArray withStory(const QByteArray& png, const QByteArray& envelope) {
    return withChunk(png, "tEXt", QByteArray(ui::storyKeyword, sizeof ui::storyKeyword) + envelope);
}

} // namespace quoteline::test

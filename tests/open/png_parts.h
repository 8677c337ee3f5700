// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

/// PNG pictures put together from their parts.
namespace quoteline::test {

/// A chunk of a PNG with its right check value.
QByteArray chunkOf(const QByteArray& type, const QByteArray& data);
/// The picture with one more chunk in front of its image data.
QByteArray withChunk(QByteArray png, const QByteArray& type, const QByteArray& data);
/// With that of a story.
QByteArray withStory(const QByteArray& png, const QByteArray& envelope);

} // namespace quoteline::test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>
#include <QString>
#include <optional>
#include <stop_token>
#include <vector>

/// PNG files by libpng itself. Qt's writer tries every filter on every line, which takes half of its time and makes
/// pictures of text larger; it also folds the lines of texts into one, and cannot be stopped.
namespace quoteline::ui {

/// A text of a PNG (section 11.3.3 of its specification): tEXt where Latin-1 can say it, iTXt in UTF-8 otherwise.
struct PngText {
    QByteArray keyword; ///< Latin-1, 1 to 79 bytes
    QString text;       ///< zero characters are left out
    bool operator==(const PngText&) const = default;
};

/// The opaque pixels of an image of Format_RGB32 with 24 bits each, its dots per metre and the texts, in front of the
/// pixels. The same bytes for the same input and library. Nothing where it was stopped or memory ran out.
std::optional<QByteArray> writePng(const QImage& image, const std::vector<PngText>& texts,
                                   const std::stop_token& stop = {});

} // namespace quoteline::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QPaintEngine>
#include <QRectF>
#include <QString>
#include <map>
#include <utility>

namespace quoteline::ui {

/// Pictures of emoji, for files in which a font of coloured pictures does not work: QPdfWriter draws nothing, and
/// programs that show SVG draw a black shape or what their own system has.
class EmojiPictures {
public:
    /// The item as a picture of its own box; null where its font has plain letters. Each is made once.
    const QImage& of(const QTextItem& item);
    /// Where the picture of an item lies whose text begins at `at`, on the baseline.
    static QRectF place(const QImage& picture, QPointF at, const QTextItem& item);

private:
    std::map<std::pair<QString, int>, QImage> m_known; ///< by text and size of the letters
};

} // namespace quoteline::ui

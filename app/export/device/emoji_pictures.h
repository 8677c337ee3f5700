// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QPaintEngine>
#include <QRectF>
#include <QString>
#include <map>
#include <utility>
#include <vector>

namespace quoteline::ui {

/// Pictures of emoji, for files in which a font of coloured pictures does not work: QPdfWriter draws nothing, and
/// programs that show SVG draw a black shape or what their own system has.
class EmojiPictures {
public:
    /// One character as it is read, which may be several of Unicode.
    struct Part {
        QString text;
        const QImage* picture; ///< of its own box
        double left;           ///< from the beginning of the item
        double width;
    };
    /// What an item consists of; nothing where its font has plain letters. Each picture is made once.
    const std::vector<Part>& of(const QTextItem& item);
    /// Where the picture of a part lies if the text of its item begins at `at`, on the baseline.
    static QRectF place(const Part& part, QPointF at, const QTextItem& item);

private:
    using Key = std::pair<QString, int>; ///< text, and size of the letters
    std::vector<Part> partsOf(const QTextItem& item);
    const QImage& pictureOf(const Part& part, const QTextItem& item);

    std::map<Key, std::vector<Part>> m_known;
    std::map<Key, QImage> m_pictures;
};

} // namespace quoteline::ui

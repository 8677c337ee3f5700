// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/view/pages/text_flow.h"
#include <QTextEdit>

namespace quoteline::ui {

/// Plain text in more than one font that can be selected and copied, by mouse and by keys. As high as its text; it
/// never scrolls. Text goes in as characters and comes out as characters: nothing is read as markup, nothing is a link.
class TextBlock : public QTextEdit {
    Q_OBJECT
public:
    enum class Reach {
        Mouse,    ///< takes the focus on a click
        Keyboard, ///< a stop of the Tab key
    };
    explicit TextBlock(Reach reach, QWidget* parent = nullptr);

    /// Adds a paragraph; line breaks inside of a run begin further ones. `leading` is the height of a line relative to
    /// that of the font.
    void append(const TextParagraph& paragraph, double leading = 1.2);
    void setFocusColor(const QColor& color) { m_focusColor = color; }
    /// Pixels between the edge, where the focus is shown, and the text.
    static constexpr int inset = 4;

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {1, 1}; }

Q_SIGNALS:
    /// The text cursor moved there, in pixels of this widget, while it had the focus.
    void cursorMoved(const QRect& rect);

protected:
    QMimeData* createMimeDataFromSelection() const override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    QColor m_focusColor;
    bool m_started = false;
    mutable int m_measuredWidth = -1;
    mutable int m_measuredHeight = 0;
};

} // namespace quoteline::ui

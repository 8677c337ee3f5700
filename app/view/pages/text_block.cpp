// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/pages/text_block.h"

#include <QAbstractTextDocumentLayout>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QTextBlock>
#include <QTextDocument>
#include <QWheelEvent>
#include <cmath>

namespace quoteline::ui {

namespace {

/// A document gives this character a meaning of its own: a picture or a table stands there.
QString withoutObjects(QString text) {
    return text.replace(QChar::ObjectReplacementCharacter, QChar::ReplacementCharacter);
}

} // namespace

TextBlock::TextBlock(Reach reach, QWidget* parent)
    : QTextEdit(parent) {
    setAcceptRichText(false);
    setUndoRedoEnabled(false);
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFocusPolicy(reach == Reach::Keyboard ? Qt::StrongFocus : Qt::ClickFocus);
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    viewport()->setAutoFillBackground(false);
    document()->setDocumentMargin(inset);
    connect(this, &QTextEdit::cursorPositionChanged, this, [this] {
        if (hasFocus())
            Q_EMIT cursorMoved(cursorRect());
    });
}

void TextBlock::append(const TextParagraph& paragraph, double leading) {
    QTextCursor cursor(document());
    cursor.movePosition(QTextCursor::End);
    QTextBlockFormat block;
    block.setLineHeight(leading * 100, QTextBlockFormat::ProportionalHeight);
    block.setTopMargin(paragraph.above);
    if (m_started)
        cursor.insertBlock(block);
    else
        cursor.setBlockFormat(block);
    m_started = true;
    for (const TextRun& run : paragraph.runs) {
        const int firstBlock = cursor.blockNumber();
        cursor.insertText(withoutObjects(run.text), formatOf(run));
        if (cursor.blockNumber() == firstBlock)
            continue;
        QTextBlockFormat further = block; // line breaks of the text itself: no space of ours between
        further.setTopMargin(0);
        QTextCursor lines(document()->findBlockByNumber(firstBlock + 1));
        lines.setPosition(cursor.position(), QTextCursor::KeepAnchor);
        lines.setBlockFormat(further);
    }
    setTextCursor(QTextCursor(document())); // back to the start: it was pushed along
    m_measuredWidth = -1;
}

int TextBlock::heightForWidth(int width) const {
    if (width != m_measuredWidth) {
        document()->setTextWidth(width);
        m_measuredWidth = width;
        document()->documentLayout()->blockBoundingRect(document()->lastBlock()); // finishes work that it puts off
        m_measuredHeight = static_cast<int>(std::ceil(document()->size().height()));
        if (isVisible() && viewport()->width() != width) // a question about a width must not change what is shown
            document()->setTextWidth(viewport()->width());
    }
    return m_measuredHeight;
}

QSize TextBlock::sizeHint() const {
    const int width = static_cast<int>(std::ceil(document()->idealWidth()));
    return {width, heightForWidth(width)};
}

QMimeData* TextBlock::createMimeDataFromSelection() const {
    auto* copied = new QMimeData;                // the caller owns it
    QString words = textCursor().selectedText(); // keeps the spaces that do not break
    copied->setText(words.replace(QChar::ParagraphSeparator, u'\n'));
    return copied;
}

/// Keys that turn pages are the panel's: a block is never longer than itself.
void TextBlock::keyPressEvent(QKeyEvent* event) {
    const bool turnsPages = event->key() == Qt::Key_PageUp || event->key() == Qt::Key_PageDown;
    if (turnsPages && event->modifiers() == Qt::NoModifier)
        event->ignore();
    else
        QTextEdit::keyPressEvent(event);
}

void TextBlock::wheelEvent(QWheelEvent* event) {
    event->ignore();
}

void TextBlock::paintEvent(QPaintEvent* event) {
    QTextEdit::paintEvent(event);
    if (!hasFocus() || focusPolicy() != Qt::StrongFocus)
        return;
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_focusColor, 1.5));
    painter.drawRoundedRect(QRectF(viewport()->rect()).adjusted(1, 1, -1, -1), 4, 4);
}

void TextBlock::focusInEvent(QFocusEvent* event) {
    QTextEdit::focusInEvent(event);
    viewport()->update();
}

void TextBlock::focusOutEvent(QFocusEvent* event) {
    QTextEdit::focusOutEvent(event);
    viewport()->update();
}

} // namespace quoteline::ui

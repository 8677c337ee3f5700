// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QString>
#include <QTextLayout>
#include <list>
#include <vector>

class QPainter;

namespace quoteline::ui {

/// A line below words that says something of them: told apart by its pattern, not by its colour alone.
enum class TextLine { None, Solid, Dotted };

/// Words in one font and colour.
struct TextRun {
    QString text;
    QFont font;
    QColor color;
    QColor ground = {}; ///< behind the words; none when invalid
    TextLine line = TextLine::None;
    QColor lineColor = {}; ///< that of the words when invalid
};

/// How a document or a layout of Qt draws a run.
QTextCharFormat formatOf(const TextRun& run);

/// Runs one after the other, broken into lines as need be.
struct TextParagraph {
    std::vector<TextRun> runs;
    int above = 0; ///< space above it
};

/// Paragraphs of plain text broken to a width, inside words where nothing else fits. Nothing in it is markup.
class TextFlow {
public:
    explicit TextFlow(const std::vector<TextParagraph>& paragraphs = {});

    /// Breaks the text into lines of `width` and returns the height, in whole pixels.
    int layOut(int width);
    /// Width that the text takes when no line has to be broken.
    int naturalWidth() const;
    /// Draws the lines as they were last laid out.
    void draw(QPainter& painter, const QPoint& topLeft) const;

private:
    struct Paragraph {
        QTextLayout layout;
        int above = 0;
    };
    std::list<Paragraph> m_paragraphs;
    int m_width = -1;
    int m_height = 0;
};

} // namespace quoteline::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// The document view: the text as it is, the marks where they belong, long documents in parts.
#include "app/view/evidence/document_view.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTest>
#include <gtest/gtest.h>

using namespace quoteline;
using layout::DocumentMark;
using layout::DocumentMarkKind;

namespace {

struct ShownDocument {
    explicit ShownDocument(const std::u32string& text, std::vector<DocumentMark> marks) {
        ui::DocumentPage page;
        const QByteArray bytes = QString::fromUcs4(text.data(), static_cast<qsizetype>(text.size())).toUtf8();
        auto document = model::PlainDocument::fromUtf8({bytes.constData(), static_cast<std::size_t>(bytes.size())});
        EXPECT_TRUE(document);
        page.text = *document;
        page.marks = std::move(marks);
        page.heading = QStringLiteral("<b>A document</b>");
        page.notes = {QStringLiteral("First."), QStringLiteral("Second.")};
        view.resize(400, 300);
        view.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&view));
        view.setPage(page, QLocale(QLocale::English));
    }
    QStringList marked() {
        QStringList words;
        for (const QTextEdit::ExtraSelection& selection : view.text().extraSelections())
            words += selection.cursor.selectedText().replace(QChar::ParagraphSeparator, u'\n');
        return words;
    }
    QPushButton& button(const QString& words) {
        for (QPushButton* button : view.findChildren<QPushButton*>())
            if (button->text().remove(u'&') == words)
                return *button;
        ADD_FAILURE() << words.toStdString();
        return *view.findChild<QPushButton*>();
    }
    ui::DocumentView view;
};

} // namespace

TEST(DocumentView, MarksTheWordsWhateverStandsBeforeThem) {
    const std::u32string before = U"One\r\ntwo\rthree\nfour\u2028five \U0001F6A8 \u05D0\u05D1 e\u0301\r\n\r\n";
    const std::u32string text = before + U"the words" + U"\r\nafter";
    const std::size_t at = before.size();
    ShownDocument shown(text, {{at, at + 9, DocumentMarkKind::Words}, {at + 9, at + 16, DocumentMarkKind::Beside}});
    EXPECT_EQ(shown.marked(), (QStringList{QStringLiteral("the words"), QStringLiteral("\nafter")}));
    EXPECT_TRUE(shown.view.text().document()->characterCount() > 30);
    EXPECT_TRUE(shown.view.text().isReadOnly());
}

TEST(DocumentView, IsScrolledToTheWordsAndThereTheKeyboardBegins) {
    std::u32string text;
    for (int line = 0; line < 400; ++line)
        text += U"a line of words\n";
    const std::size_t at = text.size();
    text += U"HERE\n";
    for (int line = 0; line < 400; ++line)
        text += U"a line of words\n";
    ShownDocument shown(text, {{at - 6, at, DocumentMarkKind::Beside}, {at, at + 4, DocumentMarkKind::Words}});
    const QPlainTextEdit& edit = shown.view.text();
    EXPECT_TRUE(edit.viewport()->rect().contains(edit.cursorRect()));
    EXPECT_EQ(edit.textCursor().position(), static_cast<int>(at));
    EXPECT_GT(edit.verticalScrollBar()->value(), 300);
}

TEST(DocumentView, LongDocumentsAreShownInPartsThatAreGoneThroughWithButtons) {
    std::u32string text;
    while (text.size() < 3 * layout::shownOfDocument)
        text += U"one line of many words\n";
    ShownDocument shown(text, {{text.size() / 2, text.size() / 2 + 3, DocumentMarkKind::Words}});
    EXPECT_LE(shown.view.portion().text.size(), static_cast<qsizetype>(layout::shownOfDocument));
    EXPECT_EQ(shown.marked().size(), 1);
    const std::size_t start = shown.view.portion().start;
    QTest::mouseClick(&shown.button(QStringLiteral("Earlier part")), Qt::LeftButton);
    EXPECT_EQ(shown.view.portion().end, start);
    while (shown.button(QStringLiteral("Earlier part")).isEnabled())
        QTest::mouseClick(&shown.button(QStringLiteral("Earlier part")), Qt::LeftButton);
    EXPECT_EQ(shown.view.portion().start, 0U);
    EXPECT_EQ(shown.marked().size(), 0);
    QTest::mouseClick(&shown.button(QStringLiteral("Later part")), Qt::LeftButton);
    EXPECT_GT(shown.view.portion().start, 0U);
}

TEST(DocumentView, ShortDocumentsHaveNoButtonsForParts) {
    ShownDocument shown(U"short", {});
    EXPECT_FALSE(shown.button(QStringLiteral("Earlier part")).isVisible());
    EXPECT_FALSE(shown.button(QStringLiteral("Later part")).isVisible());
}

TEST(DocumentView, WhatIsSaidIsPlainText) {
    ShownDocument shown(U"text", {});
    EXPECT_EQ(shown.view.said(),
              (QStringList{QStringLiteral("<b>A document</b>"), QStringLiteral("First."), QStringLiteral("Second.")}));
    for (const QLabel* label : shown.view.findChildren<QLabel*>())
        EXPECT_EQ(label->textFormat(), Qt::PlainText);
}

TEST(DocumentView, ADocumentOfOneEndlessLineIsShownToo) {
    std::u32string text(2'000'000, U'x');
    const std::size_t at = text.size() - 100;
    ShownDocument shown(text, {{at, at + 5, DocumentMarkKind::Words}});
    EXPECT_EQ(shown.marked(), QStringList{QStringLiteral("xxxxx")});
    EXPECT_FALSE(shown.view.grab().isNull());
}

TEST(EditorPosition, CountsACarriageReturnWithItsLineFeedOnce) {
    const QString text = QStringLiteral("a\r\nb\rc\n\r\n\n");
    QPlainTextEdit edit;
    edit.setPlainText(text);
    for (qsizetype unit = 0; unit < text.size(); ++unit) {
        if (text[unit] == u'\n' && unit > 0 && text[unit - 1] == u'\r')
            continue;
        const QChar there = edit.document()->characterAt(static_cast<int>(ui::editorPosition(text, unit)));
        EXPECT_EQ(there == QChar::ParagraphSeparator, text[unit] == u'\n' || text[unit] == u'\r') << unit;
    }
}

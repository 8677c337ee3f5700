// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/evidence/document_view.h"

#include "app/content/words/translate.h"
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

namespace quoteline::ui {

using layout::DocumentMarkKind;

namespace {

QLabel* plainLabel() {
    auto* label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setMinimumWidth(1);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QTextCharFormat formatOf(DocumentMarkKind kind, const PanelStyle& style) {
    const Theme& theme = style.theme;
    QTextCharFormat format;
    switch (kind) {
    case DocumentMarkKind::Words:
        format.setBackground(theme.hitFill);
        format.setUnderlineStyle(QTextCharFormat::SingleUnderline);
        format.setUnderlineColor(theme.text);
        break;
    case DocumentMarkKind::Beside:
        format.setUnderlineStyle(QTextCharFormat::DotLine);
        format.setUnderlineColor(theme.softText);
        break;
    case DocumentMarkKind::Nearest:
        format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        format.setUnderlineColor(theme.accent);
        break;
    }
    return format;
}

} // namespace

qsizetype editorPosition(QStringView text, qsizetype unit) {
    qsizetype pairs = 0;
    for (qsizetype i = 1; i < unit; ++i)
        if (text[i] == u'\n' && text[i - 1] == u'\r')
            ++pairs;
    return unit - pairs;
}

DocumentView::DocumentView(QWidget* parent)
    : QWidget(parent)
    , m_style(lightTheme(), Fonts(1))
    , m_heading(plainLabel())
    , m_notes(plainLabel())
    , m_place(plainLabel())
    , m_text(new QPlainTextEdit)
    , m_filler(new QWidget)
    , m_earlier(new QPushButton(tr("&Earlier part")))
    , m_later(new QPushButton(tr("&Later part"))) {
    setAutoFillBackground(true);
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setAccessibleName(tr("Document"));
    m_text->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    auto* parts = new QHBoxLayout;
    parts->addWidget(m_place, 1);
    parts->addWidget(m_earlier);
    parts->addWidget(m_later);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_heading);
    column->addWidget(m_notes);
    column->addWidget(m_text, 1);
    column->addWidget(m_filler, 1);
    column->addLayout(parts);
    connect(m_earlier, &QPushButton::clicked, this, [this] { showPart(false); });
    connect(m_later, &QPushButton::clicked, this, [this] { showPart(true); });
    restyle();
    setPage({}, QLocale::c());
}

void DocumentView::setStyle(const Theme& theme, const Fonts& fonts) {
    m_style = PanelStyle(theme, fonts);
    restyle();
    mark();
}

void DocumentView::restyle() {
    setPalette(paletteFor(m_style.theme));
    QPalette soft = palette();
    soft.setColor(QPalette::WindowText, m_style.theme.softText);
    m_heading->setFont(m_style.strong);
    m_notes->setFont(m_style.small);
    m_place->setFont(m_style.small);
    m_place->setPalette(soft);
    m_text->setFont(m_style.body);
    const int side = std::min(m_style.px(12), 16);
    layout()->setContentsMargins(side, m_style.px(6), side, m_style.px(6));
}

void DocumentView::setPage(const DocumentPage& page, const QLocale& locale) {
    m_page = page;
    m_locale = locale;
    m_heading->setText(page.heading);
    m_heading->setVisible(!page.heading.isEmpty());
    m_notes->setText(page.notes.join(u'\n'));
    m_notes->setVisible(!page.notes.isEmpty());
    m_text->setVisible(page.text.has_value());
    m_filler->setVisible(!page.text);
    if (page.text)
        showPortion(layout::portionAround(page.text->text(), page.marks));
    else
        showPortion({});
}

void DocumentView::showPortion(layout::DocumentPortion portion) {
    m_portion = std::move(portion);
    m_text->setPlainText(m_portion.text);
    const bool whole = m_portion.start == 0 && m_portion.end == m_portion.size;
    m_earlier->setVisible(!whole);
    m_later->setVisible(!whole);
    m_earlier->setEnabled(m_portion.start > 0);
    m_later->setEnabled(m_portion.end < m_portion.size);
    const auto number = [this](std::size_t value) { return layout::number(value, m_locale); };
    m_place->setVisible(!whole);
    m_place->setText(tr("Characters %1 to %2 of %3")
                         .arg(number(m_portion.start + 1), number(m_portion.end), number(m_portion.size)));
    mark();
    int at = 0;
    if (!m_portion.spans.empty()) {
        // The first mark of the page is what a person came for; in another part there may be others only.
        const auto words = std::find_if(m_portion.spans.begin(), m_portion.spans.end(),
                                        [](const auto& span) { return span.kind != DocumentMarkKind::Beside; });
        at = static_cast<int>(editorPosition(
            m_portion.text, words == m_portion.spans.end() ? m_portion.spans.front().start : words->start));
    }
    QTextCursor cursor(m_text->document());
    cursor.setPosition(at);
    m_text->setTextCursor(cursor);
    m_text->centerCursor();
}

void DocumentView::mark() {
    QList<QTextEdit::ExtraSelection> selections;
    for (const layout::DocumentPortion::Span& span : m_portion.spans) {
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(m_text->document());
        selection.cursor.setPosition(static_cast<int>(editorPosition(m_portion.text, span.start)));
        selection.cursor.setPosition(static_cast<int>(editorPosition(m_portion.text, span.start + span.length)),
                                     QTextCursor::KeepAnchor);
        selection.format = formatOf(span.kind, m_style);
        selections.append(selection);
    }
    m_text->setExtraSelections(selections);
}

void DocumentView::showPart(bool later) {
    if (!m_page.text)
        return;
    showPortion(later ? layout::portionAfter(m_portion, m_page.text->text(), m_page.marks)
                      : layout::portionBefore(m_portion, m_page.text->text(), m_page.marks));
}

QStringList DocumentView::said() const {
    QStringList lines{m_page.heading};
    lines += m_page.notes;
    lines.removeAll(QString());
    return lines;
}

QSize DocumentView::sizeHint() const {
    const double scale = std::min(m_style.fonts.textScale(), 1.4);
    return {static_cast<int>(std::lround(380 * scale)), 480};
}

} // namespace quoteline::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/content/evidence/document_portion.h"
#include "app/view/pages/panel_style.h"
#include "model/evidence/plain_document.h"
#include <QLocale>
#include <QStringList>
#include <QWidget>
#include <optional>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace quoteline::ui {

/// A document and what is to be seen in it.
struct DocumentPage {
    std::optional<model::PlainDocument> text; ///< none: there is nothing to show but the notes
    std::vector<layout::DocumentMark> marks;  ///< the first is scrolled to
    QString heading;                          ///< which document this is
    QStringList notes;                        ///< sentences above it
};

/// The text of a document as it is, with the words of a quote marked in it. Long documents are shown in parts. Words
/// and what stands beside them differ in their underlines too, not in colour alone.
class DocumentView : public QWidget {
    Q_OBJECT
public:
    explicit DocumentView(QWidget* parent = nullptr);

    void setStyle(const Theme& theme, const Fonts& fonts);
    /// Numbers are written as in that locale.
    void setPage(const DocumentPage& page, const QLocale& locale);
    const DocumentPage& page() const { return m_page; }
    const layout::DocumentPortion& portion() const { return m_portion; }
    QPlainTextEdit& text() { return *m_text; }
    /// What is said above the text, a line each.
    QStringList said() const;
    QSize sizeHint() const override;

private:
    void restyle();
    void showPortion(layout::DocumentPortion portion);
    void mark();
    void showPart(bool later);

    PanelStyle m_style;
    DocumentPage m_page;
    QLocale m_locale;
    layout::DocumentPortion m_portion;
    QLabel* m_heading;
    QLabel* m_notes;
    QLabel* m_place;
    QPlainTextEdit* m_text;
    QWidget* m_filler; ///< in the place of the text where there is none
    QPushButton* m_earlier;
    QPushButton* m_later;
};

/// Where a place of a text stands once a QPlainTextEdit has taken it over: a CR with the LF after it becomes one line
/// break there.
qsizetype editorPosition(QStringView text, qsizetype unit);

} // namespace quoteline::ui

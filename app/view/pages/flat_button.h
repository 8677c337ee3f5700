// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/view/pages/panel_style.h"
#include "app/view/pages/text_flow.h"
#include <QPushButton>

namespace quoteline::ui {

/// A button without a frame whose words run over as many lines as they need. Its words are plain text: an ampersand is
/// an ampersand.
class FlatButton : public QPushButton {
    Q_OBJECT
public:
    enum class Rule { None, Solid, Dotted };

    explicit FlatButton(const PanelStyle& style, QWidget* parent = nullptr);

    /// For the words that are set from then on.
    void setStyle(const PanelStyle& style) { m_style = style; }
    void setWords(const std::vector<TextParagraph>& paragraphs);
    /// The words of a link, in one font.
    void setLink(const QString& words);
    /// A line along the left edge, beside the words.
    void setRule(Rule rule, const QColor& color);
    /// The focus is shown inside of the button, so that neighbours need no gap.
    QMargins padding() const;

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {1, 1}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    PanelStyle m_style;
    mutable TextFlow m_flow;
    Rule m_rule = Rule::None;
    QColor m_ruleColor;
};

} // namespace quoteline::ui

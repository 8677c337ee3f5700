// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/story_view.h"
#include "app/paint/font_measurer.h"
#include "app/paint/theme.h"
#include "model/text_matcher.h"
#include <QUrl>
#include <QWidget>
#include <memory>
#include <optional>

namespace quoteline::ui {

/// What stands beside the timeline: the words behind the selected event, or the story as a whole when none is selected.
/// Every text of a story is shown as plain text. The panel opens nothing by itself: it only says what was asked for.
class EvidencePanel : public QWidget {
    Q_OBJECT
public:
    explicit EvidencePanel(QWidget* parent = nullptr);
    ~EvidencePanel() override;

    void setStyle(const Theme& theme, const Fonts& fonts);
    void setStory(const layout::StoryView& view);
    /// The event to show; nothing shows the story's summary, numbers, span and the legend of the marks.
    void showEvent(std::optional<model::EventIndex> event);
    std::optional<model::EventIndex> shownEvent() const;
    /// Marks words in titles, summaries, quotes and names.
    void setMatcher(const model::TextMatcher& matcher);
    /// Shows the legend of the marks above what is shown, or hides it; one click away at any time.
    void setLegendVisible(bool visible);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// A related event was clicked: select and reveal it.
    void eventRequested(quoteline::model::EventIndex event);
    /// The page of a source was asked for; always http or https.
    void pageRequested(const QUrl& url);
    /// The accounts of the event shown are to be compared.
    void compareRequested();
    /// The legend came or went.
    void legendVisibleChanged(bool visible);
    /// A quote with its citation was put on the clipboard. `what` is the start of the quote on one line, ready to be
    /// shown.
    void copied(const QString& what);

protected:
    using QWidget::showEvent; // the handler of Qt, beside the function above

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace quoteline::ui

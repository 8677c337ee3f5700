// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/content/evidence/checked_story.h"
#include "app/paint/font_measurer.h"
#include "app/paint/theme.h"
#include "model/text/text_matcher.h"
#include <QUrl>
#include <QWidget>
#include <memory>
#include <optional>
#include <utility>

namespace quoteline::ui {

/// What stands beside the timeline: the words behind the selected event, or the story as a whole when none is selected.
/// Every text of a story is shown as plain text. The panel opens nothing by itself: it only says what was asked for.
class EvidencePanel : public QWidget {
    Q_OBJECT
public:
    explicit EvidencePanel(QWidget* parent = nullptr);
    ~EvidencePanel() override;

    void setStyle(const Theme& theme, const Fonts& fonts);
    /// The story as it is arranged now. Another story is shown from its top, with no event; of the same one the event
    /// stays, in the colours that the lanes have now.
    void setView(const layout::StoryView& view);
    /// The event to show; nothing shows the story's summary, numbers, span and the legend of the marks.
    void showEvidence(std::optional<model::EventIndex> event);
    std::optional<model::EventIndex> shownEvent() const;
    /// Marks words in titles, summaries, quotes and names.
    void setMatcher(const model::TextMatcher& matcher);
    /// What a check found is said beside each quote; without one it is "not checked here".
    void setChecked(const layout::CheckedStory& checked);
    /// Scrolls to a quote of the event shown, and shows as many as that takes.
    void revealQuote(std::size_t quote);
    /// Marks the entry of a relation of the event shown and scrolls to it; nothing marks none. `from` carries the
    /// relation, `relation` is its place there.
    void showRelation(std::optional<std::pair<model::EventIndex, std::size_t>> relation);
    /// Whether somebody can show the words that carry a relation in their document: off at first. Every entry then has
    /// a button that asks for it.
    void setBasisAvailable(bool available);
    /// Asks for the words of a relation where that is available.
    void requestBasis(model::EventIndex from, std::size_t relation);
    /// Shows the legend of the marks above what is shown, or hides it; one click away at any time.
    void setLegendVisible(bool visible);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// A related event was clicked: select and reveal it.
    void eventRequested(quoteline::model::EventIndex event);
    /// The page of a source was asked for; always http or https.
    void pageRequested(const QUrl& url);
    /// A quote of the story is to be shown in its document.
    void documentRequested(quoteline::model::EventIndex event, std::size_t quote);
    /// The words that carry a relation are to be shown in their document.
    void basisRequested(quoteline::model::EventIndex from, std::size_t relation);
    /// The accounts of the event shown are to be compared.
    void compareRequested();
    /// The legend came or went.
    void legendVisibleChanged(bool visible);
    /// A quote with its citation was put on the clipboard. `what` is the start of the quote on one line, ready to be
    /// shown.
    void copied(const QString& what);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace quoteline::ui

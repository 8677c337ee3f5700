// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/hit_test.h"
#include "app/layout/overlay_builder.h"
#include "app/layout/scene_builder.h"
#include "app/paint/font_measurer.h"
#include <QObject>
#include <memory>
#include <optional>

namespace quoteline::ui {

/// What a notch of a mouse wheel does, over the timeline and over the overview.
inline constexpr double zoomPerNotch = 1.25;
inline constexpr double panPerNotch = 0.12;  ///< of the window
inline constexpr double unitsPerNotch = 120; ///< of QWheelEvent::angleDelta()

/// Turns what a person does into a new ViewState, and a ViewState into a Scene. Everything that shows the story listens
/// to it; nothing else changes the view. Positions are device-independent pixels of the scene.
class ViewController : public QObject {
    Q_OBJECT
public:
    explicit ViewController(const layout::StoryView& view, QObject* parent = nullptr);

    const layout::StoryView& view() const { return m_view; }
    const layout::ViewState& state() const { return m_state; }
    const std::shared_ptr<const layout::Scene>& scene() const { return m_scene; }
    const layout::RowPacking& packing() const { return *packed().rows; }
    const layout::Overlay& overlay() const { return m_overlay; }
    std::optional<model::EventIndex> selected() const { return m_marks.selected; }
    const Fonts& fonts() const { return m_fonts; }
    const layout::TextMeasurer& measurer() const { return m_measurer; }
    /// The window that shows the whole story at the present size.
    layout::TimeWindow wholeStory() const;

    /// Another story: nothing selected, the whole of it in view.
    void setStory(const layout::StoryView& view);
    /// The same story in other lanes, or with other events shown; view and selection stay.
    void arrange(layout::Arrangement arrangement);
    /// The events that a filter lets pass, in the order of time; null for all.
    void setShown(std::shared_ptr<const layout::Arrangement::Events> shown);
    void setSize(QSizeF size);
    void setTextScale(double textScale);
    /// Whether the reading view may take the place of the marks where there is room (layout/reading.h); it may at
    /// first.
    void setReadingAllowed(bool allowed);

    void panBy(double pixels);                  ///< positive shows later times
    void panByShare(double share);              ///< of the width of the window
    void zoomBy(double factor, double anchorX); ///< above 1 zooms in; the instant at `anchorX` keeps its place
    void zoomBy(double factor);                 ///< about the selected event where it is in view, else about the middle
    void showWholeStory();
    void setWindow(const layout::TimeWindow& window);
    void scrollLanesTo(double scrollY);
    void select(std::optional<model::EventIndex> event);
    void selectAndReveal(model::EventIndex event);
    /// Brings the event that a chip at the edge names into view; the zoom and the selection stay.
    void jumpTo(const layout::EdgeChip& chip);
    /// The event after (1) or before (-1) the selected one in the order of time; from none the first, or the last, in
    /// view.
    void selectNeighbour(int direction);
    void hoverAt(std::optional<QPointF> position);
    /// What lies at a position, for a click.
    std::optional<layout::Hit> hitAt(QPointF position) const;

Q_SIGNALS:
    void sceneChanged();
    void overlayChanged();
    void selectionChanged();
    void storyChanged();
    void arrangementChanged();
    /// An event is to be shown that the filter leaves out: whoever owns the filter has to let it pass now.
    void filterInTheWay(quoteline::model::EventIndex event);

private:
    layout::Metrics metrics() const;
    double plotWidth() const;
    bool showsWholeStory() const;
    void setState(layout::ViewState state);
    struct Packed {
        layout::PackingKey key;
        std::unique_ptr<layout::RowPacking> rows;
    };
    const Packed& packed() const { return m_state.reading ? m_cards : m_marksOnly; }
    void pack(Packed& packed, bool reading);
    bool decideReading();
    void reveal(model::EventIndex event);
    void rebuild();
    void unfold(model::EventIndex event);
    void updateOverlay();

    layout::StoryView m_view;
    layout::ViewState m_state;
    QSizeF m_size{640, 400};
    Fonts m_fonts{1};
    FontMeasurer m_measurer{m_fonts};
    Packed m_marksOnly;
    Packed m_cards; ///< packed where the view is zoomed in enough for it
    bool m_readingAllowed = true;
    std::shared_ptr<const layout::Scene> m_scene;
    layout::OverlayInput m_marks;
    layout::Overlay m_overlay;
};

} // namespace quoteline::ui

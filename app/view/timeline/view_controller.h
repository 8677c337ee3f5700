// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/content/story/seen_view.h"
#include "app/layout/axis/zoom_in_sight.h"
#include "app/layout/overlay/overlay_builder.h"
#include "app/layout/overlay/pointing.h"
#include "app/layout/scene/scene_builder.h"
#include "app/paint/font_measurer.h"
#include "app/view/timeline/packing_cache.h"
#include "app/view/timeline/view_animation.h"
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
///
/// Some changes happen at once (wheel, drags, scroll bars) and end a glide where it is; commands glide to their target,
/// and one that is given during a glide goes on from the target of the last.
class ViewController : public QObject {
    Q_OBJECT
public:
    explicit ViewController(const layout::StoryView& view, QObject* parent = nullptr);

    const layout::StoryView& view() const { return m_view; }
    const layout::ViewState& state() const { return m_state; }
    const std::shared_ptr<const layout::Scene>& scene() const { return m_scene; }
    const layout::RowPacking& packing() const { return *m_packing; }
    const layout::Overlay& overlay() const { return m_overlay; }
    std::optional<model::EventIndex> selected() const { return m_marks.selected; }
    const Fonts& fonts() const { return m_fonts; }
    const layout::TextMeasurer& measurer() const { return m_measurer; }
    /// Where the view is going: state(), unless it glides.
    const layout::ViewState& target() const { return m_glide.isRunning() ? m_glide.target() : m_state; }
    /// How the story is seen where the view is going, apart from what is asked for, which others know.
    layout::SeenView seen() const;
    /// The window that shows the whole story at the present size.
    layout::TimeWindow wholeStory() const;
    /// The one with which the story opens: the whole of it, or where nearly all of its events lie.
    layout::TimeWindow openingWindow() const;
    /// How long commands glide, in milliseconds; 0, as at first, for not at all.
    void setAnimationDuration(int ms) { m_glide.setDuration(ms); }
    /// Whether anybody sees the view: one that is hidden does not glide.
    void setSeen(bool seen);
    /// Whether a command is at work that changes lanes and view together; moved() follows.
    bool isInCommand() const { return m_inCommand; }

    /// Another story: nothing selected, its openingWindow() in view.
    void setStory(const layout::StoryView& view);
    /// The same story in other lanes, or with other events shown; view and selection stay, and the whole story stays
    /// whole.
    void arrange(layout::Arrangement arrangement);
    /// The same in the lanes of `seen`.
    void arrangeAs(const layout::SeenView& seen);
    /// The events that a filter lets pass, in the order of time; null for all.
    void setShown(std::shared_ptr<const layout::Arrangement::Events> shown);
    /// The words that are marked in the timeline.
    void setMatcher(const model::TextMatcher& matcher);
    void setSize(QSizeF size);
    void setTextScale(double textScale);
    /// Whether lanes take as many rows as they need, to be scrolled through, and not as many as fit.
    void setAllRows(bool all);

    // At once.
    void panBy(double pixels);                  ///< positive shows later times
    void panByShare(double share);              ///< of the width of the window
    void zoomBy(double factor, double anchorX); ///< above 1 zooms in; the instant at `anchorX` keeps its place
    void zoomAtOnceBy(double factor);           ///< as zoomBy(factor) does
    void setWindow(const layout::TimeWindow& window);
    void showWindowOf(const layout::SeenView& seen);
    void scrollLanesTo(double scrollY);
    // Gliding.
    void stepBy(double share);                     ///< of the width of the window; positive shows later times
    void zoomBy(double factor);                    ///< layout::zoomedInSight(): about the selected event or the middle
    void zoomAbout(double factor, double anchorX); ///< the instant at `anchorX` keeps its place
    void showWholeStory();
    void glideTo(const layout::ViewState& state);
    /// Shows the event close by, wherever it is: layout::fitting(). Does not select it.
    void fit(model::EventIndex event);
    void select(std::optional<model::EventIndex> event);
    void selectAndReveal(model::EventIndex event);
    /// Brings the event that the count at an edge names into view; the zoom and the selection stay.
    void jumpTo(const layout::EdgeCount& edge);
    /// The event after (1) or before (-1) the selected one in the order of time; from none the first, or the last, in
    /// view.
    void selectNeighbour(int direction);
    /// Where a lane that is being moved would go; nothing when it was let go.
    void showDropLine(std::optional<QRectF> line);
    /// The pointer is there, or has left. What lies under it.
    std::optional<layout::Hit> hoverAt(std::optional<QPointF> position);
    /// What lies at a position, for a click.
    std::optional<layout::Hit> hitAt(QPointF position) const;

    /// The links that are drawn in the present scene; null where none are.
    const std::shared_ptr<const layout::Links>& links() const { return m_links; }
    /// The link of the selected event that keys, timeline and panel are at.
    std::optional<layout::LinkRef> currentLink() const { return m_linkInput.current; }
    void setCurrentLink(std::optional<layout::LinkRef> link);
    /// Whether the links between all events in view are drawn, too.
    void setAllLinks(bool shown);

Q_SIGNALS:
    void sceneChanged();
    void overlayChanged();
    void selectionChanged();
    void linksChanged();       ///< other links are drawn, or not drawn
    void currentLinkChanged(); ///< not where it went with the selection
    void storyChanged();
    /// A person's act has changed target(), `atOnce` or as a command. Not for what follows from another size.
    void moved(bool atOnce);
    void settled(); ///< a glide has arrived
    /// A zoom ended at a limit, or was there already.
    void limitReached(quoteline::layout::ZoomLimit limit);
    void arrangementChanged();
    /// An event is to be shown that the filter leaves out: whoever owns the filter has to let it pass now.
    void filterInTheWay(quoteline::model::EventIndex event);

private:
    layout::Metrics metrics() const;
    double plotWidth() const;
    bool showsWholeStory() const;
    /// The rows there.
    layout::ViewState revealed(const layout::ViewState& state, model::EventIndex event);
    std::shared_ptr<const layout::RowPacking> packingAt(const layout::ViewState& state);
    layout::TimeWindow zoomedInSight(const layout::TimeWindow& window, double factor);
    layout::TimeWindow zoomed(const layout::TimeWindow& window, double factor, double anchor);
    void setState(const layout::ViewState& state);
    void showState(const layout::ViewState& state);
    void rebuild();
    void letPass(model::EventIndex event);
    void updateOverlay();
    void updateLinks();

    layout::StoryView m_view;
    std::optional<layout::TimeWindow> m_dense; ///< denseRange() of the story as it was given
    layout::ViewState m_state;
    QSizeF m_size{640, 400};
    bool m_allRows = false;
    Fonts m_fonts{1};
    FontMeasurer m_measurer{m_fonts};
    PackingCache m_packings;
    std::shared_ptr<const layout::RowPacking> m_packing; ///< of the present scene
    std::shared_ptr<const layout::Scene> m_scene;
    model::TextMatcher m_matcher;
    layout::HitMarks m_hits; ///< of the present scene
    layout::OverlayInput m_marks;
    layout::LinkInput m_linkInput;
    std::shared_ptr<const layout::Links> m_links; ///< of the present scene
    layout::Overlay m_overlay;
    ViewAnimation m_glide;
    bool m_seen = false;
    bool m_inCommand = false;
};

} // namespace quoteline::ui

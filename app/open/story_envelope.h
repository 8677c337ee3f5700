// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/content/story/story_view.h"
#include "app/layout/axis/view_state.h"
#include "app/layout/shapes/time_scale.h"
#include "model/text/failure.h"
#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <optional>
#include <stop_token>
#include <string>
#include <tl/expected.hpp>
#include <vector>

/// What a picture carries of its story: one JSON object of ASCII characters, none of them one that markup has a meaning
/// for,
///     {"format":"quoteline-picture","version":1,"sha256":"...","bytes":N,"view":{...},"story":"..."}
/// "story" is the canonical story file (model/story_writer.h) in the zlib format in Base64, "bytes" its length unpacked
/// and "sha256" the SHA-256 of that, in lower case. "view" has "start" and "width" (civil ms), "whole" (whether that is
/// the whole story), "grouping" (a word of layout/lane_ids.h), "order" and "collapsed" (its ids of lanes), "unfolded"
/// (the id of an event or null) and "reading". Fields stand in this order, each once, and there are no others.
namespace quoteline::ui {

inline constexpr qsizetype maxEnvelopeBytes = 4 << 20;      ///< of the envelope, in a picture
inline constexpr qint64 maxCarriedStory = qint64{64} << 20; ///< bytes of the story file, unpacked

/// How the story was seen in the picture.
struct CarriedView {
    layout::TimeWindow window; ///< that was drawn
    bool whole = true;         ///< it was the whole story, which is another window at another size
    layout::Grouping grouping = layout::Grouping::Lane;
    std::vector<std::string> order;      ///< ids of layout/lane_ids.h
    std::vector<std::string> collapsed;  ///< the same
    std::optional<std::string> unfolded; ///< id of the event with a row of its own
    bool reading = false;                ///< events stood as cards
    bool operator==(const CarriedView&) const = default;
};

/// The view of a picture that was drawn from `view` in `state`.
CarriedView carriedView(const layout::StoryView& view, const layout::ViewState& state, bool whole);

/// The envelope of the events that pass the filter of `view`. Where it would be larger than maxEnvelopeBytes, or the
/// story file than maxCarriedStory, a sentence with the figures and what to do instead; for most large stories that is
/// found before anything is written.
tl::expected<QByteArray, model::Failure> carriedStory(const layout::StoryView& view, const CarriedView& given,
                                                      const std::stop_token& stop = {});

/// A story that was in a picture.
struct Carried {
    QByteArray story; ///< the bytes of the story file; they have the recorded length and SHA-256
    CarriedView view;
    bool operator==(const Carried&) const = default;
};

/// What an envelope holds. A reason as picture_story.h says it where anything about it is wrong; a window, grouping,
/// lane or event that does not exist is not: that is seen when the view is restored.
tl::expected<Carried, QString> openEnvelope(QByteArrayView envelope);

} // namespace quoteline::ui

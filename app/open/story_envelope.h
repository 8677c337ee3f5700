// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/content/story/seen_view.h"
#include "model/text/failure.h"
#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <stop_token>
#include <tl/expected.hpp>

/// What a picture carries of its story: one JSON object of ASCII characters, none of them one that markup has a meaning
/// for,
///     {"format":"quoteline-picture","version":1,"sha256":"...","bytes":N,"view":{...},"story":"..."}
/// "story" is the canonical story file (model/file/story_writer.h) in the zlib format in Base64, "bytes" its length
/// unpacked and "sha256" the SHA-256 of that, in lower case. "view" has "start" and "width" (civil ms), "whole"
/// (whether that is the whole story), "grouping" (a word of app/content/story/lane_ids.h), "order" and "collapsed" (its
/// ids of lanes), "unfolded" (null, or the id of an event) and "reading" (both of no use any more). Fields stand in
/// this order, each once, and there are no others.
namespace quoteline::ui {

inline constexpr qsizetype maxEnvelopeBytes = 4 << 20;      ///< of the envelope, in a picture
inline constexpr qint64 maxCarriedStory = qint64{64} << 20; ///< bytes of the story file, unpacked

/// The envelope of the events that pass the filter of `view`, as `seen`. Where it would be larger than
/// maxEnvelopeBytes, or the story file than maxCarriedStory, a sentence with the figures and what to do instead; for
/// most large stories that is found before anything is written.
tl::expected<QByteArray, model::Failure> carriedStory(const layout::StoryView& view, const layout::SeenView& seen,
                                                      const std::stop_token& stop = {});

/// A story that was in a picture.
struct Carried {
    QByteArray story;      ///< the bytes of the story file; they have the recorded length and SHA-256
    layout::SeenView view; ///< as far as it is carried
    bool operator==(const Carried&) const = default;
};

/// What an envelope holds. A reason as picture_story.h says it where anything about it is wrong; a window, grouping,
/// lane or event that does not exist is not: that is seen when the view is restored.
tl::expected<Carried, QString> openEnvelope(QByteArrayView envelope);

} // namespace quoteline::ui

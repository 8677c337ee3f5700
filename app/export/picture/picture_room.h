// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/picture/picture_plan.h"

/// What a picture is too small for, and which size would show it.
namespace quoteline::ui {

/// A larger picture in which every event has a place of its own.
struct LargerPicture {
    std::optional<Paper> paper; ///< else the size
    QSize size;
    bool allRows = false; ///< as high as `size` says, which is more than can be asked for
    bool operator==(const LargerPicture&) const = default;
};

struct RoomAdvice {
    QString words; ///< one or more sentences
    std::optional<LargerPicture> larger;
    bool operator==(const RoomAdvice&) const = default;
};

/// Says how many events lie below the edge of the picture or are without a title, small or only counted, and which size
/// shows them all; nothing where all are shown, or where it was stopped. Lays the story out once more where a higher
/// picture does, else about ten times.
std::optional<RoomAdvice> adviceFor(const layout::StoryView& view, const PictureRequest& spec, const PicturePlan& plan,
                                    const layout::TextMeasurer& measurer, const std::stop_token& stop = {});

/// `spec` with the larger picture instead.
PictureRequest enlarged(PictureRequest spec, const LargerPicture& larger);

} // namespace quoteline::ui

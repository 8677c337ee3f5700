// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/content/story/story_view.h"
#include "app/export/picture/picture_request.h"
#include "app/layout/scene/scene.h"
#include "app/layout/shapes/text_measurer.h"
#include "app/layout/sheet/evidence_sheet.h"
#include "model/text/failure.h"
#include <memory>
#include <stop_token>
#include <tl/expected.hpp>
#include <vector>

/// What stands where on the pages of a picture, laid out for the picture itself and never copied from the screen.
/// Pure functions, for any thread that has a measurer of its own.
namespace quoteline::ui {

/// Words on the timeline that lead to the entry of their event.
struct ChartLink {
    QRectF rect; ///< on the page
    layout::SheetTarget leadsTo;
    bool operator==(const ChartLink&) const = default;
};

/// One page; lengths are device-independent pixels from its top left corner.
struct PicturePage {
    QSizeF size;
    QPointF chartAt;
    std::shared_ptr<const layout::Scene> chart; ///< null on pages of evidence alone
    QPointF sheetAt;
    std::shared_ptr<const layout::SheetPage> sheet; ///< null where there is none
    std::vector<layout::Text> foot;                 ///< title and number of the page
    std::vector<ChartLink> links;
};

/// How the events that a picture should show are accounted for.
struct PictureCounts {
    std::size_t shown = 0;
    std::size_t folded = 0;    ///< without a title: small, or only counted ...
    std::size_t collapsed = 0; ///< ... because their lanes are collapsed; these are among the folded ones
    std::size_t cut = 0;       ///< shown without their whole label
    std::size_t below = 0;     ///< below the lower edge
    double missingHeight = 0;  ///< of the rows below the lower edge
    bool operator==(const PictureCounts&) const = default;
};

struct PicturePlan {
    std::vector<PicturePage> pages; ///< at least one; a PNG or SVG has one
    PictureCounts counts;
    layout::ViewState state; ///< of the timeline
};

/// The story as the picture shows it: in the language of the spec, with numbers where there is evidence, and of a range
/// the events in it alone, so that they have all the room. Once more is no change.
layout::StoryView picturedView(const layout::StoryView& view, const PictureRequest& spec);

/// What is seen of `pictured` on a timeline of that size.
layout::ViewState pictureState(const layout::StoryView& pictured, const PictureRequest& spec,
                               const layout::Metrics& metrics, const layout::TextMeasurer& measurer);
layout::Metrics pictureMetrics(const PictureRequest& spec, QSizeF size);

/// The pages of a picture; the measurer has the text scale of the spec. An error sentence where the spec is out of
/// bounds, or the picture with all its evidence would be.
tl::expected<PicturePlan, model::Failure> planPicture(const layout::StoryView& view, const PictureRequest& spec,
                                                      const layout::TextMeasurer& measurer, std::stop_token stop = {});

} // namespace quoteline::ui

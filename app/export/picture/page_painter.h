// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/picture/picture_plan.h"
#include "app/paint/font_measurer.h"
#include "app/paint/scene_painter.h"
#include "app/paint/theme.h"

/// Replays the pages of a picture.
namespace quoteline::ui {

/// The colours of a picture: a light PDF is white, for paper.
const Theme& themeOf(const PictureRequest& spec);

/// Paints the ground of a page, its timeline and its foot. Needs the thread of the
/// program, for Qt Charts.
void paintChartOf(QPainter& painter, const PicturePage& page, const Theme& theme, const Fonts& fonts);

/// Paints the evidence of a page: its texts from the `first` on, at most `most` of them, with the rest of the sheet
/// before the first. Returns the place of the next text; the number of texts when it is done.
std::size_t paintSheetOf(QPainter& painter, const PicturePage& page, const PaintStyle& style, std::size_t first,
                         std::size_t most);

/// A whole page.
void paintPage(QPainter& painter, const PicturePage& page, const Theme& theme, const Fonts& fonts);

} // namespace quoteline::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/scene.h"
#include "app/layout/story_view.h"
#include "app/layout/text_measurer.h"
#include "app/layout/time_scale.h"
#include <QByteArray>
#include <QImage>
#include <QSize>
#include <QString>
#include <optional>
#include <tl/expected.hpp>

/// Pictures of a story, laid out for their own size and never copied from the screen. Needs a QGuiApplication of any
/// platform; the same input and font packages give the same bytes.
namespace quoteline::ui {

struct PictureSpec {
    QSize size{1600, 900};                   ///< device-independent pixels
    double scale = 1;                        ///< pixels of the file for each of them, 0.5 to 8
    double textScale = 1;                    ///< 1 to 2
    std::optional<layout::TimeWindow> range; ///< civil ms; the whole story where absent
    bool dark = false;
    bool operator==(const PictureSpec&) const = default;
};

/// Least and greatest size in device-independent pixels, and the most pixels of a file (about 1 GB of memory).
inline constexpr int minPictureSide = 200;
inline constexpr int maxPictureSide = 20000;
inline constexpr qint64 maxPicturePixels = 268'435'456;

/// A sentence when the spec asks for more, or less, than that; checked before any memory is taken.
std::optional<QString> problemOf(const PictureSpec& spec);

/// What a picture of that spec shows; the measurer has its text scale.
layout::Scene pictureScene(const layout::StoryView& view, const PictureSpec& spec,
                           const layout::TextMeasurer& measurer);

/// The picture; an error sentence where the spec is out of bounds or memory runs out.
tl::expected<QImage, QString> renderPicture(const layout::StoryView& view, const PictureSpec& spec);

/// A sentence when the picture of such a spec leaves out events: how many lie below its edge, or are only counted in
/// "+N" chips, and what to do about it. Nothing for a spec out of bounds.
std::optional<QString> omissionOf(const layout::StoryView& view, const PictureSpec& spec);

/// The picture as PNG, with Title, Description, Software and the sources' URLs as text chunks.
tl::expected<QByteArray, QString> renderPng(const layout::StoryView& view, const PictureSpec& spec);

/// An image as PNG with those chunks.
QByteArray encodePng(const QImage& image, const model::Story& story);

} // namespace quoteline::ui

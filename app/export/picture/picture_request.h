// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/shapes/time_scale.h"
#include <QDate>
#include <QSize>
#include <QSizeF>
#include <QString>
#include <cstddef>
#include <cstdint>
#include <optional>

/// What a picture of a story shall be: one value for the window, the command line and every kind of picture.
namespace quoteline::ui {

enum class PictureFormat : std::uint8_t {
    Png, ///< pixels
    Svg, ///< lines and text, on one page
    Pdf, ///< lines and text, on as many pages as it takes
};
inline constexpr PictureFormat pictureFormats[] = {PictureFormat::Png, PictureFormat::Svg, PictureFormat::Pdf};

/// Paper lies on its long side.
enum class Paper : std::uint8_t { A4, A3 };

struct PictureRequest {
    PictureFormat format = PictureFormat::Png;
    QSize size{1600, 900};      ///< of the timeline, and of the pages of a PDF: device-independent pixels
                                ///< of 1/96 inch; without effect where there is a paper
    std::optional<Paper> paper; ///< gives the size
    double scale = 1;           ///< of a PNG: pixels for each of those, 0.5 to 8
    bool allRows = false;       ///< every lane as high as its titles need: a picture grows, a PDF goes on from
                                ///< page to page; else lanes are fitted to the size
    double textScale = 1;       ///< 1 to 2
    std::optional<layout::TimeWindow> range; ///< civil ms; the whole story where absent
    bool dark = false;
    bool evidence = false;   ///< events have numbers, and their quotes and sources stand below the timeline
    bool readings = false;   ///< with the links that no source states
    bool carryStory = true;  ///< a PNG or SVG holds the story it shows, to be opened again
    QString language;        ///< BCP 47, of dates and numbers; the story's where empty
    QString author;          ///< of the picture; may be empty
    std::optional<QDate> on; ///< the day the file says it was made; files without one are the same every day
    bool operator==(const PictureRequest&) const = default;
};

/// Dots per inch of a PNG at scale 1.
inline constexpr double dotsPerInch = 96;

/// Least and greatest side of the timeline and of pages, in device-independent pixels.
inline constexpr int minPictureSide = 200;
inline constexpr int maxPictureSide = 20'000;
/// The greatest side of pages of a PDF: 14,400 units of 1/72 inch, as the specification has it (ISO 32000-1, annex C).
inline constexpr int maxPdfSide = 19'200;
constexpr int maxSideOf(PictureFormat format) {
    return format == PictureFormat::Pdf ? maxPdfSide : maxPictureSide;
}
/// The most pixels of a PNG (about 1 GB of memory while it is drawn).
inline constexpr qint64 maxPicturePixels = 268'435'456;
/// The greatest height of a picture with its evidence or all its rows, in device-independent pixels; beyond it programs
/// stop showing pictures.
inline constexpr int maxPictureHeight = 400'000;

/// The most events whose evidence stands in a picture (some 2,500 pages of a PDF).
inline constexpr std::size_t maxEvidenceEvents = 20'000;
/// Many programs show no picture that is higher.
inline constexpr int customaryHeight = 32'767;

/// By the ending of the name, whatever its case; nothing for other names.
std::optional<PictureFormat> pictureFormatOf(const QString& fileName);
/// ".png"
QString suffixOf(PictureFormat format);

/// The size of the timeline, or of a page, in device-independent pixels.
QSizeF pageSizeOf(const PictureRequest& spec);

/// "1600x900 pixels" with what a scale makes of it; 268 million are allowed.
QSize pixelsOf(QSizeF size, double scale);

/// A sentence when the spec asks for more, or less, than there can be; told before any memory is taken.
std::optional<QString> problemOf(const PictureRequest& spec);
/// The same of a whole picture whose height is known.
std::optional<QString> problemOf(const PictureRequest& spec, QSizeF whole);

} // namespace quoteline::ui

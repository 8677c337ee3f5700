// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/picture/picture_plan.h"
#include <QByteArray>
#include <memory>

class QPainter;

/// What the pages of a picture are painted on; one for each kind of file.
namespace quoteline::ui {

class PictureCanvas {
public:
    virtual ~PictureCanvas() = default;
    PictureCanvas() = default;
    PictureCanvas(const PictureCanvas&) = delete;
    PictureCanvas& operator=(const PictureCanvas&) = delete;

    /// Takes the memory, or says in a sentence that there is none.
    virtual tl::expected<void, QString> begin() = 0;
    /// Where the page of that number is painted, in device-independent pixels from its top left corner. Pages come in
    /// their order; the painter stays the canvas's.
    virtual QPainter& page(std::size_t number) = 0;
    /// Ends the painting, on the same thread.
    virtual tl::expected<void, QString> end() = 0;
    /// The file, once painting has ended; any thread.
    virtual tl::expected<QByteArray, model::Failure> encode(const std::stop_token& stop) = 0;
};

/// What a file says about itself, whatever its kind.
struct PictureFacts {
    QString title;
    QString description;
    QString author;      ///< may be empty
    QString software;    ///< "Quoteline 1.0"
    QString language;    ///< BCP 47
    QStringList sources; ///< their addresses
    std::optional<QDate> on;
};
PictureFacts factsOf(const model::Story& story, const PictureRequest& spec);

/// The plan outlives the canvas. `story` is what the file carries of it, from app/open/story_envelope.h; may be empty.
std::unique_ptr<PictureCanvas> pngCanvas(const PictureRequest& spec, const PicturePlan& plan, PictureFacts facts,
                                         QByteArray story);
std::unique_ptr<PictureCanvas> svgCanvas(const PicturePlan& plan, PictureFacts facts, QByteArray story);
std::unique_ptr<PictureCanvas> pdfCanvas(const PicturePlan& plan, PictureFacts facts);

} // namespace quoteline::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/picture/picture_canvas.h"
#include "app/export/picture/picture_room.h"
#include "app/paint/font_measurer.h"
#include "app/paint/scene_painter.h"
#include <QImage>

/// Pictures of a story, laid out for their own size and never copied from the screen. Needs a QApplication of any
/// platform; the same input and font packages give the same bytes.
namespace quoteline::ui {

/// A picture before it is painted: laid out, and with the story that it will carry.
struct PreparedPicture {
    layout::StoryView view; ///< the story that it is of
    PictureRequest spec;
    PicturePlan plan;
    QByteArray story; ///< what the file carries of it; may be empty
};

/// Lays a picture out, on any thread. An error sentence where it would be out of bounds or the story is too large to be
/// carried.
tl::expected<PreparedPicture, model::Failure> preparePicture(const layout::StoryView& view, const PictureRequest& spec,
                                                             const std::stop_token& stop = {});

/// What a picture leaves out; see app/export/picture/picture_room.h.
std::optional<RoomAdvice> adviceFor(const PreparedPicture& picture, const std::stop_token& stop = {});

/// Paints a picture in parts that take a fraction of a second each, and makes a file of it.
class PictureJob {
public:
    explicit PictureJob(PreparedPicture picture);
    PictureJob(const PictureJob&) = delete; // the canvas reads the plan
    PictureJob& operator=(const PictureJob&) = delete;

    /// Paints the next part; on the thread of the program. False where all is painted, a sentence where memory runs
    /// out.
    tl::expected<bool, QString> paintNext();
    double share() const; ///< of the painting that is done, 0 to 1
    const PreparedPicture& picture() const { return m_picture; }

    /// The bytes of the file, read back and compared; on any thread, when all is painted.
    tl::expected<QByteArray, model::Failure> encode(const std::stop_token& stop = {});

private:
    PreparedPicture m_picture;
    Fonts m_fonts;
    TextCache m_cache;
    std::unique_ptr<PictureCanvas> m_canvas;
    bool m_begun = false;
    bool m_ended = false;
    std::size_t m_page = 0;
    std::optional<std::size_t> m_text; ///< of the sheet of the page, to be painted next; none before its timeline is
};

/// All of it at once, on the thread of the program.
tl::expected<QByteArray, model::Failure> writePicture(const PreparedPicture& picture);
tl::expected<QByteArray, model::Failure> writePicture(const layout::StoryView& view, const PictureRequest& spec);

/// The first page as pixels, without a file around it.
tl::expected<QImage, model::Failure> renderPicture(const layout::StoryView& view, const PictureRequest& spec);
/// A page of a picture, `scale` as large and no more than `mostHigh` pixels of it from its top on; for previews.
QImage pageImage(const PreparedPicture& picture, std::size_t page, double scale, int mostHigh = maxPictureHeight * 8);

} // namespace quoteline::ui

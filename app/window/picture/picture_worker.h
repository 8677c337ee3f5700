// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/picture/picture_export.h"
#include <QObject>
#include <QTimer>

namespace quoteline::ui {

/// Makes pictures without holding up the window: what can be done on another thread is done there (laying out,
/// encoding, writing), and painting, which Qt Charts allows on the thread of the program alone, in small parts.
class PictureWorker : public QObject {
    Q_OBJECT
public:
    using Prepared = std::shared_ptr<const PreparedPicture>;

    /// A sentence on what may be chosen instead.
    static QString tooLittleMemory();

    explicit PictureWorker(QObject* parent = nullptr);
    ~PictureWorker() override;

    /// Lays a picture out and looks at what it leaves out; ends what was under way.
    void prepare(const layout::StoryView& view, const PictureRequest& spec);
    /// Paints a picture and puts it at `path`; ends the writing that was under way. What was prepared last is still
    /// told of.
    void write(PreparedPicture picture, const QString& path);
    /// Ends all work.
    void cancel();
    /// Ends the writing.
    void cancelWriting();

Q_SIGNALS:
    void prepared(const quoteline::ui::PictureWorker::Prepared& picture);
    /// About the one that was prepared last; comes once, after it.
    void advised(const std::optional<quoteline::ui::RoomAdvice>& advice);
    void refused(const QString& sentence); ///< prepare() came to nothing
    void progressed(double share);         ///< of write(), 0 to 1
    void written(const QString& path);
    void writtenBeforeCancel(const QString& path); ///< the file was in place already when its writing was cancelled
    void failed(const QString& sentence);          ///< write() did

private:
    /// One piece of work after the other: what comes of an earlier one is told by its number.
    struct Line {
        std::stop_source stop;
        quint64 generation = 0;
        void end();
        std::stop_token begin();
    };

    void advise(const Prepared& picture, const std::stop_token& stop);
    void paint();
    void encode();

    Line m_layout;
    Line m_writing;
    QTimer m_paint;
    std::shared_ptr<PictureJob> m_job; ///< from ownedByProgram()
    QString m_path;
};

} // namespace quoteline::ui

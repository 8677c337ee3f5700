// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/picture_export.h"
#include <QObject>
#include <QTimer>

namespace quoteline::ui {

/// Makes pictures without holding up the window: what can be done on another thread is done there (laying out,
/// encoding, writing), and painting, which Qt Charts allows on the thread of the program alone, in small parts.
class PictureWorker : public QObject {
    Q_OBJECT
public:
    using Prepared = std::shared_ptr<const PreparedPicture>;

    explicit PictureWorker(QObject* parent = nullptr);
    ~PictureWorker() override;

    /// Lays a picture out and looks at what it leaves out; ends what was under way.
    void prepare(const layout::StoryView& view, const PictureSpec& spec);
    /// Paints a picture and puts it at `path`; ends what was under way.
    void write(PreparedPicture picture, const QString& path);
    /// Ends the work. A file that is in place already is told of all the same.
    void cancel();

Q_SIGNALS:
    void prepared(const quoteline::ui::PictureWorker::Prepared& picture);
    void advised(const std::optional<quoteline::ui::RoomAdvice>& advice); ///< about the one that was prepared last
    void refused(const QString& sentence);                                ///< prepare() came to nothing
    void progressed(double share);                                        ///< of write(), 0 to 1
    void written(const QString& path);
    void failed(const QString& sentence); ///< write() did

private:
    std::stop_token begin();
    void paint();
    void encode();

    std::stop_source m_stop;
    quint64 m_generation = 0;
    QTimer m_paint;
    std::shared_ptr<PictureJob> m_job;
    QString m_path;
};

} // namespace quoteline::ui

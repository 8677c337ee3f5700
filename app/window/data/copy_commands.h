// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/data/copied_text.h"
#include "app/export/picture/picture_export.h"
#include "app/window/parts/window_parts.h"
#include <QObject>
#include <QTimer>
#include <memory>

namespace quoteline::ui {

class EventListView;
class Look;
class WorkBar;

/// The commands that copy, in the menu Edit. Rows are those selected in the list where it is to be seen and has any,
/// else the selected event. Texts and layouts are made on another thread, one at a time: a new request ends the one
/// before.
class CopyCommands : public QObject {
    Q_OBJECT
public:
    /// Everything outlives this.
    CopyCommands(const WindowParts& parts, EventListView& list, const Look& look);
    ~CopyCommands() override;

    /// A picture to be copied, and what it leaves out.
    struct LaidOut {
        PreparedPicture picture;
        std::optional<RoomAdvice> advice;
    };

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    using Result = tl::expected<CopiedText, ExportFailure>;
    using PictureResult = tl::expected<LaidOut, QString>;
    void wire();
    void follow();
    bool usesList() const;
    void copyRows(CopyForm form);
    void copyQuotes();
    void copyPicture();
    void finishPicture(const PictureResult& result);
    std::stop_token beginAnew(); ///< what was going on before ends
    void begin(std::vector<model::EventIndex> events, CopyForm form);
    void finish(const Result& result, std::size_t events, CopyForm form);
    void end(); ///< nothing is told any more of what is going on

    WindowParts m_parts;
    EventListView& m_list;
    const Look& m_look;
    WorkBar* m_work; // owned by the window
    QTimer m_late;   ///< work that takes longer than this is shown
    std::stop_source m_stop;
    quint64 m_generation = 0;
};

} // namespace quoteline::ui

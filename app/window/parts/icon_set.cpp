// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/parts/icon_set.h"

#include "app/paint/icons.h"
#include "app/window/parts/actions.h"

namespace quoteline::ui {

namespace {

struct IconOf {
    QAction* Actions::*action;
    const char* desktopName; ///< of the freedesktop icon naming specification; null where it has none
    const char* name;        ///< of our drawing
};

constexpr IconOf icons[] = {
    {&Actions::openStory, "document-open", "open"},
    {&Actions::reload, "view-refresh", "reload"},
    {&Actions::exportPicture, nullptr, "export"},
    {&Actions::print, "document-print", "print"},
    {&Actions::find, "edit-find", "find"},
    {&Actions::findNext, nullptr, "find-next"},
    {&Actions::findPrevious, nullptr, "find-previous"},
    {&Actions::clearFilters, "edit-clear", "clear"},
    {&Actions::zoomIn, "zoom-in", "zoom-in"},
    {&Actions::zoomOut, "zoom-out", "zoom-out"},
    {&Actions::wholeStory, "zoom-fit-best", "whole-story"},
    {&Actions::busiest, nullptr, "busiest"},
    {&Actions::coreWindow, nullptr, "core-window"},
    {&Actions::fitSelection, nullptr, "fit"},
    {&Actions::legend, nullptr, "legend"},
    {&Actions::back, "go-previous", "back"},
    {&Actions::forward, "go-next", "forward"},
};

} // namespace

void applyIcons(Actions& actions, bool fromDesktop) {
    for (const IconOf& icon : icons) {
        const QString name = QString::fromLatin1(icon.name);
        (actions.*icon.action)
            ->setIcon(fromDesktop && icon.desktopName ? desktopIcon(QString::fromLatin1(icon.desktopName), name)
                                                      : ownIcon(name));
    }
}

} // namespace quoteline::ui

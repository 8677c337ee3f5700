// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/memory/window_memory.h"

#include "app/system/terminal.h"
#include "app/view/timeline/view_controller.h"
#include "app/window/parts/open_story.h"
#include <QDockWidget>
#include <QEvent>
#include <QMainWindow>
#include <QToolBar>
#include <chrono>

namespace quoteline::ui {

namespace {
using namespace std::chrono_literals;
constexpr auto settle = 500ms;  // after the last change
constexpr int panesVersion = 1; // grows when docks or toolbars change so that old states do not fit
} // namespace

WindowMemory::WindowMemory(const WindowParts& parts, SettingsStore store)
    : m_parts(parts)
    , m_store(std::move(store))
    , m_settings(m_store.load()) {
    m_soon.setSingleShot(true);
    m_soon.setInterval(settle);
    connect(&m_soon, &QTimer::timeout, this, &WindowMemory::save);
    connect(&m_parts.controller, &ViewController::sceneChanged, this, &WindowMemory::touch);
}

WindowMemory::~WindowMemory() = default;

void WindowMemory::restoreWindow() {
    if (!m_settings.geometry.isEmpty())
        m_parts.window.restoreGeometry(m_settings.geometry);
    if (!m_settings.panes.isEmpty())
        m_parts.window.restoreState(m_settings.panes, panesVersion);
    m_parts.window.installEventFilter(this);
    for (QWidget* pane : m_parts.window.findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly))
        if (qobject_cast<QDockWidget*>(pane) || qobject_cast<QToolBar*>(pane))
            pane->installEventFilter(this);
    m_ready = true;
}

void WindowMemory::storyLeaves() {
    if (m_ready)
        collect();
}

void WindowMemory::storyOpened() {
    const auto seen = m_settings.viewOf(m_parts.open.key);
    if (!seen)
        return;
    ViewController& controller = m_parts.controller;
    controller.arrangeAs(*seen);
    // Of a view that has nothing of this story the usual beginning is the better one: the file was replaced.
    const layout::TimeWindow extent = controller.view().extent();
    if (!seen->whole && (seen->window.end() < extent.start || seen->window.start > extent.end()))
        return;
    controller.showWindowOf(*seen);
    controller.scrollLanesTo(seen->scrollY);
}

void WindowMemory::touch() {
    if (m_ready && !m_store.isEmpty())
        m_soon.start();
}

/// The view with which every story begins needs no entry.
void WindowMemory::collect() {
    m_settings.geometry = m_parts.window.saveGeometry();
    m_settings.panes = m_parts.window.saveState(panesVersion);
    const layout::SeenView seen = m_parts.controller.seen();
    if (seen.window == m_parts.controller.openingWindow() && seen.grouping == layout::Grouping::Lane &&
        seen.scrollY == 0)
        std::erase_if(m_settings.views, [this](const SeenStory& one) { return one.story == m_parts.open.key; });
    else
        m_settings.remember(m_parts.open.key, seen);
}

void WindowMemory::save() {
    m_soon.stop();
    if (!m_ready || m_store.isEmpty())
        return;
    collect();
    const auto saved = m_store.save(m_settings);
    if (!saved && !m_failed)
        writeMessage(saved.error());
    m_failed = m_failed || !saved;
}

bool WindowMemory::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
    case QEvent::Close:
        if (watched == &m_parts.window)
            save();
        break;
    case QEvent::Resize:
    case QEvent::Move:
    case QEvent::WindowStateChange:
    case QEvent::Show:
    case QEvent::Hide:
        touch();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace quoteline::ui

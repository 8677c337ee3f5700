// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QFutureWatcher>
#include <QPointer>
#include <QtConcurrentRun>
#include <functional>
#include <utility>

namespace quoteline::ui {

/// Runs `work` on another thread and gives what it returned to `apply` on the thread of `context`, as long as that
/// lives. Always from its event loop: QFuture::then() may call back at once where the work is done already, in the
/// middle of the function that asked for it. `work` must have values only.
template <typename Work, typename Apply>
void runInBackground(QObject* context, Work work, Apply apply) {
    using Result = std::invoke_result_t<Work>;
    auto* watcher = new QFutureWatcher<Result>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, apply = std::move(apply)]() mutable {
        watcher->deleteLater();
        apply(watcher->future().takeResult());
    });
    watcher->setFuture(QtConcurrent::run(std::move(work)));
}

/// For workers that tell how far they are: may be called on any thread, and calls `apply` with the share from the event
/// loop of the program, as long as `context` lives.
inline std::function<void(double)> progressTo(QObject* context, std::function<void(double)> apply) {
    return [guard = QPointer<QObject>(context), apply = std::move(apply)](double share) {
        const auto tell = [guard, apply, share] {
            if (guard)
                apply(share);
        };
        QMetaObject::invokeMethod(QCoreApplication::instance(), tell, Qt::QueuedConnection);
    };
}

} // namespace quoteline::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QFutureWatcher>
#include <QPointer>
#include <QThread>
#include <QtConcurrentRun>
#include <functional>
#include <memory>
#include <new>
#include <tl/expected.hpp>
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

/// A value that is destroyed on the thread of the program, whichever thread gives it up last: for what holds fonts and
/// painters while another thread works with it. From the event loop, where it is another thread.
template <typename T, typename... Args>
std::shared_ptr<T> ownedByProgram(Args&&... args) {
    return {new T(std::forward<Args>(args)...), [](T* value) {
                QCoreApplication* program = QCoreApplication::instance();
                if (program && QThread::currentThread() != program->thread())
                    QMetaObject::invokeMethod(
                        program, [value] { delete value; }, Qt::QueuedConnection);
                else
                    delete value;
            }};
}

/// Does work that returns a tl::expected; where memory runs out in it, `sentence` is its error.
template <typename Work>
auto withinMemory(const QString& sentence, Work&& work) -> std::invoke_result_t<Work> {
    try {
        return std::forward<Work>(work)();
    } catch (const std::bad_alloc&) {
        return tl::unexpected(sentence);
    }
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

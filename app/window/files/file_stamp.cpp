// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/files/file_stamp.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

namespace quoteline::ui {

std::optional<FileStamp> stampOf(const QString& path) {
    const QFileInfo info(path);
    if (!info.isFile())
        return std::nullopt;
    return FileStamp{info.size(), info.lastModified(), {}};
}

std::optional<FileStamp> fullStampOf(const QString& path) {
    auto stamp = stampOf(path);
    if (!stamp || stamp->size > maxHashedBytes)
        return stamp;
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha1); // tells versions apart; nothing is proved with it
    if (file.open(QIODevice::ReadOnly) && hash.addData(&file))
        stamp->hash = hash.result();
    return stamp;
}

bool hasChanged(const FileStamp& before, const FileStamp& now) {
    if (before.size != now.size)
        return true;
    if (!before.hash.isEmpty() && !now.hash.isEmpty())
        return before.hash != now.hash;
    return before.modified != now.modified;
}

} // namespace quoteline::ui

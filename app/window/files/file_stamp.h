// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <optional>

namespace quoteline::ui {

/// Files up to this size are compared by what is in them; larger ones by size and time, because reading them twice
/// costs more than a question too many.
inline constexpr qint64 maxHashedBytes = 64 << 20;

/// What a file was at a moment.
struct FileStamp {
    qint64 size = 0;
    QDateTime modified;
    QByteArray hash; ///< empty where the file is larger than maxHashedBytes, or was not read
    bool operator==(const FileStamp&) const = default;
};

/// Size and time of a file; none where there is no regular file.
std::optional<FileStamp> stampOf(const QString& path);
/// The same with the hash of what is in it. Reads the file: not for the thread of the window.
std::optional<FileStamp> fullStampOf(const QString& path);
/// Whether a file that was `before` has other contents `now`; both stamps are full.
bool hasChanged(const FileStamp& before, const FileStamp& now);

} // namespace quoteline::ui

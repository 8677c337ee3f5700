// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/system/safe_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QSaveFile>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <memory>
#include <optional>
#include <sys/stat.h>
#include <unistd.h>

namespace quoteline::ui {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("ui", text);
}

tl::unexpected<QString> refuse(const QString& path, const QString& reason, const QString& remedy) {
    return tl::unexpected(tr("“%1” was not saved: %2; %3.").arg(path, reason, remedy));
}

/// What a person can do about an error of the system.
QString remedyFor(int error) {
    switch (error) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return tr("make room there or choose another folder");
    case EACCES:
    case EPERM:
    case EROFS:
        return tr("choose a folder that you may write in");
    case ENOENT:
    case ENOTDIR:
        return tr("create the folder first or choose another");
    case ELOOP:
        return tr("remove the link or choose another name");
    case ENAMETOOLONG:
        return tr("choose a shorter name");
    default:
        return tr("choose another name or folder");
    }
}

tl::unexpected<QString> refuse(const QString& path, int error) {
    return refuse(path, qt_error_string(error), remedyFor(error));
}

/// QSaveFile keeps a sentence of its own and no error number; the number of the call that failed is in errno.
tl::unexpected<QString> refuse(const QString& path, const QSaveFile& file, int error) {
    return refuse(path, file.errorString(), remedyFor(error));
}

QString kindOf(const struct stat& status) {
    if (S_ISDIR(status.st_mode))
        return tr("a folder has that name");
    if (S_ISFIFO(status.st_mode))
        return tr("a pipe has that name");
    if (S_ISSOCK(status.st_mode))
        return tr("a socket has that name");
    return tr("a device has that name");
}

/// Where the bytes go in the end, and what is there now.
struct Target {
    QString path;                      ///< absolute, the far end of symbolic links
    std::optional<struct stat> former; ///< the regular file to be replaced
};

/// `path` with its links followed; nothing is opened, so a FIFO cannot block and a device is not touched.
tl::expected<Target, QString> findTarget(const QString& path, Overwrite overwrite) {
    if (path.isEmpty() || path.contains(QChar(0)))
        return refuse(path, tr("that is no file name"), tr("give a name"));
    // Not QFileInfo: Qt reads ":name" as a resource inside the program.
    const bool relative = !path.startsWith(QLatin1Char('/'));
    const QString here = relative ? QDir::currentPath() : QString();
    if (relative && here.isEmpty())
        return refuse(path, tr("the current folder does not exist any more"),
                      tr("give a name that begins with a slash"));
    const QString absolute = relative ? here + QLatin1Char('/') + path : path;
    const QByteArray name = QFile::encodeName(absolute);
    struct stat link {};
    if (::lstat(name.constData(), &link) != 0) {
        if (errno != ENOENT)
            return refuse(path, errno);
        if (absolute.endsWith(QLatin1Char('/')))
            return refuse(path, tr("that is the name of a folder"), tr("add the name of a file"));
        return Target{absolute, std::nullopt};
    }
    struct stat status {};
    if (::stat(name.constData(), &status) != 0) {
        if (errno == ENOENT)
            return refuse(path, tr("it is a link to a file that does not exist"),
                          tr("remove the link or choose another name"));
        return refuse(path, errno);
    }
    if (!S_ISREG(status.st_mode))
        return refuse(path, kindOf(status), tr("choose another name"));
    if (overwrite == Overwrite::Never)
        return refuse(path, tr("the file exists already"), tr("choose another name"));
    const std::unique_ptr<char, decltype(&std::free)> real(::realpath(name.constData(), nullptr), &std::free);
    if (!real)
        return refuse(path, errno);
    if (::faccessat(AT_FDCWD, real.get(), W_OK, AT_EACCESS) != 0 && errno == EACCES)
        return refuse(path, tr("you may not write this file"),
                      tr("choose another name or change the permissions of the file"));
    return Target{QFile::decodeName(real.get()), status};
}

/// The rights and, where we may, the owner of the file that is replaced. A file system without them keeps the temporary
/// file's, which nobody else can read.
void copyRights(int descriptor, const struct stat& former) {
    if (former.st_uid != ::geteuid() || former.st_gid != ::getegid())
        if (::fchown(descriptor, former.st_uid, former.st_gid) != 0)
            errno = 0; // only root may give files away
    if (::fchmod(descriptor, former.st_mode & 07777) != 0)
        errno = 0;
}

/// The bytes on the medium. QSaveFile syncs too, but does not ask whether it worked, and some systems find out only
/// then that there is no room.
bool sync(int descriptor) {
    if (::fsync(descriptor) == 0)
        return true;
    return errno == EINVAL || errno == ENOSYS || errno == ENOTSUP || errno == EROFS; // cannot be synced at all
}

/// After a power cut the folder should name the new file. Too late to fail: the new file is in place.
void syncFolderOf(const QString& target) {
    const QByteArray folder = QFile::encodeName(target.left(target.lastIndexOf(QLatin1Char('/')) + 1));
    const int descriptor = ::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    (void)::fsync(descriptor);
    ::close(descriptor);
}

/// Writes a temporary file and puts it at `target`. `shown` is the path as the person gave it.
tl::expected<void, QString> replace(const QString& target, const QString& shown, QByteArrayView bytes,
                                    const std::optional<struct stat>& former) {
    QSaveFile file(target);
    file.setDirectWriteFallback(false);
    errno = 0;
    if (!file.open(QIODevice::WriteOnly))
        return refuse(shown, file, errno);
    if (former)
        copyRights(file.handle(), *former);
    errno = 0;
    // A short write on a full disk leaves QSaveFile content, and commit() would put the stump in place.
    const qint64 written = file.write(bytes.data(), bytes.size());
    if (written != bytes.size() || !file.flush()) {
        auto refusal = refuse(shown, file, errno); // before cancelWriting() puts an error of its own
        if (file.error() == QFileDevice::NoError)
            refusal = refuse(shown, tr("only a part of it could be written"), remedyFor(ENOSPC));
        file.cancelWriting();
        return refusal;
    }
    if (!sync(file.handle())) {
        auto refusal = refuse(shown, errno);
        file.cancelWriting();
        return refusal;
    }
    if (!file.commit())
        return refuse(shown, file, errno);
    return {};
}

/// Moves `from` to `to` unless something is there: in one step of the system where it has one. On a file system with
/// neither such a rename nor hard links (FAT on an old kernel) a file that appears between the last two calls is lost.
bool moveWithoutReplacing(const char* from, const char* to) {
    if (::renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
        return true;
    if (errno != EINVAL && errno != ENOSYS)
        return false;
    if (::link(from, to) == 0) {
        ::unlink(from);
        return true;
    }
    if (errno == EEXIST)
        return false;
    struct stat status {};
    if (::lstat(to, &status) == 0) {
        errno = EEXIST;
        return false;
    }
    return ::rename(from, to) == 0;
}

/// Like replace(), but a file that turns up at `target` meanwhile stays: the bytes get a name of their own first.
tl::expected<void, QString> create(const QString& target, const QString& shown, QByteArrayView bytes) {
    const QString folder = target.left(target.lastIndexOf(QLatin1Char('/')) + 1);
    const quint64 number = QRandomGenerator::system()->generate64();
    const QString hidden = folder + QStringLiteral(".quoteline-%1").arg(number, 16, 16, QLatin1Char('0'));
    if (const auto saved = replace(hidden, shown, bytes, std::nullopt); !saved)
        return saved;
    const QByteArray from = QFile::encodeName(hidden);
    if (moveWithoutReplacing(from.constData(), QFile::encodeName(target).constData()))
        return {};
    const int error = errno;
    ::unlink(from.constData());
    if (error == EEXIST)
        return refuse(shown, tr("the file exists already"), tr("choose another name"));
    return refuse(shown, error);
}

} // namespace

tl::expected<void, QString> saveFile(const QString& path, QByteArrayView bytes, Overwrite overwrite) {
    const auto target = findTarget(path, overwrite);
    if (!target)
        return tl::unexpected(target.error());
    const auto saved = overwrite == Overwrite::Never ? create(target->path, path, bytes)
                                                     : replace(target->path, path, bytes, target->former);
    if (saved)
        syncFolderOf(target->path);
    return saved;
}

} // namespace quoteline::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/byte_source.h"

#include "model/text/translate.h"

#include <QFile>
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace quoteline::model {

namespace {

class MemorySource final : public ByteSource {
public:
    explicit MemorySource(std::string_view text)
        : m_text(text) {}

    tl::expected<std::size_t, QString> read(std::span<char> into) override {
        const std::size_t count = std::min(into.size(), m_text.size() - m_at);
        std::memcpy(into.data(), m_text.data() + m_at, count);
        m_at += count;
        return count;
    }

    tl::expected<void, QString> rewind() override {
        m_at = 0;
        return {};
    }

    std::uint64_t size() const override { return m_text.size(); }

private:
    std::string_view m_text;
    std::size_t m_at = 0;
};

class FileSource final : public ByteSource {
public:
    /// Takes the descriptor over.
    FileSource(int descriptor, QString path)
        : m_descriptor(descriptor)
        , m_path(std::move(path)) {}
    ~FileSource() override { ::close(m_descriptor); }
    FileSource(const FileSource&) = delete;
    FileSource& operator=(const FileSource&) = delete;

    tl::expected<std::size_t, QString> read(std::span<char> into) override {
        for (;;) {
            const ssize_t count = ::read(m_descriptor, into.data(), into.size());
            if (count >= 0)
                return static_cast<std::size_t>(count);
            if (errno != EINTR)
                return failure();
        }
    }

    tl::expected<void, QString> rewind() override {
        if (::lseek(m_descriptor, 0, SEEK_SET) != 0)
            return failure();
        return {};
    }

    std::uint64_t size() const override {
        struct stat status {};
        return ::fstat(m_descriptor, &status) == 0 ? static_cast<std::uint64_t>(status.st_size) : 0;
    }

private:
    tl::unexpected<QString> failure() const {
        const int error = errno;
        return tl::unexpected(translate("model", "“%1” cannot be read: %2").arg(m_path, qt_error_string(error)));
    }

    int m_descriptor;
    QString m_path;
};

/// Why a file of this mode is not read; empty for a regular file.
QString refusal(mode_t mode, const QString& path) {
    if (S_ISREG(mode))
        return {};
    if (S_ISDIR(mode))
        return translate("model", "“%1” is a folder, not a file").arg(path);
    if (S_ISFIFO(mode))
        return translate("model", "“%1” is a pipe, not a file").arg(path);
    if (S_ISCHR(mode) || S_ISBLK(mode))
        return translate("model", "“%1” is a device, not a file").arg(path);
    return translate("model", "“%1” is not a file").arg(path);
}

} // namespace

std::unique_ptr<ByteSource> bytesOf(std::string_view text) {
    return std::make_unique<MemorySource>(text);
}

tl::expected<std::unique_ptr<ByteSource>, QString> bytesOfFile(const QString& path) {
    const auto cannotOpen = [&](int error) {
        return tl::unexpected(translate("model", "“%1” cannot be opened: %2").arg(path, qt_error_string(error)));
    };
    // Asked before opening, which has effects on some devices, and again after it, as the file may be another by then.
    const QByteArray name = QFile::encodeName(path);
    struct stat status {};
    if (::stat(name.constData(), &status) != 0)
        return cannotOpen(errno);
    if (const QString reason = refusal(status.st_mode, path); !reason.isEmpty())
        return tl::unexpected(reason);
    int descriptor = -1;
    do {
        // Without O_NONBLOCK a pipe that took the file's place would keep us waiting for a writer.
        descriptor = ::open(name.constData(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    } while (descriptor < 0 && errno == EINTR);
    if (descriptor < 0)
        return cannotOpen(errno);
    auto source = std::make_unique<FileSource>(descriptor, path);
    if (::fstat(descriptor, &status) != 0)
        return cannotOpen(errno);
    if (const QString reason = refusal(status.st_mode, path); !reason.isEmpty())
        return tl::unexpected(reason);
    return source;
}

} // namespace quoteline::model

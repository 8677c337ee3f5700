// SPDX-License-Identifier: GPL-3.0-or-later
// To be preloaded: makes the n-th call of one kind fail, and all of that kind after it if asked. Set by variables:
//   FAULT_CALL   write, sync, move (rename and link), create (opening a new file), rights (chmod and chown)
//   FAULT_NTH    which call fails, from 1
//   FAULT_ERROR  the error number; 0: the call does a part and says so (write only); -1: the process is killed
//   FAULT_STAYS  any value: every later call of the kind fails too
//   FAULT_CHUNK  a write takes at most so many bytes, as on a slow network file system
//   FAULT_NAMED  any value: files without a name (O_TMPFILE) do not exist on this "file system"
//   FAULT_PLAIN_RENAME  any value: renameat2 does not exist; "2": hard links do not either
//   FAULT_MARK   a file that comes into being with the first call that fails, for programs that cannot be asked
// Only writes to regular files count: programs write to their own event queues too.
#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace {

int calls = 0;
int failed = 0;

long number(const char* name, long otherwise) {
    const char* value = std::getenv(name);
    return value ? std::strtol(value, nullptr, 10) : otherwise;
}

/// Past all that is replaced here.
void mark() {
    const char* path = std::getenv("FAULT_MARK");
    const long descriptor = path ? ::syscall(SYS_openat, AT_FDCWD, path, O_CREAT | O_WRONLY, 0600) : -1;
    if (descriptor >= 0)
        ::close(static_cast<int>(descriptor));
}

bool isRegular(int descriptor) {
    struct stat status {};
    return ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
}

/// Whether this call of `kind` is to fail; kills the process instead if so ordered.
bool fails(const char* kind) {
    const char* wanted = std::getenv("FAULT_CALL");
    if (!wanted || std::strcmp(wanted, kind) != 0)
        return false;
    const long nth = number("FAULT_NTH", 0);
    ++calls;
    if (calls != nth && !(calls > nth && std::getenv("FAULT_STAYS")))
        return false;
    if (failed++ == 0)
        mark();
    const long error = number("FAULT_ERROR", EIO);
    if (error < 0)
        ::raise(SIGKILL);
    errno = static_cast<int>(error);
    return true;
}

template <typename Function>
Function real(const char* name) {
    return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

int openReally(const char* name, const char* path, int flags, mode_t mode) {
    if ((flags & O_TMPFILE) == O_TMPFILE && std::getenv("FAULT_NAMED")) {
        errno = EOPNOTSUPP;
        return -1;
    }
    if ((flags & (O_CREAT | O_TMPFILE & ~O_DIRECTORY)) != 0 && fails("create"))
        return -1;
    return real<int (*)(const char*, int, ...)>(name)(path, flags, mode);
}

mode_t modeOf(int flags, va_list arguments) {
    return (flags & O_CREAT) != 0 || (flags & O_TMPFILE) == O_TMPFILE ? va_arg(arguments, mode_t) : 0;
}

} // namespace

extern "C" {

int quotelineFaultCount() {
    return failed;
}

ssize_t write(int descriptor, const void* bytes, size_t count) {
    static const auto next = real<ssize_t (*)(int, const void*, size_t)>("write");
    if (descriptor <= STDERR_FILENO || !isRegular(descriptor))
        return next(descriptor, bytes, count);
    const auto chunk = static_cast<size_t>(number("FAULT_CHUNK", 0));
    const size_t most = chunk > 0 && count > chunk ? chunk : count;
    if (!fails("write"))
        return next(descriptor, bytes, most);
    return errno == 0 ? next(descriptor, bytes, most / 2) : -1;
}

int fsync(int descriptor) {
    return fails("sync") ? -1 : real<int (*)(int)>("fsync")(descriptor);
}
int fdatasync(int descriptor) {
    return fails("sync") ? -1 : real<int (*)(int)>("fdatasync")(descriptor);
}

int rename(const char* from, const char* to) {
    return fails("move") ? -1 : real<int (*)(const char*, const char*)>("rename")(from, to);
}

int renameat2(int fromAt, const char* from, int toAt, const char* to, unsigned flags) {
    if (std::getenv("FAULT_PLAIN_RENAME")) {
        errno = EINVAL;
        return -1;
    }
    using Function = int (*)(int, const char*, int, const char*, unsigned);
    return fails("move") ? -1 : real<Function>("renameat2")(fromAt, from, toAt, to, flags);
}

int link(const char* from, const char* to) noexcept {
    if (number("FAULT_PLAIN_RENAME", 0) == 2) {
        errno = EPERM;
        return -1;
    }
    return fails("move") ? -1 : real<int (*)(const char*, const char*)>("link")(from, to);
}

int linkat(int fromAt, const char* from, int toAt, const char* to, int flags) noexcept {
    using Function = int (*)(int, const char*, int, const char*, int);
    return fails("move") ? -1 : real<Function>("linkat")(fromAt, from, toAt, to, flags);
}

int fchmod(int descriptor, mode_t mode) noexcept {
    return fails("rights") ? -1 : real<int (*)(int, mode_t)>("fchmod")(descriptor, mode);
}

int fchown(int descriptor, uid_t user, gid_t group) noexcept {
    return fails("rights") ? -1 : real<int (*)(int, uid_t, gid_t)>("fchown")(descriptor, user, group);
}

int open(const char* path, int flags, ...) {
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = modeOf(flags, arguments);
    va_end(arguments);
    return openReally("open", path, flags, mode);
}

int open64(const char* path, int flags, ...) {
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = modeOf(flags, arguments);
    va_end(arguments);
    return openReally("open64", path, flags, mode);
}

} // extern "C"

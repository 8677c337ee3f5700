// SPDX-License-Identifier: GPL-3.0-or-later
// A process that saves one file, so that a test can make its system calls fail, limit it, or let it die.
//   save_child PATH allowed|never [--limit-file-size BYTES] [--as-nobody] [--umask OCTAL]
// The bytes come from standard input. On standard output: "saved" or "refused: <sentence>", then how many calls
// the fault injector failed.
#include "app/system/safe_file.h"

#include <QByteArray>
#include <QFile>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <dlfcn.h>
#include <grp.h>
#include <string_view>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {

constexpr int exitUsage = 2;
constexpr int exitCannot = 3; // the wish could not be set up; the test is skipped

bool limitFileSize(const char* bytes) {
    const rlim_t most = std::strtoull(bytes, nullptr, 10);
    const rlimit limit{most, most};
    std::signal(SIGXFSZ, SIG_IGN); // write() shall fail, the process live
    return ::setrlimit(RLIMIT_FSIZE, &limit) == 0;
}

bool becomeNobody() {
    constexpr unsigned nobody = 65534;
    return ::setgroups(0, nullptr) == 0 && ::setgid(nobody) == 0 && ::setuid(nobody) == 0;
}

bool setUp(int argc, char** argv) {
    for (int i = 3; i < argc; ++i) {
        const std::string_view option = argv[i];
        if (option == "--as-nobody") {
            if (!becomeNobody())
                return false;
        } else if (option == "--umask" && i + 1 < argc) {
            ::umask(static_cast<mode_t>(std::strtoul(argv[++i], nullptr, 8)));
        } else if (option == "--limit-file-size" && i + 1 < argc) {
            if (!limitFileSize(argv[++i]))
                return false;
        }
    }
    return true;
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 3)
        return exitUsage;
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return exitUsage;
    const QByteArray bytes = input.readAll();
    if (!setUp(argc, argv))
        return exitCannot;
    using quoteline::ui::Overwrite;
    const Overwrite overwrite = std::string_view(argv[2]) == "never" ? Overwrite::Never : Overwrite::Allowed;
    const auto saved = quoteline::ui::saveFile(QFile::decodeName(argv[1]), bytes, overwrite);
    const auto faults = reinterpret_cast<int (*)()>(::dlsym(RTLD_DEFAULT, "quotelineFaultCount"));
    std::printf("%s%s\n%d\n", saved ? "saved" : "refused: ", saved ? "" : saved.error().toUtf8().constData(),
                faults ? faults() : 0);
    return 0;
}

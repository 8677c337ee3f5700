// SPDX-License-Identifier: GPL-3.0-or-later
// What libFuzzer calls; compiled once for each target, whose function is QUOTELINE_FUZZ_TARGET.
#include "tests/fuzz/targets.h"

#include <QString>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace {

[[noreturn]] void fail(const char* what) {
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int*, char***) {
    // Nothing that stands in a file is a reason for Qt to complain of the program.
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString& message) {
        fail(qUtf8Printable(QStringLiteral("no message of Qt: ") + message));
    });
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const std::string broken = quoteline::test::QUOTELINE_FUZZ_TARGET(bytes);
    if (!broken.empty())
        fail(broken.c_str());
    return 0;
}

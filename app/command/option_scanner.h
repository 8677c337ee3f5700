// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>
#include <span>
#include <tl/expected.hpp>

namespace quoteline::ui {

/// An option of the command line, "--name" or "--name value".
struct Option {
    const char* name;    ///< without the dashes
    const char* example; ///< a value, as errors show it; empty for an option that takes none
};

/// The options and other arguments that were given, not yet understood.
struct ScannedOptions {
    QHash<QString, QString> values; ///< by name; empty for an option that takes none
    QStringList positional;

    bool has(const char* name) const { return values.contains(QLatin1StringView(name)); }
    QString value(const char* name) const { return values.value(QLatin1StringView(name)); }
};

/// Takes arguments apart: "--name", "--name value" and "--name=value", "-h" and "-v" for --help and --version, "--"
/// before arguments that are no options. A value that begins with two dashes is taken only after "=", because it is
/// nearly always the next option. --help and --version end the scan. The error names the option and what to do, without
/// a full stop. (QCommandLineParser takes the next option for a value, and its messages say no remedy.)
tl::expected<ScannedOptions, QString> scanOptions(const QStringList& arguments, std::span<const Option> options);

} // namespace quoteline::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <cstdio>

namespace quoteline::ui {

/// What the program ends with; the same for every mode.
enum ExitStatus {
    exitDone = 0,
    exitStoryProblems = 1, ///< the story was read, and is wrong, or its quotes do not stand in the documents
    exitFailed = 2,        ///< the command line is wrong, or a file cannot be read or written
};

/// A line without control characters and with its line break, in UTF-8.
QByteArray lineOf(const QString& text);

/// Writes a message of the program to `err`: "quoteline: ...".
void writeMessage(const QString& message, std::FILE* err = stderr);

/// Standard output, which may be a file on a full disk: the first error is kept, and may come with the last flush.
class Output {
public:
    explicit Output(std::FILE* file)
        : m_file(file) {}

    bool write(QByteArrayView bytes);
    void writeLine(const QString& line) { write(lineOf(line)); }

    /// The exit status: `status` when everything arrived.
    int finish(int status, std::FILE* err);

private:
    bool keep(bool good);

    std::FILE* m_file;
    bool m_good = true;
    int m_error = 0;
};

} // namespace quoteline::ui

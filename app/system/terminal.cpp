// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/system/terminal.h"

#include "app/content/words/display_text.h"
#include <QCoreApplication>
#include <cerrno>

namespace quoteline::ui {

namespace {

struct TerminalText {
    Q_DECLARE_TR_FUNCTIONS(ui)
};

} // namespace

QByteArray lineOf(const QString& text) {
    return layout::displayLine(text.toStdString(), 4000).toUtf8() + '\n';
}

void writeMessage(const QString& message, std::FILE* err) {
    const QByteArray bytes = lineOf(QStringLiteral("quoteline: ") + message);
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), err);
}

bool Output::write(QByteArrayView bytes) {
    errno = 0;
    const auto size = static_cast<std::size_t>(bytes.size());
    return keep(std::fwrite(bytes.data(), 1, size, m_file) == size);
}

int Output::finish(int status, std::FILE* err) {
    errno = 0;
    keep(std::fflush(m_file) == 0);
    if (m_good)
        return status;
    writeMessage(TerminalText::tr("standard output was not written in full: %1; make room or send it elsewhere")
                     .arg(qt_error_string(m_error)),
                 err);
    return exitFailed;
}

bool Output::keep(bool good) {
    if (!good && m_good)
        m_error = errno;
    m_good = m_good && good;
    return m_good;
}

} // namespace quoteline::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless.h"

#include "app/export/safe_file.h"
#include "app/layout/story_numbers.h"
#include "app/layout/story_view.h"
#include "app/story_file.h"
#include <QCoreApplication>
#include <cerrno>

namespace quoteline::ui {

namespace {

using Mode = CommandLine::Mode;

struct HeadlessText {
    Q_DECLARE_TR_FUNCTIONS(ui)
};

QByteArray lineOf(const QString& text) {
    return layout::displayLine(text.toStdString(), 4000).toUtf8() + '\n';
}

void writeLine(const QString& line, std::FILE* to) {
    const QByteArray bytes = lineOf(line);
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), to);
}

/// Standard output, which may be a file on a full disk: the first error is kept, and may come with the last flush.
class Output {
public:
    explicit Output(std::FILE* file)
        : m_file(file) {}

    bool write(QByteArrayView bytes) {
        errno = 0;
        const auto size = static_cast<std::size_t>(bytes.size());
        return keep(std::fwrite(bytes.data(), 1, size, m_file) == size);
    }
    void writeLine(const QString& line) { write(lineOf(line)); }

    /// The exit status: `status` when everything arrived.
    int finish(int status, std::FILE* err) {
        errno = 0;
        keep(std::fflush(m_file) == 0);
        if (m_good)
            return status;
        writeMessage(HeadlessText::tr("standard output was not written in full: %1; make room or send it elsewhere")
                         .arg(qt_error_string(m_error)),
                     err);
        return exitFailed;
    }

private:
    bool keep(bool good) {
        if (!good && m_good)
            m_error = errno;
        m_good = m_good && good;
        return m_good;
    }

    std::FILE* m_file;
    bool m_good = true;
    int m_error = 0;
};

int reportFailure(const CommandLine& command, const model::ReadFailure& failure, std::FILE* err) {
    const bool malformed = failure.kind == model::ReadFailure::Kind::Malformed;
    for (const QString& line : failureLines(command.story, failure))
        if (malformed) // begins with the file's name, for editors to jump to
            writeLine(line, err);
        else
            writeMessage(line, err);
    return malformed ? exitStoryProblems : exitFailed;
}

int list(const CommandLine& command, const model::Story& story, Output& out, std::FILE* err) {
    listEvents(story, command.format, [&out](QByteArrayView piece) { return out.write(piece); });
    return out.finish(exitDone, err);
}

/// The part of time that --range names; an open side is the story's end.
tl::expected<layout::TimeWindow, QString> windowOf(const model::Edtf& range, const layout::StoryView& view) {
    const model::TimeRange bounds = model::resolve(range, view.story().zone());
    const layout::TimeWindow extent = view.extent();
    const double start = bounds.earliest ? static_cast<double>(*bounds.earliest) : extent.start;
    const double end = bounds.end ? static_cast<double>(*bounds.end) : extent.end();
    if (end <= start)
        return tl::unexpected(
            HeadlessText::tr("--range %1 holds no time of the story: give it both a beginning and an end")
                .arg(QString::fromStdString(model::toText(range))));
    return layout::TimeWindow{start, end - start};
}

int exportPicture(const CommandLine& command, const model::Story& story, std::FILE* err) {
    const layout::StoryView view(story);
    PictureSpec spec = command.spec;
    if (command.range) {
        const auto window = windowOf(*command.range, view);
        if (!window) {
            writeMessage(window.error(), err);
            return exitFailed;
        }
        spec.range = *window;
    }
    const auto picture = renderPng(view, spec);
    if (!picture) {
        writeMessage(picture.error(), err);
        return exitFailed;
    }
    if (const auto saved = saveFile(command.picture, *picture); !saved) {
        writeMessage(saved.error(), err);
        return exitFailed;
    }
    if (const auto omission = omissionOf(view, spec))
        writeMessage(*omission, err);
    return exitDone;
}

int check(const CommandLine& command, Output& out, std::FILE* err) {
    const QString name = storyName(command.story) + QStringLiteral(": ");
    const auto result = loadStory(command.story);
    if (!result) {
        if (result.error().kind != model::ReadFailure::Kind::Malformed)
            return reportFailure(command, result.error(), err);
        for (const QString& line : failureLines(command.story, result.error()))
            out.writeLine(line);
        out.writeLine(name + HeadlessText::tr("%n problem(s)", nullptr, static_cast<int>(result.error().problemCount)));
        return out.finish(exitStoryProblems, err);
    }
    for (const QString& line : noticeLines(command.story, *result))
        out.writeLine(line);
    QString summary = name + layout::storyNumbers(result->story, QLocale::c()) + QStringLiteral("; ") +
                      HeadlessText::tr("no problems");
    if (result->noticeCount > 0)
        summary +=
            QStringLiteral(", ") + HeadlessText::tr("%n notice(s)", nullptr, static_cast<int>(result->noticeCount));
    out.writeLine(summary);
    return out.finish(exitDone, err);
}

int runWithStory(const CommandLine& command, Output& out, std::FILE* err) {
    const auto result = loadStory(command.story);
    if (!result)
        return reportFailure(command, result.error(), err);
    if (result->noticeCount > 0)
        writeMessage(HeadlessText::tr("%1 gives %n notice(s): --check prints them", nullptr,
                                      static_cast<int>(result->noticeCount))
                         .arg(storyName(command.story)),
                     err);
    return command.mode == Mode::List ? list(command, result->story, out, err)
                                      : exportPicture(command, result->story, err);
}

} // namespace

void writeMessage(const QString& message, std::FILE* err) {
    writeLine(QStringLiteral("quoteline: ") + message, err);
}

int runHeadless(const CommandLine& command, std::FILE* out, std::FILE* err) {
    Output output(out);
    switch (command.mode) {
    case Mode::Help:
    case Mode::Version:
        output.write((command.mode == Mode::Help ? helpText() : versionText()).toUtf8());
        return output.finish(exitDone, err);
    case Mode::Check:
        return check(command, output, err);
    case Mode::List:
    case Mode::Export:
        return runWithStory(command, output, err);
    case Mode::Window:
        break;
    }
    Q_ASSERT_X(false, "runHeadless", "the window is not for this function");
    return exitFailed;
}

} // namespace quoteline::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/headless.h"

#include "app/command/check_command.h"
#include "app/content/story/story_view.h"
#include "app/export/picture/picture_export.h"
#include "app/open/story_file.h"
#include "app/system/safe_file.h"
#include <QCoreApplication>

namespace quoteline::ui {

namespace {

using Mode = CommandLine::Mode;

struct HeadlessText {
    Q_DECLARE_TR_FUNCTIONS(ui)
};

int reportFailure(const CommandLine& command, const model::ReadFailure& failure, std::FILE* err) {
    const bool malformed = failure.kind == model::ReadFailure::Kind::Malformed;
    for (const QString& line : failureLines(command.story, failure))
        if (malformed) { // begins with the file's name, for editors to jump to
            const QByteArray bytes = lineOf(line);
            std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), err);
        } else {
            writeMessage(line, err);
        }
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
    PictureRequest spec = command.spec;
    if (command.range) {
        const auto window = windowOf(*command.range, view);
        if (!window) {
            writeMessage(window.error(), err);
            return exitFailed;
        }
        spec.range = *window;
    }
    const auto failed = [err](const QString& sentence) {
        writeMessage(sentence, err);
        return exitFailed;
    };
    const auto picture = preparePicture(view, spec);
    if (!picture)
        return failed(picture.error().reason());
    const auto bytes = writePicture(*picture);
    if (!bytes)
        return failed(bytes.error().reason());
    if (const auto saved = saveFile(command.picture, *bytes); !saved)
        return failed(saved.error());
    if (const auto advice = adviceFor(*picture))
        writeMessage(advice->words, err);
    return exitDone;
}

int exportDataFile(const CommandLine& command, const model::Story& story, std::FILE* err) {
    const layout::StoryView view(story);
    const auto data = exportData(view, *dataFormatOf(command.data), DataScope::WholeStory);
    if (!data) {
        writeMessage(data.error().reason(), err);
        return exitFailed;
    }
    if (const auto saved = saveFile(command.data, data->bytes); !saved) {
        writeMessage(saved.error(), err);
        return exitFailed;
    }
    for (const Loss& loss : data->losses)
        writeMessage(lossInWords(loss), err);
    return exitDone;
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
    if (command.mode == Mode::List)
        return list(command, result->story, out, err);
    return command.data.isEmpty() ? exportPicture(command, result->story, err)
                                  : exportDataFile(command, result->story, err);
}

} // namespace

int runHeadless(const CommandLine& command, std::FILE* out, std::FILE* err) {
    Output output(out);
    switch (command.mode) {
    case Mode::Help:
    case Mode::Version:
        output.write((command.mode == Mode::Help ? helpText() : versionText()).toUtf8());
        return output.finish(exitDone, err);
    case Mode::Check:
        return checkStory(command, output, err);
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

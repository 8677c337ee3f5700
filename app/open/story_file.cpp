// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/open/story_file.h"

#include "app/content/words/display_text.h"
#include "app/open/carried_story.h"
#include "resources/embedded.h"
#include <QCoreApplication>
#include <QFile>

namespace quoteline::ui {

namespace {

struct FileText {
    Q_DECLARE_TR_FUNCTIONS(ui)
};

tl::unexpected<model::ReadFailure> unreadable(const QString& reason, const QString& remedy) {
    return tl::unexpected(
        model::ReadFailure{model::ReadFailure::Kind::Unreadable, {{std::nullopt, {}, reason, remedy}}, 1});
}

QString oneLine(const QString& text) {
    return layout::displayLine(text.toStdString(), 4000);
}

using Opened = tl::expected<OpenedStory, model::ReadFailure>;

Opened opened(tl::expected<model::ReadSuccess, model::ReadFailure> read, std::optional<layout::SeenView> seen = {}) {
    if (!read)
        return tl::unexpected(std::move(read.error()));
    return OpenedStory{*std::move(read), std::move(seen)};
}

Opened loadEmbedded(const model::ReadOptions& options) {
    QFile file(resources::embeddedStory());
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(file.errorString(), FileText::tr("Install the program again"));
    const QByteArray text = file.readAll();
    const auto bytes = model::bytesOf({text.constData(), static_cast<std::size_t>(text.size())});
    return opened(model::readStory(*bytes, options));
}

/// Lines of a story in a picture are no lines of the file, and its problems have none.
Opened readCarried(const Carried& carried, const model::ReadOptions& options) {
    const auto bytes = model::bytesOf({carried.story.constData(), static_cast<std::size_t>(carried.story.size())});
    auto read = model::readStory(*bytes, options);
    for (model::Problem& problem : read ? read->notices : read.error().problems)
        problem.line.reset();
    return opened(std::move(read), carried.view);
}

Opened loadPicture(const QString& path, model::ByteSource& picture, const model::ReadOptions& options) {
    const auto carried = storyIn(picture, options.stop);
    if (!carried && options.stop.stop_requested())
        return tl::unexpected(model::ReadFailure{model::ReadFailure::Kind::Stopped, {}, 0});
    if (!carried)
        return unreadable(FileText::tr("The picture “%1” was not opened: %2").arg(oneLine(path), carried.error()),
                          FileText::tr("Open the story file that it was made from, or get the picture once more as it "
                                       "was saved"));
    if (!*carried)
        return unreadable(FileText::tr("The picture “%1” does not carry a story: it was made without, or a program or "
                                       "site took it out")
                              .arg(oneLine(path)),
                          FileText::tr("Open the story file that it was made from"));
    return readCarried(**carried, options);
}

QString lineOf(const QString& storyName, const model::Problem& problem, const QString& kind) {
    QString line = storyName;
    if (problem.line)
        line += u':' + QString::number(*problem.line);
    for (const QString& part : {kind, problem.path})
        if (!part.isEmpty())
            line += QStringLiteral(": ") + part;
    line += QStringLiteral(": ") + problem.what;
    if (!problem.remedy.isEmpty())
        line += QStringLiteral(". ") + problem.remedy;
    return oneLine(line);
}

} // namespace

tl::expected<OpenedStory, model::ReadFailure> loadStory(const QString& path, const model::ReadOptions& options) {
    if (path.isEmpty())
        return loadEmbedded(options);
    const auto bytes = model::bytesOfFile(path);
    if (!bytes)
        return unreadable(bytes.error(), FileText::tr("Name a story file that you may read"));
    const auto head = fileHead(**bytes);
    if (!head)
        return unreadable(head.error(), FileText::tr("Name a story file that you may read"));
    if (fileKindOf(*head) != FileKind::Story)
        return loadPicture(path, **bytes, options);
    return opened(model::readStory(**bytes, options));
}

QString storyName(const QString& path) {
    return path.isEmpty() ? FileText::tr("(built-in story)") : oneLine(path);
}

QString problemLine(const QString& storyName, const model::Problem& problem) {
    return lineOf(storyName, problem, {});
}

QString noticeLine(const QString& storyName, const model::Problem& notice) {
    return lineOf(storyName, notice, FileText::tr("notice"));
}

QStringList failureLines(const QString& path, const model::ReadFailure& failure) {
    const QString name = storyName(path);
    QStringList lines;
    for (const model::Problem& problem : failure.problems)
        // What cannot be read at all names the file in its sentence.
        lines += failure.kind == model::ReadFailure::Kind::Unreadable ? oneLine(model::toText(problem))
                                                                      : problemLine(name, problem);
    if (failure.problemCount > failure.problems.size())
        lines += name + QStringLiteral(": ") +
                 FileText::tr("... and %n more problem(s)", nullptr,
                              static_cast<int>(failure.problemCount - failure.problems.size()));
    return lines;
}

QStringList noticeLines(const QString& path, const model::ReadSuccess& success) {
    const QString name = storyName(path);
    QStringList lines;
    for (const model::Problem& notice : success.notices)
        lines += noticeLine(name, notice);
    if (success.noticeCount > success.notices.size())
        lines += name + QStringLiteral(": ") +
                 FileText::tr("... and %n more notice(s)", nullptr,
                              static_cast<int>(success.noticeCount - success.notices.size()));
    return lines;
}

} // namespace quoteline::ui

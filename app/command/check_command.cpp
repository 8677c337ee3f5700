// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/check_command.h"

#include "app/command/evidence_report.h"
#include "app/content/words/story_numbers.h"
#include "app/open/story_file.h"
#include <QCoreApplication>

namespace quoteline::ui {

namespace {

struct CheckText {
    Q_DECLARE_TR_FUNCTIONS(ui)
};

QString summaryOf(const QString& name, const model::ReadSuccess& result) {
    QString summary = name + QStringLiteral(": ") + layout::storyNumbers(result.story, QLocale::c()) +
                      QStringLiteral("; ") + CheckText::tr("no problems");
    if (result.noticeCount > 0)
        summary += QStringLiteral(", ") + CheckText::tr("%n notice(s)", nullptr, static_cast<int>(result.noticeCount));
    return summary;
}

/// The documents and what the check says; nothing where no check is asked for.
struct Evidence {
    std::vector<model::FoundDocument> documents;
    model::EvidenceCheck check;
};
tl::expected<std::optional<Evidence>, QString> evidenceOf(const CommandLine& command, const model::Story& story) {
    if (command.sources.isEmpty() && !model::carriesDocuments(story))
        return std::nullopt;
    model::DocumentSearch search;
    search.storyFile = command.story;
    search.folder = command.sources;
    auto documents = model::findDocuments(story, search);
    if (!documents)
        return tl::unexpected(documents.error().reason());
    auto check = model::checkEvidence(story, *documents); // nobody stops it
    return Evidence{*std::move(documents), *std::move(check)};
}

void writeProblems(const CommandLine& command, const model::ReadFailure& failure, Output& out) {
    if (command.format == ListFormat::Json) {
        out.write(problemsJson(command.story, failure));
        return;
    }
    for (const QString& line : failureLines(command.story, failure))
        out.writeLine(line);
    out.writeLine(storyName(command.story) + QStringLiteral(": ") +
                  CheckText::tr("%n problem(s)", nullptr, static_cast<int>(failure.problemCount)));
}

} // namespace

int checkStory(const CommandLine& command, Output& out, std::FILE* err) {
    const auto result = loadStory(command.story);
    if (!result && result.error().kind != model::ReadFailure::Kind::Malformed) {
        for (const QString& line : failureLines(command.story, result.error()))
            writeMessage(line, err);
        return exitFailed;
    }
    if (!result) {
        writeProblems(command, result.error(), out);
        return out.finish(exitStoryProblems, err);
    }
    const auto evidence = evidenceOf(command, result->story);
    if (!evidence) {
        writeMessage(evidence.error(), err);
        return exitFailed;
    }
    const CheckedStory checked{command.story, *result, *evidence ? &(*evidence)->documents : nullptr,
                               *evidence ? &(*evidence)->check : nullptr};
    const ListSink sink = [&out](QByteArrayView piece) { return out.write(piece); };
    if (command.format == ListFormat::Json) {
        reportJson(checked, sink);
    } else {
        for (const QString& line : noticeLines(command.story, *result))
            out.writeLine(line);
        out.writeLine(summaryOf(storyName(command.story), *result));
        if (*evidence)
            reportText(checked, [&out](const QString& line) { out.writeLine(line); });
    }
    const bool faithful = !*evidence || (*evidence)->check.counts.faithful == (*evidence)->check.counts.quotes;
    return out.finish(faithful ? exitDone : exitStoryProblems, err);
}

} // namespace quoteline::ui

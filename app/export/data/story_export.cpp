// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/data/story_export.h"

#include "app/export/data/export_job.h"
#include "model/file/story_writer.h"
#include "model/story/story_subset.h"
#include <QCoreApplication>
#include <algorithm>
#include <numeric>

namespace quoteline::ui {

namespace {

struct ExportText {
    Q_DECLARE_TR_FUNCTIONS(ui)
};

std::vector<model::EventIndex> eventsOf(const layout::StoryView& view, DataScope scope) {
    if (scope == DataScope::Shown)
        return {view.events().begin(), view.events().end()};
    std::vector<model::EventIndex> all(view.story().eventCount());
    std::iota(all.begin(), all.end(), model::EventIndex(0));
    return all;
}

void writeJson(ExportJob& job, std::string& out) {
    if (job.events.size() == job.story().eventCount()) {
        out = model::writeStory(job.story());
        return;
    }
    const model::StorySubset subset = model::subsetOf(job.story(), job.events);
    if (subset.relationsLeftOut > 0)
        job.losses.add(LossKind::LeftOutLinks, subset.relationsLeftOut);
    out = model::writeStory(subset.story);
}

/// Whether the format allows for what came out.
bool write(ExportJob& job, DataFormat format, std::string& out) {
    switch (format) {
    case DataFormat::Json:
        writeJson(job, out);
        return true;
    case DataFormat::Csv:
        writeCsv(job, out);
        return true;
    case DataFormat::ICalendar:
        return writeICalendar(job, out);
    case DataFormat::TimelineJs:
        return writeTimelineJs(job, out);
    case DataFormat::Markdown:
        break;
    }
    writeMarkdown(job, out);
    return true;
}

} // namespace

QString suffixOf(DataFormat format) {
    switch (format) {
    case DataFormat::Json:
        break;
    case DataFormat::Csv:
        return QStringLiteral(".csv");
    case DataFormat::ICalendar:
        return QStringLiteral(".ics");
    case DataFormat::TimelineJs:
        return QStringLiteral(".timelinejs.json");
    case DataFormat::Markdown:
        return QStringLiteral(".md");
    }
    return QStringLiteral(".json");
}

QString nameOf(DataFormat format) {
    switch (format) {
    case DataFormat::Json:
        break;
    case DataFormat::Csv:
        return ExportText::tr("CSV, a table with a row for each quote");
    case DataFormat::ICalendar:
        return ExportText::tr("iCalendar, for calendar programs");
    case DataFormat::TimelineJs:
        return ExportText::tr("TimelineJS, for web pages");
    case DataFormat::Markdown:
        return ExportText::tr("Markdown, with a footnote for each quote");
    }
    return ExportText::tr("JSON, a story file that Quoteline opens again");
}

std::optional<DataFormat> dataFormatOf(const QString& file) {
    // From the last: the ending of one format may end with that of an earlier one.
    const auto found = std::find_if(dataFormats.rbegin(), dataFormats.rend(), [&](DataFormat format) {
        return file.endsWith(suffixOf(format), Qt::CaseInsensitive);
    });
    return found != dataFormats.rend() ? std::optional(*found) : std::nullopt;
}

tl::expected<DataFile, model::Failure> exportData(const layout::StoryView& view, DataFormat format, DataScope scope,
                                                  const std::stop_token& stop) {
    return exportData(view, format, eventsOf(view, scope), stop);
}

tl::expected<DataFile, model::Failure> exportData(const layout::StoryView& view, DataFormat format,
                                                  std::vector<model::EventIndex> events, const std::stop_token& stop) {
    const auto zone = model::Zone::fromIana(view.story().zone().name());
    ExportJob job{view, std::move(events), zone.value_or(model::Zone()), stop, LossTally(view)};
    std::string out;
    const bool allowed = write(job, format, out);
    if (stop.stop_requested())
        return tl::unexpected(model::Stopped());
    if (!allowed)
        return tl::unexpected(ExportText::tr("Nothing was exported: this format must have at least one event, and "
                                             "there is none that it can date."));
    return DataFile{QByteArray(out.data(), static_cast<qsizetype>(out.size())), job.losses.losses()};
}

} // namespace quoteline::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/data/data_losses.h"
#include "model/text/failure.h"
#include <QByteArray>
#include <optional>
#include <stop_token>
#include <tl/expected.hpp>

/// A story as a file for other programs, and what such a file cannot say. The same story gives the same bytes. Pure
/// functions, for any thread.
namespace quoteline::ui {

enum class DataFormat : std::uint8_t {
    Json,       ///< a story file in canonical form, as model/file/story_writer.h has it: Quoteline opens it again
    Csv,        ///< RFC 4180, UTF-8, CRLF, a header and a row for each quote; an event without quotes has one row
    ICalendar,  ///< RFC 5545: an all-day event for each date, in UTC where a time of day is known
    TimelineJs, ///< what TimelineJS reads, its texts as escaped HTML
    Markdown,   ///< CommonMark, a footnote for each quote
};
inline constexpr std::array dataFormats{DataFormat::Json, DataFormat::Csv, DataFormat::ICalendar,
                                        DataFormat::TimelineJs, DataFormat::Markdown};

/// ".csv"
QString suffixOf(DataFormat format);
/// "CSV, a table with a row for each quote"
QString nameOf(DataFormat format);
/// The format that the name of a file ends with, in any case; nothing for other names.
std::optional<DataFormat> dataFormatOf(const QString& file);

enum class DataScope : std::uint8_t {
    WholeStory,
    Shown, ///< the events that pass the filter of the view
};

struct DataFile {
    QByteArray bytes;
    std::vector<Loss> losses;
};

/// Fails where a format cannot be without events and has none.
tl::expected<DataFile, model::Failure> exportData(const layout::StoryView& view, DataFormat format, DataScope scope,
                                                  const std::stop_token& stop = {});
/// The same for `events` of the story, each once, in the order that is wanted.
tl::expected<DataFile, model::Failure> exportData(const layout::StoryView& view, DataFormat format,
                                                  std::vector<model::EventIndex> events,
                                                  const std::stop_token& stop = {});

} // namespace quoteline::ui

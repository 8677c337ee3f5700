// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/command_line.h"

#include "app/command/export_options.h"
#include "app/command/option_scanner.h"
#include "app/command/option_values.h"
#include "app/system/version.h"
#include <array>

namespace quoteline::ui {

namespace {

using Mode = CommandLine::Mode;

/// Every option, with a value for examples; those without one take none.
constexpr std::array knownOptions{
    Option{"help", ""},         Option{"version", ""},
    Option{"select", "ID"},     Option{"export", "FILE.png"},
    Option{"size", "1600x900"}, Option{"rows", "all"},
    Option{"scale", "2"},       Option{"range", "2026-01-24/2026-02-22"},
    Option{"theme", "dark"},    Option{"evidence", ""},
    Option{"readings", ""},     Option{"paper", "A4"},
    Option{"dpi", "300"},       Option{"lang", "it"},
    Option{"author", "NAME"},   Option{"date", "2026-02-22"},
    Option{"no-story", ""},     Option{"list", ""},
    Option{"format", "json"},   Option{"check", ""},
    Option{"sources", "DIR"},
};

/// The modes that an option asks for, and the options that go with one mode alone, or with one more.
struct ModeOption {
    const char* name;
    Mode mode;
    Mode also = mode;
};
constexpr std::array modeOptions{ModeOption{"export", Mode::Export}, ModeOption{"list", Mode::List},
                                 ModeOption{"check", Mode::Check}};
constexpr std::array companions{ModeOption{"select", Mode::Window},
                                ModeOption{"size", Mode::Export},
                                ModeOption{"rows", Mode::Export},
                                ModeOption{"scale", Mode::Export},
                                ModeOption{"range", Mode::Export},
                                ModeOption{"theme", Mode::Export},
                                ModeOption{"evidence", Mode::Export},
                                ModeOption{"readings", Mode::Export},
                                ModeOption{"paper", Mode::Export},
                                ModeOption{"dpi", Mode::Export},
                                ModeOption{"lang", Mode::Export},
                                ModeOption{"author", Mode::Export},
                                ModeOption{"date", Mode::Export},
                                ModeOption{"no-story", Mode::Export},
                                ModeOption{"format", Mode::List, Mode::Check},
                                ModeOption{"sources", Mode::Check}};

QString optionOf(Mode mode) {
    for (const ModeOption& option : modeOptions)
        if (option.mode == mode)
            return dashed(option.name);
    return {};
}

tl::expected<Mode, QString> modeOf(const ScannedOptions& given) {
    Mode mode = Mode::Window;
    for (const ModeOption& option : modeOptions) {
        if (!given.has(option.name))
            continue;
        if (mode != Mode::Window)
            return refuseOption(
                CommandText::tr("%1 and %2 exclude each other: choose one").arg(optionOf(mode), dashed(option.name)));
        mode = option.mode;
    }
    return mode;
}

std::optional<QString> strayOption(const ScannedOptions& given, Mode mode) {
    for (const ModeOption& option : companions) {
        if (!given.has(option.name) || option.mode == mode || option.also == mode)
            continue;
        const QString name = dashed(option.name);
        if (option.mode == Mode::Window)
            return CommandText::tr("%1 is for the window and does not go with %2: leave one of them out")
                .arg(name, optionOf(mode));
        if (mode != Mode::Window)
            return CommandText::tr("%1 goes with %2 and not with %3: leave %1 out")
                .arg(name, optionOf(option.mode), optionOf(mode));
        return option.mode == Mode::Export
                   ? CommandText::tr("%1 goes with --export: add --export FILE.png, or leave %1 out").arg(name)
                   : CommandText::tr("%1 goes with %2: add %2, or leave %1 out").arg(name, optionOf(option.mode));
    }
    return std::nullopt;
}

tl::expected<void, QString> readList(const ScannedOptions& given, CommandLine& command) {
    if (!given.has("format"))
        return {};
    const auto format =
        parseChoice<ListFormat>("format", given.value("format"),
                                {{"text", ListFormat::Text}, {"json", ListFormat::Json}, {"csv", ListFormat::Csv}});
    if (!format)
        return tl::unexpected(format.error());
    command.format = *format;
    return {};
}

tl::expected<void, QString> readCheck(const ScannedOptions& given, CommandLine& command) {
    command.sources = given.value("sources");
    if (!given.has("format"))
        return {};
    const auto format = parseChoice<ListFormat>("format", given.value("format"),
                                                {{"text", ListFormat::Text}, {"json", ListFormat::Json}});
    if (!format)
        return tl::unexpected(format.error());
    command.format = *format;
    return {};
}

tl::expected<void, QString> readStoryName(const ScannedOptions& given, CommandLine& command) {
    if (given.positional.size() > 1)
        return refuseOption(CommandText::tr("two stories are named, “%1” and “%2”: name one")
                                .arg(shownArgument(given.positional[0]), shownArgument(given.positional[1])));
    if (given.positional.isEmpty())
        return {};
    command.story = given.positional.first();
    if (command.story.isEmpty())
        return refuseOption(CommandText::tr("the name of the story is empty: name a file, or leave it out"));
    return {};
}

} // namespace

tl::expected<CommandLine, QString> parseCommandLine(const QStringList& arguments) {
    const auto given = scanOptions(arguments, knownOptions);
    if (!given)
        return refuseOption(given.error());
    CommandLine command;
    if (given->has("help") || given->has("version")) {
        command.mode = given->has("help") ? Mode::Help : Mode::Version;
        return command;
    }
    const auto mode = modeOf(*given);
    if (!mode)
        return tl::unexpected(mode.error());
    command.mode = *mode;
    if (const auto stray = strayOption(*given, *mode))
        return refuseOption(*stray);
    if (given->has("select"))
        command.select = given->value("select");
    auto read = readStoryName(*given, command);
    if (read && command.mode == Mode::Export)
        read = readExportOptions(*given, command);
    if (read && command.mode == Mode::List)
        read = readList(*given, command);
    if (read && command.mode == Mode::Check)
        read = readCheck(*given, command);
    if (!read)
        return tl::unexpected(read.error());
    return command;
}

QString versionText() {
    return QStringLiteral("quoteline %1\n").arg(programVersion());
}

QString helpText() {
    return CommandText::tr(
        "Usage: quoteline [--select ID] [STORY]\n"
        "       quoteline --export FILE.{png,svg,pdf} [--evidence] [--size WxH] [--range EDTF] ... [STORY]\n"
        "       quoteline --export FILE.{json,csv,ics,timelinejs.json,md} [STORY]\n"
        "       quoteline --list [--format text|json|csv] [STORY]\n"
        "       quoteline --check [--sources DIR] [--format text|json] [STORY]\n"
        "\n"
        "Shows a story as a timeline in which every event opens to the words of its source.\n"
        "STORY is a story file (*.story.json), or a PNG or SVG picture that carries its story; without one it\n"
        "is the story inside the program.\n"
        "\n"
        "In a window:\n"
        "  --select ID        open with the event of this id\n"
        "\n"
        "Without a window:\n"
        "  --export FILE.png  save the timeline as a picture: .png pixels, .svg or .pdf lines and text\n"
        "    --size WxH       its size, 200 to 20000 pixels of 1/96 inch each way, 19200 of .pdf (1600x900)\n"
        "    --paper PAPER    A4 or A3, lying, instead of a size (A4 for .pdf, on as many pages as it takes;\n"
        "                     with --evidence, .png and .svg are as wide, and as high as it takes)\n"
        "    --rows ROWS      fit: lanes share the height, and what finds no row there is small or counted;\n"
        "                     all: every title has its row, on as much height or as many pages as it takes\n"
        "                     (fit; all for .pdf)\n"
        "    --scale N        .png: pixels of the file for each pixel of the size, 0.5 to 8 (1)\n"
        "    --dpi N          .png: the same as pixels per inch, 48 to 768 (96)\n"
        "    --range EDTF     the part of time to show, as in 2026-01-24/2026-02-22; an open side is the\n"
        "                     end of the story (the whole story)\n"
        "    --theme THEME    light or dark (light)\n"
        "    --evidence       number the events and add their quotes and sources below the timeline\n"
        "    --readings       with those links between events that no source states\n"
        "    --lang LANGUAGE  of dates and numbers, as in de or pt-BR (that of the story)\n"
        "    --author NAME    who made the picture, for the properties of the file\n"
        "    --date DATE      when, as in 2026-02-22; without it the file is the same every day\n"
        "    --no-story       .png and .svg carry the story that they show, and open again in this program;\n"
        "                     this leaves it out\n"
        "  --export FILE.csv  save the events with their quotes as data; the ending of the name is the format:\n"
        "                     .json a story file, .csv a table (a row for each quote), .ics a calendar,\n"
        "                     .timelinejs.json for TimelineJS, .md Markdown with footnotes. What the format\n"
        "                     has no place for is told on standard error\n"
        "  --list             print the events in the order of time\n"
        "    --format FORMAT  text: a line for each event. json: with the quotes, one object a line.\n"
        "                     csv: RFC 4180, UTF-8; a text that begins with = + - @, a tab or a return gets\n"
        "                     an apostrophe in front, so that no spreadsheet runs it as a formula (text)\n"
        "  --check            print what is wrong or odd in the story, with line, place and remedy; and whether\n"
        "                     its quotes stand in the documents that it carries or names, or in those of DIR\n"
        "    --sources DIR    a folder of documents, plain text in UTF-8, known by their SHA-256 or named as their\n"
        "                     source: ID.txt, ID.md or ID; what lies below it is not searched\n"
        "    --format FORMAT  text: a line for each quote and a summary. json: one object (text)\n"
        "\n"
        "  -h, --help         print this text\n"
        "  -v, --version      print the version\n"
        "\n"
        "A value may also be joined with =, as in --size=1600x900; what follows -- is no option.\n"
        "Exit status: 0 done; 1 the story has problems, or a quote that was to be checked is not verbatim,\n"
        "typography apart; 2 the command line is wrong, or a file cannot be read or written.\n");
}

} // namespace quoteline::ui

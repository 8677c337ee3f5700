// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line.h"

#include "app/option_scanner.h"
#include "model/near_miss.h"
#include <QCoreApplication>
#include <QRegularExpression>
#include <array>

namespace quoteline::ui {

namespace {

using Mode = CommandLine::Mode;

struct CommandText {
    Q_DECLARE_TR_FUNCTIONS(ui)
};

tl::unexpected<QString> refuse(const QString& sentence) {
    return tl::unexpected(CommandText::tr("%1; see --help").arg(sentence));
}

/// Every option, with a value for examples; those without one take none.
constexpr std::array options{
    Option{"help", ""},
    Option{"version", ""},
    Option{"select", "ID"},
    Option{"export", "FILE.png"},
    Option{"size", "1600x900"},
    Option{"scale", "2"},
    Option{"range", "2026-01-24/2026-02-22"},
    Option{"theme", "dark"},
    Option{"list", ""},
    Option{"format", "json"},
    Option{"check", ""},
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
constexpr std::array companions{ModeOption{"select", Mode::Window}, ModeOption{"size", Mode::Export},
                                ModeOption{"scale", Mode::Export},  ModeOption{"range", Mode::Export},
                                ModeOption{"theme", Mode::Export},  ModeOption{"format", Mode::List, Mode::Check},
                                ModeOption{"sources", Mode::Check}};

QString dashed(const char* name) {
    return QStringLiteral("--") + QLatin1StringView(name);
}

/// Foreign text for a sentence.
QString shown(const QString& text) {
    return model::shown(text.toStdString());
}

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
            return refuse(
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

tl::expected<QSize, QString> parseSize(const QString& text) {
    static const QRegularExpression form(QStringLiteral("^([0-9]{1,9})[xX\u00D7]([0-9]{1,9})$"));
    const auto match = form.match(text);
    if (!match.hasMatch())
        return refuse(
            CommandText::tr("--size “%1” is not a size: write width x height, as in --size 1600x900").arg(shown(text)));
    const QSize size(match.captured(1).toInt(), match.captured(2).toInt());
    if (std::min(size.width(), size.height()) < minPictureSide ||
        std::max(size.width(), size.height()) > maxPictureSide)
        return refuse(CommandText::tr("--size %1 is out of bounds: width and height are %2 to %3 pixels")
                          .arg(text, QString::number(minPictureSide), QString::number(maxPictureSide)));
    return size;
}

tl::expected<double, QString> parseScale(const QString& text) {
    static const QRegularExpression form(QStringLiteral("^[0-9]{1,9}(\\.[0-9]{1,9})?$"));
    const double scale = text.toDouble();
    if (!form.match(text).hasMatch() || scale < 0.5 || scale > 8)
        return refuse(
            CommandText::tr("--scale “%1” is not a number from 0.5 to 8: write it as in --scale 2").arg(shown(text)));
    return scale;
}

tl::expected<model::Edtf, QString> parseRange(const QString& text) {
    auto range = model::parseEdtf(text.toStdString());
    if (!range)
        return refuse(CommandText::tr("--range “%1” is not a date that can be shown (%2): write an EDTF date or "
                                      "interval, as in --range 2026-01-24/2026-02-22")
                          .arg(shown(text), range.error().reason));
    return *std::move(range);
}

/// The value of an option with a choice of words.
template <typename T>
tl::expected<T, QString> parseChoice(const char* option, const QString& text,
                                     std::initializer_list<std::pair<const char*, T>> choices) {
    QStringList words;
    for (const auto& [word, value] : choices) {
        if (text == QLatin1StringView(word))
            return value;
        words.append(QLatin1StringView(word));
    }
    const QString last = words.takeLast();
    return refuse(
        CommandText::tr("%1 “%2” is not known: write %3")
            .arg(dashed(option), shown(text), CommandText::tr("%1 or %2").arg(words.join(QStringLiteral(", ")), last)));
}

/// ".json or .csv"
QString dataSuffixes() {
    QStringList suffixes;
    for (const DataFormat format : dataFormats)
        suffixes.append(suffixOf(format));
    const QString last = suffixes.takeLast();
    return CommandText::tr("%1 or %2").arg(suffixes.join(QStringLiteral(", ")), last);
}

tl::expected<void, QString> refusePictureOptions(const ScannedOptions& given) {
    for (const char* name : {"size", "scale", "range", "theme"})
        if (given.has(name))
            return refuse(
                CommandText::tr("%1 is for pictures and does not go with a data file: leave it out, or give a "
                                "file name that ends in .png")
                    .arg(dashed(name)));
    return {};
}

tl::expected<void, QString> readExport(const ScannedOptions& given, CommandLine& command) {
    const QString file = given.value("export");
    if (dataFormatOf(file)) {
        command.data = file;
        return refusePictureOptions(given);
    }
    command.picture = file;
    if (!file.endsWith(QLatin1StringView(".png"), Qt::CaseInsensitive))
        return refuse(CommandText::tr("--export “%1” does not name a PNG picture or a data file: give a file name that "
                                      "ends in .png, %2")
                          .arg(shown(file), dataSuffixes()));
    if (given.has("size")) {
        const auto size = parseSize(given.value("size"));
        if (!size)
            return tl::unexpected(size.error());
        command.spec.size = *size;
    }
    if (given.has("scale")) {
        const auto scale = parseScale(given.value("scale"));
        if (!scale)
            return tl::unexpected(scale.error());
        command.spec.scale = *scale;
    }
    if (const auto problem = problemOf(command.spec))
        return refuse(CommandText::tr("--size and --scale ask for too much: %1").arg(*problem));
    if (given.has("range")) {
        auto range = parseRange(given.value("range"));
        if (!range)
            return tl::unexpected(range.error());
        command.range = *std::move(range);
    }
    if (given.has("theme")) {
        const auto dark = parseChoice<bool>("theme", given.value("theme"), {{"light", false}, {"dark", true}});
        if (!dark)
            return tl::unexpected(dark.error());
        command.spec.dark = *dark;
    }
    return {};
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
        return refuse(CommandText::tr("two stories are named, “%1” and “%2”: name one")
                          .arg(shown(given.positional[0]), shown(given.positional[1])));
    if (given.positional.isEmpty())
        return {};
    command.story = given.positional.first();
    if (command.story.isEmpty())
        return refuse(CommandText::tr("the name of the story is empty: name a file, or leave it out"));
    return {};
}

} // namespace

tl::expected<CommandLine, QString> parseCommandLine(const QStringList& arguments) {
    const auto given = scanOptions(arguments, options);
    if (!given)
        return refuse(given.error());
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
        return refuse(*stray);
    if (given->has("select"))
        command.select = given->value("select");
    auto read = readStoryName(*given, command);
    if (read && command.mode == Mode::Export)
        read = readExport(*given, command);
    if (read && command.mode == Mode::List)
        read = readList(*given, command);
    if (read && command.mode == Mode::Check)
        read = readCheck(*given, command);
    if (!read)
        return tl::unexpected(read.error());
    return command;
}

QString versionText() {
    return QStringLiteral("quoteline " QUOTELINE_VERSION "\n");
}

QString helpText() {
    return CommandText::tr(
        "Usage: quoteline [--select ID] [STORY]\n"
        "       quoteline --export FILE.png [--size WxH] [--scale N] [--range EDTF] [--theme light|dark] [STORY]\n"
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
        "  --export FILE.png  save the timeline as a picture\n"
        "    --size WxH       its size, 200 to 20000 pixels each way (1600x900)\n"
        "    --scale N        pixels of the file for each of them, 0.5 to 8 (1)\n"
        "    --range EDTF     the part of time to show, as in 2026-01-24/2026-02-22; an open side is the\n"
        "                     end of the story (the whole story)\n"
        "    --theme THEME    light or dark (light)\n"
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

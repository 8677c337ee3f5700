// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/export_options.h"

#include "app/command/option_values.h"
#include <QLocale>
#include <QRegularExpression>
#include <algorithm>
#include <cmath>

namespace quoteline::ui {

namespace {

constexpr const char* pictureOptions[] = {"size", "rows",     "scale",    "dpi",  "paper",  "range",   "theme",
                                          "lang", "evidence", "readings", "date", "author", "no-story"};
constexpr qsizetype longestAuthor = 500;

tl::expected<QSize, QString> parseSize(const QString& text) {
    static const QRegularExpression form(QStringLiteral("^([0-9]{1,9})[xX\u00D7]([0-9]{1,9})$"));
    const auto match = form.match(text);
    if (!match.hasMatch())
        return refuseOption(CommandText::tr("--size “%1” is not a size: write width x height, as in --size 1600x900")
                                .arg(shownArgument(text)));
    const QSize size(match.captured(1).toInt(), match.captured(2).toInt());
    if (std::min(size.width(), size.height()) < minPictureSide ||
        std::max(size.width(), size.height()) > maxPictureSide)
        return refuseOption(CommandText::tr("--size %1 is out of bounds: width and height are %2 to %3 pixels")
                                .arg(text, QString::number(minPictureSide), QString::number(maxPictureSide)));
    return size;
}

/// A number from 0.5 to 8 times `unit`.
tl::expected<double, QString> parseScale(const char* option, const QString& text, double unit, const char* example) {
    static const QRegularExpression form(QStringLiteral("^[0-9]{1,9}(\\.[0-9]{1,9})?$"));
    const double scale = text.toDouble() / unit;
    if (!form.match(text).hasMatch() || scale < 0.5 || scale > 8)
        return refuseOption(CommandText::tr("%1 “%2” is not a number from %3 to %4: write it as in %1 %5")
                                .arg(dashed(option), shownArgument(text), QString::number(0.5 * unit),
                                     QString::number(8 * unit), QLatin1StringView(example)));
    return scale;
}

tl::expected<model::Edtf, QString> parseRange(const QString& text) {
    auto range = model::parseEdtf(text.toStdString());
    if (!range)
        return refuseOption(CommandText::tr("--range “%1” is not a date that can be shown (%2): write an EDTF date or "
                                            "interval, as in --range 2026-01-24/2026-02-22")
                                .arg(shownArgument(text), range.error().reason));
    return *std::move(range);
}

tl::expected<QString, QString> parseLanguage(const QString& text) {
    static const QRegularExpression form(QStringLiteral("^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$"));
    if (!form.match(text).hasMatch() || QLocale(text).language() == QLocale::C)
        return refuseOption(CommandText::tr("--lang “%1” is not a language that is known: write it as in --lang it")
                                .arg(shownArgument(text)));
    return text;
}

tl::expected<QDate, QString> parseDate(const QString& text) {
    const QDate date = QDate::fromString(text, Qt::ISODate);
    if (text.size() != 10 || !date.isValid() || date.year() < 1900)
        return refuseOption(CommandText::tr("--date “%1” is not a day from 1900 on: write it as in --date 2026-02-22")
                                .arg(shownArgument(text)));
    return date;
}

tl::expected<QString, QString> parseAuthor(const QString& text) {
    const bool plain =
        std::none_of(text.begin(), text.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
    if (text.trimmed().isEmpty() || text.size() > longestAuthor || !plain)
        return refuseOption(CommandText::tr("--author takes a name of one line and at most %1 characters")
                                .arg(QString::number(longestAuthor)));
    return text;
}

/// ".png, .svg or .csv"
QString suffixes(bool pictures, bool data) {
    QStringList list;
    for (const PictureFormat format : pictureFormats)
        if (pictures)
            list.append(suffixOf(format));
    for (const DataFormat format : dataFormats)
        if (data)
            list.append(suffixOf(format));
    return alternatives(std::move(list));
}

tl::expected<void, QString> refusePictureOptions(const ScannedOptions& given) {
    for (const char* name : pictureOptions)
        if (given.has(name))
            return refuseOption(CommandText::tr("%1 is for pictures and does not go with a data file: leave it out, "
                                                "or give a file name that ends in %2")
                                    .arg(dashed(name), suffixes(true, false)));
    return {};
}

/// Options that a kind of picture has no use for, and those that say the same thing twice.
tl::expected<void, QString> refuseUseless(const ScannedOptions& given, PictureFormat format) {
    const auto useless = [&](const char* name, const QString& kinds) -> tl::expected<void, QString> {
        return refuseOption(CommandText::tr("%1 is for %2 and does not go with %3: leave it out")
                                .arg(dashed(name), kinds, suffixOf(format)));
    };
    for (const char* name : {"scale", "dpi"})
        if (given.has(name) && format != PictureFormat::Png)
            return useless(name, QStringLiteral(".png"));
    if (given.has("no-story") && format == PictureFormat::Pdf)
        return useless("no-story", alternatives({QStringLiteral(".png"), QStringLiteral(".svg")}));
    for (const auto& [one, other] : {std::pair("size", "paper"), std::pair("scale", "dpi")})
        if (given.has(one) && given.has(other))
            return refuseOption(
                CommandText::tr("%1 and %2 exclude each other: choose one").arg(dashed(one), dashed(other)));
    if (given.has("readings") && !given.has("evidence"))
        return refuseOption(CommandText::tr("--readings goes with --evidence: add it, or leave --readings out"));
    return {};
}

/// Puts what `parse` makes of an option that was given into `place`.
template <typename Place, typename Parse>
tl::expected<void, QString> take(const ScannedOptions& given, const char* name, Place& place, Parse parse) {
    if (!given.has(name))
        return {};
    auto value = parse(given.value(name));
    if (!value)
        return tl::unexpected(value.error());
    place = *std::move(value);
    return {};
}

tl::expected<void, QString> readPicture(const ScannedOptions& given, CommandLine& command) {
    PictureRequest& spec = command.spec;
    if (auto sensible = refuseUseless(given, spec.format); !sensible)
        return sensible;
    if (spec.format == PictureFormat::Pdf && !given.has("size"))
        spec.paper = Paper::A4;
    spec.allRows = spec.format == PictureFormat::Pdf; // it has pages
    spec.evidence = given.has("evidence");
    spec.readings = given.has("readings");
    spec.carryStory = spec.format != PictureFormat::Pdf && !given.has("no-story");
    const auto paper = [](const QString& text) {
        return parseChoice<Paper>("paper", text, {{"A4", Paper::A4}, {"A3", Paper::A3}});
    };
    const auto rows = [](const QString& text) {
        return parseChoice<bool>("rows", text, {{"fit", false}, {"all", true}});
    };
    const auto dark = [](const QString& text) {
        return parseChoice<bool>("theme", text, {{"light", false}, {"dark", true}});
    };
    const auto scale = [](const QString& text) { return parseScale("scale", text, 1, "2"); };
    const auto dpi = [](const QString& text) { return parseScale("dpi", text, dotsPerInch, "300"); };
    auto read = take(given, "size", spec.size, parseSize);
    const auto next = [&](const char* name, auto& place, auto parse) {
        if (read)
            read = take(given, name, place, parse);
    };
    next("paper", spec.paper, paper);
    next("rows", spec.allRows, rows);
    next("scale", spec.scale, scale);
    next("dpi", spec.scale, dpi);
    next("theme", spec.dark, dark);
    next("lang", spec.language, parseLanguage);
    next("author", spec.author, parseAuthor);
    next("date", spec.on, parseDate);
    if (!read)
        return read;
    if (const auto problem = problemOf(spec))
        return refuseOption(CommandText::tr("--size and --scale ask for too much: %1").arg(*problem));
    next("range", command.range, parseRange);
    return read;
}

} // namespace

tl::expected<void, QString> readExportOptions(const ScannedOptions& given, CommandLine& command) {
    const QString file = given.value("export");
    if (dataFormatOf(file)) {
        command.data = file;
        return refusePictureOptions(given);
    }
    command.picture = file;
    const auto format = pictureFormatOf(file);
    if (!format)
        return refuseOption(
            CommandText::tr("--export “%1” does not name a picture or a data file: give a file name that ends in %2")
                .arg(shownArgument(file), suffixes(true, true)));
    command.spec.format = *format;
    return readPicture(given, command);
}

} // namespace quoteline::ui

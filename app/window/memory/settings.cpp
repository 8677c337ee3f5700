// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/memory/settings.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>
#include <array>
#include <cmath>

namespace quoteline::ui {

namespace {

// Names are written rather than numbers: they keep their meaning when the program gains another.
constexpr std::array<QLatin1String, 4> themeNames = {QLatin1String("system"), QLatin1String("light"),
                                                     QLatin1String("dark"), QLatin1String("high-contrast")};
constexpr std::array<QLatin1String, layout::groupingCount> groupingNames = {
    QLatin1String("lane"), QLatin1String("actor"), QLatin1String("kind"), QLatin1String("source"),
    QLatin1String("none")};

constexpr qsizetype maxStateBytes = 64 << 10; // of what Qt says about a window; a few hundred in truth
constexpr qsizetype maxPathLength = 4096;     // of Linux
constexpr double farthestMs = 9e15;           // numbers of JSON are whole up to about here

template <typename Enum, std::size_t n>
Enum enumOf(const QJsonValue& value, const std::array<QLatin1String, n>& names, Enum otherwise) {
    const auto found = std::find(names.begin(), names.end(), value.toString());
    return found == names.end() ? otherwise : static_cast<Enum>(found - names.begin());
}

template <typename Enum, std::size_t n>
QString nameOf(Enum value, const std::array<QLatin1String, n>& names) {
    return names[static_cast<std::size_t>(value)];
}

std::optional<double> numberOf(const QJsonValue& value, double least, double most) {
    const double number = value.toDouble(std::nan(""));
    return number >= least && number <= most ? std::optional(number) : std::nullopt;
}

QByteArray bytesOf(const QJsonValue& value) {
    const QByteArray text = value.toString().toLatin1();
    if (text.size() > 2 * maxStateBytes)
        return {};
    const auto bytes = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    return bytes ? *bytes : QByteArray();
}

bool isPath(const QString& text) {
    return text.startsWith(u'/') && text.size() <= maxPathLength && !text.contains(QChar(u'\0'));
}

QString folderOf(const QJsonValue& value) {
    return isPath(value.toString()) ? value.toString() : QString();
}

QStringList recentOf(const QJsonValue& value) {
    QStringList paths;
    for (const QJsonValue& path : value.toArray())
        if (isPath(path.toString()) && !paths.contains(path.toString()) && paths.size() < maxRecentFiles)
            paths.append(path.toString());
    return paths;
}

std::optional<RememberedView> viewOf(const QJsonObject& object) {
    const QString story = object[QStringLiteral("story")].toString(QStringLiteral("?"));
    if (!story.isEmpty() && !isPath(story))
        return std::nullopt;
    RememberedView view;
    view.story = story;
    const auto start = numberOf(object[QStringLiteral("start")], -farthestMs, farthestMs);
    const auto width = numberOf(object[QStringLiteral("width")], layout::minWindowMs, farthestMs);
    if (start && width)
        view.window = layout::TimeWindow{*start, *width};
    view.scrollY = numberOf(object[QStringLiteral("scroll")], 0, 1e9).value_or(0);
    view.grouping = enumOf(object[QStringLiteral("lanes")], groupingNames, layout::Grouping::Lane);
    return view;
}

QJsonObject objectOf(const RememberedView& view) {
    QJsonObject object{{QStringLiteral("story"), view.story},
                       {QStringLiteral("scroll"), view.scrollY},
                       {QStringLiteral("lanes"), nameOf(view.grouping, groupingNames)}};
    if (view.window) {
        object[QStringLiteral("start")] = view.window->start;
        object[QStringLiteral("width")] = view.window->width;
    }
    return object;
}

} // namespace

void Settings::addRecent(const QString& path) {
    recent.removeAll(path);
    recent.prepend(path);
    recent = recent.mid(0, maxRecentFiles);
}

void Settings::remember(RememberedView view) {
    std::erase_if(views, [&](const RememberedView& old) { return old.story == view.story; });
    views.insert(views.begin(), std::move(view));
    if (views.size() > maxRememberedViews)
        views.resize(maxRememberedViews);
}

std::optional<RememberedView> Settings::viewOf(const QString& story) const {
    const auto found =
        std::find_if(views.begin(), views.end(), [&](const RememberedView& view) { return view.story == story; });
    return found == views.end() ? std::nullopt : std::optional(*found);
}

QString storyKey(const QString& path) {
    if (path.isEmpty())
        return {};
    const QFileInfo info(path);
    const QString canonical = info.canonicalFilePath();
    return canonical.isEmpty() ? info.absoluteFilePath() : canonical;
}

std::optional<Settings> settingsFromJson(const QByteArray& json) {
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return std::nullopt;
    QJsonObject object = document.object();
    Settings settings;
    settings.theme = enumOf(object.take(QStringLiteral("theme")), themeNames, ThemeChoice::System);
    settings.textScale = numberOf(object.take(QStringLiteral("textScale")), 1, 2).value_or(1);
    settings.readingView = object.take(QStringLiteral("readingView")).toBool(true);
    settings.allLinks = object.take(QStringLiteral("allLinks")).toBool(false);
    settings.legend = object.take(QStringLiteral("legend")).toBool(false);
    settings.documentFolder = folderOf(object.take(QStringLiteral("documentFolder")));
    settings.picture = object.take(QStringLiteral("picture")).toObject();
    settings.geometry = bytesOf(object.take(QStringLiteral("geometry")));
    settings.panes = bytesOf(object.take(QStringLiteral("panes")));
    settings.recent = recentOf(object.take(QStringLiteral("recentFiles")));
    for (const QJsonValue& value : object.take(QStringLiteral("views")).toArray()) {
        const auto view = viewOf(value.toObject());
        if (view && !settings.viewOf(view->story) && settings.views.size() < maxRememberedViews)
            settings.views.push_back(*view);
    }
    settings.unknown = object;
    return settings;
}

QByteArray toJson(const Settings& settings) {
    QJsonObject object = settings.unknown;
    object[QStringLiteral("theme")] = nameOf(settings.theme, themeNames);
    object[QStringLiteral("textScale")] = settings.textScale;
    object[QStringLiteral("readingView")] = settings.readingView;
    object[QStringLiteral("allLinks")] = settings.allLinks;
    object[QStringLiteral("legend")] = settings.legend;
    object[QStringLiteral("documentFolder")] = settings.documentFolder;
    object[QStringLiteral("picture")] = settings.picture;
    object[QStringLiteral("geometry")] = QString::fromLatin1(settings.geometry.toBase64());
    object[QStringLiteral("panes")] = QString::fromLatin1(settings.panes.toBase64());
    object[QStringLiteral("recentFiles")] = QJsonArray::fromStringList(settings.recent);
    QJsonArray views;
    for (const RememberedView& view : settings.views)
        views.append(objectOf(view));
    object[QStringLiteral("views")] = views;
    return QJsonDocument(object).toJson();
}

} // namespace quoteline::ui

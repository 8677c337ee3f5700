// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/memory/settings.h"

#include "app/content/story/lane_ids.h"
#include "app/layout/axis/view_state.h"
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

constexpr qsizetype maxStateBytes = 64 << 10; // of what Qt says about a window; a few hundred in truth
constexpr qsizetype maxPathLength = 4096;     // of Linux
constexpr double farthestMs = 9e15;           // numbers of JSON are whole up to about here

ThemeChoice themeOf(const QJsonValue& value) {
    const auto found = std::find(themeNames.begin(), themeNames.end(), value.toString());
    return found == themeNames.end() ? ThemeChoice::System : static_cast<ThemeChoice>(found - themeNames.begin());
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
    for (const QJsonValue path : value.toArray())
        if (isPath(path.toString()) && !paths.contains(path.toString()) && paths.size() < maxRecentFiles)
            paths.append(path.toString());
    return paths;
}

std::optional<SeenStory> seenStoryOf(const QJsonObject& object) {
    const QString story = object[QStringLiteral("story")].toString(QStringLiteral("?"));
    if (!story.isEmpty() && !isPath(story))
        return std::nullopt;
    layout::SeenView seen;
    const auto start = numberOf(object[QStringLiteral("start")], -farthestMs, farthestMs);
    const auto width = numberOf(object[QStringLiteral("width")], layout::minWindowMs, farthestMs);
    seen.whole = !start || !width;
    if (!seen.whole)
        seen.window = {*start, *width};
    seen.scrollY = numberOf(object[QStringLiteral("scroll")], 0, 1e9).value_or(0);
    seen.grouping =
        layout::groupingFrom(object[QStringLiteral("lanes")].toString().toStdString()).value_or(layout::Grouping::Lane);
    return SeenStory{story, seen};
}

QJsonObject objectOf(const SeenStory& one) {
    const std::string_view lanes = layout::toWord(one.seen.grouping);
    QJsonObject object{{QStringLiteral("story"), one.story},
                       {QStringLiteral("scroll"), one.seen.scrollY},
                       {QStringLiteral("lanes"), QString::fromLatin1(lanes.data(), qsizetype(lanes.size()))}};
    if (!one.seen.whole) {
        object[QStringLiteral("start")] = one.seen.window.start;
        object[QStringLiteral("width")] = one.seen.window.width;
    }
    return object;
}

} // namespace

void Settings::addRecent(const QString& path) {
    recent.removeAll(path);
    recent.prepend(path);
    recent = recent.mid(0, maxRecentFiles);
}

void Settings::remember(const QString& story, const layout::SeenView& seen) {
    std::erase_if(views, [&](const SeenStory& old) { return old.story == story; });
    layout::SeenView kept;
    kept.whole = seen.whole;
    if (!seen.whole)
        kept.window = seen.window;
    kept.scrollY = seen.scrollY;
    kept.grouping = seen.grouping;
    views.insert(views.begin(), {story, kept});
    if (views.size() > maxRememberedViews)
        views.resize(maxRememberedViews);
}

std::optional<layout::SeenView> Settings::viewOf(const QString& story) const {
    const auto found =
        std::find_if(views.begin(), views.end(), [&](const SeenStory& one) { return one.story == story; });
    return found == views.end() ? std::nullopt : std::optional(found->seen);
}

std::optional<Settings> settingsFromJson(const QByteArray& json) {
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return std::nullopt;
    QJsonObject object = document.object();
    Settings settings;
    settings.theme = themeOf(object.take(QStringLiteral("theme")));
    settings.textScale = numberOf(object.take(QStringLiteral("textScale")), 1, 2).value_or(1);
    object.remove(QStringLiteral("readingView")); // from before
    settings.allRows = object.take(QStringLiteral("allRows")).toBool(false);
    settings.allLinks = object.take(QStringLiteral("allLinks")).toBool(false);
    settings.legend = object.take(QStringLiteral("legend")).toBool(false);
    settings.documentFolder = folderOf(object.take(QStringLiteral("documentFolder")));
    settings.picture = object.take(QStringLiteral("picture")).toObject();
    settings.geometry = bytesOf(object.take(QStringLiteral("geometry")));
    settings.panes = bytesOf(object.take(QStringLiteral("panes")));
    settings.recent = recentOf(object.take(QStringLiteral("recentFiles")));
    for (const QJsonValue value : object.take(QStringLiteral("views")).toArray()) {
        const auto one = seenStoryOf(value.toObject());
        if (one && !settings.viewOf(one->story) && settings.views.size() < maxRememberedViews)
            settings.views.push_back(*one);
    }
    settings.unknown = object;
    return settings;
}

QByteArray toJson(const Settings& settings) {
    QJsonObject object = settings.unknown;
    object[QStringLiteral("theme")] = QString(themeNames[static_cast<std::size_t>(settings.theme)]);
    object[QStringLiteral("textScale")] = settings.textScale;
    object[QStringLiteral("allRows")] = settings.allRows;
    object[QStringLiteral("allLinks")] = settings.allLinks;
    object[QStringLiteral("legend")] = settings.legend;
    object[QStringLiteral("documentFolder")] = settings.documentFolder;
    object[QStringLiteral("picture")] = settings.picture;
    object[QStringLiteral("geometry")] = QString::fromLatin1(settings.geometry.toBase64());
    object[QStringLiteral("panes")] = QString::fromLatin1(settings.panes.toBase64());
    object[QStringLiteral("recentFiles")] = QJsonArray::fromStringList(settings.recent);
    QJsonArray views;
    for (const SeenStory& one : settings.views)
        views.append(objectOf(one));
    object[QStringLiteral("views")] = views;
    return QJsonDocument(object).toJson();
}

} // namespace quoteline::ui

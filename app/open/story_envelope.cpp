// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/open/story_envelope.h"

#include "app/content/story/lane_ids.h"
#include "app/open/zlib_bytes.h"
#include "model/file/json_writer.h"
#include "model/file/story_writer.h"
#include "model/story/story_subset.h"
#include <QCoreApplication>
#include <QCryptographicHash>
#include <cmath>

namespace quoteline::ui {

namespace {

struct CarryingText {
    Q_DECLARE_TR_FUNCTIONS(ui)
};

constexpr std::size_t leastEventBytes = 200; // of an event without words in a canonical story file
constexpr std::size_t leastQuoteBytes = 80;

/// Never less than it is: what is a little too much shall look so.
QString megabytes(qint64 bytes, const QLocale& locale) {
    return locale.toString(std::ceil(static_cast<double>(bytes) / (1 << 20) * 10) / 10, 'f', 1);
}

QString instead() {
    return CarryingText::tr("leave the story out of the picture, filter the events, or export the data as JSON");
}

/// Whether the story file is surely larger than maxCarriedStory. Stops counting there.
bool surelyTooLong(const layout::StoryView& view) {
    const model::Story& story = view.story();
    std::size_t least = 0;
    for (const model::EventIndex event : view.events()) {
        least += leastEventBytes + story.title(event).size() + story.summary(event).size();
        for (std::size_t i = 0; i < story.quoteCount(event); ++i)
            least += leastQuoteBytes + story.quoteExact(event, i).size();
        if (least > static_cast<std::size_t>(maxCarriedStory))
            return true;
    }
    return false;
}

/// The canonical file of the events that are shown.
QByteArray shownStory(const layout::StoryView& view) {
    const model::Story& story = view.story();
    const std::vector<model::EventIndex> events(view.events().begin(), view.events().end());
    return QByteArray::fromStdString(
        model::writeStory(events.size() == story.eventCount() ? story : model::subsetOf(story, events).story));
}

void addTexts(model::JsonWriter& json, std::string_view key, const std::vector<std::string>& texts) {
    json.key(key).beginList();
    for (const std::string& text : texts)
        json.value(text);
    json.end();
}

void addView(model::JsonWriter& json, const layout::SeenView& view) {
    json.key("view").beginObject();
    json.member("start", view.window.start).member("width", view.window.width).member("whole", view.whole);
    json.member("grouping", layout::toWord(view.grouping));
    addTexts(json, "order", view.order);
    addTexts(json, "collapsed", view.collapsed);
    // From before: an event could have a row of its own, and events could stand as cards. Version 1 has the fields.
    json.member("unfolded", std::nullopt).member("reading", false).end();
}

} // namespace

tl::expected<QByteArray, model::Failure> carriedStory(const layout::StoryView& view, const layout::SeenView& seen,
                                                      const std::stop_token& stop) {
    const QLocale& locale = view.locale();
    const QString limit = QString::number(maxCarriedStory >> 20);
    if (surelyTooLong(view))
        return tl::unexpected(
            CarryingText::tr("the story is longer than %1 MB, more than a picture carries: %2").arg(limit, instead()));
    const QByteArray story = shownStory(view);
    if (story.size() > maxCarriedStory)
        return tl::unexpected(CarryingText::tr("the story is %1 MB long, and a picture carries at most %2 MB: %3")
                                  .arg(megabytes(story.size(), locale), limit, instead()));
    std::string envelope;
    model::JsonWriter json(envelope, model::JsonCharacters::Markup);
    json.beginObject(model::JsonLayout::Compact).member("format", "quoteline-picture").member("version", 1);
    json.member("sha256", QCryptographicHash::hash(story, QCryptographicHash::Sha256).toHex().toStdString());
    json.member("bytes", story.size());
    addView(json, seen);
    json.key("story");
    const Packed small = packed(story, maxEnvelopeBytes, stop);
    if (stop.stop_requested())
        return tl::unexpected(model::Stopped());
    const qint64 length = static_cast<qint64>(envelope.size()) + (small.length + 2) / 3 * 4 + 3; // "", and }
    if (length > maxEnvelopeBytes)
        return tl::unexpected(
            CarryingText::tr("the story takes %1 MB in a picture, which carries at most %2 MB of it: %3")
                .arg(megabytes(length, locale), QString::number(maxEnvelopeBytes >> 20), instead()));
    json.value(small.bytes.toBase64().toStdString()).end();
    return QByteArray::fromStdString(envelope);
}

} // namespace quoteline::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/open/story_envelope.h"

#include "app/content/story/lane_ids.h"
#include "app/open/zlib_bytes.h"
#include "model/file/story_writer.h"
#include "model/story/story_subset.h"
#include <QCoreApplication>
#include <QCryptographicHash>
#include <charconv>
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

/// As a JSON string of ASCII characters that markup has no meaning for.
void appendText(QByteArray& out, const std::string& text) {
    out += '"';
    for (const QChar unit : QString::fromStdString(text)) {
        const char16_t c = unit.unicode();
        const bool plain = c >= 0x20 && c < 0x7F && c != '"' && c != '\\' && c != '<' && c != '>' && c != '&';
        if (plain)
            out += static_cast<char>(c);
        else
            out += "\\u" + QByteArray::number(c, 16).rightJustified(4, '0');
    }
    out += '"';
}

void appendTexts(QByteArray& out, const std::vector<std::string>& texts) {
    out += '[';
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (i > 0)
            out += ',';
        appendText(out, texts[i]);
    }
    out += ']';
}

/// The fewest digits that give the same number again.
void appendShortest(QByteArray& out, double number) {
    char digits[32];
    const auto end = std::to_chars(digits, digits + sizeof digits, std::isfinite(number) ? number : 0).ptr;
    out.append(digits, end - digits);
}

/// The canonical file of the events that are shown.
QByteArray shownStory(const layout::StoryView& view) {
    const model::Story& story = view.story();
    const std::vector<model::EventIndex> events(view.events().begin(), view.events().end());
    return QByteArray::fromStdString(
        model::writeStory(events.size() == story.eventCount() ? story : model::subsetOf(story, events).story));
}

QByteArray viewText(const layout::SeenView& view) {
    const auto truth = [](bool value) { return value ? "true" : "false"; };
    QByteArray out("{\"start\":");
    appendShortest(out, view.window.start);
    out += ",\"width\":";
    appendShortest(out, view.window.width);
    out.append(",\"whole\":").append(truth(view.whole)).append(",\"grouping\":");
    appendText(out, std::string(layout::toWord(view.grouping)));
    out += ",\"order\":";
    appendTexts(out, view.order);
    out += ",\"collapsed\":";
    appendTexts(out, view.collapsed);
    out += ",\"unfolded\":";
    if (view.unfolded)
        appendText(out, *view.unfolded);
    else
        out += "null";
    return out.append(",\"reading\":").append(truth(view.reading)) + '}';
}

} // namespace

tl::expected<QByteArray, QString> carriedStory(const layout::StoryView& view, const layout::SeenView& given,
                                               const std::stop_token& stop) {
    layout::SeenView seen = given;
    if (const auto unfolded = view.arrangement().unfolded; unfolded && !view.shows(*unfolded))
        seen.unfolded.reset(); // it is not in the story that is carried
    const QLocale& locale = view.locale();
    const QString limit = QString::number(maxCarriedStory >> 20);
    if (surelyTooLong(view))
        return tl::unexpected(
            CarryingText::tr("the story is longer than %1 MB, more than a picture carries: %2").arg(limit, instead()));
    const QByteArray story = shownStory(view);
    if (story.size() > maxCarriedStory)
        return tl::unexpected(CarryingText::tr("the story is %1 MB long, and a picture carries at most %2 MB: %3")
                                  .arg(megabytes(story.size(), locale), limit, instead()));
    QByteArray envelope("{\"format\":\"quoteline-picture\",\"version\":1,\"sha256\":\"");
    envelope += QCryptographicHash::hash(story, QCryptographicHash::Sha256).toHex();
    envelope += "\",\"bytes\":" + QByteArray::number(story.size());
    envelope += ",\"view\":" + viewText(seen) + ",\"story\":\"";
    const Packed small = packed(story, maxEnvelopeBytes, stop);
    if (stop.stop_requested())
        return tl::unexpected(QString());
    const qint64 length = envelope.size() + (small.length + 2) / 3 * 4 + 2;
    if (length > maxEnvelopeBytes)
        return tl::unexpected(
            CarryingText::tr("the story takes %1 MB in a picture, which carries at most %2 MB of it: %3")
                .arg(megabytes(length, locale), QString::number(maxEnvelopeBytes >> 20), instead()));
    return envelope + small.bytes.toBase64() + "\"}";
}

} // namespace quoteline::ui

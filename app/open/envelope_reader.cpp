// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/open/story_envelope.h"

#include "app/content/story/lane_ids.h"
#include "app/open/zlib_bytes.h"
#include <QCoreApplication>
#include <QCryptographicHash>
#include <array>
#include <simdjson.h>

namespace quoteline::ui {

namespace {

namespace dom = simdjson::dom;

struct EnvelopeText {
    Q_DECLARE_TR_FUNCTIONS(ui)
};

constexpr std::size_t greatestDepth = 8;
constexpr std::array<std::string_view, 6> envelopeFields{"format", "version", "sha256", "bytes", "view", "story"};
constexpr std::array<std::string_view, 8> viewFields{"start", "width",     "whole",    "grouping",
                                                     "order", "collapsed", "unfolded", "reading"};

tl::unexpected<QString> rewritten(const QString& what) {
    return tl::unexpected(EnvelopeText::tr("the story in it was changed on its way: %1").arg(what));
}

tl::unexpected<QString> malformed() {
    return rewritten(EnvelopeText::tr("it is not written as this program writes it"));
}

/// The values of an object that has these fields, in this order, and no others.
template <std::size_t n>
std::optional<std::array<dom::element, n>> fieldsOf(dom::element value, const std::array<std::string_view, n>& names) {
    dom::object object;
    if (value.get(object) != simdjson::SUCCESS)
        return std::nullopt;
    std::array<dom::element, n> values;
    std::size_t next = 0;
    for (const dom::key_value_pair field : object) {
        if (next == n || field.key != names[next])
            return std::nullopt;
        values[next++] = field.value;
    }
    return next == n ? std::optional(values) : std::nullopt;
}

template <typename Value>
bool read(dom::element element, Value& value) {
    return element.get(value) == simdjson::SUCCESS;
}

bool read(dom::element element, std::vector<std::string>& texts) {
    dom::array array;
    if (element.get(array) != simdjson::SUCCESS)
        return false;
    for (const dom::element item : array) {
        std::string_view text;
        if (!read(item, text))
            return false;
        texts.emplace_back(text);
    }
    return true;
}

/// Nothing where a value has the wrong type, or a grouping has a word that no version 1 has.
std::optional<layout::SeenView> viewOf(dom::element value) {
    const auto fields = fieldsOf(value, viewFields);
    layout::SeenView view;
    bool asCards = false;      // of pictures from before
    std::string_view unfolded; // the same
    std::string_view grouping;
    if (!fields || !read((*fields)[0], view.window.start) || !read((*fields)[1], view.window.width) ||
        !read((*fields)[2], view.whole) || !read((*fields)[3], grouping) || !read((*fields)[4], view.order) ||
        !read((*fields)[5], view.collapsed) || !read((*fields)[7], asCards))
        return std::nullopt;
    if (!(*fields)[6].is_null() && !read((*fields)[6], unfolded))
        return std::nullopt;
    const auto known = layout::groupingFrom(grouping);
    if (!known)
        return std::nullopt;
    view.grouping = *known;
    return view;
}

/// Of another version only these fields are known.
std::optional<QString> foreignVersion(dom::element envelope) {
    std::string_view format;
    if (envelope["format"].get(format) != simdjson::SUCCESS || format != "quoteline-picture")
        return EnvelopeText::tr("what it carries is not a story of this program");
    std::int64_t version = 0;
    if (envelope["version"].get(version) != simdjson::SUCCESS || version < 1)
        return malformed().value();
    if (version > 1)
        return EnvelopeText::tr("it carries its story in the form of version %1, and this program knows version 1: a "
                                "newer one opens it")
            .arg(version);
    return std::nullopt;
}

tl::expected<QByteArray, QString> storyOf(std::string_view base64, qint64 length, std::string_view sha256) {
    if (length < 1 || length > maxCarriedStory)
        return rewritten(EnvelopeText::tr("it is said to be %1 bytes long, and a picture carries 1 to %2")
                             .arg(QString::number(length), QString::number(maxCarriedStory)));
    const QByteArray given = QByteArray::fromRawData(base64.data(), static_cast<qsizetype>(base64.size()));
    const auto small = QByteArray::fromBase64Encoding(given, QByteArray::AbortOnBase64DecodingErrors);
    if (!small || (*small).toBase64() != given) // Qt takes text that is padded in the wrong way
        return rewritten(EnvelopeText::tr("it is not Base64"));
    auto story = unpacked(*small, length);
    if (!story && story.error() == UnpackFailure::TooLong)
        return rewritten(EnvelopeText::tr("more comes out than the %1 bytes it is said to be long").arg(length));
    if (!story && story.error() == UnpackFailure::TooShort)
        return rewritten(EnvelopeText::tr("less comes out than the %1 bytes it is said to be long").arg(length));
    if (!story)
        return rewritten(EnvelopeText::tr("it cannot be unpacked"));
    const QByteArray found = QCryptographicHash::hash(*story, QCryptographicHash::Sha256).toHex();
    if (std::string_view(found.constData(), static_cast<std::size_t>(found.size())) != sha256)
        return rewritten(EnvelopeText::tr("its SHA-256 is not the recorded one"));
    return *std::move(story);
}

} // namespace

tl::expected<Carried, QString> openEnvelope(QByteArrayView envelope) {
    if (envelope.size() > maxEnvelopeBytes)
        return tl::unexpected(
            EnvelopeText::tr("it carries more than %1 MB of text for its story").arg(maxEnvelopeBytes >> 20));
    dom::parser parser;
    dom::element root;
    const simdjson::padded_string text(envelope.data(), static_cast<std::size_t>(envelope.size()));
    if (parser.allocate(text.size() + 1, greatestDepth) != simdjson::SUCCESS ||
        parser.parse(text).get(root) != simdjson::SUCCESS)
        return rewritten(EnvelopeText::tr("it is not JSON"));
    if (const auto foreign = foreignVersion(root))
        return tl::unexpected(*foreign);
    const auto fields = fieldsOf(root, envelopeFields);
    std::string_view sha256;
    std::int64_t length = 0;
    std::string_view base64;
    if (!fields || !read((*fields)[2], sha256) || !read((*fields)[3], length) || !read((*fields)[5], base64))
        return malformed();
    auto view = viewOf((*fields)[4]);
    if (!view)
        return malformed();
    auto story = storyOf(base64, length, sha256);
    if (!story)
        return tl::unexpected(story.error());
    return Carried{*std::move(story), *std::move(view)};
}

} // namespace quoteline::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/open/carried_story.h"

#include "app/open/picture_story.h"
#include <QCoreApplication>
#include <algorithm>

namespace quoteline::ui {

namespace {

struct CarriedText {
    Q_DECLARE_TR_FUNCTIONS(ui)
};

using namespace std::literals;

FoundEnvelope envelopeIn(FileKind kind, model::ByteSource& picture, const std::stop_token& stop) {
    return kind == FileKind::Png ? envelopeInPng(picture, stop) : envelopeInSvg(picture, stop);
}

tl::expected<FileKind, QString> kindOf(model::ByteSource& picture) {
    auto head = fileHead(picture);
    if (!head)
        return tl::unexpected(head.error());
    return fileKindOf(*head);
}

bool startsWith(QByteArrayView bytes, std::string_view text) {
    return bytes.startsWith(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())));
}

} // namespace

QString twoStories() {
    return CarriedText::tr("it carries more than one story, and nothing says which one is meant");
}

QString tooMuchStory() {
    return CarriedText::tr("it carries more than %1 MB of text for its story").arg(maxEnvelopeBytes >> 20);
}

QString tooLarge(qint64 limit) {
    return CarriedText::tr("it is larger than %1 MB, and is not looked into").arg(limit >> 20);
}

tl::expected<std::size_t, QString> readFull(model::ByteSource& file, std::span<char> into) {
    std::size_t have = 0;
    while (have < into.size()) {
        const auto got = file.read(into.subspan(have));
        if (!got || *got == 0)
            return got.map([have](std::size_t) { return have; });
        have += *got;
    }
    return have;
}

tl::expected<QByteArray, QString> fileHead(model::ByteSource& file) {
    QByteArray head(fileHeadSize, Qt::Uninitialized);
    const auto have = readFull(file, {head.data(), fileHeadSize});
    if (!have)
        return tl::unexpected(have.error());
    if (auto again = file.rewind(); !again)
        return tl::unexpected(again.error());
    head.truncate(static_cast<qsizetype>(*have));
    return head;
}

FileKind fileKindOf(QByteArrayView head) {
    if (startsWith(head, "\x89PNG\r\n\x1A\n"))
        return FileKind::Png;
    for (const std::string_view begin :
         {"\xFF\xD8\xFF"sv, "GIF8"sv, "%PDF-"sv, "II*\0"sv, "MM\0*"sv, "\x1F\x8B"sv, "%!PS"sv})
        if (startsWith(head, begin))
            return FileKind::OtherPicture;
    if (startsWith(head, "RIFF") && head.size() >= 12 && head.sliced(8, 4) == "WEBP")
        return FileKind::OtherPicture;
    if (startsWith(head, "\xEF\xBB\xBF"))
        head = head.sliced(3);
    const auto isSpace = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    const auto first = std::find_if_not(head.begin(), head.end(), isSpace);
    return first != head.end() && *first == '<' ? FileKind::Markup : FileKind::Story;
}

tl::expected<std::optional<Carried>, model::Failure> storyIn(model::ByteSource& picture, const std::stop_token& stop) {
    const auto kind = kindOf(picture);
    if (!kind)
        return tl::unexpected(kind.error());
    if (*kind == FileKind::OtherPicture)
        return std::nullopt;
    if (*kind == FileKind::Story)
        return tl::unexpected(CarriedText::tr("it is neither a PNG nor an SVG picture"));
    const auto envelope = envelopeIn(*kind, picture, stop);
    if (!envelope)
        return tl::unexpected(envelope.error());
    if (!*envelope)
        return std::nullopt;
    return openEnvelope(**envelope);
}

tl::expected<std::optional<Carried>, model::Failure> storyIn(QByteArrayView picture) {
    return storyIn(*model::bytesOf({picture.data(), static_cast<std::size_t>(picture.size())}));
}

tl::expected<void, model::Failure> verifyPicture(QByteArrayView picture, const QByteArray& envelope,
                                                 const std::stop_token& stop) {
    const auto bytes = model::bytesOf({picture.data(), static_cast<std::size_t>(picture.size())});
    const FileKind kind = fileKindOf(picture.first(std::min<qsizetype>(picture.size(), fileHeadSize)));
    if (kind != FileKind::Png && kind != FileKind::Markup)
        return tl::unexpected(CarriedText::tr("it is neither a PNG nor an SVG picture"));
    const auto found = envelopeIn(kind, *bytes, stop);
    if (!found)
        return tl::unexpected(found.error());
    if (found->value_or(QByteArray()) != envelope)
        return tl::unexpected(CarriedText::tr("it does not carry the story that was put in"));
    if (!envelope.isEmpty())
        if (const auto carried = openEnvelope(envelope); !carried)
            return tl::unexpected(carried.error());
    return {};
}

} // namespace quoteline::ui

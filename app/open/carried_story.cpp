// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/open/carried_story.h"

#include "app/open/png_chunks.h"
#include "app/open/svg_story.h"
#include <QCoreApplication>
#include <algorithm>

namespace quoteline::ui {

namespace {

struct CarriedText {
    Q_DECLARE_TR_FUNCTIONS(ui)
};

using namespace std::literals;

/// Of text chunks besides the story; the program itself writes a good deal less.
constexpr qint64 maxOtherTexts = 10 << 20;

using Found = tl::expected<std::optional<QByteArray>, model::Failure>;

/// Collects the text chunks of our keyword.
class PngStory {
public:
    tl::expected<PngData, model::Failure> visit(const PngChunk& chunk) {
        if (chunk.type != "tEXt" && chunk.type != "zTXt" && chunk.type != "iTXt")
            return PngData();
        m_begin.clear();
        return [this, chunk](QByteArrayView piece) { return take(chunk, piece); };
    }

    const std::optional<QByteArray>& envelope() const { return m_envelope; }

private:
    /// The keyword and the zero byte behind it come first; what has another is passed over.
    tl::expected<void, model::Failure> take(const PngChunk& chunk, QByteArrayView piece) {
        static const QByteArray wanted(storyKeyword, sizeof storyKeyword);
        if (m_begin.size() < wanted.size()) {
            const qsizetype missing = std::min(wanted.size() - m_begin.size(), piece.size());
            m_begin.append(piece.first(missing));
            piece = piece.sliced(missing);
            if (m_begin != wanted)
                return passOver(missing + piece.size());
            if (auto begun = begin(chunk); !begun)
                return begun;
        }
        if (m_begin != wanted)
            return passOver(piece.size());
        m_envelope->append(piece);
        return {};
    }

    tl::expected<void, model::Failure> passOver(qsizetype bytes) {
        m_others += bytes;
        if (m_others <= maxOtherTexts)
            return {};
        return tl::unexpected(
            CarriedText::tr("it holds more than %1 MB of text besides its story").arg(maxOtherTexts >> 20));
    }

    tl::expected<void, model::Failure> begin(const PngChunk& chunk) {
        if (chunk.type != "tEXt")
            return tl::unexpected(CarriedText::tr("another program has packed the story in it anew"));
        if (m_envelope)
            return tl::unexpected(twoStories());
        const qint64 length = static_cast<qint64>(chunk.length) - static_cast<qint64>(sizeof storyKeyword);
        if (length > maxEnvelopeBytes)
            return tl::unexpected(tooMuchStory());
        m_envelope.emplace();
        m_envelope->reserve(static_cast<qsizetype>(length));
        return {};
    }

    qint64 m_others = 0; ///< bytes of other texts so far
    QByteArray m_begin;  ///< of the present chunk
    std::optional<QByteArray> m_envelope;
};

Found envelopeInPng(model::ByteSource& picture, const std::stop_token& stop) {
    PngStory story;
    const auto walked = walkPng(
        picture, [&story](const PngChunk& chunk) { return story.visit(chunk); }, stop);
    if (!walked)
        return tl::unexpected(walked.error());
    return story.envelope();
}

Found envelopeIn(FileKind kind, model::ByteSource& picture, const std::stop_token& stop) {
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

QByteArray withStory(const QByteArray& png, const QByteArray& envelope) {
    return withChunk(png, "tEXt", QByteArray(storyKeyword, sizeof storyKeyword) + envelope);
}

QByteArray svgMetadata(const QByteArray& envelope) {
    return QByteArray("<story xmlns=\"") + storyNamespace + "\">" + envelope + "</story>";
}

tl::expected<QByteArray, QString> fileHead(model::ByteSource& file) {
    QByteArray head(fileHeadSize, Qt::Uninitialized);
    std::size_t have = 0;
    while (have < fileHeadSize) {
        const auto got = file.read(std::span(head.data() + have, fileHeadSize - have));
        if (!got)
            return tl::unexpected(got.error());
        if (*got == 0)
            break;
        have += *got;
    }
    if (auto again = file.rewind(); !again)
        return tl::unexpected(again.error());
    head.truncate(static_cast<qsizetype>(have));
    return head;
}

FileKind fileKindOf(QByteArrayView head) {
    if (startsWith(head, std::string_view(pngSignature, pngSignatureSize)))
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
    if (kind == FileKind::Png)
        return checkPixels(picture, stop);
    return {};
}

} // namespace quoteline::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/open/svg_story.h"

#include "app/open/carried_story.h"
#include "app/open/svg_seal.h"
#include "app/open/xml_scan.h"
#include <QCoreApplication>
#include <QStringDecoder>
#include <QXmlStreamReader>
#include <array>
#include <memory>
#include <vector>

namespace quoteline::ui {

namespace {

struct SvgText {
    Q_DECLARE_TR_FUNCTIONS(ui)
};

constexpr std::size_t svgPiece = 64 << 10;
constexpr int deepestElement = 256; // of elements: their names are held
// Of all elements that are open: for every name the reader goes through them. Pictures of this program have three.
constexpr int mostNamespaces = 100;

/// Reads an SVG piece by piece.
class SvgStory {
public:
    SvgStory(model::ByteSource& file, const std::stop_token& stop)
        : m_file(file)
        , m_stop(stop) {}

    tl::expected<std::optional<QByteArray>, model::Failure> run() {
        if (m_file.size() > static_cast<std::uint64_t>(maxSvgBytes))
            return tl::unexpected(tooLarge());
        while (!m_reader.atEnd() || m_reader.error() == QXmlStreamReader::PrematureEndOfDocumentError) {
            if (m_stop.stop_requested())
                return tl::unexpected(model::Stopped());
            m_reader.readNext();
            auto step = m_reader.error() == QXmlStreamReader::PrematureEndOfDocumentError ? feed() : take();
            if (!step)
                return tl::unexpected(step.error());
        }
        if (m_reader.hasError())
            return tl::unexpected(malformed());
        return rest();
    }

private:
    static QString tooLarge() {
        return SvgText::tr("it is larger than %1 MB, and is not looked into").arg(maxSvgBytes >> 20);
    }

    QString malformed() const {
        return SvgText::tr("it is damaged or cut off: line %1 is not XML as an SVG picture must be")
            .arg(m_reader.lineNumber());
    }

    /// The reader ends with the last element, wherever the piece ends that it has: of later ones it knows nothing.
    tl::expected<std::optional<QByteArray>, model::Failure> rest() {
        for (;;) {
            const auto got = m_file.read(std::span(m_piece->data(), m_piece->size()));
            if (!got)
                return tl::unexpected(got.error());
            if (*got == 0)
                break;
            const QByteArrayView piece(m_piece->data(), static_cast<qsizetype>(*got));
            m_seal.take(piece);
            if (!piece.trimmed().isEmpty())
                return tl::unexpected(SvgText::tr("something stands behind the end of the picture"));
        }
        if (m_envelope && !m_seal.isWhole())
            return tl::unexpected(SvgText::tr("it is damaged, or was changed after the story was put into it"));
        return m_envelope;
    }

    tl::expected<void, QString> feed() {
        const auto got = m_file.read(std::span(m_piece->data(), m_piece->size()));
        if (!got)
            return tl::unexpected(got.error());
        if (*got == 0)
            return tl::unexpected(malformed());
        const QByteArrayView piece(m_piece->data(), static_cast<qsizetype>(*got));
        m_seal.take(piece);
        m_taken += static_cast<qint64>(*got);
        m_sinceStory += m_inStory ? static_cast<qsizetype>(*got) : 0;
        if (m_taken > maxSvgBytes)
            return tl::unexpected(tooLarge());
        // A text that goes on and on is held as a whole by the reader of XML.
        if (m_sinceStory > maxEnvelopeBytes + static_cast<qsizetype>(svgPiece))
            return tl::unexpected(tooMuchStory());
        if (const auto reason = m_scan.take(piece))
            return tl::unexpected(*reason);
        const QString text = m_decoder(piece);
        if (m_decoder.hasError())
            return tl::unexpected(SvgText::tr("it is damaged: its text is not UTF-8"));
        m_reader.addData(text); // not bytes: those may be in the encoding that the file names
        return {};
    }

    tl::expected<void, QString> take() {
        switch (m_reader.tokenType()) {
        case QXmlStreamReader::StartElement:
            return begin();
        case QXmlStreamReader::EndElement:
            --m_depth;
            m_namespaces -= m_namespacesAt.back();
            m_namespacesAt.pop_back();
            m_inMetadata = m_inMetadata && m_depth >= 2;
            m_inStory = false;
            return {};
        case QXmlStreamReader::Characters:
            if (m_inStory)
                return append();
            return {};
        case QXmlStreamReader::Invalid:
            return tl::unexpected(malformed());
        default:
            return {};
        }
    }

    tl::expected<void, QString> begin() {
        if (++m_depth > deepestElement)
            return tl::unexpected(SvgText::tr("its elements are nested more than %1 deep").arg(deepestElement));
        m_namespacesAt.push_back(m_reader.namespaceDeclarations().size());
        m_namespaces += m_namespacesAt.back();
        if (m_namespaces > mostNamespaces)
            return tl::unexpected(
                SvgText::tr("it declares more namespaces than any picture of this program, and is not read"));
        if (m_inStory)
            return tl::unexpected(SvgText::tr("the story in it was changed on its way: it has markup in it"));
        const bool svg = m_reader.namespaceUri() == QLatin1StringView("http://www.w3.org/2000/svg");
        if (m_depth == 1 && !(svg && m_reader.name() == QLatin1StringView("svg")))
            return tl::unexpected(SvgText::tr("it is neither a story nor an SVG picture"));
        if (m_depth == 2)
            m_inMetadata = svg && m_reader.name() == QLatin1StringView("metadata");
        const bool story = m_reader.name() == QLatin1StringView("story") &&
                           m_reader.namespaceUri() == QLatin1StringView(storyNamespace);
        if (!story || m_depth != 3 || !m_inMetadata)
            return {};
        if (m_envelope)
            return tl::unexpected(twoStories());
        m_envelope.emplace();
        m_inStory = true;
        m_sinceStory = 0;
        return {};
    }

    tl::expected<void, QString> append() {
        if (m_envelope->size() + m_reader.text().size() > maxEnvelopeBytes)
            return tl::unexpected(tooMuchStory());
        m_envelope->append(m_reader.text().toUtf8());
        return {};
    }

    model::ByteSource& m_file;
    std::stop_token m_stop;
    std::unique_ptr<std::array<char, svgPiece>> m_piece = std::make_unique<std::array<char, svgPiece>>();
    XmlScan m_scan;
    SvgSeal m_seal;
    QXmlStreamReader m_reader;
    QStringDecoder m_decoder{QStringDecoder::Utf8};
    qint64 m_taken = 0;
    qsizetype m_sinceStory = 0; ///< bytes read since the beginning of the story
    int m_depth = 0;
    qsizetype m_namespaces = 0;            ///< declared by the elements that are open
    std::vector<qsizetype> m_namespacesAt; ///< by each of them
    bool m_inMetadata = false;
    bool m_inStory = false;
    std::optional<QByteArray> m_envelope;
};

} // namespace

tl::expected<std::optional<QByteArray>, model::Failure> envelopeInSvg(model::ByteSource& file,
                                                                      const std::stop_token& stop) {
    return SvgStory(file, stop).run();
}

} // namespace quoteline::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/open/carried_story.h"

#include "app/open/picture_story.h"
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QRegularExpression>
#include <algorithm>
#include <cctype>

namespace quoteline::ui {

namespace {

struct SvgText {
    Q_DECLARE_TR_FUNCTIONS(ui)
};

constexpr qsizetype svgPiece = 64 << 10;
constexpr char sealBegin[] = "<!-- SHA-256 of all before: ";
constexpr char sealEnd[] = " --></svg>\n";
constexpr qsizetype sealSize = sizeof sealBegin - 1 + 64 + sizeof sealEnd - 1;
constexpr char elementBegin[] = "<story xmlns=\"urn:quoteline:story\">";
constexpr char elementEnd[] = "</story>";

QByteArray sealOf(const QCryptographicHash& hash) {
    return sealBegin + hash.result().toHex() + sealEnd;
}

/// Takes a file piece by piece, and keeps of it what may be its seal and its envelope.
class SvgStory {
public:
    void take(QByteArrayView piece) {
        lookForEnd(piece);
        look(piece);
        m_tail.append(piece);
        const qsizetype before = m_tail.size() - sealSize;
        if (before <= 0)
            return;
        m_hash.addData(QByteArrayView(m_tail).first(before));
        m_tail.remove(0, before);
    }

    FoundEnvelope result() const {
        if (!m_ended)
            return tl::unexpected(
                SvgText::tr("it is neither a story nor an SVG picture, or it is cut off: its last tag is missing"));
        const bool sealed = m_tail == sealOf(m_hash);
        if (!sealed && (m_stories > 0 || m_tail.startsWith(sealBegin)))
            return tl::unexpected(SvgText::tr("it is damaged, or was changed after the story was put into it"));
        if (m_stories == 0)
            return std::nullopt;
        if (m_stories > 1)
            return tl::unexpected(twoStories());
        if (m_envelope.size() > maxEnvelopeBytes)
            return tl::unexpected(tooMuchStory());
        return m_envelope;
    }

private:
    /// Whether a tag that ends something, from behind its "</" on, is that of the whole picture: "svg>", "x:svg >".
    static bool isLastTag(QByteArrayView tag) {
        const qsizetype end = tag.indexOf('>');
        if (end <= 0 || std::isspace(static_cast<unsigned char>(tag.front())))
            return false;
        const QByteArrayView name = tag.first(end).trimmed();
        return name.sliced(name.lastIndexOf(':') + 1) == "svg";
    }

    /// What was not made by this program may have a prefix, nothing inside or something behind its end.
    void lookForEnd(QByteArrayView piece) {
        constexpr qsizetype longestTag = 256; // that is found where a piece of the file ends in it
        static const QRegularExpression nothingInside(
            QStringLiteral("^(\\s|<\\?[^>]*>|<!--.*?-->|<!DOCTYPE[^<>]*>)*"
                           "<([^\\s<>/:]+:)?svg(\\s([^<>\"']|\"[^<\"]*\"|'[^<']*')*)?/>"),
            QRegularExpression::DotMatchesEverythingOption);
        if (m_ended)
            return;
        if (m_seam.isEmpty()) // the beginning
            m_ended =
                nothingInside.match(QString::fromUtf8(piece.first(std::min<qsizetype>(piece.size(), fileHeadSize))))
                    .hasMatch();
        m_seam.append(piece);
        for (qsizetype at = m_seam.indexOf("</"); at >= 0 && !m_ended; at = m_seam.indexOf("</", at + 2))
            m_ended = isLastTag(QByteArrayView(m_seam).sliced(at + 2, std::min(longestTag, m_seam.size() - at - 2)));
        m_seam.remove(0, std::max<qsizetype>(0, m_seam.size() - longestTag));
    }

    void look(QByteArrayView piece) {
        m_text.append(piece);
        while (m_stories < 2) {
            const QByteArrayView wanted = m_inStory ? QByteArrayView(elementEnd) : QByteArrayView(elementBegin);
            const qsizetype at = m_text.indexOf(wanted);
            const qsizetype before = at >= 0 ? at : std::max<qsizetype>(0, m_text.size() - wanted.size() + 1);
            if (m_inStory && m_envelope.size() <= maxEnvelopeBytes)
                m_envelope.append(m_text.constData(), before);
            m_text.remove(0, at >= 0 ? at + wanted.size() : before);
            if (at < 0)
                return;
            m_inStory = !m_inStory;
            m_stories += m_inStory ? 1 : 0;
        }
        m_text.clear();
    }

    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    QByteArray m_tail; ///< what may be the seal
    QByteArray m_seam; ///< what may be the beginning of a last tag
    QByteArray m_text; ///< what is still looked through
    QByteArray m_envelope;
    bool m_ended = false;
    int m_stories = 0; ///< two where there are more
    bool m_inStory = false;
};

} // namespace

QByteArray svgMetadata(const QByteArray& envelope) {
    return elementBegin + envelope + elementEnd;
}

QByteArray sealedSvg(QByteArray svg) {
    svg.truncate(svg.lastIndexOf("</svg>"));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(svg);
    svg += sealOf(hash);
    return svg;
}

FoundEnvelope envelopeInSvg(model::ByteSource& file, const std::stop_token& stop) {
    SvgStory story;
    QByteArray piece(svgPiece, Qt::Uninitialized);
    const auto most = static_cast<std::uint64_t>(maxSvgBytes);
    for (std::uint64_t size = file.size(), taken = 0; std::max(size, taken) <= most;) {
        if (stop.stop_requested())
            return tl::unexpected(model::Stopped());
        const auto got = readFull(file, {piece.data(), static_cast<std::size_t>(piece.size())});
        if (!got)
            return tl::unexpected(got.error());
        if (*got == 0)
            return story.result();
        taken += *got;
        story.take(QByteArrayView(piece).first(static_cast<qsizetype>(*got)));
    }
    return tl::unexpected(tooLarge(maxSvgBytes));
}

} // namespace quoteline::ui

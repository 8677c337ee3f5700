// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QCryptographicHash>

/// A PNG has a check value for every chunk, an SVG none: one that carries a story ends with the SHA-256 of everything
/// in front of it, in a comment before the last tag, so that words that were damaged do not pass for those of the
/// story. It shows damage and is no signature.
namespace quoteline::ui {

/// `svg` ends with "</svg>", apart from white space.
QByteArray sealedSvg(QByteArray svg);

/// Goes along with the reading of a file, piece by piece.
class SvgSeal {
public:
    void take(QByteArrayView piece);
    /// Whether the file, as far as it was taken, ends with the checksum of the rest.
    bool isWhole() const;

private:
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    QByteArray m_tail; ///< what may be the checksum
};

} // namespace quoteline::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/open/svg_seal.h"

namespace quoteline::ui {

namespace {

constexpr char lastTag[] = "</svg>";

QByteArray sealOf(const QCryptographicHash& hash) {
    return "<!-- SHA-256 of all before: " + hash.result().toHex() + " -->" + lastTag + '\n';
}

qsizetype sealSize() {
    static const qsizetype size = sealOf(QCryptographicHash(QCryptographicHash::Sha256)).size();
    return size;
}

} // namespace

QByteArray sealedSvg(QByteArray svg) {
    while (svg.endsWith('\n') || svg.endsWith(' '))
        svg.chop(1);
    Q_ASSERT(svg.endsWith(lastTag));
    svg.chop(sizeof lastTag - 1);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(svg);
    return svg + sealOf(hash);
}

void SvgSeal::take(QByteArrayView piece) {
    m_tail.append(piece);
    const qsizetype before = m_tail.size() - sealSize();
    if (before <= 0)
        return;
    m_hash.addData(QByteArrayView(m_tail).first(before));
    m_tail.remove(0, before);
}

bool SvgSeal::isWhole() const {
    return m_tail == sealOf(m_hash);
}

} // namespace quoteline::ui

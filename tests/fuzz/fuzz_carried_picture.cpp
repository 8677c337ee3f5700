// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/open/carried_story.h"
#include "tests/fuzz/targets.h"
#include "tests/open/png_parts.h"

#include <algorithm>

namespace quoteline::test {

namespace {

using Found = tl::expected<std::optional<ui::Carried>, model::Failure>;

/// A file that comes a few bytes at a time.
class Trickle : public model::ByteSource {
public:
    explicit Trickle(const QByteArray& bytes)
        : m_bytes(bytes.constData(), static_cast<std::size_t>(bytes.size())) {}

    tl::expected<std::size_t, QString> read(std::span<char> into) override {
        const std::size_t count = std::min({into.size(), std::size_t{7}, m_bytes.size() - m_at});
        std::copy_n(m_bytes.data() + m_at, count, into.data());
        m_at += count;
        return count;
    }
    tl::expected<void, QString> rewind() override {
        m_at = 0;
        return {};
    }
    std::uint64_t size() const override { return m_bytes.size(); }

private:
    std::string_view m_bytes;
    std::size_t m_at = 0;
};

/// A grey pixel.
QByteArray smallPng() {
    return QByteArray::fromHex("89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
                               "0000000a49444154789c636800000082008177cd72b60000000049454e44ae426082");
}

QByteArray svgOf(const QByteArray& envelope) {
    return ui::sealedSvg("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"><metadata>" +
                         ui::svgMetadata(envelope) + "</metadata></svg>\n");
}

std::string describe(const Found& found) {
    if (!found)
        return "“" + found.error().reason().toStdString() + "”";
    return *found ? (*found)->story.toStdString() : "nothing";
}

std::string tryPicture(const QByteArray& picture, Found& found) {
    found = ui::storyIn(picture);
    Trickle pieces(picture);
    const Found slow = ui::storyIn(pieces);
    // Of two things that are wrong, either may be told first.
    if (slow.has_value() != found.has_value() || (found && *slow != *found))
        return "at once " + describe(found) + " is found, but in pieces " + describe(slow);
    if (!found && (found.error().isStopped() || found.error().reason().isEmpty()))
        return "refused without a reason";
    if (found && *found && (*found)->story.size() > ui::maxCarriedStory)
        return "the story is larger than allowed";
    return {};
}

} // namespace

std::string tryCarriedPicture(const QByteArray& bytes) {
    Found found;
    if (bytes.startsWith('s'))
        return tryPicture(svgOf(bytes.mid(1)), found);
    if (!bytes.startsWith('p'))
        return tryPicture(bytes, found);
    const QByteArray envelope = bytes.mid(1);
    if (envelope.isEmpty())
        return {};
    std::string broken = tryPicture(withStory(smallPng(), envelope), found);
    if (!broken.empty())
        return broken;
    const auto opened = ui::openEnvelope(envelope);
    if (found.has_value() != opened.has_value() || (found && *found != *opened))
        return "a PNG does not carry what its envelope holds";
    return {};
}

} // namespace quoteline::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/svg/svg_device.h"

#include "app/content/evidence/source_words.h"
#include "app/export/device/device_metric.h"
#include "app/export/device/language_tag.h"
#include "app/export/svg/svg_engine.h"
#include "app/export/svg/svg_markup.h"
#include <QMultiHash>
#include <QXmlStreamReader>
#include <algorithm>
#include <cmath>

namespace quoteline::ui {

using svg::attribute;
using svg::escaped;
using svg::number;

namespace {

constexpr double dotsPerInch = 96;
constexpr double bandHeight = 64; // of the stripes of the sheet by which links are found

bool isFinite(QPointF at) {
    return std::isfinite(at.x()) && std::isfinite(at.y());
}

bool isWellFormed(const QByteArray& fragment) {
    QXmlStreamReader reader("<metadata>" + fragment + "</metadata>");
    int depth = 0;
    while (!reader.atEnd()) {
        const QXmlStreamReader::TokenType token = reader.readNext();
        if (token == QXmlStreamReader::StartElement)
            ++depth;
        if (token == QXmlStreamReader::EndElement && --depth == 0 && reader.name() != QLatin1String("metadata"))
            return false;
        if (token == QXmlStreamReader::DTD)
            return false;
    }
    return !reader.hasError();
}

QByteArray rectMarkup(const QRectF& rect, const QByteArray& more) {
    return "<rect" + attribute("x", rect.x()) + attribute("y", rect.y()) + attribute("width", rect.width()) +
           attribute("height", rect.height()) + more + "/>";
}

/// Which link a text lies in, without looking at every link for every text.
class LinkFinder {
public:
    void add(const QRectF& rect, std::size_t link) {
        for (int band = bandOf(rect.top()); band <= bandOf(rect.bottom()); ++band)
            m_bands.insert(band, {rect, link});
    }

    std::optional<std::size_t> around(const SvgElement& text) const {
        const QPointF centre = text.bounds.center();
        const auto [begin, end] = m_bands.equal_range(bandOf(centre.y()));
        for (auto it = begin; it != end; ++it)
            if (it->first.contains(centre) && text.bounds.width() <= it->first.width() + 4)
                return it->second;
        return std::nullopt;
    }

private:
    static int bandOf(double y) { return static_cast<int>(std::floor(y / bandHeight)); }

    QMultiHash<int, std::pair<QRectF, std::size_t>> m_bands;
};

/// Opens and closes what lies around elements: <g> for a clip, and in it <a> for a link.
class Wrapper {
public:
    Wrapper(QByteArray& out, const std::vector<QByteArray>& links)
        : m_out(out)
        , m_links(links) {}

    void into(std::size_t clip, std::optional<std::size_t> link) {
        if (link != m_link || clip != m_clip) {
            if (m_link)
                m_out += "</a>\n";
            if (clip != m_clip) {
                if (m_clip != 0)
                    m_out += "</g>\n";
                if (clip != 0)
                    m_out += "<g clip-path=\"url(#quoteline-clip-" + QByteArray::number(clip) + ")\">\n";
            }
            if (link)
                m_out += m_links[*link] + '\n';
        }
        m_clip = clip;
        m_link = link;
    }

private:
    QByteArray& m_out;
    const std::vector<QByteArray>& m_links; ///< start of each
    std::size_t m_clip = 0;
    std::optional<std::size_t> m_link;
};

} // namespace

SvgDevice::SvgDevice(QSizeF size)
    : m_size(size)
    , m_engine(std::make_unique<SvgEngine>(size)) {}

SvgDevice::~SvgDevice() = default;

void SvgDevice::setTitle(const QString& title) {
    m_title = title;
}

void SvgDevice::setDescription(const QString& description) {
    m_description = description;
}

void SvgDevice::setLanguage(const QString& language) {
    m_language = isLanguageTag(language) ? language : QString();
}

bool SvgDevice::setMetadata(const QByteArray& xml) {
    if (!isWellFormed(xml))
        return false;
    m_metadata = xml;
    return true;
}

void SvgDevice::addLink(const QRectF& rect, const QString& address) {
    const QRectF seen = isFinite(rect.topLeft()) && isFinite(rect.bottomRight())
                            ? rect.intersected(QRectF(QPointF(0, 0), m_size))
                            : QRectF();
    if (seen.isEmpty())
        return;
    if (address.startsWith(u'#'))
        m_links.push_back({seen, address});
    else if (const auto page = layout::pageAddress(address.toStdString()))
        m_links.push_back({seen, QString::fromLatin1(page->url.toEncoded())});
}

void SvgDevice::addAnchor(const QString& id, QPointF at) {
    if (!isFinite(at) || !svg::isId(id) || id.startsWith(QLatin1String("quoteline-")) || m_ids.contains(id))
        return;
    m_ids.insert(id);
    m_anchors.push_back({id, at});
}

QPaintEngine* SvgDevice::paintEngine() const {
    return m_engine.get();
}

int SvgDevice::metric(PaintDeviceMetric metric) const {
    const auto millimetres = [](double length) { return static_cast<int>(std::lround(length * 25.4 / dotsPerInch)); };
    const QSize size(static_cast<int>(std::ceil(m_size.width())), static_cast<int>(std::ceil(m_size.height())));
    const QSize inMillimetres(millimetres(m_size.width()), millimetres(m_size.height()));
    const auto known = metricOf({size, inMillimetres, static_cast<int>(dotsPerInch)}, metric);
    return known ? *known : QPaintDevice::metric(metric);
}

bool SvgDevice::leadsSomewhere(const Link& link) const {
    return !link.address.startsWith(u'#') || m_ids.contains(link.address.mid(1));
}

QByteArray SvgDevice::head() const {
    QByteArray out;
    out += "<title id=\"quoteline-title\">" + escaped(m_title) + "</title>\n";
    if (!m_description.isEmpty())
        out += "<desc id=\"quoteline-desc\">" + escaped(m_description) + "</desc>\n";
    if (!m_metadata.isEmpty())
        out += "<metadata>" + m_metadata + "</metadata>\n";
    const std::vector<QByteArray>& clips = m_engine->clips();
    const std::vector<QByteArray>& images = m_engine->images();
    if (!clips.empty() || !images.empty()) {
        out += "<defs>\n";
        for (std::size_t i = 0; i < clips.size(); ++i)
            out += "<clipPath id=\"quoteline-clip-" + QByteArray::number(i + 1) + "\">" + clips[i] + "</clipPath>\n";
        for (std::size_t i = 0; i < images.size(); ++i)
            out += "<image id=\"quoteline-image-" + QByteArray::number(i + 1) + '"' + images[i] + "/>\n";
        out += "</defs>\n";
    }
    return out;
}

QByteArray SvgDevice::body() const {
    LinkFinder finder;
    std::vector<QByteArray> starts(m_links.size());
    for (std::size_t i = 0; i < m_links.size(); ++i) {
        if (!leadsSomewhere(m_links[i]))
            continue;
        starts[i] = "<a" + attribute("xlink:href", escaped(m_links[i].address)) + '>' +
                    rectMarkup(m_links[i].rect, " fill=\"none\" pointer-events=\"all\"");
        finder.add(m_links[i].rect, i);
    }
    QByteArray out;
    std::vector<char> nested(m_links.size());
    Wrapper wrapper(out, starts);
    for (const SvgElement& element : m_engine->elements()) {
        const auto link = element.isText ? finder.around(element) : std::nullopt;
        if (link)
            nested[*link] = true;
        wrapper.into(element.clip, link);
        out += element.markup + '\n';
    }
    wrapper.into(0, std::nullopt);
    for (std::size_t i = 0; i < starts.size(); ++i)
        if (!starts[i].isEmpty() && !nested[i]) // a link over no text, or over a part of one
            out += starts[i] + "</a>\n";
    for (const Anchor& anchor : m_anchors)
        out +=
            rectMarkup(QRectF(anchor.at, QSizeF(1, 1)), attribute("id", escaped(anchor.id)) + " fill=\"none\"") + '\n';
    return out;
}

QByteArray SvgDevice::svg() const {
    const QByteArray content = head() + body();
    const bool linked = content.contains("xlink:href=\"");
    QByteArray out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"";
    if (linked)
        out += " xmlns:xlink=\"http://www.w3.org/1999/xlink\"";
    out += attribute("width", m_size.width()) + attribute("height", m_size.height());
    out += attribute("viewBox", "0 0 " + number(m_size.width()) + ' ' + number(m_size.height()));
    // What a picture is made of is hidden from screen readers; links have to be reached.
    out += attribute("role", m_links.empty() ? "img" : "graphics-document document");
    out += attribute("aria-labelledby", m_description.isEmpty() ? "quoteline-title" : "quoteline-title quoteline-desc");
    if (!m_language.isEmpty())
        out += attribute("xml:lang", m_language.toLatin1());
    return out + ">\n" + content + "</svg>\n";
}

} // namespace quoteline::ui

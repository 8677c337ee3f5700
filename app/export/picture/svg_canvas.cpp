// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/picture/picture_canvas.h"

#include "app/export/svg/svg_device.h"
#include "app/open/carried_story.h"
#include <QBuffer>
#include <QPainter>
#include <QXmlStreamWriter>

namespace quoteline::ui {

namespace {

const QString dublinCore = QStringLiteral("http://purl.org/dc/elements/1.1/");
const QString rdf = QStringLiteral("http://www.w3.org/1999/02/22-rdf-syntax-ns#");

/// What the file says about itself, in the terms of Dublin Core, as the specification of SVG suggests.
QByteArray described(const PictureFacts& facts) {
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.writeNamespace(rdf, QStringLiteral("rdf"));
    xml.writeNamespace(dublinCore, QStringLiteral("dc"));
    xml.writeStartElement(rdf, QStringLiteral("RDF"));
    xml.writeStartElement(rdf, QStringLiteral("Description"));
    xml.writeAttribute(rdf, QStringLiteral("about"), QString());
    const auto say = [&xml](const char* term, const QString& text) {
        if (!text.isEmpty())
            xml.writeTextElement(dublinCore, QLatin1StringView(term), text);
    };
    say("title", facts.title);
    say("description", facts.description);
    say("creator", facts.author);
    say("publisher", facts.software);
    say("language", facts.language);
    if (facts.on)
        say("date", facts.on->toString(Qt::ISODate));
    for (const QString& source : facts.sources)
        say("source", source);
    xml.writeEndElement();
    xml.writeEndElement();
    return bytes;
}

QString idOf(const layout::SheetTarget& target) {
    const bool entry = target.kind == layout::SheetTarget::Kind::Entry;
    return (entry ? QStringLiteral("event-") : QStringLiteral("source-")) + QString::number(target.number);
}

class SvgCanvas : public PictureCanvas {
public:
    SvgCanvas(const PicturePlan& plan, PictureFacts facts, QByteArray story)
        : m_page(plan.pages.front())
        , m_facts(std::move(facts))
        , m_story(std::move(story))
        , m_device(m_page.size) {}

    tl::expected<void, QString> begin() override {
        m_device.setTitle(m_facts.title);
        m_device.setDescription(m_facts.description);
        m_device.setLanguage(m_facts.language);
        m_device.setMetadata(described(m_facts) + (m_story.isEmpty() ? QByteArray() : svgMetadata(m_story)));
        addLinks();
        m_painter.begin(&m_device);
        m_painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        return {};
    }

    QPainter& page(std::size_t) override { return m_painter; }

    tl::expected<void, QString> end() override {
        m_painter.end();
        return {};
    }

    tl::expected<QByteArray, model::Failure> encode(const std::stop_token&) override {
        return m_story.isEmpty() ? m_device.svg() : sealedSvg(m_device.svg());
    }

private:
    void addLinks() {
        for (const ChartLink& link : m_page.links)
            m_device.addLink(link.rect, u'#' + idOf(link.leadsTo));
        if (!m_page.sheet)
            return;
        for (const layout::SheetAnchor& anchor : m_page.sheet->anchors)
            m_device.addAnchor(idOf(anchor.target), anchor.at + m_page.sheetAt);
        for (const layout::SheetLink& link : m_page.sheet->links) {
            const auto* address = std::get_if<QString>(&link.leadsTo);
            m_device.addLink(link.rect.translated(m_page.sheetAt),
                             address ? *address : u'#' + idOf(std::get<layout::SheetTarget>(link.leadsTo)));
        }
    }

    const PicturePage& m_page;
    PictureFacts m_facts;
    QByteArray m_story;
    SvgDevice m_device; // before the painter, which has to go first
    QPainter m_painter;
};

} // namespace

std::unique_ptr<PictureCanvas> svgCanvas(const PicturePlan& plan, PictureFacts facts, QByteArray story) {
    return std::make_unique<SvgCanvas>(plan, std::move(facts), std::move(story));
}

} // namespace quoteline::ui

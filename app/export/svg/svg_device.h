// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QPaintDevice>
#include <QPointF>
#include <QRectF>
#include <QSet>
#include <QSizeF>
#include <QString>
#include <memory>
#include <vector>

namespace quoteline::ui {

class SvgEngine;

/// A sheet that a QPainter draws on and that becomes an SVG file: text stays text, what is clipped is clipped. Lengths
/// are device-independent pixels of 1/96 inch. Needs a QGuiApplication for its fonts.
class SvgDevice : public QPaintDevice {
public:
    explicit SvgDevice(QSizeF size);
    ~SvgDevice() override;

    void setTitle(const QString& title);
    void setDescription(const QString& description);
    /// A tag of BCP 47, as "en"; anything else is left out.
    void setLanguage(const QString& language);
    /// What stands within <metadata>; false, and nothing is set, when it is not well-formed.
    bool setMetadata(const QByteArray& xml);
    /// A link over a part of the sheet: to an address of http or https, or to "#id" of an anchor. Any other address is
    /// left out, and so is a link that lies beside the sheet or leads to an anchor that the sheet does not have.
    void addLink(const QRectF& rect, const QString& address);
    /// A place to jump to. An id that is no plain name, or is taken, is left out.
    void addAnchor(const QString& id, QPointF at);

    /// The file, once the painter has ended; the same bytes for the same calls.
    QByteArray svg() const;

    QPaintEngine* paintEngine() const override;

protected:
    int metric(PaintDeviceMetric metric) const override;

private:
    struct Link {
        QRectF rect;
        QString address;
    };
    struct Anchor {
        QString id;
        QPointF at;
    };

    QByteArray head() const;
    QByteArray body() const;
    bool leadsSomewhere(const Link& link) const;

    QSizeF m_size;
    QString m_title;
    QString m_description;
    QString m_language;
    QByteArray m_metadata;
    std::vector<Link> m_links;
    std::vector<Anchor> m_anchors;
    QSet<QString> m_ids; ///< of the anchors
    std::unique_ptr<SvgEngine> m_engine;
};

} // namespace quoteline::ui

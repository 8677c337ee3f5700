// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paint/icons.h"

#include "resources/embedded.h"
#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QSvgRenderer>
#include <memory>

namespace quoteline::ui {

namespace {

/// Draws lines of one colour. What the file has in black is drawn in the colour of text.
class LineIconEngine : public QIconEngine {
public:
    LineIconEngine(QByteArray svg, bool tinted)
        : m_svg(std::move(svg))
        , m_tinted(tinted) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        QByteArray svg = m_svg;
        if (m_tinted)
            svg.replace("#000000", colorOf(mode).name().toLatin1());
        QSvgRenderer renderer(svg);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        renderer.render(painter, QRectF(rect));
        painter->restore();
    }

    /// `size` is in pixels of the device: QIcon has multiplied it by the resolution already.
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return pixmap;
    }

    QIconEngine* clone() const override { return new LineIconEngine(m_svg, m_tinted); }
    bool isNull() override { return m_svg.isEmpty(); }

private:
    static QColor colorOf(QIcon::Mode mode) {
        const QPalette palette = QGuiApplication::palette();
        switch (mode) {
        case QIcon::Disabled:
            return palette.color(QPalette::Disabled, QPalette::ButtonText);
        case QIcon::Selected:
            return palette.color(QPalette::Active, QPalette::HighlightedText);
        case QIcon::Normal:
        case QIcon::Active:
            break;
        }
        return palette.color(QPalette::Active, QPalette::ButtonText);
    }

    QByteArray m_svg;
    bool m_tinted;
};

QByteArray fileOf(const QString& name) {
    QFile file(resources::icon(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QIcon made(const QString& name, bool tinted) {
    QByteArray svg = fileOf(name);
    return svg.isEmpty() ? QIcon() : QIcon(new LineIconEngine(std::move(svg), tinted)); // the icon owns it
}

} // namespace

QIcon ownIcon(const QString& name) {
    return made(name, true);
}

QIcon desktopIcon(const QString& desktopName, const QString& name) {
    return QIcon::hasThemeIcon(desktopName) ? QIcon::fromTheme(desktopName) : ownIcon(name);
}

QIcon programIcon() {
    return made(QStringLiteral("quoteline"), false);
}

} // namespace quoteline::ui

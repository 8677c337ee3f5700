// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/picture/picture_preview.h"

#include "app/content/words/translate.h"
#include <QHBoxLayout>
#include <QLabel>
#include <QPixmap>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace quoteline::ui {

namespace {

constexpr int mostHigh = 6000; // pixels of a preview, which says so where a picture is higher

QToolButton* arrow(Qt::ArrowType type, const QString& name, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setArrowType(type);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAccessibleName(name);
    button->setToolTip(name);
    return button;
}

} // namespace

PicturePreview::PicturePreview(QWidget* parent)
    : QWidget(parent)
    , m_area(new QScrollArea(this))
    , m_image(new QLabel(m_area))
    , m_words(new QLabel(this))
    , m_previous(arrow(Qt::LeftArrow, tr("Page before"), this))
    , m_next(arrow(Qt::RightArrow, tr("Next page"), this)) {
    m_image->setAlignment(Qt::AlignCenter);
    m_image->setAccessibleName(tr("Preview of the picture"));
    m_area->setWidget(m_image);
    m_area->setWidgetResizable(true);
    m_image->setAutoFillBackground(true);
    m_image->setBackgroundRole(QPalette::Button); // the edges of a picture are seen on it
    m_area->setFocusPolicy(Qt::StrongFocus);
    m_area->setAccessibleName(m_image->accessibleName());
    m_area->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // its coming and going would change the width
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setAlignment(Qt::AlignCenter);
    auto* row = new QHBoxLayout;
    row->addWidget(m_previous);
    row->addWidget(m_words, 1);
    row->addWidget(m_next);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_area, 1);
    column->addLayout(row);
    m_soon.setSingleShot(true);
    m_soon.setInterval(100);
    connect(&m_soon, &QTimer::timeout, this, &PicturePreview::draw);
    connect(m_previous, &QToolButton::clicked, this, [this] { showPage(m_page - 1); });
    connect(m_next, &QToolButton::clicked, this, [this] { showPage(m_page + 1); });
    setPicture(nullptr);
}

void PicturePreview::setPicture(std::shared_ptr<const PreparedPicture> picture) {
    m_picture = std::move(picture);
    showPage(m_picture ? std::min(m_page, m_picture->plan.pages.size() - 1) : 0);
}

void PicturePreview::showPage(std::size_t page) {
    const std::size_t pages = m_picture ? m_picture->plan.pages.size() : 0;
    if (page != m_page)
        m_area->verticalScrollBar()->setValue(0);
    m_page = page < pages ? page : 0;
    m_previous->setVisible(pages > 1);
    m_next->setVisible(pages > 1);
    m_words->setVisible(pages > 1);
    m_previous->setEnabled(m_page > 0);
    m_next->setEnabled(m_page + 1 < pages);
    draw();
}

QImage PicturePreview::image() const {
    return m_image->pixmap().toImage();
}

QString PicturePreview::words() const {
    return m_words->text();
}

void PicturePreview::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_soon.start();
}

void PicturePreview::draw() {
    m_soon.stop();
    if (!m_picture) {
        m_image->clear();
        m_words->clear();
        return;
    }
    const QSizeF page = m_picture->plan.pages[m_page].size;
    const double dense = devicePixelRatioF();
    double scale = m_area->viewport()->width() / page.width();
    if (m_picture->plan.pages.size() > 1) // whole pages, to be leafed through
        scale = std::min(scale, m_area->viewport()->height() / page.height());
    m_scale = std::min(1.0, scale) * dense;
    QPixmap pixmap = QPixmap::fromImage(pageImage(*m_picture, m_page, m_scale, static_cast<int>(mostHigh * dense)));
    pixmap.setDevicePixelRatio(dense);
    m_image->setPixmap(pixmap);
    const bool cut = !pixmap.isNull() && pixmap.height() < pixelsOf(page, m_scale).height();
    m_words->setText(cut ? tr("The preview ends here; the picture goes on.") : pageWords());
}

QString PicturePreview::pageWords() const {
    const std::size_t pages = m_picture->plan.pages.size();
    const QLocale locale;
    return pages > 1 ? tr("Page %1 of %2").arg(layout::number(m_page + 1, locale), layout::number(pages, locale))
                     : QString();
}

} // namespace quoteline::ui

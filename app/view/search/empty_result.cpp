// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/search/empty_result.h"

#include "app/view/search/query_words.h"
#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace quoteline::ui {

EmptyResult::EmptyResult(EventFilter& filter, QWidget& ground)
    : QFrame(&ground)
    , m_filter(filter)
    , m_ground(ground)
    , m_rows(new QVBoxLayout(this)) {
    setObjectName(QStringLiteral("emptyResult"));
    m_rows->setContentsMargins(18, 16, 18, 18);
    m_rows->setSpacing(10);
    hide();
    ground.installEventFilter(this);
    connect(&m_filter, &EventFilter::resultChanged, this, &EmptyResult::follow);
}

void EmptyResult::follow() {
    const bool empty = !m_filter.isSearching() && !m_filter.query().isEmpty() && m_filter.found() == 0 &&
                       m_filter.story().eventCount() > 0;
    if (empty) {
        fill();
        place();
        raise();
    }
    setVisible(empty);
}

void EmptyResult::fill() {
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater(); // one of them may be the button that was pressed
        }
        delete item;
    }
    auto* words = new QLabel(tr("No event meets all of this."), this);
    words->setTextFormat(Qt::PlainText);
    m_rows->addWidget(words);
    setAccessibleName(words->text());
    for (const Loosening& one : loosenings(m_filter.story(), m_filter.query(), m_filter.result(), m_filter.locale())) {
        QString text = one.words;
        auto* button = new QPushButton(text.replace(u'&', QStringLiteral("&&")), this);
        button->setAccessibleName(one.words);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, query = one.query] {
            m_ground.setFocus(); // the button goes away
            m_filter.setQuery(query);
        });
        m_rows->addWidget(button);
        button->show();
    }
    words->show();
}

void EmptyResult::place() {
    m_rows->activate();
    resize(sizeHint().boundedTo(m_ground.size()));
    const QPoint middle = m_ground.rect().center();
    move(middle.x() - width() / 2, middle.y() - height() / 2);
}

/// An edge that stands out from lanes and weekends behind it.
void EmptyResult::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(palette().color(QPalette::Dark));
    painter.setBrush(palette().color(QPalette::Window));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
}

bool EmptyResult::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize || event->type() == QEvent::FontChange)
        place();
    return QFrame::eventFilter(watched, event);
}

} // namespace quoteline::ui

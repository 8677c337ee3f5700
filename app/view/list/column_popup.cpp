// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/list/column_popup.h"

#include "app/content/words/translate.h"
#include "app/view/list/event_list_view.h"
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QScreen>
#include <QVBoxLayout>
#include <algorithm>

namespace quoteline::ui {

namespace {
constexpr int mostRows = 12;
constexpr int widthInLetters = 72;
} // namespace

ColumnPopup::ColumnPopup(const layout::StoryView& view, std::vector<model::EventIndex> events, QWidget* parent)
    : QFrame(parent, Qt::Popup)
    , m_model(new EventListModel(view, this)) {
    setObjectName(QStringLiteral("columnEvents"));
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    m_heading = tr("%1 event(s), %2", nullptr, static_cast<int>(events.size()))
                    .arg(layout::number(events.size(), view.locale()), layout::periodInWords(view, events));
    m_model->setEvents(view, std::move(events));
    auto* heading = new QLabel(m_heading, this);
    heading->setTextFormat(Qt::PlainText);
    heading->setMargin(fontMetrics().height() / 3);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    heading->setFont(bold);
    m_list = new EventListView(*m_model, this);
    m_list->setAccessibleName(m_heading);
    m_list->setColumnHidden(EventListModel::Lane, true);
    m_list->setColumnHidden(EventListModel::Sources, true);
    m_list->horizontalHeader()->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addWidget(heading);
    column->addWidget(m_list, 1);
    setAccessibleName(m_heading);
    setFocusProxy(m_list);
    connect(m_list, &EventListView::eventOpened, this, &ColumnPopup::choose);
    connect(m_list, &QTableView::clicked, this,
            [this](const QModelIndex& index) { choose(m_model->eventAt(index.row())); });
}

QSize ColumnPopup::wantedSize(const QRect& screen) const {
    const int rows = std::min(m_model->rowCount(), mostRows);
    const int height = layout()->itemAt(0)->sizeHint().height() + m_list->heightFor(rows) + 2 + 2 * frameWidth();
    const int width = fontMetrics().averageCharWidth() * widthInLetters;
    return QSize(width, height).boundedTo(screen.size());
}

void ColumnPopup::popUpAt(QPoint position) {
    const QScreen* screen = QGuiApplication::screenAt(position);
    const QRect room = (screen ? screen : QGuiApplication::primaryScreen())->availableGeometry();
    ensurePolished();
    layout()->activate();
    resize(wantedSize(room));
    const auto place = [&] {
        move(std::clamp(position.x(), room.left(), std::max(room.left(), room.right() + 1 - width())),
             std::clamp(position.y(), room.top(), std::max(room.top(), room.bottom() + 1 - height())));
    };
    place();
    show();
    place(); // a style may have made it larger
    m_list->showSelected(m_model->eventAt(0));
    m_list->setFocus(Qt::PopupFocusReason);
}

void ColumnPopup::choose(model::EventIndex event) {
    if (!isVisible())
        return; // a double click chooses once
    close();
    Q_EMIT eventChosen(event);
}

/// Escape closes the list and does nothing else in the window.
bool ColumnPopup::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape)
        event->accept();
    return QFrame::event(event);
}

void ColumnPopup::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QFrame::keyPressEvent(event);
}

} // namespace quoteline::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/list/event_list_view.h"

#include "app/content/words/translate.h"
#include "app/view/list/event_delegate.h"
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QMenu>
#include <QScopedValueRollback>
#include <algorithm>

namespace quoteline::ui {

namespace {

constexpr int rowsMeasured = 200; // for the widths of the columns

/// The first and the last of rows that stand in a row.
using Run = std::pair<int, int>;

/// From the top, none twice.
std::vector<Run> runsOf(const QItemSelection& selection) {
    std::vector<Run> runs;
    for (const QItemSelectionRange& range : selection)
        if (range.left() == 0)
            runs.emplace_back(range.top(), range.bottom());
    std::sort(runs.begin(), runs.end());
    int next = 0;
    for (Run& run : runs) {
        run.first = std::max(run.first, next);
        next = std::max(next, run.second + 1);
    }
    return runs;
}

/// A letter that a person types to find a title; such keys are not taken for commands here.
bool isLetterKey(const QKeyEvent& event) {
    return !(event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) &&
           !event.text().isEmpty() && event.text().front().isLetterOrNumber();
}

} // namespace

EventListView::EventListView(EventListModel& model, QWidget* parent)
    : QTableView(parent)
    , m_model(model)
    , m_delegate(new EventDelegate(this)) {
    setModel(&model);
    setItemDelegate(m_delegate);
    setAccessibleName(tr("Events"));
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(EventListModel::Title, QHeaderView::Stretch);
    sortByColumn(model.sortColumn(), model.sortOrder());
    setSortingEnabled(true);
    connect(this, &QTableView::doubleClicked, this,
            [this](const QModelIndex& index) { Q_EMIT eventOpened(m_model.eventAt(index.row())); });
    fitRows();
    fitColumns();
}

void EventListView::setMatcher(const model::TextMatcher& matcher) {
    m_delegate->setMatcher(matcher);
    viewport()->update();
}

void EventListView::showSelected(std::optional<model::EventIndex> event) {
    const QScopedValueRollback following(m_following, true);
    const auto row = event ? m_model.rowOf(*event) : std::nullopt;
    if (!row) {
        if (currentIndex().isValid())
            selectionModel()->clear();
        return;
    }
    const QModelIndex index = m_model.index(*row, EventListModel::Title);
    // What a person selects here beside that row is theirs.
    if (currentIndex().row() != *row || (!m_choosing && !selectionModel()->hasSelection()))
        selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(index);
}

void EventListView::fitRows() {
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2);
}

void EventListView::fitColumns() {
    const QFontMetrics metrics = fontMetrics();
    // A quarter for each of them, so that the title has one too.
    const int most =
        std::clamp(viewport()->width() / 4, metrics.averageCharWidth() * 12, metrics.averageCharWidth() * 36);
    const int air = metrics.averageCharWidth() * 2;
    const int rows = std::min(m_model.rowCount(), rowsMeasured);
    for (const int column : {EventListModel::When, EventListModel::Lane, EventListModel::Sources}) {
        int width = horizontalHeader()->sectionSizeHint(column);
        for (int row = 0; row < rows; ++row)
            width = std::max(width, metrics.horizontalAdvance(m_model.index(row, column).data().toString()) + air);
        setColumnWidth(column, std::min(width, most));
    }
}

/// A list that became narrower gives the title its part back; wider ones leave the columns as a person set them.
void EventListView::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    if (columnWidth(EventListModel::Title) < viewport()->width() / 4)
        fitColumns();
}

int EventListView::heightFor(int rows) const {
    const int header = horizontalHeader()->isHidden() ? 0 : horizontalHeader()->sizeHint().height();
    return header + rows * verticalHeader()->defaultSectionSize() + 2 * frameWidth();
}

void EventListView::setSeveralSelectable(bool several) {
    setSelectionMode(several ? QAbstractItemView::ExtendedSelection : QAbstractItemView::SingleSelection);
}

void EventListView::setMenuCommands(std::vector<QAction*> commands) {
    m_commands = std::move(commands);
}

std::vector<model::EventIndex> EventListView::selectedEvents() const {
    std::vector<model::EventIndex> events;
    for (const auto& [first, last] : runsOf(selectionModel()->selection()))
        for (int row = first; row <= last; ++row)
            events.push_back(m_model.eventAt(row));
    return events;
}

std::size_t EventListView::selectedCount() const {
    std::size_t count = 0;
    for (const auto& [first, last] : runsOf(selectionModel()->selection()))
        count += static_cast<std::size_t>(std::max(0, last - first + 1));
    return count;
}

void EventListView::copySelectedRows() {
    const std::size_t count = selectedCount();
    if (count == 0)
        return;
    const QLocale& locale = m_model.view().locale();
    if (count > mostLinesCopied) {
        Q_EMIT notCopied(tr("Nothing was copied: %1 rows are selected, and at most %2 are copied as lines of text.")
                             .arg(layout::number(count, locale), layout::number(mostLinesCopied, locale)));
        return;
    }
    QStringList lines;
    const std::vector<model::EventIndex> events = selectedEvents();
    for (const model::EventIndex event : events)
        lines.append(m_model.rowAsText(m_model.rowOf(event).value_or(0)));
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
    Q_EMIT copied(count == 1 ? m_model.view().title(events.front())
                             : tr("%n row(s)", nullptr, static_cast<int>(count)));
}

void EventListView::choose(model::EventIndex event) {
    const QScopedValueRollback choosing(m_choosing, true);
    Q_EMIT eventChosen(event);
}

void EventListView::goTo(int row) {
    setCurrentIndex(m_model.index(row, EventListModel::Title));
}

/// Several letters in a row look on from where the list stands; the same letter again goes to the next such title.
void EventListView::keyboardSearch(const QString& search) {
    constexpr qint64 pauseMs = 1000; // as long as people take between letters of one word
    if (m_model.rowCount() == 0 || search.isEmpty())
        return;
    const bool goesOn = m_sinceLetter.isValid() && m_sinceLetter.elapsed() < pauseMs;
    m_sinceLetter.start();
    const bool again = goesOn && m_letters == search;
    m_letters = goesOn && !again ? m_letters + search : search;
    const int current = currentIndex().isValid() ? currentIndex().row() : -1;
    const int from = m_letters.size() > 1 ? std::max(0, current) : (current + 1) % m_model.rowCount();
    if (const auto row = m_model.rowBeginningWith(m_letters, from))
        goTo(*row);
}

bool EventListView::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (isLetterKey(*key) || key->matches(QKeySequence::Copy))
            event->accept();
    }
    return QTableView::event(event);
}

void EventListView::changeEvent(QEvent* event) {
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        fitRows();
        fitColumns();
    }
}

void EventListView::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && currentIndex().isValid())
        Q_EMIT eventOpened(m_model.eventAt(currentIndex().row()));
    else if (event->matches(QKeySequence::Copy))
        copySelectedRows();
    else
        QTableView::keyPressEvent(event);
}

/// A click on the row that is selected already reveals its event again.
void EventListView::mouseReleaseEvent(QMouseEvent* event) {
    QTableView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && index.isValid() && index.row() == currentIndex().row())
        choose(m_model.eventAt(index.row()));
}

/// A list without a current row takes its first for one. By the mouse another one may be meant.
void EventListView::focusInEvent(QFocusEvent* event) {
    const bool byMouse = event->reason() == Qt::MouseFocusReason;
    const QScopedValueRollback following(m_following, m_following || byMouse);
    QTableView::focusInEvent(event);
    if (!byMouse && currentIndex().isValid() && !selectionModel()->hasSelection())
        selectionModel()->select(currentIndex(), QItemSelectionModel::Select | QItemSelectionModel::Rows);
}

void EventListView::contextMenuEvent(QContextMenuEvent* event) {
    if (!currentIndex().isValid())
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("&Copy")), &QAction::triggered, this, &EventListView::copySelectedRows);
    for (QAction* command : m_commands)
        menu->addAction(command);
    menu->popup(event->globalPos());
}

void EventListView::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QTableView::currentChanged(current, previous);
    if (!m_following && current.isValid() && current.row() != previous.row())
        choose(m_model.eventAt(current.row()));
}

/// Home and End go to the first and the last row: there is nothing to reach within a row.
QModelIndex EventListView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) {
    const int rows = m_model.rowCount();
    if (rows > 0 && (action == MoveHome || action == MoveEnd))
        return m_model.index(action == MoveHome ? 0 : rows - 1, EventListModel::Title);
    return QTableView::moveCursor(action, modifiers);
}

} // namespace quoteline::ui

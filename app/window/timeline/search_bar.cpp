// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/timeline/search_bar.h"

#include "app/paint/icons.h"
#include "app/window/parts/actions.h"
#include <QAction>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace quoteline::ui {

namespace {

/// A button for an action that has longer words in its menu; without words of its own it is a drawing.
QToolButton* button(QAction& action, const QString& icon, const QString& words, const QString& name, QToolBar* parent) {
    auto* made = new QToolButton(parent);
    made->setAutoRaise(true);
    made->setIcon(ownIcon(icon));
    made->setIconSize(parent->iconSize());
    QObject::connect(parent, &QToolBar::iconSizeChanged, made, &QToolButton::setIconSize);
    made->setToolButtonStyle(words.isEmpty() ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    made->setText(words);
    made->setAccessibleName(name);
    made->setToolTip(name);
    made->setFocusPolicy(Qt::TabFocus);
    QObject::connect(made, &QToolButton::clicked, &action, &QAction::trigger);
    return made;
}

constexpr int mostTyped = 256; // a sentence; what is pasted by mistake may be a book

} // namespace

SearchBar::SearchBar(EventFilter& filter, const Actions& actions, QAction& facets, QWidget* parent)
    : QToolBar(tr("Search"), parent)
    , m_filter(filter)
    , m_field(new QLineEdit(this))
    , m_count(new QLabel(this)) {
    setObjectName(QStringLiteral("searchBar"));
    setMovable(false);
    m_field->setObjectName(QStringLiteral("searchField"));
    m_field->setClearButtonEnabled(true);
    m_field->setMaxLength(mostTyped);
    m_field->setPlaceholderText(tr("Search titles, summaries, quotes, names"));
    m_field->setAccessibleName(tr("Search"));
    m_field->setMinimumWidth(120);
    m_field->setMaximumWidth(420);
    m_field->installEventFilter(this);
    m_count->setObjectName(QStringLiteral("searchCount"));
    m_count->setTextFormat(Qt::PlainText);
    m_count->setContentsMargins(8, 0, 8, 0);
    addWidget(m_field);
    addWidget(m_count);
    addWidget(button(*actions.findPrevious, QStringLiteral("find-previous"), {}, tr("Previous event found"), this));
    addWidget(button(*actions.findNext, QStringLiteral("find-next"), {}, tr("Next event found"), this));
    facets.setIcon(ownIcon(QStringLiteral("filters")));
    facets.setIconVisibleInMenu(false); // it has a check mark there
    addAction(&facets);
    qobject_cast<QToolButton*>(widgetForAction(&facets))->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto* clear =
        button(*actions.clearFilters, QStringLiteral("clear"), tr("Clear"), tr("Clear search and filters"), this);
    clear->setObjectName(QStringLiteral("clearSearch"));
    m_clear = addWidget(clear);
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString& text) {
        model::EventQuery query = m_filter.query();
        query.text = text;
        m_filter.setQuery(query);
    });
    connect(&m_filter, &EventFilter::queryChanged, this, &SearchBar::followQuery);
    connect(&m_filter, &EventFilter::resultChanged, this, &SearchBar::followResult);
    followQuery();
    followResult();
}

void SearchBar::focusField() {
    show();
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

QString SearchBar::countWords() const {
    return m_count->text();
}

void SearchBar::followQuery() {
    if (m_field->text() != m_filter.query().text)
        m_field->setText(m_filter.query().text);
    m_clear->setVisible(!m_filter.query().isEmpty());
}

void SearchBar::followResult() {
    m_count->setText(countInWords(m_filter));
}

/// Escape is a command of the window: here it is first of all the field's.
bool SearchBar::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return QToolBar::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (key->key() != Qt::Key_Escape && !enter)
        return QToolBar::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::ShortcutOverride)
        return true;
    if (enter)
        Q_EMIT stepRequested(key->modifiers() & Qt::ShiftModifier ? -1 : 1);
    else if (m_field->text().isEmpty())
        Q_EMIT left();
    else
        m_field->clear();
    return true;
}

} // namespace quoteline::ui

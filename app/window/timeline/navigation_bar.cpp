// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/timeline/navigation_bar.h"

#include "app/window/parts/actions.h"
#include <QCoreApplication>
#include <QEvent>
#include <QMainWindow>
#include <QMenu>
#include <QToolBar>
#include <QToolButton>
#include <vector>

namespace quoteline::ui {

namespace {

struct BarText {
    Q_DECLARE_TR_FUNCTIONS(ui)
};

constexpr char wordedProperty[] = "worded"; ///< of actions whose buttons show words where there is room
constexpr int wordlessChars = 62;           ///< room of the search bar, in characters: field, number and four buttons

/// `words` are short, for a button; the tooltip says all, and the key.
void add(QToolBar& bar, QAction* action, const QString& words, Qt::ToolButtonStyle style) {
    const QString name = QString(action->text()).remove(u'&');
    const QString key = action->shortcut().toString(QKeySequence::NativeText);
    action->setIconText(words);
    action->setToolTip(key.isEmpty() ? name : BarText::tr("%1 (%2)", "a command and its key").arg(name, key));
    action->setProperty(wordedProperty, style == Qt::ToolButtonTextBesideIcon);
    bar.addAction(action);
    if (auto* button = qobject_cast<QToolButton*>(bar.widgetForAction(action))) {
        button->setToolButtonStyle(style);
        button->setAccessibleName(name);
    }
}

/// Takes the words from the buttons where the window is too narrow for them and the search bar beside them.
class WordsWhereRoom : public QObject {
public:
    WordsWhereRoom(QMainWindow& window, QToolBar& bar)
        : QObject(&bar)
        , m_window(window)
        , m_bar(bar) {
        window.installEventFilter(this);
        bar.installEventFilter(this);
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::Resize || event->type() == QEvent::FontChange)
            follow();
        return QObject::eventFilter(watched, event);
    }

private:
    void follow() {
        const QFontMetrics metrics = m_bar.fontMetrics();
        const int icon = m_bar.iconSize().width();
        int wanted = metrics.averageCharWidth() * wordlessChars;
        std::vector<QToolButton*> worded;
        for (QAction* action : m_bar.actions()) {
            auto* button = qobject_cast<QToolButton*>(m_bar.widgetForAction(action));
            wanted += icon * 3 / 2;
            if (!button || !action->property(wordedProperty).toBool())
                continue;
            wanted += metrics.horizontalAdvance(action->iconText());
            worded.push_back(button);
        }
        const auto style = wanted <= m_window.width() ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly;
        for (QToolButton* button : worded)
            if (button->toolButtonStyle() != style)
                button->setToolButtonStyle(style);
    }

    QMainWindow& m_window;
    QToolBar& m_bar;
};

} // namespace

QToolBar* addNavigationBar(QMainWindow& window, const Actions& actions) {
    auto* bar = new QToolBar(BarText::tr("Navigation"), &window);
    bar->setObjectName(QStringLiteral("navigation"));
    add(*bar, actions.back, BarText::tr("Back"), Qt::ToolButtonIconOnly);
    add(*bar, actions.forward, BarText::tr("Forward"), Qt::ToolButtonIconOnly);
    bar->addSeparator();
    add(*bar, actions.wholeStory, BarText::tr("Whole story"), Qt::ToolButtonTextBesideIcon);
    add(*bar, actions.busiest, BarText::tr("Busiest stretch"), Qt::ToolButtonTextBesideIcon);
    add(*bar, actions.coreWindow, BarText::tr("Core window"), Qt::ToolButtonTextBesideIcon);
    add(*bar, actions.fitSelection, BarText::tr("Fit", "the selected event into the view"), Qt::ToolButtonIconOnly);
    bar->addSeparator();
    add(*bar, actions.zoomOut, BarText::tr("Zoom out"), Qt::ToolButtonIconOnly);
    add(*bar, actions.zoomIn, BarText::tr("Zoom in"), Qt::ToolButtonIconOnly);
    window.addToolBar(Qt::TopToolBarArea, bar);
    new WordsWhereRoom(window, *bar); // owned by the bar
    actions.panesMenu->addAction(bar->toggleViewAction());
    return bar;
}

} // namespace quoteline::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/view/evidence/evidence_panel.h"
#include "app/view/pages/page_area.h"
#include "app/view/pages/text_block.h"
#include "tests/content/panel_stories.h"
#include <QPushButton>
#include <vector>

/// What tests see of a panel, and what they do to it.
namespace quoteline::test {

/// Lays the panel out as a window of that size would.
void layOut(ui::EvidencePanel& panel, int width, int height = 700);

ui::PageArea& areaOf(const ui::EvidencePanel& panel);
QWidget& pageOf(const ui::EvidencePanel& panel);
std::vector<ui::TextBlock*> blocksOf(const ui::EvidencePanel& panel);

/// Everything that can be read on the page: texts and what buttons say.
QString wordsOf(const ui::EvidencePanel& panel);

/// The buttons whose words contain these, that of the legend included.
std::vector<QPushButton*> buttonsWith(const ui::EvidencePanel& panel, const QString& words);

/// The only button with these words; throws, which fails the test, when there are more or none.
QPushButton& buttonWith(const ui::EvidencePanel& panel, const QString& words);

/// Sends a key down and up.
void press(QWidget& widget, Qt::Key key);

/// Shows a window and makes it the active one.
void show(QWidget& window);

int topIn(const QWidget& root, const QWidget& widget);

/// Every part of the page lies inside of it, and every text has room for all its lines.
void expectEverythingFits(const ui::EvidencePanel& panel);

/// A panel with a story, and perhaps an event.
struct Shown {
    explicit Shown(const layout::StoryView& view) { panel.setView(view); }
    Shown(const layout::StoryView& view, std::string_view id)
        : Shown(view) {
        panel.showEvidence(eventOf(view, id));
    }
    ui::EvidencePanel panel;
};

} // namespace quoteline::test

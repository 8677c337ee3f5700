// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/parts/work_bar.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QToolButton>

namespace quoteline::ui {

WorkBar::WorkBar(const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_progress(new QProgressBar)
    , m_cancel(new QToolButton) {
    m_progress->setMaximumWidth(200);
    m_progress->setAccessibleName(name);
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAccessibleName(tr("Cancel: %1").arg(name));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_progress);
    row->addWidget(m_cancel);
    connect(m_cancel, &QToolButton::clicked, this, &WorkBar::cancelled);
    hide();
}

void WorkBar::begin() {
    m_progress->setRange(0, 1000);
    m_progress->setValue(0);
    show();
}

void WorkBar::beginUnmeasured() {
    m_progress->setRange(0, 0);
    show();
}

void WorkBar::setShare(double share) {
    m_progress->setValue(static_cast<int>(share * 1000));
}

void WorkBar::end() {
    hide();
}

} // namespace quoteline::ui

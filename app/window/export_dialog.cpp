// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/export_dialog.h"

#include "app/layout/date_words.h"
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPushButton>

namespace quoteline::ui {

namespace {
constexpr QSize sizes[] = {{1280, 800}, {1600, 900}, {1920, 1080}, {2560, 1440}, {3840, 2160}};
constexpr double scales[] = {1, 2, 3, 4};
} // namespace

ExportDialog::ExportDialog(const layout::StoryView& view, const layout::TimeWindow& shown, bool whole, bool dark,
                           double textScale, QWidget* parent)
    : QDialog(parent)
    , m_view(view)
    , m_shown(shown)
    , m_textScale(textScale)
    , m_range(new QComboBox(this))
    , m_size(new QComboBox(this))
    , m_scale(new QComboBox(this))
    , m_theme(new QComboBox(this))
    , m_pixels(new QLabel(this)) {
    setWindowTitle(tr("Export picture"));
    m_range->addItem(tr("The whole story"));
    m_range->addItem(tr("What is in view (%1)").arg(layout::rangeInWords(shown.start, shown.end(), view.locale())));
    m_range->setCurrentIndex(whole ? 0 : 1);
    for (const QSize& size : sizes)
        m_size->addItem(tr("%1 × %2").arg(QString::number(size.width()), QString::number(size.height())));
    m_size->setCurrentIndex(1);
    for (const double scale : scales)
        m_scale->addItem(tr("%1 ×").arg(scale));
    m_theme->addItems({tr("Light"), tr("Dark")});
    m_theme->setCurrentIndex(dark ? 1 : 0);
    m_pixels->setTextFormat(Qt::PlainText);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton* save = buttons->addButton(tr("&Save as …"), QDialogButtonBox::AcceptRole);
    save->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* form = new QFormLayout(this);
    form->addRow(tr("&Shows"), m_range);
    form->addRow(tr("S&ize"), m_size);
    form->addRow(tr("S&harpness"), m_scale);
    form->addRow(tr("&Colours"), m_theme);
    form->addRow(QString(), m_pixels);
    form->addRow(buttons);
    for (QComboBox* box : {m_range, m_size, m_scale})
        connect(box, &QComboBox::currentIndexChanged, this, &ExportDialog::describe);
    describe();
}

PictureSpec ExportDialog::spec() const {
    PictureSpec spec;
    spec.size = sizes[m_size->currentIndex()];
    spec.scale = scales[m_scale->currentIndex()];
    spec.textScale = m_textScale;
    spec.dark = m_theme->currentIndex() == 1;
    if (m_range->currentIndex() == 1)
        spec.range = m_shown;
    return spec;
}

/// What a picture leaves out takes a layout of the story to know, and does not depend on its sharpness.
const std::optional<QString>& ExportDialog::omission(PictureSpec spec) {
    spec.scale = 1;
    spec.dark = false;
    if (m_known != spec) {
        m_omission = omissionOf(m_view, spec);
        m_known = spec;
    }
    return m_omission;
}

void ExportDialog::describe() {
    const PictureSpec wanted = spec();
    const QSize pixels = wanted.size * wanted.scale;
    const auto problem = problemOf(wanted);
    const QString words =
        problem.value_or(tr("A PNG of %1 × %2 pixels, with the story's title, summary and sources as text inside.")
                             .arg(QString::number(pixels.width()), QString::number(pixels.height())));
    const auto omitted = problem ? std::nullopt : omission(wanted);
    m_pixels->setText(omitted ? words + u'\n' + *omitted : words);
    m_pixels->setWordWrap(true);
}

} // namespace quoteline::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/picture/picture_form.h"

#include "app/content/words/date_words.h"
#include "app/window/picture/picture_settings.h"
#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>
#include <algorithm>
#include <utility>

namespace quoteline::ui {

namespace {

constexpr QSize knownSizes[] = {{1280, 800}, {1600, 900}, {1920, 1080}, {2560, 1440}, {3840, 2160}};
constexpr double scales[] = {1, 2, 3.125, 4};
enum SizeChoice { A4Choice, A3Choice, FirstSize }; // then the sizes, and one for any other

constexpr int otherSize = FirstSize + static_cast<int>(std::size(knownSizes));

int scaleIndexOf(double scale) {
    const auto* nearest = std::min_element(std::begin(scales), std::end(scales), [scale](double a, double b) {
        return std::abs(a - scale) < std::abs(b - scale);
    });
    return static_cast<int>(nearest - std::begin(scales));
}

QSpinBox* sideBox(const QString& name, QWidget* parent) {
    auto* box = new QSpinBox(parent);
    box->setRange(minPictureSide, maxPictureSide);
    box->setSingleStep(100);
    box->setKeyboardTracking(false); // a number that is half typed is no size
    box->setAccessibleName(name);
    return box;
}

} // namespace

PictureForm::PictureForm(const layout::StoryView& view, const Shown& shown, const PictureRequest& begin,
                         QWidget* parent)
    : QWidget(parent)
    , m_shown(shown)
    , m_begin(begin)
    , m_isPdf(begin.format == PictureFormat::Pdf)
    , m_format(new QComboBox(this))
    , m_range(new QComboBox(this))
    , m_size(new QComboBox(this))
    , m_sides(new QWidget(this))
    , m_width(sideBox(tr("Width in pixels"), m_sides))
    , m_height(sideBox(tr("Height in pixels"), m_sides))
    , m_scale(new QComboBox(this))
    , m_theme(new QComboBox(this))
    , m_rows(new QCheckBox(tr("All ro&ws, as high as it takes"), this))
    , m_evidence(new QCheckBox(tr("&Quotes and sources below the timeline"), this))
    , m_readings(new QCheckBox(tr("With &links that no source states"), this))
    , m_story(new QCheckBox(tr("The picture carries the s&tory and opens again"), this))
    , m_caveat(new QLabel(this))
    , m_author(new QLineEdit(this)) {
    if (!m_isPdf) {
        m_otherRoom.paper = Paper::A4;
        m_otherRoom.allRows = true; // it has pages
    }
    fill(view);
    layOut();
    setRoom(begin);
    enable();
    connectAll();
}

void PictureForm::fill(const layout::StoryView& view) {
    m_format->addItems({tr("PNG: pixels, for every program"), tr("SVG: lines and text, for web pages"),
                        tr("PDF: pages, to print and to read")});
    m_format->setCurrentIndex(static_cast<int>(m_begin.format));
    m_range->addItem(tr("The whole story"));
    m_range->addItem(tr("What is in view (%1)")
                         .arg(layout::rangeInWords(m_shown.window.start, m_shown.window.end(), view.locale())));
    m_range->setCurrentIndex(m_shown.whole ? 0 : 1);
    m_size->addItems({tr("A4 paper"), tr("A3 paper")});
    for (const QSize& size : knownSizes)
        m_size->addItem(tr("%1 × %2").arg(QString::number(size.width()), QString::number(size.height())));
    m_size->addItem(tr("Another size"));
    for (const double scale : scales)
        m_scale->addItem(
            tr("%1 × (%2 dots per inch)").arg(QLocale().toString(scale), QString::number(qRound(scale * dotsPerInch))));
    m_scale->setCurrentIndex(scaleIndexOf(m_begin.scale));
    m_theme->addItems({tr("Light"), tr("Dark")});
    m_theme->setCurrentIndex(m_begin.dark ? 1 : 0);
    m_evidence->setChecked(m_begin.evidence);
    m_readings->setChecked(m_begin.readings);
    m_story->setChecked(m_begin.carryStory);
    m_caveat->setTextFormat(Qt::PlainText);
    m_caveat->setWordWrap(true);
    m_caveat->setText(tr("Some sites and programs strip such data from pictures. Its checksum shows damage; it is no "
                         "signature and does not show who made the picture."));
    m_author->setMaxLength(longestAuthor);
    m_author->setText(m_begin.author);
    m_author->setPlaceholderText(tr("Nobody is named"));
}

void PictureForm::layOut() {
    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    auto* sides = new QHBoxLayout(m_sides);
    sides->setContentsMargins(0, 0, 0, 0);
    sides->addWidget(m_width);
    sides->addWidget(new QLabel(tr("×"), this));
    sides->addWidget(m_height);
    sides->addStretch();
    form->addRow(tr("&Format"), m_format);
    form->addRow(tr("S&hows"), m_range);
    form->addRow(tr("S&ize"), m_size);
    form->addRow(QString(), m_sides);
    form->addRow(tr("Sh&arpness"), m_scale);
    form->addRow(tr("&Colours"), m_theme);
    form->addRow(m_rows);
    form->addRow(m_evidence);
    form->addRow(m_readings);
    form->addRow(m_story);
    form->addRow(m_caveat);
    form->addRow(tr("Made b&y"), m_author);
}

void PictureForm::connectAll() {
    const auto tell = [this] {
        enable();
        Q_EMIT changed();
    };
    connect(m_format, &QComboBox::currentIndexChanged, this, &PictureForm::takeRoomOfKind);
    for (QComboBox* box : {m_format, m_range, m_scale, m_theme})
        connect(box, &QComboBox::currentIndexChanged, this, tell);
    connect(m_size, &QComboBox::currentIndexChanged, this, [this, tell] {
        const int index = m_size->currentIndex() - FirstSize;
        if (index >= 0 && index < static_cast<int>(std::size(knownSizes))) {
            const QSignalBlocker still(m_width);
            const QSignalBlocker too(m_height);
            m_width->setValue(knownSizes[index].width());
            m_height->setValue(knownSizes[index].height());
        }
        tell();
    });
    for (QSpinBox* box : {m_width, m_height})
        connect(box, &QSpinBox::valueChanged, this, tell);
    for (QCheckBox* box : {m_rows, m_evidence, m_readings, m_story})
        connect(box, &QCheckBox::toggled, this, tell);
}

/// A PDF is for paper, the others are for screens: each keeps its own size and rows.
void PictureForm::takeRoomOfKind() {
    const bool isPdf = m_format->currentIndex() == static_cast<int>(PictureFormat::Pdf);
    if (isPdf != std::exchange(m_isPdf, isPdf))
        setRoom(std::exchange(m_otherRoom, spec()));
}

/// What a kind of picture has no use for cannot be chosen for it.
void PictureForm::enable() {
    const auto format = static_cast<PictureFormat>(m_format->currentIndex());
    const bool other = m_size->currentIndex() == otherSize;
    static_cast<QFormLayout*>(layout())->setRowVisible(m_sides, other);
    m_scale->setEnabled(format == PictureFormat::Png);
    m_readings->setEnabled(m_evidence->isChecked());
    m_story->setEnabled(format != PictureFormat::Pdf);
    m_caveat->setEnabled(m_story->isEnabled());
}

void PictureForm::commit() {
    m_width->interpretText();
    m_height->interpretText();
}

void PictureForm::setRoom(const PictureRequest& spec) {
    {
        const QSignalBlocker still(m_width);
        const QSignalBlocker too(m_height);
        const QSignalBlocker three(m_rows);
        m_rows->setChecked(spec.allRows);
        m_width->setValue(spec.size.width());
        m_height->setValue(spec.size.height());
    }
    const auto* known = std::find(std::begin(knownSizes), std::end(knownSizes), spec.size);
    const int index = spec.paper ? (*spec.paper == Paper::A4 ? A4Choice : A3Choice)
                                 : FirstSize + static_cast<int>(known - std::begin(knownSizes));
    if (m_size->currentIndex() == index)
        Q_EMIT changed();
    m_size->setCurrentIndex(index);
}

PictureRequest PictureForm::spec() const {
    PictureRequest spec = m_begin;
    spec.format = static_cast<PictureFormat>(m_format->currentIndex());
    spec.paper.reset();
    if (m_size->currentIndex() < FirstSize)
        spec.paper = m_size->currentIndex() == A4Choice ? Paper::A4 : Paper::A3;
    spec.size = QSize(m_width->value(), m_height->value());
    spec.scale = scales[m_scale->currentIndex()];
    spec.range.reset();
    if (m_range->currentIndex() == 1)
        spec.range = m_shown.window;
    spec.dark = m_theme->currentIndex() == 1;
    spec.allRows = m_rows->isChecked();
    spec.evidence = m_evidence->isChecked();
    spec.readings = m_readings->isChecked();
    spec.carryStory = m_story->isChecked();
    spec.author = m_author->text().trimmed();
    return spec;
}

} // namespace quoteline::ui

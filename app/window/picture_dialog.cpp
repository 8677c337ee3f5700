// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/picture_dialog.h"

#include "app/layout/translate.h"
#include "app/window/save_target.h"
#include <QApplication>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyle>
#include <QVBoxLayout>

namespace quoteline::ui {

namespace {

/// What the file will be, in figures.
QString figures(const PreparedPicture& picture, const QLocale& locale) {
    const PictureSpec& spec = picture.spec;
    const QSizeF size = picture.plan.pages.front().size;
    const auto text = [](int side) { return QString::number(side); };
    switch (spec.format) {
    case PictureFormat::Png: {
        const QSize pixels = pixelsOf(size, spec.scale);
        return PictureDialog::tr("A PNG of %1 × %2 pixels.").arg(text(pixels.width()), text(pixels.height()));
    }
    case PictureFormat::Svg: {
        const QSize pixels = pixelsOf(size, 1);
        return PictureDialog::tr("An SVG of %1 × %2 pixels.").arg(text(pixels.width()), text(pixels.height()));
    }
    case PictureFormat::Pdf: {
        const std::size_t pages = picture.plan.pages.size();
        return PictureDialog::tr("A PDF of %1 page(s).", nullptr, static_cast<int>(pages))
            .arg(layout::number(pages, locale));
    }
    }
    return {};
}

QString enlargeWords(const LargerPicture& larger) {
    if (larger.paper)
        return PictureDialog::tr("&Use A3 paper");
    return PictureDialog::tr("&Use %1 × %2")
        .arg(QString::number(larger.size.width()), QString::number(larger.size.height()));
}

} // namespace

PictureDialog::PictureDialog(const layout::StoryView& view, const PictureForm::Shown& shown, const PictureSpec& begin,
                             const QString& suggested, QWidget* parent)
    : QDialog(parent)
    , m_view(view)
    , m_suggested(suggested)
    , m_worker(new PictureWorker(this))
    , m_form(new PictureForm(view, shown, begin, this))
    , m_preview(new PicturePreview(this))
    , m_message(new QLabel(this))
    , m_enlarge(new QPushButton(this))
    , m_progress(new QProgressBar(this))
    , m_save(new QPushButton(tr("&Save as …"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this)) {
    setWindowTitle(tr("Export picture"));
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("How far the picture is"));
    m_save->setDefault(true);
    m_enlarge->setAutoDefault(false);
    m_cancel->setAutoDefault(false);
    layOut();
    m_soon.setSingleShot(true);
    m_soon.setInterval(150);
    connect(&m_soon, &QTimer::timeout, this, [this] { m_worker->prepare(m_view, spec()); });
    connect(m_form, &PictureForm::changed, this, &PictureDialog::beginAnew);
    connect(m_save, &QPushButton::clicked, this, &PictureDialog::ask);
    connect(m_cancel, &QPushButton::clicked, this, &PictureDialog::reject);
    connect(m_enlarge, &QPushButton::clicked, this, [this] {
        if (m_advice && m_advice->larger)
            m_form->setSize(enlarged(spec(), *m_advice->larger));
    });
    connectWorker();
    setBusy(false);
    const QSize room = screen()->availableGeometry().size() -
                       QSize(2, 3) * QApplication::style()->pixelMetric(QStyle::PM_TitleBarHeight);
    resize((QSize(72, 42) * fontMetrics().height()).boundedTo(room));
    beginAnew();
    m_worker->prepare(m_view, spec());
    m_soon.stop();
}

/// The choices are as wide as they need, and scroll where the screen is too low for them.
void PictureDialog::layOut() {
    auto* area = new QScrollArea(this);
    auto* left = new QWidget(area);
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_form);
    column->addWidget(m_message);
    column->addWidget(m_enlarge, 0, Qt::AlignLeft);
    column->addStretch(1);
    area->setWidget(left);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFixedWidth(std::max(left->sizeHint().width(), 26 * fontMetrics().height()) +
                        area->verticalScrollBar()->sizeHint().width());
    auto* panes = new QHBoxLayout;
    panes->addWidget(area);
    panes->addWidget(m_preview, 1);
    auto* row = new QHBoxLayout;
    row->addWidget(m_progress, 1);
    row->addStretch();
    auto* buttons = new QDialogButtonBox(this);
    buttons->addButton(m_save, QDialogButtonBox::AcceptRole);
    buttons->addButton(m_cancel, QDialogButtonBox::RejectRole);
    row->addWidget(buttons);
    auto* all = new QVBoxLayout(this);
    all->addLayout(panes, 1);
    all->addLayout(row);
}

void PictureDialog::connectWorker() {
    connect(m_worker, &PictureWorker::prepared, this, [this](const PictureWorker::Prepared& picture) {
        m_prepared = picture;
        m_preview->setPicture(picture);
        m_save->setEnabled(true);
        describe();
    });
    connect(m_worker, &PictureWorker::advised, this, [this](const std::optional<RoomAdvice>& advice) {
        m_advice = advice;
        describe();
    });
    connect(m_worker, &PictureWorker::refused, this, [this](const QString& sentence) {
        m_preview->setPicture(nullptr);
        m_message->setText(sentence);
    });
    connect(m_worker, &PictureWorker::progressed, this,
            [this](double share) { m_progress->setValue(static_cast<int>(share * m_progress->maximum())); });
    connect(m_worker, &PictureWorker::written, this, [this](const QString& path) {
        m_written = path;
        setBusy(false);
        accept();
    });
    connect(m_worker, &PictureWorker::failed, this, [this](const QString& sentence) {
        setBusy(false);
        tellFailure(*this, windowTitle(), sentence);
    });
}

QString PictureDialog::words() const {
    return m_advice ? m_advice->words : QString();
}

/// Whatever was chosen anew: what is shown is out of date.
void PictureDialog::beginAnew() {
    m_worker->cancel();
    m_prepared.reset();
    m_advice.reset();
    m_save->setEnabled(false);
    m_enlarge->hide();
    m_message->setText(tr("Laying the picture out …"));
    m_soon.start();
}

void PictureDialog::describe() {
    QString words = figures(*m_prepared, m_view.locale());
    if (m_advice)
        words += u'\n' + m_advice->words;
    m_message->setText(words);
    const bool larger = m_advice && m_advice->larger;
    m_enlarge->setVisible(larger);
    if (larger)
        m_enlarge->setText(enlargeWords(*m_advice->larger));
}

void PictureDialog::ask() {
    if (!m_prepared)
        return;
    const QString suffix = suffixOf(m_prepared->spec.format);
    const QString target =
        askForTarget(*this, {windowTitle(), m_suggested + suffix, tr("Pictures (*%1)").arg(suffix), suffix});
    if (!target.isEmpty())
        save(target);
}

bool PictureDialog::save(const QString& path) {
    if (!m_prepared || m_busy)
        return false;
    setBusy(true);
    m_worker->write(m_prepared, path);
    return true;
}

/// While the picture is written, to cancel means to stop that; the choices stay.
void PictureDialog::reject() {
    if (!m_busy) {
        m_worker->cancel();
        QDialog::reject();
        return;
    }
    m_worker->cancel();
    setBusy(false);
    describe();
}

void PictureDialog::setBusy(bool busy) {
    m_busy = busy;
    m_form->setEnabled(!busy);
    m_enlarge->setEnabled(!busy);
    m_save->setEnabled(!busy && m_prepared);
    m_progress->setVisible(busy);
    m_progress->setValue(0);
}

} // namespace quoteline::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/picture/picture_dialog.h"

#include "app/content/words/translate.h"
#include "app/window/files/save_target.h"
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
    const PictureRequest& spec = picture.spec;
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
    if (larger.allRows)
        return PictureDialog::tr("&Use all rows");
    if (larger.paper)
        return PictureDialog::tr("&Use A3 paper");
    return PictureDialog::tr("&Use %1 × %2")
        .arg(QString::number(larger.size.width()), QString::number(larger.size.height()));
}

} // namespace

PictureDialog::PictureDialog(const layout::StoryView& view, const PictureForm::Shown& shown,
                             const PictureRequest& begin, const QString& suggested, QWidget* parent)
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
            m_form->setRoom(enlarged(spec(), *m_advice->larger));
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
        describe();
        if (!m_target.isEmpty())
            write(std::exchange(m_target, QString()));
    });
    connect(m_worker, &PictureWorker::advised, this, [this](const std::optional<RoomAdvice>& advice) {
        m_advice = advice;
        m_advised = true;
        if (m_written.isEmpty())
            describe();
        else
            accept();
    });
    connect(m_worker, &PictureWorker::refused, this, &PictureDialog::refuse);
    connect(m_worker, &PictureWorker::progressed, this,
            [this](double share) { m_progress->setValue(static_cast<int>(share * m_progress->maximum())); });
    connect(m_worker, &PictureWorker::written, this, &PictureDialog::finish);
    connect(m_worker, &PictureWorker::writtenBeforeCancel, this, [this](const QString& path) {
        m_remark = tr("The picture was already in its place when it was cancelled: %1").arg(pathInWords(path));
        if (m_prepared)
            describe();
    });
    connect(m_worker, &PictureWorker::failed, this, [this](const QString& sentence) {
        setBusy(false);
        tellFailure(*this, windowTitle(), sentence);
    });
}

QString PictureDialog::words() const {
    return m_advice ? m_advice->words : QString();
}

/// What the picture leaves out is told afterwards, so that the dialog waits until it is known, or nobody cares.
void PictureDialog::finish(const QString& path) {
    m_written = path;
    if (m_advised)
        return accept();
    m_message->setText(tr("The picture is in its place. Looking for what it leaves out …"));
    m_progress->setRange(0, 0);
    m_cancel->setText(tr("Close"));
}

/// Whatever was chosen anew: what is shown is out of date.
void PictureDialog::beginAnew() {
    m_worker->cancel();
    m_prepared.reset();
    m_advice.reset();
    m_advised = false;
    m_remark.clear();
    m_refusal.clear();
    m_enlarge->hide();
    m_message->setText(tr("Laying the picture out …"));
    m_soon.start();
}

void PictureDialog::describe() {
    QString words = figures(*m_prepared, m_view.locale());
    if (m_advice)
        words += u'\n' + m_advice->words;
    if (!m_remark.isEmpty())
        words += u'\n' + m_remark;
    m_message->setText(words);
    const bool larger = m_advice && m_advice->larger;
    m_enlarge->setVisible(larger);
    if (larger)
        m_enlarge->setText(enlargeWords(*m_advice->larger));
}

void PictureDialog::refuse(const QString& sentence) {
    m_refusal = sentence;
    m_preview->setPicture(nullptr);
    m_message->setText(sentence);
    if (std::exchange(m_target, QString()).isEmpty())
        return;
    setBusy(false);
    tellFailure(*this, windowTitle(), sentence);
}

/// The press itself may end the typing of a number, so that the picture is laid out while the name is asked for.
void PictureDialog::ask() {
    m_form->commit();
    QString target;
    if (m_refusal.isEmpty()) {
        const QString suffix = suffixOf(spec().format);
        target = askForTarget(*this, {windowTitle(), m_suggested + suffix, tr("Pictures (*%1)").arg(suffix), suffix});
        if (target.isEmpty())
            return;
    }
    if (!save(target))
        tellFailure(*this, windowTitle(), m_refusal);
}

bool PictureDialog::save(const QString& path) {
    if (m_busy)
        return false;
    m_form->commit();
    if (!m_refusal.isEmpty())
        return false;
    setBusy(true);
    if (m_prepared)
        write(path);
    else
        m_target = path;
    return true;
}

void PictureDialog::write(const QString& path) {
    PreparedPicture picture = *m_prepared;
    picture.spec.author = spec().author; // which may have been typed since
    m_worker->write(std::move(picture), path);
}

/// While the picture is written, to cancel means to stop that; the choices stay.
void PictureDialog::reject() {
    if (!m_written.isEmpty())
        return accept();
    if (!m_busy) {
        m_worker->cancel();
        QDialog::reject();
        return;
    }
    if (std::exchange(m_target, QString()).isEmpty())
        m_worker->cancelWriting();
    setBusy(false);
    if (m_prepared)
        describe();
}

/// What has the keyboard may be what cannot be used now.
void PictureDialog::setBusy(bool busy) {
    const bool changes = busy != std::exchange(m_busy, busy);
    m_form->setEnabled(!busy);
    m_enlarge->setEnabled(!busy);
    m_save->setEnabled(!busy);
    m_progress->setVisible(busy);
    m_progress->setValue(0);
    if (changes)
        (busy ? m_cancel : m_save)->setFocus();
}

} // namespace quoteline::ui

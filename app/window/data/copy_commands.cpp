// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/data/copy_commands.h"

#include "app/content/words/translate.h"
#include "app/system/background.h"
#include "app/view/list/event_list_view.h"
#include "app/view/timeline/timeline_pane.h"
#include "app/view/timeline/view_controller.h"
#include "app/window/memory/look.h"
#include "app/window/parts/actions.h"
#include "app/window/parts/work_bar.h"
#include <QClipboard>
#include <QGuiApplication>
#include <QItemSelectionModel>
#include <QMimeData>
#include <QStatusBar>
#include <algorithm>
#include <cmath>

namespace quoteline::ui {

namespace {

constexpr int mostHeights = 4; // of the timeline, for what does not fit into one

/// A picture has a legend and sources, and nobody can scroll it: it is higher than the timeline where lanes need that.
int heightFor(const PreparedPicture& picture) {
    const int height = picture.spec.size.height();
    const double most = std::min(mostHeights * height, maxPictureSide);
    return static_cast<int>(std::min(height + std::ceil(picture.plan.counts.missingHeight), most));
}

/// In the background: what is missing of a picture takes many layouts to find out.
tl::expected<CopyCommands::LaidOut, model::Failure> laidOut(const layout::StoryView& view, PictureRequest spec,
                                                            const std::stop_token& stop) {
    auto prepared = preparePicture(view, spec, stop);
    if (prepared && heightFor(*prepared) > spec.size.height()) {
        spec.size.setHeight(heightFor(*prepared));
        prepared = preparePicture(view, spec, stop);
    }
    if (!prepared)
        return tl::unexpected(prepared.error());
    auto advice = adviceFor(*prepared, stop);
    return CopyCommands::LaidOut{*std::move(prepared), std::move(advice)};
}

} // namespace

CopyCommands::CopyCommands(const WindowParts& parts, EventListView& list, const Look& look)
    : m_parts(parts)
    , m_list(list)
    , m_look(look)
    , m_work(new WorkBar(tr("Copying"), &parts.window)) {
    m_parts.window.statusBar()->addPermanentWidget(m_work);
    m_work->hide();
    m_late.setSingleShot(true);
    m_late.setInterval(200);
    wire();
    follow();
}

CopyCommands::~CopyCommands() {
    m_stop.request_stop();
}

void CopyCommands::wire() {
    const Actions& a = m_parts.actions;
    connect(a.copyQuotes, &QAction::triggered, this, &CopyCommands::copyQuotes);
    connect(a.copyCsv, &QAction::triggered, this, [this] { copyRows(CopyForm::Csv); });
    connect(a.copyMarkdown, &QAction::triggered, this, [this] { copyRows(CopyForm::Markdown); });
    connect(a.copyPicture, &QAction::triggered, this, &CopyCommands::copyPicture);
    connect(&m_late, &QTimer::timeout, m_work, &WorkBar::beginUnmeasured);
    connect(m_work, &WorkBar::cancelled, this, [this] {
        end();
        m_parts.say(tr("Stopped copying; the clipboard is as it was"));
    });
    const ViewController* controller = &m_parts.controller;
    connect(controller, &ViewController::selectionChanged, this, &CopyCommands::follow);
    connect(controller, &ViewController::storyChanged, this, &CopyCommands::follow);
    connect(controller, &ViewController::arrangementChanged, this, &CopyCommands::follow);
    connect(m_list.selectionModel(), &QItemSelectionModel::selectionChanged, this, &CopyCommands::follow);
    m_list.installEventFilter(this);
}

/// The list counts as long as somebody sees it.
bool CopyCommands::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Show || event->type() == QEvent::Hide)
        follow();
    return QObject::eventFilter(watched, event);
}

bool CopyCommands::usesList() const {
    return m_list.isVisible() && m_list.selectionModel()->hasSelection();
}

void CopyCommands::follow() {
    const auto selected = m_parts.controller.selected();
    const bool any = usesList() || selected;
    m_parts.actions.copyCsv->setEnabled(any);
    m_parts.actions.copyMarkdown->setEnabled(any);
    m_parts.actions.copyQuotes->setEnabled(selected && m_parts.controller.view().story().quoteCount(*selected) > 0);
}

void CopyCommands::copyRows(CopyForm form) {
    const auto selected = m_parts.controller.selected();
    if (!usesList()) {
        if (selected)
            begin({*selected}, form);
        return;
    }
    if (const auto obstacle = copyObstacle(m_list.selectedCount(), m_parts.controller.view().locale()))
        m_parts.say(*obstacle);
    else
        begin(m_list.selectedEvents(), form);
}

void CopyCommands::copyQuotes() {
    if (const auto selected = m_parts.controller.selected())
        begin({*selected}, CopyForm::Citations);
}

std::stop_token CopyCommands::beginAnew() {
    end();
    m_stop = std::stop_source();
    m_late.start();
    return m_stop.get_token();
}

void CopyCommands::begin(std::vector<model::EventIndex> events, CopyForm form) {
    const std::stop_token stop = beginAnew();
    const std::size_t count = events.size();
    // The worker has values only.
    runInBackground(
        this,
        [view = m_parts.controller.view(), events = std::move(events), form, stop]() mutable {
            return std::make_shared<Result>(copiedText(view, std::move(events), form, stop));
        },
        [this, count, form, generation = m_generation](const std::shared_ptr<Result>& result) {
            if (generation == m_generation)
                finish(*result, count, form);
        });
}

void CopyCommands::end() {
    m_stop.request_stop();
    ++m_generation;
    m_late.stop();
    m_work->end();
}

void CopyCommands::finish(const Result& result, std::size_t events, CopyForm form) {
    end();
    if (!result)
        return m_parts.say(result.error().reason());
    auto* data = new QMimeData; // the clipboard owns it
    data->setText(result->text);
    if (const QString type = mimeTypeOf(form); type != QStringLiteral("text/plain"))
        data->setData(type, result->bytes);
    QGuiApplication::clipboard()->setMimeData(data);
    const QString words = tr("Copied %1: %2 event(s)", nullptr, static_cast<int>(events))
                              .arg(asInWords(form), layout::number(events, m_parts.controller.view().locale()));
    m_parts.say(result->remark.isEmpty() ? words : tr("%1. %2", "two sentences").arg(words, result->remark));
}

void CopyCommands::copyPicture() {
    const ViewController& controller = m_parts.controller;
    const QWidget& shown = *m_parts.pane.timeline().viewport();
    PictureRequest spec;
    spec.size = shown.size();
    spec.scale = std::clamp(shown.devicePixelRatioF(), 0.5, 8.0);
    spec.textScale = controller.fonts().textScale();
    spec.range = controller.state().window;
    spec.dark = m_look.theme().dark;
    spec.carryStory = false; // a clipboard takes pixels
    const std::stop_token stop = beginAnew();
    runInBackground(
        this,
        [view = controller.view(), spec, stop, few = tr("there is not enough memory")] {
            return std::make_shared<PictureResult>(withinMemory(few, [&] { return laidOut(view, spec, stop); }));
        },
        [this, generation = m_generation](const std::shared_ptr<PictureResult>& result) {
            if (generation == m_generation)
                finishPicture(*result);
        });
}

void CopyCommands::finishPicture(const PictureResult& result) {
    end();
    const QImage picture = result ? pageImage(result->picture, 0, result->picture.spec.scale) : QImage();
    if (picture.isNull())
        return m_parts.say(
            tr("Nothing was copied: %1").arg(result ? tr("there is not enough memory") : result.error().reason()));
    QGuiApplication::clipboard()->setImage(picture);
    const QString words = tr("Copied: a picture of %1 × %2 pixels")
                              .arg(QString::number(picture.width()), QString::number(picture.height()));
    m_parts.say(result->advice ? tr("%1. %2", "two sentences").arg(words, result->advice->words) : words);
}

} // namespace quoteline::ui

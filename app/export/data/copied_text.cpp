// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/data/copied_text.h"

#include "app/content/evidence/source_words.h"
#include "app/content/words/translate.h"
#include <QCoreApplication>

namespace quoteline::ui {

namespace {

struct CopyText {
    Q_DECLARE_TR_FUNCTIONS(ui)
};

QString tooLong(std::size_t mostBytes, const QLocale& locale) {
    return CopyText::tr("Nothing was copied: that is more than %1 MB of text. File > Export data writes it "
                        "into a file.")
        .arg(layout::number(mostBytes / (std::size_t{1024} * 1024), locale));
}

/// The text has no fewer bytes than that.
std::size_t leastBytes(const model::Story& story, const std::vector<model::EventIndex>& events) {
    std::size_t bytes = 0;
    for (const model::EventIndex event : events)
        for (std::size_t i = 0; i < story.quoteCount(event); ++i)
            bytes += story.quote(event, i).exact.size();
    return bytes;
}

/// What is there so far where the work is stopped.
QByteArray citations(const layout::StoryView& view, const std::vector<model::EventIndex>& events,
                     const std::stop_token& stop) {
    QByteArray bytes;
    for (const model::EventIndex event : events) {
        for (std::size_t i = 0; i < view.story().quoteCount(event) && !stop.stop_requested(); ++i) {
            if (!bytes.isEmpty())
                bytes += "\n\n";
            bytes += layout::citation(view, view.story().quote(event, i)).toUtf8();
        }
    }
    return bytes;
}

} // namespace

QString asInWords(CopyForm form) {
    switch (form) {
    case CopyForm::Csv:
        return CopyText::tr("as CSV");
    case CopyForm::Markdown:
        return CopyText::tr("as Markdown");
    case CopyForm::Citations:
        break;
    }
    return CopyText::tr("as quotes with citation");
}

QString mimeTypeOf(CopyForm form) {
    switch (form) {
    case CopyForm::Csv:
        return QStringLiteral("text/csv");
    case CopyForm::Markdown:
        return QStringLiteral("text/markdown");
    case CopyForm::Citations:
        break;
    }
    return QStringLiteral("text/plain");
}

std::optional<QString> copyObstacle(std::size_t events, const QLocale& locale) {
    if (events <= mostEventsCopied)
        return std::nullopt;
    return CopyText::tr("Nothing was copied: %1 events are selected, and a clipboard takes at most %2. File > Export "
                        "data writes all of them into a file.")
        .arg(layout::number(events, locale), layout::number(mostEventsCopied, locale));
}

tl::expected<CopiedText, model::Failure> copiedText(const layout::StoryView& view,
                                                    std::vector<model::EventIndex> events, CopyForm form,
                                                    const std::stop_token& stop, std::size_t mostBytes) {
    if (leastBytes(view.story(), events) > mostBytes)
        return tl::unexpected(tooLong(mostBytes, view.locale()));
    CopiedText copied;
    if (form == CopyForm::Citations) {
        copied.bytes = citations(view, events, stop);
        if (stop.stop_requested())
            return tl::unexpected(model::Stopped());
    } else {
        const DataFormat format = form == CopyForm::Csv ? DataFormat::Csv : DataFormat::Markdown;
        auto file = exportData(view, format, std::move(events), stop);
        if (!file)
            return tl::unexpected(file.error());
        copied.bytes = std::move(file->bytes);
        for (const Loss& loss : file->losses)
            if (loss.kind == LossKind::GuardedCells)
                copied.remark = lossInWords(loss);
    }
    if (static_cast<std::size_t>(copied.bytes.size()) > mostBytes)
        return tl::unexpected(tooLong(mostBytes, view.locale()));
    copied.text = QString::fromUtf8(copied.bytes);
    return copied;
}

} // namespace quoteline::ui

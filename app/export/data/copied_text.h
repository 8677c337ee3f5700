// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/data/story_export.h"
#include <QString>

/// Events as texts for the clipboard. Pure functions, for any thread.
namespace quoteline::ui {

enum class CopyForm : std::uint8_t {
    Csv,       ///< as the export of data writes it
    Markdown,  ///< the same
    Citations, ///< every quote with its citation, an empty line between two
};
inline constexpr std::array copyForms{CopyForm::Csv, CopyForm::Markdown, CopyForm::Citations};

/// "as CSV", for a sentence on what was copied.
QString asInWords(CopyForm form);
/// The type under which programs find it, beside plain text; "text/plain" where it is nothing else.
QString mimeTypeOf(CopyForm form);

/// A clipboard holds its text in memory, and hands a copy to everybody who asks.
inline constexpr std::size_t mostEventsCopied = 100'000;
inline constexpr std::size_t mostBytesCopied = std::size_t{64} * 1024 * 1024;
/// A sentence where so many events are more than a clipboard takes; to be asked before anything is done for them.
std::optional<QString> copyObstacle(std::size_t events, const QLocale& locale);

struct CopiedText {
    QByteArray bytes; ///< UTF-8
    QString text;     ///< the same
    QString remark;   ///< a sentence on what was changed so that spreadsheets see no formulas; may be empty
};
/// The events in the order given. Fails where the text is longer than `mostBytes`:
/// before anything is made of it where the quotes alone are.
tl::expected<CopiedText, model::Failure> copiedText(const layout::StoryView& view,
                                                    std::vector<model::EventIndex> events, CopyForm form,
                                                    const std::stop_token& stop = {},
                                                    std::size_t mostBytes = mostBytesCopied);

} // namespace quoteline::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/pdf/pdf_finish.h"

namespace quoteline::ui {

/// Whether a finished PDF, read once more, has what it was made of: every page with what was drawn on it, every link
/// with its place and aim, every line of the outline, and the title. A sentence without an end where it differs or
/// cannot be read; an empty one where it was stopped.
tl::expected<void, QString> checkPdf(const QByteArray& finished, const QByteArray& drawn, const PdfFacts& facts,
                                     const std::stop_token& stop = {});

} // namespace quoteline::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/pdf/pdf_finish.h"

namespace quoteline::ui {

/// Whether a finished PDF, read once more by itself, has what it was made of: every page with what was drawn on it,
/// every link with its place and aim, every line of the outline, and the title. What is wrong, without an end; empty
/// where nothing is.
QString faultOfPdf(const QByteArray& finished, const QByteArray& drawn, const PdfFacts& facts);

} // namespace quoteline::ui

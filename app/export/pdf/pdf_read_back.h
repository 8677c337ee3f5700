// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/pdf/pdf_pages.h"

namespace quoteline::ui {

/// Reads a finished PDF back before it is put in place: nothing in it is damaged, and it has the pages of `drawn`, each
/// with the same on it. The reason why not, without an end.
tl::expected<void, model::Failure> readBack(const QByteArray& finished, const PdfPages& drawn,
                                            const std::stop_token& stop = {});

} // namespace quoteline::ui

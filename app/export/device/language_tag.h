// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace quoteline::ui {

/// Whether the letters of a tag of a language (BCP 47) are those of one: letters, digits and hyphens.
bool isLanguageTag(const QString& tag);

} // namespace quoteline::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/device/language_tag.h"

#include <algorithm>

namespace quoteline::ui {

bool isLanguageTag(const QString& tag) {
    const auto fits = [](QChar c) { return c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'-'); };
    return !tag.isEmpty() && tag.front().isLetter() && std::all_of(tag.begin(), tag.end(), fits);
}

} // namespace quoteline::ui

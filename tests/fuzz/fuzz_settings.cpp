// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/memory/settings.h"
#include "tests/fuzz/targets.h"

namespace quoteline::test {

std::string trySettings(const QByteArray& bytes) {
    const auto settings = ui::settingsFromJson(bytes);
    if (!settings)
        return {};
    if (!(settings->textScale >= 1 && settings->textScale <= 2))
        return "the size of text is out of its limits";
    if (settings->recent.size() > ui::maxRecentFiles || settings->views.size() > ui::maxRememberedViews)
        return "more files or views are remembered than allowed";
    const QByteArray written = toJson(*settings);
    const auto again = ui::settingsFromJson(written);
    if (again != settings)
        return "other settings come back from\n" + written.toStdString();
    return toJson(*again) == written ? "" : "the second writing differs from\n" + written.toStdString();
}

} // namespace quoteline::test

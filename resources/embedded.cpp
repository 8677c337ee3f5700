// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/embedded.h"

namespace quoteline::resources {

QString embeddedStory() {
    return QStringLiteral(":/stories/milano-cortina-2026.story.json");
}

QString englishTranslation() {
    return QStringLiteral(":/translations/quoteline_en.qm");
}

QString icon(const QString& name) {
    return QStringLiteral(":/icons/%1.svg").arg(name);
}

} // namespace quoteline::resources

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/option_values.h"

#include "model/text/near_miss.h"

namespace quoteline::ui {

tl::unexpected<QString> refuseOption(const QString& sentence) {
    return tl::unexpected(CommandText::tr("%1; see --help").arg(sentence));
}

QString dashed(const char* name) {
    return QStringLiteral("--") + QLatin1StringView(name);
}

QString shownArgument(const QString& text) {
    return model::shown(text.toStdString());
}

QString alternatives(QStringList words) {
    const QString last = words.takeLast();
    return words.isEmpty() ? last : CommandText::tr("%1 or %2").arg(words.join(QStringLiteral(", ")), last);
}

} // namespace quoteline::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/system/version.h"

namespace quoteline::ui {

QString programVersion() {
    return QStringLiteral(QUOTELINE_VERSION);
}

} // namespace quoteline::ui

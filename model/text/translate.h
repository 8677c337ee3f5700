// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace quoteline::model {

/// QCoreApplication::translate(), under the name that lupdate looks for; `context` is always "model".
inline QString translate(const char* context, const char* text) {
    return QCoreApplication::translate(context, text);
}

} // namespace quoteline::model

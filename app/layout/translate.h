// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace quoteline::layout {

/// QCoreApplication::translate(), under the name that lupdate looks for; `context` is always "layout", and `note` tells
/// the translator what the arguments are.
inline QString translate(const char* context, const char* text, const char* note = nullptr) {
    return QCoreApplication::translate(context, text, note);
}

} // namespace quoteline::layout

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <limits>

namespace quoteline::layout {

/// QCoreApplication::translate(), under the name that lupdate looks for; `context` is always "layout", and `note` tells
/// the translator what the arguments are.
inline QString translate(const char* context, const char* text, const char* note = nullptr) {
    return QCoreApplication::translate(context, text, note);
}

/// A count for tr(), where it chooses the form of the words.
inline int asInt(std::size_t count) {
    return static_cast<int>(std::min<std::size_t>(count, std::numeric_limits<int>::max()));
}

/// A number in the digits and groups of `locale`. Qt writes the number for %n by itself, and without groups, so texts
/// with a count that may be large have another place for it, and the number given to tr() only chooses the form.
inline QString number(std::size_t count, const QLocale& locale) {
    return locale.toString(static_cast<qulonglong>(count));
}

} // namespace quoteline::layout

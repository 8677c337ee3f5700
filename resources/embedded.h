// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Names of the files that the program carries inside, for QFile and QTranslator.
namespace quoteline::resources {

/// The story that is opened when no other is named.
QString embeddedStory();
/// The plural forms of the program's English, as QTranslator loads them.
QString englishTranslation();
/// The drawing (SVG) of an icon.
QString icon(const QString& name);

} // namespace quoteline::resources

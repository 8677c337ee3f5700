// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/story/story.h"
#include <QLocale>
#include <QString>

namespace quoteline::layout {

/// "15 events, 28 quotes, 2 sources", the numbers as `locale` writes them.
QString storyNumbers(const model::Story& story, const QLocale& locale);

} // namespace quoteline::layout

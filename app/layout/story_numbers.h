// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/story.h"
#include <QString>

namespace quoteline::layout {

/// "15 events, 28 quotes, 2 sources".
QString storyNumbers(const model::Story& story);

} // namespace quoteline::layout

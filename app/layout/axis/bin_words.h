// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/axis/calendar_ticks.h"

namespace quoteline::layout {

/// What a bar or column counts: "Events a day", "Events in 5 years".
QString binWords(CalendarStep step, const QLocale& locale);

} // namespace quoteline::layout

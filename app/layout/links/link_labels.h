// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/links/links.h"

namespace quoteline::layout {

/// Puts the words of links to their lines, from the arc `first` on: where they cover no words and no marks
/// of events, no words of other links, and if it can be no lines. `beyond` says for each of these arcs whether its
/// other event is folded or out of view: then the words name it. Those that find no place are counted; the rest stays
/// unsaid.
std::size_t addLinkLabels(Links& links, std::size_t first, model::EventIndex selected, const std::vector<bool>& beyond,
                          const LinkGround& ground, const LinkRouter& router);

} // namespace quoteline::layout

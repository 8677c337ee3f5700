// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/content/accounts/accounts_content.h"

namespace quoteline::layout {

/// The accounts of an event as Markdown (CommonMark), to paste elsewhere: every passage whole and character by
/// character, with who said it, how it is known, where it stands and the address; then the differences. Shared words
/// are bold and words that no other account has in italics, and a sentence says so. Every character of the story that
/// Markdown gives a meaning is escaped, so that what is shown is what the story holds. Empty where the event has no
/// accounts to compare.
QString accountsAsMarkdown(const StoryView& view, model::EventIndex event);

/// A text whose characters mean themselves in Markdown, on one line: escapes with a backslash, and character references
/// for white space that Markdown would drop (at the edges, tabs, and more than one space).
QString escapedForMarkdown(QStringView text);

} // namespace quoteline::layout

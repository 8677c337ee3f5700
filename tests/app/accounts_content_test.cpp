// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/accounts_content.h"

#include "app/layout/accounts_markdown.h"
#include "tests/app/panel_stories.h"
#include <gtest/gtest.h>

namespace quoteline::test {

using namespace layout;

TEST(Dump, X) {
    for (const char* id : {"sala-statement", "dhs-statement", "opening-ceremony"})
        puts(accountsAsMarkdown(embeddedStory(), eventOf(embeddedStory(), id)).toUtf8().constData());
}

} // namespace quoteline::test

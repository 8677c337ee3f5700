// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/text/failure.h"

#include "model/text/utf8_text.h"
#include <gtest/gtest.h>
#include <tl/expected.hpp>

using namespace quoteline::model;

namespace {

tl::expected<int, Failure> half(int number, bool stopped) {
    if (stopped)
        return tl::unexpected(Stopped());
    if (number % 2 != 0)
        return tl::unexpected(QStringLiteral("it is odd"));
    return number / 2;
}

} // namespace

TEST(Failure, SaysWhetherTheWorkWasStoppedOrWhatWentWrong) {
    EXPECT_EQ(half(4, false), 2);
    const Failure stopped = half(4, true).error();
    EXPECT_TRUE(stopped.isStopped());
    EXPECT_EQ(stopped.reason(), QString());
    const Failure odd = half(3, false).error();
    EXPECT_FALSE(odd.isStopped());
    EXPECT_EQ(odd.reason(), QStringLiteral("it is odd"));
    EXPECT_EQ(odd, Failure(QStringLiteral("it is odd")));
    EXPECT_NE(odd, Failure(QStringLiteral("it is even")));
    EXPECT_NE(odd, stopped);
    EXPECT_EQ(stopped, Failure(Stopped()));
}

TEST(Failure, ItsSentenceIsNeverEmpty) {
    for (const QString& nothing : {QString(), QStringLiteral("")}) {
        const Failure failure(nothing);
        EXPECT_FALSE(failure.isStopped()) << "an empty sentence does not stop anything";
        EXPECT_FALSE(failure.reason().isEmpty());
    }
}

TEST(Failure, APartOfMoreWorkKeepsItsReasonAndStopsTheWhole) {
    const QString sentence = QStringLiteral("the file is not saved (%1): try again");
    EXPECT_EQ(Failure(QStringLiteral("it is odd")).within(sentence).reason(),
              QStringLiteral("the file is not saved (it is odd): try again"));
    EXPECT_TRUE(Failure(Stopped()).within(sentence).isStopped());
}

TEST(Utf8Text, IsReadToItsEndAndWhatIsBrokenShows) {
    using namespace std::string_view_literals;
    EXPECT_EQ(fromUtf8({}), QString());
    EXPECT_EQ(fromUtf8("“a”\0b"sv), QStringLiteral("“a”") + QChar(0) + u'b');
    EXPECT_EQ(fromUtf8("“a” b"sv.substr(0, 7)), QStringLiteral("“a”")) << "not further than the view goes";
    EXPECT_EQ(fromUtf8("a\xFFz"sv), QStringLiteral("a\uFFFDz"));
}

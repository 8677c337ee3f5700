// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <gtest/gtest.h>
#include <iostream>

namespace quoteline::test {

/// Runs the tests; a filter that finds none is a mistake, not a success.
inline int runTests() {
    const int result = RUN_ALL_TESTS();
    if (testing::UnitTest::GetInstance()->test_to_run_count() > 0)
        return result;
    std::cout << "No test was run: the filter fits none." << std::endl;
    return 1;
}

} // namespace quoteline::test

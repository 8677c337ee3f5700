// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <iostream>

namespace quoteline::test {

/// How long the tests may take that could go on for ever: QUOTELINE_TESTS=short or long, or, with QUOTELINE_LONG=1, the
/// whole campaign. support/length.py is the same for tests in Python.
enum class Length { Short, Long, Whole };

inline Length length() {
    if (qEnvironmentVariableIntValue("QUOTELINE_LONG") == 1)
        return Length::Whole;
    return qEnvironmentVariable("QUOTELINE_TESTS") == QLatin1String("long") ? Length::Long : Length::Short;
}

/// The number for the length of this run, which it tells.
inline int byLength(const char* what, int shortOne, int longOne, int whole) {
    const int chosen = length() == Length::Short ? shortOne : length() == Length::Long ? longOne : whole;
    constexpr const char* names[] = {"short", "long", "whole"};
    std::cout << "length: " << names[static_cast<int>(length())] << ", " << what << ": " << chosen << std::endl;
    return chosen;
}

} // namespace quoteline::test

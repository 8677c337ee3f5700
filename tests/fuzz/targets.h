// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <string>

/// What has to hold for any bytes whatever: tried by libFuzzer on inputs that it makes up (fuzz_main.cpp), and by
/// found_test.cpp on those that are kept. Each says what does not hold; an empty text where all does.
namespace quoteline::test {

/// A byte from which the sizes of the reading come, then the file. However it is cut, the outcome is the same; what can
/// be read can be written and read again as the same.
std::string tryStoryFile(const QByteArray& bytes);

/// What is read is printed as it was written, and its bounds are in order; what is not has a reason and a place.
std::string tryEdtf(const QByteArray& bytes);

/// "exact|prefix|suffix|document". The grades that claim the words letter by letter are right, by a plain search.
std::string tryQuoteCheck(const QByteArray& bytes);

/// A picture; or 'p' or 's' and an envelope, put into a PNG or an SVG with the right check values. In whatever pieces
/// it comes, the same is found in it.
std::string tryCarriedPicture(const QByteArray& bytes);

/// What is read of any settings is within its limits, and can be written and read again as the same.
std::string trySettings(const QByteArray& bytes);

} // namespace quoteline::test

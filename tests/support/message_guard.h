// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>

namespace quoteline::test {

/// From here to the end of the running test, one message of Qt that matches is expected; a test that ends without it
/// fails.
void expectMessage(const QRegularExpression& pattern);

/// Messages that match are of no interest in any test of the program.
void allowMessages(const QRegularExpression& pattern);

/// Fails the running test for every message of Qt (debug, warning, critical) that no expectMessage() announced.
void installMessageGuard();

} // namespace quoteline::test

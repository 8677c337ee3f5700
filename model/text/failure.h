// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/text/translate.h"
#include <QString>
#include <optional>
#include <utility>

namespace quoteline::model {

/// Somebody ended the work before it was done.
struct Stopped {
    bool operator==(const Stopped&) const = default;
};

/// Why work that can be stopped came to nothing: it was, or a sentence says what went wrong.
class Failure {
public:
    Failure(Stopped /*by whom does not matter*/) {} // NOLINT(google-explicit-constructor): any of the two is a failure
    Failure(const QString& reason)                  // NOLINT(google-explicit-constructor)
        : m_reason(reason.isEmpty() ? translate("model", "nobody knows why") : reason) {}

    bool isStopped() const { return !m_reason; }
    /// Empty where it was stopped, and never else.
    QString reason() const { return m_reason.value_or(QString()); }
    /// Of more work, where this was a part of it: the reason stands in the place %1 of `sentence`.
    Failure within(const QString& sentence) const { return m_reason ? Failure(sentence.arg(*m_reason)) : *this; }
    bool operator==(const Failure&) const = default;

private:
    std::optional<QString> m_reason;
};

} // namespace quoteline::model

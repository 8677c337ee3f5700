// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/file/line_locator.h"
#include <QString>
#include <optional>
#include <string_view>
#include <vector>

namespace quoteline::model {

/// Where the reader stands in the JSON: a chain of values on the stack of the functions that read them, so that it
/// costs next to nothing until there is something to say.
class JsonPlace {
public:
    /// The whole text, or a part of it that stands for a value of its own.
    explicit JsonPlace(std::string_view raw)
        : m_raw(raw) {}
    /// A member, the `ordinal`-th of its object.
    JsonPlace(const JsonPlace& parent, std::string_view name, std::size_t ordinal)
        : m_parent(&parent)
        , m_name(name)
        , m_isMember(true)
        , m_rawOrdinal(ordinal)
        , m_ordinal(ordinal) {}
    /// An element. `rawOrdinal` counts in the text that is at hand, `index` in the file.
    JsonPlace(const JsonPlace& parent, std::size_t rawOrdinal, std::size_t index)
        : m_parent(&parent)
        , m_rawOrdinal(rawOrdinal)
        , m_ordinal(index) {}
    JsonPlace(const JsonPlace&) = delete;
    JsonPlace& operator=(const JsonPlace&) = delete;

    /// A member whose ordinal is not known, with a text of its own at hand.
    static JsonPlace list(const JsonPlace& parent, std::string_view name, std::string_view raw) {
        return JsonPlace(parent, name, raw);
    }

    /// "$.events[3].when"; names that are not plain words in brackets and quotation marks, shortened when they are
    /// long.
    QString path() const;
    JsonSteps steps() const;
    /// The name of the top-level field in which this lies; empty at the top.
    std::string_view topLevelName() const;
    /// The JSON of this value, exactly as written. Asking for all members of an object takes one pass over it.
    std::string_view raw() const;

private:
    JsonPlace(const JsonPlace& parent, std::string_view name, std::string_view raw)
        : m_parent(&parent)
        , m_raw(raw)
        , m_name(name)
        , m_isMember(true) {}

    const JsonPlace* m_parent = nullptr;
    std::optional<std::string_view> m_raw;
    std::string_view m_name;
    bool m_isMember = false;
    std::size_t m_rawOrdinal = 0;
    std::optional<std::size_t> m_ordinal;
    mutable std::optional<std::vector<std::string_view>> m_children; ///< raw, once somebody asked
};

} // namespace quoteline::model

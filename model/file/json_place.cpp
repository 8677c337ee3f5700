// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/json_place.h"

#include "model/file/json_text.h"
#include "model/text/near_miss.h"
#include "model/text/utf8_text.h"
#include <algorithm>

namespace quoteline::model {

namespace {

bool isPlainName(std::string_view name) {
    const auto isWordCharacter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    };
    return !name.empty() && name.size() <= 60 && std::all_of(name.begin(), name.end(), isWordCharacter);
}

} // namespace

QString JsonPlace::path() const {
    if (m_parent == nullptr)
        return QStringLiteral("$");
    if (!m_isMember)
        return m_parent->path() + QStringLiteral("[%1]").arg(m_ordinal.value_or(0));
    if (isPlainName(m_name))
        return m_parent->path() + QLatin1Char('.') + fromUtf8(m_name);
    std::string quoted;
    appendJsonString(quoted, shown(m_name).toStdString());
    return m_parent->path() + QLatin1Char('[') + QString::fromStdString(quoted) + QLatin1Char(']');
}

JsonSteps JsonPlace::steps() const {
    JsonSteps steps;
    for (const JsonPlace* place = this; place->m_parent != nullptr; place = place->m_parent)
        steps.push_back({place->m_ordinal ? std::string() : std::string(place->m_name), place->m_ordinal});
    std::reverse(steps.begin(), steps.end());
    return steps;
}

std::string_view JsonPlace::topLevelName() const {
    std::string_view name;
    for (const JsonPlace* place = this; place->m_parent != nullptr; place = place->m_parent)
        name = place->m_name;
    return name;
}

std::string_view JsonPlace::raw() const {
    if (m_raw)
        return *m_raw;
    if (!m_parent->m_children)
        m_parent->m_children = rawChildren(m_parent->raw());
    const std::vector<std::string_view>& siblings = *m_parent->m_children;
    return m_rawOrdinal < siblings.size() ? siblings[m_rawOrdinal] : std::string_view();
}

} // namespace quoteline::model

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/data/csv_field.h"

namespace quoteline::ui {

bool appendCsvField(std::string& out, std::string_view value) {
    using namespace std::string_view_literals;
    const bool formula = !value.empty() && "=+-@\t\r"sv.find(value.front()) != std::string_view::npos;
    const bool quoted = value.find_first_of(",\"\r\n") != std::string_view::npos;
    if (quoted)
        out += '"';
    if (formula)
        out += '\'';
    for (const char c : value) {
        if (c == '"')
            out += '"';
        out += c;
    }
    if (quoted)
        out += '"';
    return formula;
}

} // namespace quoteline::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quoteline::model {

/// How the members of an object, or the elements of a list, stand beside each other.
enum class JsonLayout : std::uint8_t {
    Compact,  ///< without white space
    Line,     ///< on a line, a space between them
    Lines,    ///< on a line each
    Indented, ///< the same, two spaces for every bracket around it
    Broken,   ///< a line for each, the first and the last beside the brackets
};

enum class JsonCharacters : std::uint8_t {
    Utf8,   ///< as they are, but for those that must be escaped
    Markup, ///< ASCII, and none that markup has a meaning for: all else escaped
};

/// Appends JSON (RFC 8259) to a text that others may take from and add to in between. It says what it is told to: that
/// a member has one key and one value, and every bracket its end, is the caller's business.
class JsonWriter {
public:
    explicit JsonWriter(std::string& out, JsonCharacters characters = JsonCharacters::Utf8)
        : m_out(out)
        , m_characters(characters) {}

    JsonWriter& beginObject(JsonLayout layout) { return begin('{', layout); }
    JsonWriter& beginObject() { return begin('{', m_open.back().layout); } ///< laid out as what holds it
    JsonWriter& beginList(JsonLayout layout) { return begin('[', layout); }
    JsonWriter& beginList() { return begin('[', m_open.back().layout); }
    JsonWriter& end(); ///< of the innermost one

    /// What comes next is its value.
    JsonWriter& key(std::string_view name);

    // A value, or an element of a list.
    JsonWriter& value(std::string_view utf8);
    JsonWriter& value(const char* utf8) { return value(std::string_view(utf8)); } // else it would be true
    JsonWriter& value(const QString& text) { return value(text.toStdString()); }
    JsonWriter& value(bool truth) { return raw(truth ? "true" : "false"); }
    JsonWriter& value(double number); ///< the fewest digits that give the same number again; 0 where JSON has none
    template <std::integral Number>
    JsonWriter& value(Number number) {
        return raw(std::to_string(number));
    }
    JsonWriter& value(std::nullopt_t) { return raw("null"); }
    template <typename Value>
    JsonWriter& value(const std::optional<Value>& given) {
        return given ? value(*given) : value(std::nullopt);
    }
    JsonWriter& raw(std::string_view json); ///< as it stands

    template <typename Value>
    JsonWriter& member(std::string_view name, const Value& given) {
        return key(name).value(given);
    }

private:
    struct Open {
        char end;
        JsonLayout layout;
        bool empty = true;
    };
    JsonWriter& begin(char bracket, JsonLayout layout);
    void beginItem();
    void beginValue();
    void breakLine(JsonLayout layout);
    void append(std::string_view utf8);

    std::string& m_out;
    JsonCharacters m_characters;
    std::vector<Open> m_open; ///< from the outermost to the innermost
};

} // namespace quoteline::model

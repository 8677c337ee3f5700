// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/story_writer.h"

#include "model/file/json_text.h"
#include "model/story/field_tables.h"

namespace quoteline::model {

namespace {

/// Writes JSON one field or element a line.
class Output {
public:
    void openObject() { open('{'); }
    void openList() { open('['); }
    void closeObject() { close('}'); }
    void closeList() { close(']'); }

    /// What follows is the value of this field.
    void key(std::string_view name) {
        beginItem();
        appendJsonString(m_text, name);
        m_text += ": ";
    }
    /// What follows is an element of a list.
    void element() { beginItem(); }

    void text(std::string_view name, std::string_view value) {
        key(name);
        appendJsonString(m_text, value);
    }
    void optionalText(std::string_view name, const std::optional<std::string_view>& value) {
        if (value)
            text(name, *value);
    }
    void raw(std::string_view name, std::string_view json) {
        key(name);
        m_text += json;
    }
    void extra(const ExtraFields& fields) {
        for (const ExtraField& field : fields)
            raw(field.name, field.json);
    }

    std::string take() {
        m_text += '\n';
        return std::move(m_text);
    }

private:
    void open(char bracket) {
        m_text += bracket;
        ++m_depth;
        m_empty = true;
    }
    void close(char bracket) {
        --m_depth;
        if (!m_empty)
            newLine();
        m_text += bracket;
        m_empty = false;
    }
    void beginItem() {
        if (!m_empty)
            m_text += ',';
        newLine();
        m_empty = false;
    }
    void newLine() {
        m_text += '\n';
        m_text.append(2 * m_depth, ' ');
    }

    std::string m_text;
    std::size_t m_depth = 0;
    bool m_empty = true; ///< nothing stands in the innermost bracket yet
};

class Writer {
public:
    explicit Writer(const Story& story)
        : m_story(story) {}

    std::string run() {
        writeObject(m_story.head());
        return m_out.take();
    }

private:
    template <typename Object>
    void writeObject(const Object& object) {
        m_out.openObject();
        forEachField<Object>([&](const auto& row) { writeField(row, object); });
        m_out.extra(object.extra);
        m_out.closeObject();
    }

    template <typename Object, typename Member>
    void writeField(const Field<Object, Member>& row, const Object& object) {
        const Member& member = object.*row.member;
        if constexpr (std::is_same_v<Member, std::string_view>) {
            if (row.need != Need::Optional || !member.empty())
                m_out.text(row.name, member);
        } else if constexpr (isText<Member>) {
            m_out.optionalText(row.name, member);
        } else if constexpr (std::is_enum_v<Member>) {
            m_out.text(row.name, toWord(member));
        } else if constexpr (std::is_same_v<Member, bool>) {
            m_out.raw(row.name, member ? "true" : "false");
        } else {
            writeList(row.name, member);
        }
    }
    void writeField(const FixedField<std::string_view>& format, const StoryInput&) {
        m_out.text(format.name, format.value);
    }
    void writeField(const FixedField<int>& version, const StoryInput&) {
        m_out.raw(version.name, std::to_string(version.value));
    }
    void writeField(const ListField<Lane>& row, const StoryInput&) { writeList(row.name, m_story.lanes()); }
    void writeField(const ListField<Actor>& row, const StoryInput&) { writeList(row.name, m_story.actors()); }
    void writeField(const ListField<Source>& row, const StoryInput&) { writeList(row.name, m_story.sources()); }
    void writeField(const ListField<EventInput>& row, const StoryInput&) {
        m_out.key(row.name);
        m_out.openList();
        EventInput input;
        for (EventIndex event = 0; event < m_story.eventCount(); ++event) {
            m_story.copyTo(input, event);
            m_out.element();
            writeObject(input);
        }
        m_out.closeList();
    }

    template <typename Items>
    void writeList(std::string_view name, const Items& items) {
        m_out.key(name);
        m_out.openList();
        for (const auto& item : items) {
            m_out.element();
            writeObject(item);
        }
        m_out.closeList();
    }

    const Story& m_story;
    Output m_out;
};

} // namespace

std::string writeStory(const Story& story) {
    return Writer(story).run();
}

} // namespace quoteline::model

// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/story_writer.h"

#include "model/file/json_writer.h"
#include "model/story/field_tables.h"

namespace quoteline::model {

namespace {

/// Fields of a story file, one a line.
class Output {
public:
    void openObject() { m_json.beginObject(JsonLayout::Indented); }
    void openList() { m_json.beginList(); }
    void closeObject() { m_json.end(); }
    void closeList() { m_json.end(); }

    /// What follows is the value of this field.
    void key(std::string_view name) { m_json.key(name); }
    void text(std::string_view name, std::string_view value) { m_json.member(name, value); }
    void optionalText(std::string_view name, const std::optional<std::string_view>& value) {
        if (value)
            text(name, *value);
    }
    void raw(std::string_view name, std::string_view json) { m_json.key(name).raw(json); }
    void extra(const ExtraFields& fields) {
        for (const ExtraField& field : fields)
            raw(field.name, field.json);
    }

    std::string take() {
        m_text += '\n';
        return std::move(m_text);
    }

private:
    std::string m_text;
    JsonWriter m_json{m_text};
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
            writeObject(input);
        }
        m_out.closeList();
    }

    template <typename Items>
    void writeList(std::string_view name, const Items& items) {
        m_out.key(name);
        m_out.openList();
        for (const auto& item : items) {
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/story_writer.h"

#include "model/file/json_writer.h"

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
        m_out.openObject();
        m_out.text("format", "quoteline-story");
        m_out.raw("version", "1");
        m_out.text("title", m_story.title());
        textUnlessEmpty("summary", m_story.summary());
        m_out.text("language", m_story.language());
        m_out.text("timeZone", m_story.zone().name());
        if (m_story.coreWindow())
            m_out.text("coreWindow", m_story.coreWindowText());
        list("lanes", m_story.lanes().size(), [this](std::size_t i) { lane(m_story.lanes()[i]); });
        list("actors", m_story.actors().size(), [this](std::size_t i) { actor(m_story.actors()[i]); });
        list("sources", m_story.sources().size(), [this](std::size_t i) { source(m_story.sources()[i]); });
        list("events", m_story.eventCount(), [this](std::size_t i) { event(static_cast<EventIndex>(i)); });
        m_out.extra(m_story.extra());
        m_out.closeObject();
        return m_out.take();
    }

private:
    /// `write` writes the fields of the i-th object.
    template <typename Write>
    void list(std::string_view name, std::size_t count, Write write) {
        m_out.key(name);
        m_out.openList();
        for (std::size_t i = 0; i < count; ++i) {
            m_out.openObject();
            write(i);
            m_out.closeObject();
        }
        m_out.closeList();
    }

    void textUnlessEmpty(std::string_view name, std::string_view value) {
        if (!value.empty())
            m_out.text(name, value);
    }

    void lane(const Lane& lane) {
        m_out.text("id", lane.id);
        m_out.text("name", lane.name);
        m_out.extra(lane.extra);
    }

    void actor(const Actor& actor) {
        m_out.text("id", actor.id);
        m_out.text("name", actor.name);
        m_out.text("role", actor.role);
        m_out.extra(actor.extra);
    }

    void source(const Source& source) {
        m_out.text("id", source.id);
        m_out.text("publisher", source.publisher);
        m_out.optionalText("headline", source.headline);
        m_out.optionalText("url", source.url);
        if (source.datePublished)
            m_out.text("datePublished", toText(parseEdtf(*source.datePublished).value()));
        m_out.optionalText("dateNote", source.dateNote);
        m_out.optionalText("sha256", source.sha256);
        m_out.optionalText("text", source.text);
        m_out.optionalText("file", source.file);
        m_out.extra(source.extra);
    }

    void event(EventIndex event) {
        m_out.text("id", m_story.id(event));
        m_out.text("title", m_story.title(event));
        m_out.text("lane", m_story.lanes()[m_story.lane(event)].id);
        m_out.text("actor", m_story.actors()[m_story.actor(event)].id);
        m_out.text("kind", toWord(m_story.kind(event)));
        m_out.text("when", toText(m_story.when(event)));
        m_out.text("whenBasis", m_story.whenBasis(event));
        m_out.text("status", toWord(m_story.status(event)));
        textUnlessEmpty("summary", m_story.summary(event));
        list("quotes", m_story.quoteCount(event), [&](std::size_t i) { quote(m_story.quote(event, i)); });
        list("relations", m_story.relationCount(event), [&](std::size_t i) { relation(m_story.relation(event, i)); });
        m_out.extra(m_story.extra(event));
    }

    void quote(const Quote& quote) {
        m_out.text("source", m_story.sources()[quote.source].id);
        m_out.text("exact", quote.exact);
        m_out.text("prefix", quote.prefix);
        m_out.text("suffix", quote.suffix);
        if (quote.speaker)
            m_out.text("speaker", m_story.actors()[*quote.speaker].id);
        m_out.optionalText("via", quote.via);
        m_out.text("form", toWord(quote.form));
        m_out.optionalText("note", quote.note);
        m_out.extra(quote.extra);
    }

    void relation(const Relation& relation) {
        m_out.text("type", relation.typeText);
        m_out.text("event", m_story.id(relation.event));
        m_out.text("basis", relation.basis);
        m_out.raw("explicit", relation.explicitly ? "true" : "false");
        m_out.extra(relation.extra);
    }

    const Story& m_story;
    Output m_out;
};

} // namespace

std::string writeStory(const Story& story) {
    return Writer(story).run();
}

} // namespace quoteline::model

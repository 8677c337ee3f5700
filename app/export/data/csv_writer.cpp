// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/content/words/date_words.h"
#include "app/export/data/csv_field.h"
#include "app/export/data/export_job.h"
#include "app/export/data/time_words.h"
#include "model/story/field_tables.h"
#include <algorithm>

namespace quoteline::ui {

namespace {

constexpr std::string_view eventHeader =
    "event,title,summary,when,date,earliest,end,precision,endPrecision,flags,whenBasis,lane,laneName,actor,actorName,"
    "actorRole,kind,status";
constexpr std::string_view quoteHeader = "quote,exact,prefix,suffix,form,speaker,speakerName,via,note,source";

/// The fields of a source that have columns of their own names: all but its text.
template <typename Visit>
void forEachColumn(const model::Source& source, const Visit& visit) {
    model::forEachMember(source, [&](const auto& row, const auto& member) {
        if (row.use != model::FieldUse::Id && row.use != model::FieldUse::Document)
            visit(row.name, model::textOf(member));
    });
}

std::string header() {
    std::string names = std::string(eventHeader) + ',' + std::string(quoteHeader);
    forEachColumn({}, [&](std::string_view name, std::string_view) { names.append(1, ',').append(name); });
    return names + "\r\n";
}

/// Columns of a quote and its source, from "quote" on.
std::size_t quoteColumns(std::string_view wholeHeader) {
    return static_cast<std::size_t>(std::count(wholeHeader.begin(), wholeHeader.end(), ',') -
                                    std::count(eventHeader.begin(), eventHeader.end(), ','));
}

/// A part of a row: fields with commas between them.
class Fields {
public:
    void add(std::string_view field) {
        if (m_any)
            text += ',';
        m_any = true;
        if (appendCsvField(text, field))
            ++m_guarded;
    }
    void add(const std::optional<std::string_view>& field) { add(field.value_or(std::string_view())); }
    void add(const QString& field) { add(std::string_view(field.toStdString())); }

    std::size_t guarded() const { return m_guarded; }
    std::string text;

private:
    std::size_t m_guarded = 0;
    bool m_any = false;
};

Fields eventFields(const ExportJob& job, model::EventIndex event) {
    const model::Story& story = job.story();
    const TimeWords time = timeWords(story, event, job.zone);
    const model::Lane& lane = story.lanes()[story.lane(event)];
    const model::Actor& actor = story.actors()[story.actor(event)];
    Fields fields;
    fields.add(story.id(event));
    fields.add(story.title(event));
    fields.add(story.summary(event));
    fields.add(story.whenText(event));
    fields.add(layout::dateInWords(story, event, layout::DateStyle::Long));
    fields.add(std::string_view(time.earliest.value_or(std::string())));
    fields.add(std::string_view(time.end.value_or(std::string())));
    fields.add(time.precision);
    fields.add(time.endPrecision);
    fields.add(std::string_view(flagsText(time)));
    fields.add(story.whenBasis(event));
    for (const std::string_view text : {lane.id, lane.name, actor.id, actor.name, actor.role})
        fields.add(text);
    fields.add(model::toWord(story.kind(event)));
    fields.add(model::toWord(story.status(event)));
    return fields;
}

/// `number` counts from 1.
Fields quoteFields(const ExportJob& job, model::EventIndex event, std::size_t number) {
    const model::Story& story = job.story();
    const model::Quote quote = story.quote(event, number - 1);
    const model::Source& source = story.sources()[quote.source];
    const model::Actor speaker = quote.speaker ? story.actors()[*quote.speaker] : model::Actor{};
    Fields fields;
    fields.add(std::string_view(std::to_string(number)));
    for (const std::string_view text :
         {quote.exact, quote.prefix, quote.suffix, model::toWord(quote.form), speaker.id, speaker.name})
        fields.add(text);
    fields.add(quote.via);
    fields.add(quote.note);
    fields.add(source.id);
    forEachColumn(source, [&](std::string_view, std::string_view text) { fields.add(text); });
    return fields;
}

} // namespace

void writeCsv(ExportJob& job, std::string& out) {
    out = header();
    const std::string noQuote = std::string(quoteColumns(out), ',') + "\r\n";
    std::size_t guarded = 0;
    for (const model::EventIndex event : job.events) {
        if (job.stop.stop_requested())
            return;
        const Fields shared = eventFields(job, event);
        const std::size_t quotes = job.story().quoteCount(event);
        for (std::size_t i = 1; i <= quotes; ++i) {
            const Fields own = quoteFields(job, event, i);
            out += shared.text + ',' + own.text + "\r\n";
            guarded += shared.guarded() + own.guarded();
        }
        if (quotes == 0) {
            out += shared.text + noQuote;
            guarded += shared.guarded();
        }
    }
    job.losses.add(LossKind::GuardedCells, guarded);
    job.losses.add(LossKind::StoryFields, std::size_t(1));
    tallyRelations(job);
    tallyLeftOut(job, Kept::Fingerprints);
}

} // namespace quoteline::ui

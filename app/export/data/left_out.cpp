// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/data/export_job.h"

#include <algorithm>

namespace quoteline::ui {

namespace {

/// Which lanes, actors and sources the exported events name.
struct Named {
    explicit Named(const ExportJob& job)
        : lanes(job.story().lanes().size())
        , actors(job.story().actors().size())
        , sources(job.story().sources().size()) {
        const model::Story& story = job.story();
        for (const model::EventIndex event : job.events) {
            lanes[story.lane(event)] = true;
            actors[story.actor(event)] = true;
            for (std::size_t i = 0; i < story.quoteCount(event); ++i) {
                sources[story.quoteSource(event, i)] = true;
                if (const auto speaker = story.quoteSpeaker(event, i))
                    actors[*speaker] = true;
            }
        }
    }
    std::vector<bool> lanes;
    std::vector<bool> actors;
    std::vector<bool> sources;
};

std::size_t missing(const std::vector<bool>& named) {
    return static_cast<std::size_t>(std::count(named.begin(), named.end(), false));
}

std::size_t extraFields(const ExportJob& job) {
    const model::Story& story = job.story();
    std::size_t count = story.extra().size();
    for (const model::Lane& lane : story.lanes())
        count += lane.extra.size();
    for (const model::Actor& actor : story.actors())
        count += actor.extra.size();
    for (const model::Source& source : story.sources())
        count += source.extra.size();
    for (const model::EventIndex event : job.events) {
        count += story.extra(event).size();
        for (std::size_t i = 0; i < story.quoteCount(event); ++i)
            count += story.quote(event, i).extra.size();
    }
    return count;
}

} // namespace

void tallyLeftOut(ExportJob& job, Kept kept) {
    const Named named(job);
    job.losses.add(LossKind::UnusedEntries, missing(named.lanes) + missing(named.actors) + missing(named.sources));
    job.losses.add(LossKind::ExtraFields, extraFields(job));
    for (std::size_t i = 0; i < named.sources.size(); ++i) {
        const model::Source& source = job.story().sources()[i];
        const bool fingerprint = source.sha256 && kept != Kept::Fingerprints;
        if (named.sources[i] && (source.text || source.file || fingerprint))
            job.losses.add(LossKind::Documents, std::size_t(1));
    }
}

void tallyContext(ExportJob& job) {
    const model::Story& story = job.story();
    std::size_t count = 0;
    for (const model::EventIndex event : job.events) {
        for (std::size_t i = 0; i < story.quoteCount(event); ++i) {
            const model::Quote quote = story.quote(event, i);
            count += quote.prefix.empty() && quote.suffix.empty() ? 0 : 1;
        }
    }
    job.losses.add(LossKind::Context, count);
}

void tallyRelations(ExportJob& job) {
    for (const model::EventIndex event : job.events)
        job.losses.add(LossKind::Relations, job.story().relationCount(event));
}

} // namespace quoteline::ui

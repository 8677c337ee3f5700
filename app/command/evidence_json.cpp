// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/evidence_report.h"

#include "model/file/json_writer.h"

namespace quoteline::ui {

namespace {

using model::JsonLayout;
using model::JsonWriter;

/// Nothing for an empty text.
std::optional<QString> unlessEmpty(const QString& text) {
    return text.isEmpty() ? std::nullopt : std::optional(text);
}

void addSpan(JsonWriter& json, const model::TextSpan& span) {
    json.beginList().value(span.start).value(span.end).end();
}

void addSpans(JsonWriter& json, std::string_view key, const std::vector<model::TextSpan>& spans) {
    json.key(key).beginList();
    for (const model::TextSpan& span : spans)
        addSpan(json, span);
    json.end();
}

void addNearest(JsonWriter& json, const std::optional<model::NearestPassage>& nearest) {
    json.key("nearest");
    if (!nearest) {
        json.value(std::nullopt);
        return;
    }
    json.beginObject().key("passage");
    addSpan(json, nearest->span);
    json.member("words", nearest->wordsOff).member("of", nearest->words);
    json.member("characters", nearest->charactersOff).end();
}

void addCheck(JsonWriter& json, const model::QuoteCheck& check) {
    json.member("grade", model::toWord(check.grade)).member("faithful", model::isFaithful(check));
    json.member("count", check.count);
    addSpans(json, "passages", check.passages);
    addSpans(json, "gaps", check.gaps);
    json.key("folds").beginList();
    for (const model::TypographyFold fold : check.folds.list())
        json.value(model::toWord(fold));
    json.end().member("prefix", check.prefixBeside).member("suffix", check.suffixBeside);
    const bool cut = check.grade == model::QuoteGrade::CutOff;
    json.member("found", cut ? std::optional(check.exactFound) : std::nullopt);
    addNearest(json, check.nearest);
}

void addQuote(JsonWriter& json, const model::Story& story, const model::CheckedQuote& quote) {
    json.member("event", story.id(quote.event)).member("quote", quote.quote);
    json.member("source", story.sources()[quote.source].id);
    if (quote.check)
        addCheck(json, *quote.check);
    else
        json.member("grade", "notChecked").member("faithful", false);
}

void addBasis(JsonWriter& json, const model::Story& story, const model::CheckedBasis& basis) {
    json.member("event", story.id(basis.event)).member("relation", basis.relation).key("source");
    if (!basis.place) {
        json.value(std::nullopt).member("grade", "notChecked");
        return;
    }
    json.value(story.sources()[basis.place->source].id);
    addCheck(json, basis.place->check);
}

void addDocument(JsonWriter& json, const model::Source& source, const model::FoundDocument& found) {
    json.member("source", source.id);
    if (!found) {
        json.member("state", model::toWord(found.error().kind));
        for (const char* name : {"origin", "path", "sha256", "changed"})
            json.member(name, std::nullopt);
        json.member("reason", unlessEmpty(found.error().reason));
        return;
    }
    json.member("state", "found").member("origin", model::toWord(found->origin));
    json.member("path", unlessEmpty(found->path)).member("sha256", found->sha256);
    json.member("changed", found->changed).member("reason", std::nullopt);
}

void addProblem(JsonWriter& json, const model::Problem& problem) {
    json.member("line", problem.line).member("path", problem.path);
    json.member("what", problem.what).member("remedy", problem.remedy);
}

void addSummary(JsonWriter& json, const model::EvidenceCounts& counts) {
    json.key("summary").beginObject(JsonLayout::Line);
    json.member("quotes", counts.quotes).member("faithful", counts.faithful);
    for (std::size_t i = 0; i < model::quoteGradeCount; ++i)
        json.member(model::toWord(static_cast<model::QuoteGrade>(i)), counts.grades[i]);
    json.member("notChecked", counts.notChecked).member("bases", counts.bases);
    json.member("basesFound", counts.basesFound).member("basesNotChecked", counts.basesNotChecked).end();
}

/// The object, to its end handed to the sink piece by piece.
class Report {
public:
    explicit Report(const ListSink& sink)
        : m_sink(sink) {
        m_json.beginObject(JsonLayout::Lines);
    }

    JsonWriter& json() { return m_json; }
    /// `write` writes the members of the object of an item.
    template <typename Items, typename Write>
    void list(std::string_view name, const Items& items, const Write& write) {
        m_json.key(name).beginList();
        for (const auto& item : items) {
            m_json.beginObject(JsonLayout::Line);
            write(item);
            m_json.end();
            if (m_text.size() > pieceSize)
                pass();
        }
        m_json.end();
    }
    void finish() {
        m_json.end();
        m_text += '\n';
        pass();
    }

private:
    static constexpr std::size_t pieceSize = 65536;
    void pass() {
        m_sink(QByteArrayView(m_text.data(), static_cast<qsizetype>(m_text.size())));
        m_text.clear();
    }

    const ListSink& m_sink;
    std::string m_text;
    JsonWriter m_json{m_text};
};

} // namespace

void reportJson(const CheckedStory& checked, const ListSink& sink) {
    const model::Story& story = checked.read.story;
    Report report(sink);
    JsonWriter& json = report.json();
    json.member("story", unlessEmpty(checked.path)).member("events", story.eventCount());
    json.member("quotes", story.quoteCount()).member("sources", story.sources().size());
    json.key("problems").beginList().end();
    report.list("notices", checked.read.notices, [&](const model::Problem& notice) { addProblem(json, notice); });
    if (!checked.check) {
        for (const char* name : {"documents", "checks", "bases", "summary"})
            json.member(name, std::nullopt);
        return report.finish();
    }
    std::vector<model::SourceIndex> sources;
    for (model::SourceIndex i = 0; i < story.sources().size(); ++i)
        sources.push_back(i);
    report.list("documents", sources,
                [&](model::SourceIndex i) { addDocument(json, story.sources()[i], (*checked.documents)[i]); });
    report.list("checks", checked.check->quotes,
                [&](const model::CheckedQuote& quote) { addQuote(json, story, quote); });
    report.list("bases", checked.check->bases, [&](const model::CheckedBasis& basis) { addBasis(json, story, basis); });
    addSummary(json, checked.check->counts);
    report.finish();
}

QByteArray problemsJson(const QString& path, const model::ReadFailure& failure) {
    QByteArray all;
    const ListSink sink = [&all](QByteArrayView piece) {
        all.append(piece);
        return true;
    };
    Report report(sink);
    JsonWriter& json = report.json();
    json.member("story", unlessEmpty(path));
    for (const char* name : {"events", "quotes", "sources"})
        json.member(name, std::nullopt);
    report.list("problems", failure.problems, [&](const model::Problem& problem) { addProblem(json, problem); });
    for (const char* name : {"notices", "documents", "checks", "bases", "summary"})
        json.member(name, std::nullopt);
    report.finish();
    return all;
}

} // namespace quoteline::ui

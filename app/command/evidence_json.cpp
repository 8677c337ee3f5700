// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/evidence_report.h"

#include "model/file/json_text.h"
#include <string>
#include <string_view>

namespace quoteline::ui {

namespace {

using namespace std::string_view_literals;

/// A JSON value with its members added in order.
class Json {
public:
    Json& key(std::string_view name) {
        m_text += m_text.empty() ? "{\""sv : ", \""sv;
        m_text += name;
        m_text += "\": "sv;
        return *this;
    }
    Json& raw(std::string_view json) {
        m_text += json;
        return *this;
    }
    Json& text(std::string_view value) {
        model::appendJsonString(m_text, value);
        return *this;
    }
    Json& text(const QString& value) { return text(value.toStdString()); }
    Json& textOrNull(const QString& value) { return value.isEmpty() ? raw("null") : text(value); }
    Json& number(std::size_t value) { return raw(std::to_string(value)); }
    Json& truth(bool value) { return raw(value ? "true" : "false"); }
    std::string done() && {
        m_text += '}';
        return std::move(m_text);
    }

private:
    std::string m_text;
};

std::string spanJson(const model::TextSpan& span) {
    return '[' + std::to_string(span.start) + ", " + std::to_string(span.end) + ']';
}

template <typename Items, typename Write>
std::string listJson(const Items& items, const Write& write) {
    std::string text = "[";
    for (const auto& item : items) {
        if (text.size() > 1)
            text += ", ";
        text += write(item);
    }
    return text + ']';
}

std::string foldsJson(const model::TypographyFolds& folds) {
    return listJson(folds.list(), [](model::TypographyFold fold) {
        std::string word;
        model::appendJsonString(word, model::toWord(fold));
        return word;
    });
}

std::string nearestJson(const std::optional<model::NearestPassage>& nearest) {
    if (!nearest)
        return "null";
    Json json;
    json.key("passage").raw(spanJson(nearest->span));
    json.key("words").number(nearest->wordsOff).key("of").number(nearest->words).key("characters");
    json.raw(nearest->charactersOff ? std::to_string(*nearest->charactersOff) : "null");
    return std::move(json).done();
}

void addCheck(Json& json, const model::QuoteCheck& check) {
    json.key("grade").text(model::toWord(check.grade)).key("faithful").truth(model::isFaithful(check));
    json.key("count").number(check.count);
    json.key("passages").raw(listJson(check.passages, spanJson)).key("gaps").raw(listJson(check.gaps, spanJson));
    json.key("folds").raw(foldsJson(check.folds));
    json.key("prefix").truth(check.prefixBeside).key("suffix").truth(check.suffixBeside);
    json.key("found").raw(check.grade == model::QuoteGrade::CutOff ? std::to_string(check.exactFound) : "null");
    json.key("nearest").raw(nearestJson(check.nearest));
}

std::string quoteJson(const model::Story& story, const model::CheckedQuote& quote) {
    Json json;
    json.key("event").text(story.id(quote.event)).key("quote").number(quote.quote);
    json.key("source").text(story.sources()[quote.source].id);
    if (quote.check)
        addCheck(json, *quote.check);
    else
        json.key("grade").text("notChecked"sv).key("faithful").truth(false);
    return std::move(json).done();
}

std::string basisJson(const model::Story& story, const model::CheckedBasis& basis) {
    Json json;
    json.key("event").text(story.id(basis.event)).key("relation").number(basis.relation).key("source");
    if (!basis.place) {
        json.raw("null").key("grade").text("notChecked"sv);
        return std::move(json).done();
    }
    json.text(story.sources()[basis.place->source].id);
    addCheck(json, basis.place->check);
    return std::move(json).done();
}

std::string documentJson(const model::Source& source, const model::FoundDocument& found) {
    Json json;
    json.key("source").text(source.id).key("state");
    if (!found) {
        json.text(model::toWord(found.error().kind));
        json.key("origin").raw("null").key("path").raw("null").key("sha256").raw("null").key("changed").raw("null");
        json.key("reason").textOrNull(found.error().reason);
        return std::move(json).done();
    }
    json.text("found"sv).key("origin").text(model::toWord(found->origin));
    json.key("path").textOrNull(found->path).key("sha256").text(found->sha256);
    json.key("changed").truth(found->changed).key("reason").raw("null");
    return std::move(json).done();
}

std::string problemJson(const model::Problem& problem) {
    Json json;
    json.key("line").raw(problem.line ? std::to_string(*problem.line) : "null").key("path").text(problem.path);
    json.key("what").text(problem.what).key("remedy").text(problem.remedy);
    return std::move(json).done();
}

std::string summaryJson(const model::EvidenceCounts& counts) {
    Json json;
    json.key("quotes").number(counts.quotes).key("faithful").number(counts.faithful);
    for (std::size_t i = 0; i < model::quoteGradeCount; ++i)
        json.key(model::toWord(static_cast<model::QuoteGrade>(i))).number(counts.grades[i]);
    json.key("notChecked").number(counts.notChecked);
    json.key("bases").number(counts.bases).key("basesFound").number(counts.basesFound);
    json.key("basesNotChecked").number(counts.basesNotChecked);
    return std::move(json).done();
}

/// The object, to its end handed to the sink piece by piece.
class Report {
public:
    explicit Report(const ListSink& sink)
        : m_sink(sink) {}

    void member(std::string_view name, std::string_view json) {
        m_text += m_first ? "{\n\""sv : ",\n\""sv;
        m_text += name;
        m_text += "\": "sv;
        m_text += json;
        m_first = false;
    }
    void number(std::string_view name, std::size_t value) { member(name, std::to_string(value)); }
    template <typename Items, typename Write>
    void list(std::string_view name, const Items& items, const Write& write) {
        member(name, "[");
        bool first = true;
        for (const auto& item : items) {
            m_text += first ? "\n"sv : ",\n"sv;
            m_text += write(item);
            first = false;
            if (m_text.size() > pieceSize)
                pass();
        }
        m_text += first ? "]"sv : "\n]"sv;
    }
    void finish() {
        m_text += "\n}\n"sv;
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
    bool m_first = true;
};

void addName(Report& report, const QString& path) {
    std::string name = "null";
    if (!path.isEmpty()) {
        name.clear();
        model::appendJsonString(name, path.toStdString());
    }
    report.member("story", name);
}

} // namespace

void reportJson(const CheckedStory& checked, const ListSink& sink) {
    const model::Story& story = checked.read.story;
    Report report(sink);
    addName(report, checked.path);
    report.number("events", story.eventCount());
    report.number("quotes", story.quoteCount());
    report.number("sources", story.sources().size());
    report.member("problems", "[]");
    report.list("notices", checked.read.notices, problemJson);
    if (!checked.check) {
        for (const char* name : {"documents", "checks", "bases", "summary"})
            report.member(name, "null");
        return report.finish();
    }
    std::vector<model::SourceIndex> sources;
    for (model::SourceIndex i = 0; i < story.sources().size(); ++i)
        sources.push_back(i);
    report.list("documents", sources,
                [&](model::SourceIndex i) { return documentJson(story.sources()[i], (*checked.documents)[i]); });
    report.list("checks", checked.check->quotes,
                [&](const model::CheckedQuote& quote) { return quoteJson(story, quote); });
    report.list("bases", checked.check->bases,
                [&](const model::CheckedBasis& basis) { return basisJson(story, basis); });
    report.member("summary", summaryJson(checked.check->counts));
    report.finish();
}

QByteArray problemsJson(const QString& path, const model::ReadFailure& failure) {
    QByteArray all;
    const ListSink sink = [&all](QByteArrayView piece) {
        all.append(piece);
        return true;
    };
    Report report(sink);
    addName(report, path);
    for (const char* name : {"events", "quotes", "sources"})
        report.member(name, "null");
    report.list("problems", failure.problems, problemJson);
    for (const char* name : {"notices", "documents", "checks", "bases", "summary"})
        report.member(name, "null");
    report.finish();
    return all;
}

} // namespace quoteline::ui

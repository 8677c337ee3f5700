// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/story_reader.h"

#include "model/file/event_splitter.h"
#include "model/file/json_syntax.h"
#include "model/file/json_text.h"
#include "model/file/story_fields.h"
#include "model/text/translate.h"
#include <algorithm>
#include <new>
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace quoteline::model {

namespace {

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

/// The name of the encoding when the first four bytes of a file are those of UTF-16 or UTF-32, with or without a mark.
std::optional<QString> otherEncoding(std::string_view start) {
    if (start.size() < 4)
        return std::nullopt;
    const auto is = [&](int a, int b, int c, int d) {
        const int wanted[] = {a, b, c, d}; // -1: any byte but zero; -2: any byte
        for (std::size_t i = 0; i < 4; ++i) {
            const int byte = static_cast<unsigned char>(start[i]);
            if (wanted[i] == -1 ? byte == 0 : wanted[i] >= 0 && byte != wanted[i])
                return false;
        }
        return true;
    };
    if (is(0xFF, 0xFE, 0, 0) || is(0, 0, 0xFE, 0xFF) || is(-1, 0, 0, 0) || is(0, 0, 0, -1))
        return QStringLiteral("UTF-32");
    if (is(0xFF, 0xFE, -2, -2) || is(0xFE, 0xFF, -2, -2) || is(-1, 0, -1, 0) || is(0, -1, 0, -1))
        return QStringLiteral("UTF-16");
    return std::nullopt;
}

/// The last comma between the elements of an array, before `end`; everything before `end` is valid.
std::optional<std::size_t> lastElementEnd(std::string_view array, std::size_t end) {
    std::optional<std::size_t> comma;
    std::size_t depth = 0;
    bool inString = false;
    for (std::size_t i = 0; i < end; ++i) {
        const char c = array[i];
        if (inString) {
            i += c == '\\' ? 1 : 0;
            inString = c != '"';
        } else if (c == '"') {
            inString = true;
        } else if (c == '[' || c == '{') {
            ++depth;
        } else if (c == ']' || c == '}') {
            --depth;
        } else if (c == ',' && depth == 1) {
            comma = i;
        }
    }
    return comma;
}

/// A syntax error before the end of a text that is cut off where it stands.
std::optional<SyntaxError> errorBeforeEnd(std::string_view text) {
    std::size_t size = text.size();
    while (size > 0 && isJsonSpace(text[size - 1]))
        --size;
    auto error = findSyntaxError(text);
    return error && error->offset < size ? error : std::nullopt;
}

/// What ends the reading.
struct FatalError {
    std::uint64_t offset = 0;
    QString what;
    QString remedy;
    bool showColumn = true;
};

FatalError syntaxError(std::uint64_t offset, const QString& reason) {
    return {offset, translate("model", "the file is not valid JSON: %1").arg(reason),
            translate("model", "Correct this place; what comes after it has not been read"), true};
}

class Reading {
public:
    Reading(ByteSource& bytes, const ReadOptions& options)
        : m_bytes(bytes)
        , m_options(options)
        , m_splitter(options.batchSize, [this](EventBatch& batch) { return takeBatch(batch); })
        , m_fields(m_builder, m_problems, m_notices)
        , m_block(std::max<std::size_t>(options.blockSize, 1)) {}

    tl::expected<ReadSuccess, ReadFailure> run() {
        readBytes();
        if (!m_unreadable && !m_fatal && !stopRequested())
            readSkeleton();
        std::optional<Story> story;
        if (!m_unreadable && !m_fatal && !stopRequested())
            story = m_fields.build();
        if (m_unreadable)
            return tl::unexpected(ReadFailure{ReadFailure::Kind::Unreadable, {{{}, {}, *m_unreadable, {}}}, 1});
        if (stopRequested())
            return tl::unexpected(ReadFailure{ReadFailure::Kind::Stopped, {}, 0});
        locate();
        if (!story)
            return tl::unexpected(failure());
        reportProgress(true);
        const std::size_t noticeCount = m_notices.total();
        return ReadSuccess{*std::move(story), m_notices.takeInOrder(), noticeCount};
    }

    std::uint64_t bytesRead() const { return m_read; }

private:
    bool stopRequested() {
        m_stopped = m_stopped || m_options.stop.stop_requested();
        return m_stopped;
    }

    void reportProgress(bool atEnd) {
        if (!m_options.progress)
            return;
        const std::uint64_t size = m_bytes.size();
        const bool unknown = size == 0 && !atEnd;
        const std::uint64_t total = unknown ? 0 : std::max(m_read, size);
        m_options.progress(atEnd ? total : m_read, total);
    }

    // The next bytes; empty at the end and when the source fails.
    std::string_view nextBlock() {
        const auto count = m_bytes.read(m_block);
        if (!count) {
            m_unreadable = count.error();
            return {};
        }
        m_read += *count;
        return {m_block.data(), *count};
    }

    void readBytes() {
        if (!readStart())
            return;
        while (!stopRequested()) {
            const std::string_view block = nextBlock();
            if (block.empty())
                break;
            if (!feed(block))
                return;
        }
        if (!m_stopped && !m_unreadable && m_splitter.insideEvents())
            failIn(m_splitter.batch());
    }

    // The first bytes tell the encoding. False when there is nothing more to read.
    bool readStart() {
        std::string start;
        while (start.size() < 4) {
            const std::string_view block = nextBlock();
            if (block.empty())
                break;
            start += block;
        }
        if (m_unreadable)
            return false;
        if (const auto encoding = otherEncoding(start)) {
            m_fatal = FatalError{0, translate("model", "the file is in %1, not in UTF-8").arg(*encoding),
                                 translate("model", "Save it as UTF-8"), false};
            return false;
        }
        std::string_view rest = start;
        if (rest.starts_with(byteOrderMark)) {
            rest.remove_prefix(byteOrderMark.size());
            m_markSize = byteOrderMark.size();
            m_notices.add(Section::Head, {{{},
                                           {},
                                           translate("model", "the file begins with a byte order mark"),
                                           translate("model", "Save it as UTF-8 without one")},
                                          {},
                                          0,
                                          {}});
        }
        return feed(rest);
    }

    // False when nothing more is to be read.
    bool feed(std::string_view block) {
        if (!m_splitter.feed(block)) {
            if (m_splitter.tooDeep())
                failAtDepth(*m_splitter.tooDeep());
            return false;
        }
        if (std::max(m_splitter.skeleton().size(), m_splitter.batch().text.size()) <= m_options.pieceLimit)
            return true;
        m_fatal = FatalError{m_splitter.offset(), translate("model", "this part of the file is too large for a story"),
                             translate("model", "Divide it, or open another file"), false};
        return false;
    }

    // False to end the reading.
    bool takeBatch(EventBatch& batch) {
        if (stopRequested())
            return false;
        batch.text += ']';
        if (!readEvents(batch)) {
            failIn(batch);
            return false;
        }
        reportProgress(false);
        return true;
    }

    bool readEvents(EventBatch& batch) {
        simdjson::dom::array events;
        if (parse(batch.text).get(events) != simdjson::SUCCESS)
            return false;
        m_fields.readEvents(events, batch);
        return true;
    }

    // Pads the text, which must live as long as the result.
    simdjson::simdjson_result<simdjson::dom::element> parse(std::string& text) {
        text.reserve(text.size() + simdjson::SIMDJSON_PADDING);
        return m_parser.parse(text.data(), text.size(), false);
    }

    // There is a syntax error somewhere in the batch, or the file ends in it.
    void failIn(const EventBatch& batch) {
        // Were the parser stricter than the search, the batch would have to do as the place.
        const SyntaxError error =
            findSyntaxError(batch.text)
                .value_or(SyntaxError{batch.prefix, translate("model", "there is an error in these events")});
        readEventsBefore(batch, error.offset);
        fail(syntaxError(batch.offset + std::max(error.offset, batch.prefix) - batch.prefix, error.reason));
    }

    void failAtDepth(std::uint64_t offset) {
        if (m_splitter.insideEvents()) {
            if (errorBeforeEnd(m_splitter.batch().text)) {
                failIn(m_splitter.batch());
                return;
            }
            readEventsBefore(m_splitter.batch(), m_splitter.batch().text.size());
        }
        fail({offset, translate("model", "more than %1 lists and objects lie in each other here").arg(maxJsonDepth),
              translate("model", "Write it flatter; what comes after it has not been read"), true});
    }

    // So that the problems before an error do not depend on where the batches were cut.
    void readEventsBefore(const EventBatch& batch, std::size_t end) {
        const auto comma = lastElementEnd(batch.text, std::min(end, batch.text.size()));
        if (!comma || *comma < batch.prefix)
            return;
        EventBatch part{batch.text.substr(0, *comma) + ']', batch.offset, batch.prefix};
        readEvents(part);
    }

    // An error in the skeleton is known only at its end, but may come first in the file.
    void fail(FatalError error) {
        m_fatal = std::move(error);
        if (const auto earlier = errorBeforeEnd(m_splitter.skeleton()))
            m_fatal = syntaxError(earlier->offset, earlier->reason);
    }

    void readSkeleton() {
        std::string& skeleton = m_splitter.skeleton();
        const auto root = parse(skeleton);
        if (root.error() == simdjson::SUCCESS) {
            m_fields.readHead(root.value_unsafe(), skeleton);
            return;
        }
        const SyntaxError error = findSyntaxError(skeleton).value_or(
            SyntaxError{0, translate("model", "there is an error outside of the events")});
        m_fatal = syntaxError(m_splitter.offsetOfSkeleton(error.offset), error.reason);
    }

    // A second pass over the file, only when there is something to say about it.
    void locate() {
        std::vector<FoundProblem*> found;
        for (ProblemList* list : {&m_problems, &m_notices}) {
            for (FoundProblem& problem : list->found())
                found.push_back(&problem);
        }
        if ((found.empty() && !m_fatal) || !m_bytes.rewind())
            return;
        LineLocator locator;
        std::vector<std::pair<FoundProblem*, std::size_t>> questions;
        for (FoundProblem* problem : found) {
            if (problem->steps)
                questions.emplace_back(problem, locator.ask(*problem->steps));
            else if (problem->offset)
                questions.emplace_back(problem, locator.ask(*problem->offset));
        }
        std::optional<std::size_t> fatal;
        if (m_fatal)
            fatal = locator.ask(m_fatal->offset);
        readAgain(locator);
        for (const auto& [problem, question] : questions)
            problem->location = locator.answer(question);
        if (fatal)
            m_fatalLocation = locator.answer(*fatal);
    }

    void readAgain(LineLocator& locator) {
        std::size_t toSkip = m_markSize;
        while (!locator.done()) {
            const auto count = m_bytes.read(m_block);
            if (!count)
                return; // what has been found so far keeps its lines
            if (*count == 0)
                break;
            std::string_view block(m_block.data(), *count);
            const std::size_t skipped = std::min(toSkip, block.size());
            toSkip -= skipped;
            locator.feed(block.substr(skipped));
        }
        locator.finish();
    }

    ReadFailure failure() {
        ReadFailure failure;
        failure.problemCount = m_problems.total() + (m_fatal ? 1 : 0);
        failure.problems = m_problems.takeInOrder();
        if (!m_fatal)
            return failure;
        failure.problems.resize(std::min(failure.problems.size(), maxProblems - 1));
        Problem last{{}, {}, m_fatal->what, m_fatal->remedy};
        if (m_fatalLocation) {
            last.line = static_cast<qint64>(m_fatalLocation->line);
            if (m_fatal->showColumn)
                last.what += translate("model", " (column %1)").arg(m_fatalLocation->column);
        }
        failure.problems.push_back(std::move(last));
        return failure;
    }

    ByteSource& m_bytes;
    const ReadOptions& m_options;
    ProblemList m_problems;
    ProblemList m_notices;
    StoryBuilder m_builder;
    EventSplitter m_splitter;
    StoryFields m_fields;
    simdjson::dom::parser m_parser;
    std::vector<char> m_block;
    std::uint64_t m_read = 0;
    std::size_t m_markSize = 0; ///< bytes of the byte order mark, which all offsets leave out
    bool m_stopped = false;
    std::optional<QString> m_unreadable;
    std::optional<FatalError> m_fatal;
    std::optional<LineLocator::Location> m_fatalLocation;
};

constexpr std::uint64_t largeFile = std::uint64_t{16} << 20;

// What a large story leaves behind (batches, columns before sorting) would stay with the process until it ends.
void giveMemoryBack() {
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

} // namespace

tl::expected<ReadSuccess, ReadFailure> readStory(ByteSource& bytes, const ReadOptions& options) {
    try {
        std::uint64_t size = 0;
        auto result = [&] {
            Reading reading(bytes, options);
            auto story = reading.run();
            size = reading.bytesRead();
            return story;
        }();
        if (size >= largeFile)
            giveMemoryBack();
        return result;
    } catch (const std::bad_alloc&) {
        const Problem problem{{}, {}, translate("model", "there is not enough memory for this story"), {}};
        return tl::unexpected(ReadFailure{ReadFailure::Kind::Unreadable, {problem}, 1});
    }
}

} // namespace quoteline::model

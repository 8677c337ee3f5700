// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/story_reader.h"
#include "model/file/story_writer.h"
#include "tests/fuzz/targets.h"

#include <sstream>

namespace quoteline::test {

namespace {

using Result = tl::expected<model::ReadSuccess, model::ReadFailure>;

Result readIn(std::string_view text, std::size_t blockSize, std::size_t batchSize) {
    model::ReadOptions options;
    options.blockSize = blockSize;
    options.batchSize = batchSize;
    return model::readStory(*model::bytesOf(text), options);
}

Result readAtOnce(std::string_view text) {
    return readIn(text, std::size_t{64} << 10, std::size_t{4} << 20);
}

void describe(std::ostream& out, const std::vector<model::Problem>& problems, std::size_t count) {
    out << count << " problems or notices";
    for (const model::Problem& problem : problems)
        out << "\n  " << toText(problem).toStdString();
    out << '\n';
}

std::string describe(const Result& result) {
    std::ostringstream out;
    if (result)
        describe(out, result->notices, result->noticeCount);
    else
        describe(out << "refused, kind " << static_cast<int>(result.error().kind) << ": ", result.error().problems,
                 result.error().problemCount);
    return out.str();
}

std::string tryWriting(const model::Story& story) {
    const std::string written = writeStory(story);
    const Result again = readAtOnce(written);
    if (!again)
        return "what was written cannot be read: " + describe(again) + written;
    if (!(again->story == story))
        return "another story comes back from\n" + written;
    return writeStory(again->story) == written ? "" : "the second writing differs from\n" + written;
}

} // namespace

std::string tryStoryFile(const QByteArray& bytes) {
    if (bytes.isEmpty())
        return {};
    const auto sizes = static_cast<unsigned char>(bytes.front());
    const std::string_view text(bytes.constData() + 1, static_cast<std::size_t>(bytes.size() - 1));
    const Result pieces = readIn(text, 1 + sizes % 16U, 1 + sizes / 16U * 32U);
    const Result whole = readAtOnce(text);
    const std::string outcome = describe(pieces);
    if (outcome != describe(whole))
        return "read in pieces: " + outcome + "read at once: " + describe(whole);
    if (!whole)
        return whole.error().problems.empty() ? "refused without a reason" : "";
    if (!(pieces->story == whole->story))
        return "the story depends on how the file is cut";
    return tryWriting(whole->story);
}

} // namespace quoteline::test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/evidence/plain_document.h"
#include "model/story/story.h"
#include "model/text/failure.h"
#include <QString>
#include <functional>
#include <stop_token>
#include <tl/expected.hpp>
#include <vector>

/// Finds the documents of a story's sources. Files are opened here and nowhere else in the check, and only when a check
/// is asked for.
namespace quoteline::model {

enum class DocumentOrigin : std::uint8_t {
    StoryText,    ///< the source's field `text`
    StoryFile,    ///< the source's field `file`
    FolderByHash, ///< a file of the folder that was given, with the recorded SHA-256
    FolderByName, ///< a file of that folder, named as the source: ID.txt, ID.md or ID
};

struct SourceDocument {
    PlainDocument document;
    DocumentOrigin origin = DocumentOrigin::StoryText;
    QString path;            ///< of the file, links resolved; empty for StoryText
    QString sha256;          ///< of the bytes that were read
    bool changed = false;    ///< the source records another SHA-256: changed since it was recorded
    bool unrecorded = false; ///< the source records none
    bool operator==(const SourceDocument&) const = default;
};

/// Why a source has no document here.
struct NoDocument {
    enum class Kind {
        NoneAtHand, ///< neither in the story nor in the folder
        Refused,    ///< outside of the story's folder, not a regular file, too large
        Unreadable, ///< cannot be opened, or is not text
    };
    Kind kind = Kind::NoneAtHand;
    QString reason; ///< one sentence without its full stop, foreign text made safe for one line; empty for NoneAtHand
    bool operator==(const NoDocument&) const = default;
};

/// The words for them in data: "storyText", "storyFile", "folderByHash", "folderByName"; "noneAtHand", "refused",
/// "unreadable".
std::string_view toWord(DocumentOrigin origin);
std::string_view toWord(NoDocument::Kind kind);

using FoundDocument = tl::expected<SourceDocument, NoDocument>;

/// Bounds of the search; a file beyond them is refused in words.
struct DocumentLimits {
    std::uint64_t fileBytes = std::uint64_t{64} << 20;  ///< of one document
    std::uint64_t totalCharacters = 128'000'000;        ///< code points of all documents, which stay in memory
    std::size_t folderEntries = 10000;                  ///< in the folder that was given
    std::uint64_t folderBytes = std::uint64_t{2} << 30; ///< of its files, which are read to compare their SHA-256
};

struct DocumentSearch {
    QString storyFile; ///< the story's own file, whose folder `file` fields are in; empty for the story in the program
    QString folder;    ///< the folder that a person gave; empty for none. It alone is searched, not what lies below it
    DocumentLimits limits;
    std::stop_token stop;                                              ///< asked between blocks of files
    std::function<void(std::size_t done, std::size_t total)> progress; ///< files and sources
};

/// A document, or the reason why there is none, for each source of the story, in their order. A source's documents are
/// tried in this order: in the folder by SHA-256, in the folder by name, `text`, `file`. The first with the recorded
/// SHA-256 is taken; where none has it the first that can be read. Only sources that a quote names are looked for.
/// Fails, with a sentence without its full stop, where the folder cannot be searched.
tl::expected<std::vector<FoundDocument>, Failure> findDocuments(const Story& story, const DocumentSearch& search);

/// Whether a source carries its document, or the way to it: whether a check finds anything without a folder.
bool carriesDocuments(const Story& story);

} // namespace quoteline::model

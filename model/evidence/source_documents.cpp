// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/source_documents.h"

#include "model/file/byte_source.h"
#include "model/text/near_miss.h"
#include "model/text/translate.h"
#include "model/text/utf8_text.h"
#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QList>
#include <algorithm>
#include <array>
#include <map>
#include <optional>

namespace quoteline::model {

namespace {

constexpr std::size_t blockSize = std::size_t{1} << 20;

/// Foreign text for a sentence.
QString shownPath(const QString& path) {
    QString line;
    for (const char32_t c : path.toUcs4()) {
        const char32_t visible = QChar::isPrint(c) ? c : char32_t(QChar::ReplacementCharacter);
        line += QString::fromUcs4(&visible, 1);
    }
    return line;
}

QString shaOf(std::string_view bytes) {
    const QByteArrayView view(bytes.data(), static_cast<qsizetype>(bytes.size()));
    return QString::fromLatin1(
        QCryptographicHash::hash(QByteArray::fromRawData(view.data(), view.size()), QCryptographicHash::Sha256)
            .toHex());
}

/// With links resolved, where it leads anywhere.
QString canonical(const QString& path) {
    const QString resolved = QFileInfo(path).canonicalFilePath();
    return resolved.isEmpty() ? path : resolved;
}

QString inMegabytes(std::uint64_t bytes) {
    return QString::number(static_cast<qulonglong>(bytes >> 20));
}

NoDocument refused(const QString& reason) {
    return {NoDocument::Kind::Refused, reason};
}
NoDocument unreadable(const QString& reason) {
    return {NoDocument::Kind::Unreadable, reason};
}

struct FileText {
    std::string bytes;
    QString sha256;
};

/// Looks for the documents of one story.
class Finder {
public:
    Finder(const Story& story, const DocumentSearch& search)
        : m_story(story)
        , m_search(search) {}

    tl::expected<std::vector<FoundDocument>, Failure> run() {
        findQuotedSources();
        if (!m_search.folder.isEmpty())
            if (const auto listed = readFolder(); !listed)
                return tl::unexpected(listed.error());
        std::vector<FoundDocument> found;
        for (SourceIndex i = 0; i < m_story.sources().size(); ++i) {
            if (stopped())
                return tl::unexpected(Stopped());
            report();
            found.push_back(m_quoted[i] ? documentOf(i) : tl::unexpected(NoDocument{}));
        }
        report();
        if (stopped()) // perhaps in the middle of a file
            return tl::unexpected(Stopped());
        return found;
    }

private:
    bool stopped() const { return m_search.stop.stop_requested(); }
    void report() {
        if (m_search.progress)
            m_search.progress(std::min(m_done, m_total), m_total);
        ++m_done;
    }

    void findQuotedSources() {
        m_quoted.assign(m_story.sources().size(), false);
        for (EventIndex event = 0; event < m_story.eventCount(); ++event)
            for (std::size_t i = 0; i < m_story.quoteCount(event); ++i)
                m_quoted[m_story.quoteSource(event, i)] = true;
        m_total = m_quoted.size();
    }

    // Files.

    tl::expected<FileText, NoDocument> read(const QString& path) const {
        const auto source = bytesOfFile(path);
        if (!source)
            return tl::unexpected(unreadable(shownPath(source.error())));
        FileText text;
        std::size_t size = 0;
        for (;;) {
            if (stopped())
                return tl::unexpected(NoDocument{});
            text.bytes.resize(size + blockSize);
            const auto count = (*source)->read({text.bytes.data() + size, blockSize});
            if (!count)
                return tl::unexpected(unreadable(shownPath(count.error())));
            size += *count;
            if (size > m_search.limits.fileBytes)
                return tl::unexpected(
                    refused(translate("model", "“%1” is larger than %2 MB, the most that a document may have")
                                .arg(shownPath(path), inMegabytes(m_search.limits.fileBytes))));
            if (*count == 0)
                break;
        }
        text.bytes.resize(size);
        text.sha256 = shaOf(text.bytes);
        return text;
    }

    // The folder that was given.

    tl::unexpected<Failure> folderFailure(const QString& sentence) const {
        return tl::unexpected(Failure(sentence.arg(shownPath(m_search.folder))));
    }

    tl::expected<void, Failure> readFolder() {
        const QFileInfo info(m_search.folder);
        if (!info.exists())
            return folderFailure(translate("model", "there is no folder “%1”"));
        if (!info.isDir())
            return folderFailure(translate("model", "“%1” is not a folder"));
        if (!info.isReadable() || !info.isExecutable())
            return folderFailure(translate("model", "the folder “%1” cannot be read: ask for the right to read it"));
        QStringList files;
        QDirIterator entries(m_search.folder, QDir::Files | QDir::Hidden | QDir::System);
        while (entries.hasNext()) {
            entries.next();
            if (stopped())
                return tl::unexpected(Stopped());
            files += entries.filePath();
            if (static_cast<std::size_t>(files.size()) > m_search.limits.folderEntries)
                return tl::unexpected(
                    translate("model", "“%1” holds more than %2 files: give a folder with the documents alone")
                        .arg(shownPath(m_search.folder), QString::number(m_search.limits.folderEntries)));
        }
        files.sort();
        for (const QString& file : std::as_const(files))
            m_byName.emplace(QFileInfo(file).fileName(), file);
        return readHashes(files);
    }

    /// The SHA-256 of every file, as far as sources record one.
    tl::expected<void, Failure> readHashes(const QStringList& files) {
        bool wanted = false;
        for (SourceIndex i = 0; i < m_story.sources().size(); ++i)
            wanted = wanted || (m_quoted[i] && m_story.sources()[i].sha256);
        if (!wanted)
            return {};
        m_total += static_cast<std::size_t>(files.size());
        std::uint64_t bytes = 0;
        for (const QString& file : files) {
            report();
            const auto text = read(file); // what cannot be read is told where its name is asked for
            if (stopped())
                return tl::unexpected(Stopped());
            if (!text)
                continue;
            bytes += text->bytes.size();
            if (bytes > m_search.limits.folderBytes)
                return tl::unexpected(
                    translate("model", "“%1” holds more than %2 MB: give a folder with the documents alone")
                        .arg(shownPath(m_search.folder), inMegabytes(m_search.limits.folderBytes)));
            m_byHash.emplace(text->sha256, file);
        }
        return {};
    }

    // One source.

    /// The first document with the recorded checksum, else the first that can be read.
    FoundDocument documentOf(SourceIndex index) {
        const Source& source = m_story.sources()[index];
        std::optional<SourceDocument> second;
        std::optional<NoDocument> reason;
        const auto isRight = [&](FoundDocument found) {
            if (found && !found->changed) {
                second = *std::move(found);
                return true;
            }
            if (found && !second)
                second = *std::move(found);
            else if (!found && !reason && found.error().kind != NoDocument::Kind::NoneAtHand)
                reason = found.error();
            return false;
        };
        isRight(inFolderByHash(source)) || isRight(inFolderByName(source)) || isRight(inStory(source)) ||
            isRight(besideStory(source));
        if (!second)
            return tl::unexpected(reason.value_or(NoDocument{}));
        m_characters += second->document.text().size();
        if (m_characters > m_search.limits.totalCharacters)
            return tl::unexpected(
                refused(translate("model", "the documents of the story together have more than %1 million characters")
                            .arg(QString::number(m_search.limits.totalCharacters / 1'000'000))));
        return *std::move(second);
    }

    FoundDocument made(const Source& source, std::string_view bytes, const QString& sha256, DocumentOrigin origin,
                       const QString& path) const {
        auto document = PlainDocument::fromUtf8(bytes);
        if (!document)
            return tl::unexpected(
                unreadable(toText(document.error(), path.isEmpty() ? shown(source.id) : shownPath(path))));
        SourceDocument result{*std::move(document), origin, path, sha256, false, !source.sha256};
        result.changed = source.sha256 && sha256.toStdString() != *source.sha256;
        return result;
    }

    FoundDocument fromFile(const Source& source, const QString& path, DocumentOrigin origin) const {
        const auto text = read(path);
        if (!text)
            return tl::unexpected(text.error());
        return made(source, text->bytes, text->sha256, origin, path);
    }

    FoundDocument inFolderByHash(const Source& source) const {
        if (source.sha256)
            if (const auto file = m_byHash.find(fromUtf8(*source.sha256)); file != m_byHash.end())
                return fromFile(source, canonical(file->second), DocumentOrigin::FolderByHash);
        return tl::unexpected(NoDocument{});
    }

    FoundDocument inFolderByName(const Source& source) const {
        const QString id = fromUtf8(source.id);
        for (const char* ending : {".txt", ".md", ""})
            if (const auto file = m_byName.find(id + QLatin1String(ending)); file != m_byName.end())
                return fromFile(source, canonical(file->second), DocumentOrigin::FolderByName);
        return tl::unexpected(NoDocument{});
    }

    FoundDocument inStory(const Source& source) const {
        if (!source.text)
            return tl::unexpected(NoDocument{});
        return made(source, *source.text, shaOf(*source.text), DocumentOrigin::StoryText, {});
    }

    FoundDocument besideStory(const Source& source) const {
        if (!source.file)
            return tl::unexpected(NoDocument{});
        const QString name = fromUtf8(*source.file);
        if (m_search.storyFile.isEmpty())
            return tl::unexpected(refused(
                translate("model", "“%1” has no folder to be in: the story is not a file").arg(shownPath(name))));
        const QString folder = QFileInfo(QFileInfo(m_search.storyFile).absolutePath()).canonicalFilePath();
        const QFileInfo file(QDir(folder), name);
        const QString path = file.canonicalFilePath();
        if (path.isEmpty())
            return tl::unexpected(unreadable(
                translate("model", "there is no file “%1” in the folder of the story").arg(shownPath(name))));
        const QString inside = folder.endsWith(u'/') ? folder : folder + u'/';
        if (QDir::isAbsolutePath(name) || !path.startsWith(inside))
            return tl::unexpected(refused(translate("model", "“%1” leads out of the folder of the story, to “%2”")
                                              .arg(shownPath(name), shownPath(path))));
        return fromFile(source, path, DocumentOrigin::StoryFile);
    }

    const Story& m_story;
    const DocumentSearch& m_search;
    std::vector<bool> m_quoted;
    std::map<QString, QString> m_byName; ///< paths
    std::map<QString, QString> m_byHash; ///< the first of the same files
    std::uint64_t m_characters = 0;
    std::size_t m_done = 0;
    std::size_t m_total = 0;
};

} // namespace

tl::expected<std::vector<FoundDocument>, Failure> findDocuments(const Story& story, const DocumentSearch& search) {
    return Finder(story, search).run();
}

bool carriesDocuments(const Story& story) {
    const auto sources = story.sources();
    return std::any_of(sources.begin(), sources.end(), [](const Source& source) { return source.text || source.file; });
}

} // namespace quoteline::model

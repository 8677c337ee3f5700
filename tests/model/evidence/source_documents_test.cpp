// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/source_documents.h"

#include "model/story/story_builder.h"
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <gtest/gtest.h>
#include <sys/stat.h>

namespace quoteline::model {
namespace {

using NoKind = NoDocument::Kind;
using Origin = DocumentOrigin;

std::string shaOf(const QByteArray& bytes) {
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().toStdString();
}

struct Fields {
    std::optional<std::string> sha256;
    std::optional<std::string> text;
    std::optional<std::string> file;
    std::string id = "doc";
};

/// A story with one event that quotes all these sources.
Story storyOf(const std::vector<Fields>& sources) {
    StoryBuilder builder;
    builder.setStory({});
    builder.addLane({"l", "L", {}});
    builder.addActor({"a", "A", {}, {}});
    EventInput event;
    event.id = "e";
    event.lane = "l";
    event.actor = "a";
    event.when = "2026";
    for (const Fields& fields : sources) {
        Source source;
        source.id = fields.id;
        source.sha256 = fields.sha256;
        source.text = fields.text;
        source.file = fields.file;
        builder.addSource(source);
        event.quotes.push_back({fields.id, "words", {}, {}, {}, {}, QuoteForm::Direct, {}, {}});
    }
    builder.addEvent(event);
    return builder.build().value();
}

class SourceDocuments : public testing::Test {
protected:
    SourceDocuments() {
        QDir(m_root.path()).mkpath(QStringLiteral("story/sub"));
        QDir(m_root.path()).mkpath(QStringLiteral("docs/below"));
        m_search.storyFile = path("story/a.story.json");
    }
    QString path(const char* name) const { return m_root.filePath(QString::fromUtf8(name)); }
    void write(const char* name, const QByteArray& bytes) const {
        QFile file(path(name));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly)) << name;
        file.write(bytes);
    }
    void link(const char* target, const char* name) const { ASSERT_TRUE(QFile::link(path(target), path(name))); }
    void withFolder() { m_search.folder = path("docs"); }

    FoundDocument find(const Fields& fields) const { return findDocuments(storyOf({fields}), m_search)->front(); }
    void expectRefused(const Fields& fields, NoKind kind, std::initializer_list<const char*> said) const {
        const FoundDocument found = find(fields);
        ASSERT_FALSE(found.has_value());
        EXPECT_EQ(found.error().kind, kind) << found.error().reason.toStdString();
        for (const char* words : said)
            EXPECT_TRUE(found.error().reason.contains(QString::fromUtf8(words))) << found.error().reason.toStdString();
        EXPECT_FALSE(found.error().reason.contains(u'\n'));
    }

    QTemporaryDir m_root;
    DocumentSearch m_search;
};

Fields named(const char* file) {
    return {{}, {}, file};
}

TEST_F(SourceDocuments, ASourceWithoutADocumentHasNoneAtHand) {
    expectRefused({}, NoKind::NoneAtHand, {});
    withFolder();
    expectRefused({shaOf("words"), {}, {}}, NoKind::NoneAtHand, {});
    EXPECT_TRUE(find({}).error().reason.isEmpty());
}

TEST_F(SourceDocuments, TheTextOfASourceIsItsDocument) {
    const FoundDocument found = find({shaOf("the words"), "the words", {}});
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->document.text(), U"the words");
    EXPECT_EQ(found->origin, Origin::StoryText);
    EXPECT_FALSE(found->changed);
    EXPECT_FALSE(found->unrecorded);
    EXPECT_TRUE(find({{}, "the words", {}})->unrecorded);
    EXPECT_TRUE(find({shaOf("other"), "the words", {}})->changed);
    expectRefused({{}, std::string("a\0b", 3), {}}, NoKind::Unreadable, {"“doc”", "null character"});
}

TEST_F(SourceDocuments, TheFileOfASourceIsReadInsideOfTheStorysFolder) {
    write("story/sub/page.txt", "the words");
    const FoundDocument found = find(named("sub/page.txt"));
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->origin, Origin::StoryFile);
    EXPECT_EQ(found->path, QFileInfo(path("story/sub/page.txt")).canonicalFilePath());
    EXPECT_EQ(found->sha256.toStdString(), shaOf("the words"));
    link("story/sub/page.txt", "story/inside.txt");
    EXPECT_TRUE(find(named("inside.txt")).has_value());
    expectRefused(named("none.txt"), NoKind::Unreadable, {"“none.txt”", "no file"});
}

TEST_F(SourceDocuments, LinksThatLeadOutAreRefusedByName) {
    write("secret.txt", "the words");
    write("docs/secret.txt", "the words");
    link("secret.txt", "story/link.txt");
    link("docs", "story/folder");
    link("story/link.txt", "story/twice.txt");
    expectRefused(named("link.txt"), NoKind::Refused, {"“link.txt”", "leads out", "secret.txt"});
    expectRefused(named("twice.txt"), NoKind::Refused, {"“twice.txt”", "leads out"});
    expectRefused(named("folder/secret.txt"), NoKind::Refused, {"“folder/secret.txt”", "leads out"});
    // A folder whose name only begins like the story's.
    QDir(m_root.path()).mkpath(QStringLiteral("story-other"));
    write("story-other/a.txt", "the words");
    link("story-other/a.txt", "story/near.txt");
    expectRefused(named("near.txt"), NoKind::Refused, {"leads out"});
    link("story/loop.txt", "story/loop.txt");
    expectRefused(named("loop.txt"), NoKind::Unreadable, {"loop.txt"});
}

TEST_F(SourceDocuments, AStoryThatIsALinkIsInTheFolderOfTheLink) {
    write("story/real.story.json", "{}");
    write("docs/page.txt", "the words");
    link("story/real.story.json", "docs/a.story.json");
    m_search.storyFile = path("docs/a.story.json");
    EXPECT_TRUE(find(named("page.txt")).has_value());
}

TEST_F(SourceDocuments, AStoryInsideTheProgramHasNoFolder) {
    m_search.storyFile.clear();
    expectRefused(named("page.txt"), NoKind::Refused, {"“page.txt”", "no folder"});
}

TEST_F(SourceDocuments, OnlyRegularFilesAreRead) {
    ASSERT_EQ(::mkfifo(QFile::encodeName(path("story/pipe")).constData(), 0600), 0);
    expectRefused(named("pipe"), NoKind::Unreadable, {"pipe", "is a pipe"});
    expectRefused(named("sub"), NoKind::Unreadable, {"sub", "is a folder"});
    expectRefused(named("sub/"), NoKind::Unreadable, {"is a folder"});
    ASSERT_TRUE(QFile::link(QStringLiteral("/dev/zero"), path("story/zero")));
    expectRefused(named("zero"), NoKind::Refused, {"leads out", "/dev/zero"});
    withFolder();
    ASSERT_EQ(::mkfifo(QFile::encodeName(path("docs/doc.txt")).constData(), 0600), 0);
    EXPECT_FALSE(find({}).has_value()); // without waiting for a writer
    EXPECT_FALSE(find({shaOf("x"), {}, {}}).has_value());
}

TEST_F(SourceDocuments, LargeFilesAreRefusedInWords) {
    m_search.limits.fileBytes = std::uint64_t{2} << 20;
    QFile file(path("story/large.txt"));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    ASSERT_TRUE(file.resize((2 << 20) + 1)); // sparse
    expectRefused(named("large.txt"), NoKind::Refused, {"large.txt", "larger than 2 MB"});
    write("story/fits.txt", QByteArray(2 << 20, 'a'));
    EXPECT_TRUE(find(named("fits.txt")).has_value());
}

TEST_F(SourceDocuments, AllDocumentsTogetherHaveALimit) {
    m_search.limits.totalCharacters = 10;
    const auto found = findDocuments(storyOf({{{}, "12345678", {}, "a"}, {{}, "1234", {}, "b"}}), m_search);
    ASSERT_TRUE(found.has_value());
    EXPECT_TRUE((*found)[0].has_value());
    ASSERT_FALSE((*found)[1].has_value());
    EXPECT_EQ((*found)[1].error().kind, NoKind::Refused);
}

TEST_F(SourceDocuments, FilesThatAreNoTextAreRefusedWithThePlace) {
    write("story/latin.txt", "caf\xE9 au lait");
    expectRefused(named("latin.txt"), NoKind::Unreadable, {"latin.txt", "not UTF-8", "byte 4, in line 1"});
    write("story/null.txt", QByteArray("a\nb\0c", 5));
    expectRefused(named("null.txt"), NoKind::Unreadable, {"null.txt", "byte 4, in line 2", "null character"});
}

TEST_F(SourceDocuments, TheFolderIsSearchedBySha256AndThenByName) {
    withFolder();
    write("docs/whatever.bin", "the words");
    write("docs/doc.txt", "other words");
    const FoundDocument byHash = find({shaOf("the words"), {}, {}});
    ASSERT_TRUE(byHash.has_value());
    EXPECT_EQ(byHash->origin, Origin::FolderByHash);
    EXPECT_TRUE(byHash->path.endsWith(QStringLiteral("whatever.bin")));
    EXPECT_FALSE(byHash->changed);
    const FoundDocument byName = find({shaOf("no such"), {}, {}});
    ASSERT_TRUE(byName.has_value());
    EXPECT_EQ(byName->origin, Origin::FolderByName);
    EXPECT_TRUE(byName->changed);
    EXPECT_FALSE(find({})->changed);
    EXPECT_TRUE(find({})->unrecorded);
}

TEST_F(SourceDocuments, NamesAreTheIdWithAnEndingOrWithout) {
    withFolder();
    write("docs/doc", "none");
    EXPECT_EQ(find({})->document.text(), U"none");
    write("docs/doc.md", "md");
    EXPECT_EQ(find({})->document.text(), U"md");
    write("docs/doc.txt", "txt");
    EXPECT_EQ(find({})->document.text(), U"txt");
    write("docs/other.html", "html");
    write("docs/below/deep.txt", "deep");
    write("docs/DOC2.txt", "case");
    for (const char* id : {"other", "deep", "below/deep", "doc2", "../story/a", "below"})
        EXPECT_FALSE(find({{}, {}, {}, id}).has_value()) << id;
}

TEST_F(SourceDocuments, TheRecordedDocumentIsTakenWhereverItIs) {
    withFolder();
    write("docs/doc.txt", "changed");
    write("story/page.txt", "right");
    EXPECT_EQ(find({shaOf("right"), "other", "page.txt"})->origin, Origin::StoryFile);
    EXPECT_EQ(find({shaOf("other"), "other", "page.txt"})->origin, Origin::StoryText);
    EXPECT_EQ(find({shaOf("none"), "other", "page.txt"})->origin, Origin::FolderByName);
    EXPECT_EQ(find({{}, "other", "page.txt"})->origin, Origin::FolderByName); // what a person gives counts first
    write("docs/doc.txt", "\xFF");
    EXPECT_EQ(find({{}, "other", "page.txt"})->origin, Origin::StoryText); // the first that can be read
}

TEST_F(SourceDocuments, AFileThatChangesBetweenChecksIsFlagged) {
    write("story/page.txt", "first");
    EXPECT_FALSE(find({shaOf("first"), {}, "page.txt"})->changed);
    write("story/page.txt", "second");
    const FoundDocument found = find({shaOf("first"), {}, "page.txt"});
    EXPECT_TRUE(found->changed);
    EXPECT_EQ(found->document.text(), U"second");
}

TEST_F(SourceDocuments, AFolderThatCannotBeSearchedIsOneSentence) {
    const auto failureOf = [this] {
        const auto found = findDocuments(storyOf({{}}), m_search);
        EXPECT_FALSE(found.has_value());
        return found ? QString() : found.error().reason();
    };
    m_search.folder = path("none");
    EXPECT_TRUE(failureOf().startsWith(QStringLiteral("there is no folder")));
    write("docs/file", "x");
    m_search.folder = path("docs/file");
    EXPECT_TRUE(failureOf().contains(QStringLiteral("is not a folder")));
    write("docs/file2", "x");
    withFolder();
    m_search.limits.folderEntries = 1;
    EXPECT_TRUE(failureOf().contains(QStringLiteral("more than 1 files")) ||
                failureOf().contains(QStringLiteral("more than 1 file")));
}

TEST_F(SourceDocuments, SourcesThatNoQuoteNamesAreNotRead) {
    StoryBuilder builder;
    builder.setStory({});
    Source source;
    source.id = "doc";
    source.text = "words";
    builder.addSource(source);
    const auto found = findDocuments(builder.build().value(), m_search);
    ASSERT_EQ(found->size(), 1U);
    EXPECT_FALSE(found->front().has_value());
}

TEST_F(SourceDocuments, ASearchCanBeStoppedAndTellsHowFarItIs) {
    withFolder();
    write("docs/a", "a");
    write("docs/b", "b");
    std::stop_source stop;
    std::vector<std::pair<std::size_t, std::size_t>> told;
    m_search.progress = [&](std::size_t done, std::size_t total) { told.emplace_back(done, total); };
    m_search.stop = stop.get_token();
    const Story story = storyOf({{shaOf("x"), {}, {}}});
    EXPECT_TRUE(findDocuments(story, m_search).has_value());
    ASSERT_FALSE(told.empty());
    EXPECT_EQ(told.back(), (std::pair<std::size_t, std::size_t>{3, 3}));
    EXPECT_TRUE(std::is_sorted(told.begin(), told.end()));
    m_search.progress = [&](std::size_t, std::size_t) { stop.request_stop(); };
    const auto stopped = findDocuments(story, m_search);
    ASSERT_FALSE(stopped.has_value());
    EXPECT_TRUE(stopped.error().isStopped());
}

} // namespace
} // namespace quoteline::model

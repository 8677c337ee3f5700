// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/sheet/sheet_pages.h"

#include "tests/support/fixed_measurer.h"
#include <algorithm>
#include <gtest/gtest.h>
#include <random>

namespace quoteline::test {

using namespace layout;

namespace {

using Kind = SheetBlock::Kind;

SetBlock block(Kind kind, const std::vector<double>& rowHeights, double above = 10) {
    SetBlock set;
    set.kind = kind;
    for (const double height : rowHeights) {
        SheetRow row;
        row.height = height;
        set.rows.push_back(row);
    }
    set.rows.front().above = above;
    set.height = heightOf(set.rows);
    SheetRow continued;
    continued.height = 8;
    set.continued.push_back(continued);
    return set;
}

std::vector<SetBlock> someBlocks(std::mt19937_64& random, std::size_t count, std::size_t mostRows) {
    std::vector<SetBlock> blocks;
    for (std::size_t i = 0; i < count; ++i) {
        if (random() % 7 == 0 && i + 1 < count)
            blocks.push_back(block(Kind::Heading, {12}, 20));
        blocks.push_back(block(Kind::Entry, std::vector<double>(1 + random() % mostRows, 10)));
    }
    return blocks;
}

/// Where quotes begin in them, for some to be broken.
void openQuotes(std::vector<SetBlock>& blocks, std::mt19937_64& random) {
    for (SetBlock& set : blocks)
        for (std::size_t i = 2; i < set.rows.size(); ++i)
            set.rows[i].opens = random() % 4 == 0;
}

/// Every row once, in order.
void expectAllRows(const std::vector<SheetColumns>& pages, std::span<const SetBlock> blocks) {
    std::size_t nextBlock = 0;
    std::size_t nextRow = 0;
    for (const SheetColumns& page : pages)
        for (const SheetColumn& column : page)
            for (const SheetPart& part : column) {
                ASSERT_EQ(part.block, nextBlock);
                ASSERT_EQ(part.firstRow, nextRow);
                ASSERT_GT(part.endRow, part.firstRow);
                nextRow = part.endRow;
                if (nextRow == blocks[nextBlock].rows.size()) {
                    ++nextBlock;
                    nextRow = 0;
                }
            }
    EXPECT_EQ(nextBlock, blocks.size());
}

void expectNoHeadingAtAFoot(const SheetColumns& page, std::span<const SetBlock> blocks) {
    for (const SheetColumn& column : page)
        EXPECT_TRUE(column.empty() || blocks[column.back().block].kind != Kind::Heading);
}

double highestOf(const SheetColumns& page, std::span<const SetBlock> blocks) {
    double highest = 0;
    for (const SheetColumn& column : page)
        highest = std::max(highest, heightOf(column, blocks));
    return highest;
}

double shareOf(std::span<const SetBlock> blocks, std::size_t first, std::size_t end) {
    SheetColumn column;
    for (std::size_t i = first; i < end; ++i)
        column.push_back({i, 0, blocks[i].rows.size()});
    return heightOf(column, blocks);
}

/// The least highest column of all ways to divide the blocks, none of which ends a column with a heading.
double leastHighest(std::span<const SetBlock> blocks, std::size_t first, int columns) {
    if (columns == 1)
        return shareOf(blocks, first, blocks.size());
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t end = first; end <= blocks.size(); ++end)
        if (end == first || blocks[end - 1].kind != Kind::Heading)
            least = std::min(least, std::max(shareOf(blocks, first, end), leastHighest(blocks, end, columns - 1)));
    return least;
}

} // namespace

TEST(SheetColumns, OfAContinuousPageAreAsShortAsWholeBlocksAllow) {
    std::mt19937_64 random(3);
    for (int round = 0; round < 200; ++round) {
        const std::vector<SetBlock> blocks = someBlocks(random, 1 + random() % 12, 9);
        for (const int columns : {1, 2, 3, 4}) {
            const SheetColumns page = balancedColumns(wholeParts(blocks), blocks, columns);
            ASSERT_EQ(page.size(), static_cast<std::size_t>(columns));
            expectAllRows({page}, blocks);
            expectNoHeadingAtAFoot(page, blocks);
            EXPECT_NEAR(highestOf(page, blocks), leastHighest(blocks, 0, columns), 0.03);
        }
    }
}

TEST(SheetColumns, OfAContinuousPageDifferByLittleMoreThanABlock) {
    std::mt19937_64 random(4);
    for (int round = 0; round < 50; ++round) {
        const std::vector<SetBlock> blocks = someBlocks(random, 60, 9);
        const SheetColumns page = balancedColumns(wholeParts(blocks), blocks, 3);
        double least = highestOf(page, blocks);
        for (const SheetColumn& column : page)
            least = std::min(least, heightOf(column, blocks));
        EXPECT_LE(highestOf(page, blocks) - least, 2 * (12 + 10 + 90));
    }
}

TEST(SheetPages, HoldEveryRowAndBreakOnlyWhatIsHigherThanAColumn) {
    std::mt19937_64 random(5);
    for (int round = 0; round < 300; ++round) {
        const std::vector<SetBlock> blocks = someBlocks(random, 1 + random() % 40, round % 3 == 0 ? 40 : 9);
        const double height = 150;
        const double firstHeight = 120;
        for (const int columns : {1, 2, 3}) {
            const auto pages = pagedColumns(blocks, columns, firstHeight, height);
            expectAllRows(pages, blocks);
            for (const SheetColumns& page : pages) {
                expectNoHeadingAtAFoot(page, blocks);
                EXPECT_LE(highestOf(page, blocks), &page == &pages.front() ? firstHeight : height);
                for (const SheetColumn& column : page)
                    for (const SheetPart& part : column) {
                        const bool whole = part.firstRow == 0 && part.endRow == blocks[part.block].rows.size();
                        const bool headed = part.block > 0 && blocks[part.block - 1].kind == Kind::Heading;
                        const double around = headed ? 12 + 10 : 0;
                        EXPECT_TRUE(whole ||
                                    blocks[part.block].height + around > (part.block < 2 ? firstHeight : height));
                    }
            }
        }
    }
}

TEST(SheetPages, AreFilledInTheirOrderAndBalancedOnTheLast) {
    const std::vector<SetBlock> blocks(17, block(Kind::Entry, {10, 10})); // five fit a column
    const auto pages = pagedColumns(blocks, 2, 140, 140);
    ASSERT_EQ(pages.size(), 2u);
    EXPECT_EQ(pages[0][0].size(), 5u);
    EXPECT_EQ(pages[0][1].size(), 5u);
    EXPECT_EQ(pages[1][0].size(), 4u);
    EXPECT_EQ(pages[1][1].size(), 3u);
}

TEST(SheetPages, BreakBetweenBlocksUnlessOneFitsNoPage) {
    std::mt19937_64 random(8);
    std::size_t broken = 0;
    for (int round = 0; round < 300; ++round) {
        std::vector<SetBlock> blocks = someBlocks(random, 1 + random() % 40, round % 2 == 0 ? 50 : 14);
        openQuotes(blocks, random);
        const double height = 150;
        for (const int columns : {1, 2, 3}) {
            const auto pages = pagedColumns(blocks, columns, height, height);
            expectAllRows(pages, blocks);
            for (std::size_t i = 1; i < pages.size(); ++i) {
                const SheetPart& first = pages[i].front().front();
                if (first.firstRow == 0)
                    continue;
                ++broken;
                std::vector<SetBlock> alone{blocks[first.block]};
                if (first.block > 0 && blocks[first.block - 1].kind == Kind::Heading)
                    alone.insert(alone.begin(), blocks[first.block - 1]);
                EXPECT_GT(pagedColumns(alone, columns, height, height).size(), 1u);
                // What columns lose: a quarter for the end of a quote, the line that it is a continuation, half a row.
                EXPECT_GT(shareOf(alone, 0, alone.size()), columns * (height * 0.75 - 8 - 10));
            }
        }
    }
    EXPECT_GT(broken, 100u);
}

TEST(SheetPages, BreakATallBlockBetweenColumnsAndQuotesWhereThatFillsThem) {
    const auto rows = [](std::size_t count) { return block(Kind::Entry, std::vector<double>(count, 10)); };
    SetBlock tall = rows(12); // columns of 200: more than half of one
    tall.rows[4].opens = tall.rows[8].opens = true;
    const auto set = [&](const std::vector<SetBlock>& blocks) { return pagedColumns(blocks, 2, 200, 200); };

    const auto filled = set({rows(10), tall, rows(14)});
    ASSERT_EQ(filled.size(), 1u);
    EXPECT_EQ(filled[0], (SheetColumns{{{0, 0, 10}, {1, 0, 8}}, {{1, 8, 12}, {2, 0, 14}}}));

    const auto notWorthIt =
        set({rows(14), tall, rows(14)}); // one quote would fit, in less than a quarter of the column
    ASSERT_EQ(notWorthIt.size(), 2u);
    EXPECT_EQ(notWorthIt[0], (SheetColumns{{{0, 0, 14}}, {{1, 0, 12}}}));

    const auto notNeeded = set({rows(10), tall}); // whole, each in a column
    ASSERT_EQ(notNeeded.size(), 1u);
    EXPECT_EQ(notNeeded[0], (SheetColumns{{{0, 0, 10}}, {{1, 0, 12}}}));

    const auto notAtTheFootOfAPage = set({rows(19), rows(10), tall});
    ASSERT_EQ(notAtTheFootOfAPage.size(), 2u);
    EXPECT_EQ(notAtTheFootOfAPage[1][0], (SheetColumn{{2, 0, 12}}));

    tall = rows(9);
    tall.rows[4].opens = true;
    const auto notTall = set({rows(12), tall, rows(9)});
    ASSERT_EQ(notTall.size(), 1u);
    EXPECT_EQ(notTall[0], (SheetColumns{{{0, 0, 12}}, {{1, 0, 9}, {2, 0, 9}}}));
}

TEST(SheetPages, PutABlockHigherThanAColumnOnOnePageIfOneHoldsIt) {
    const SetBlock high = block(Kind::Entry, std::vector<double>(25, 10));
    const auto pages = pagedColumns(std::vector{block(Kind::Entry, std::vector<double>(15, 10)), high}, 2, 200, 200);
    ASSERT_EQ(pages.size(), 2u);
    EXPECT_EQ(pages[1], (SheetColumns{{{1, 0, 20}}, {{1, 20, 25}}}));
    const auto onTheFirst = pagedColumns(std::vector{high}, 2, 100, 200); // no page before it is left empty
    ASSERT_EQ(onTheFirst.size(), 2u);
    EXPECT_EQ(onTheFirst[0][0], (SheetColumn{{0, 0, 10}}));
}

TEST(SheetPages, ThatEndEarlyHaveBalancedColumns) {
    std::vector<SetBlock> blocks(4, block(Kind::Entry, {60})); // three of them fit a column
    blocks.push_back(block(Kind::Entry, {180}));
    const auto pages = pagedColumns(blocks, 2, 200, 200);
    ASSERT_EQ(pages.size(), 2u);
    EXPECT_EQ(pages[0], (SheetColumns{{{0, 0, 1}, {1, 0, 1}}, {{2, 0, 1}, {3, 0, 1}}}));
}

TEST(SheetPages, BreakWhatFitsAColumnNowhereButBetweenQuotes) {
    std::mt19937_64 random(6);
    std::size_t broken = 0;
    for (int round = 0; round < 200; ++round) {
        std::vector<SetBlock> blocks = someBlocks(random, 20, 13);
        openQuotes(blocks, random);
        const double height = 180;
        const auto pages = pagedColumns(blocks, 2, height, height);
        expectAllRows(pages, blocks);
        for (const SheetColumns& page : pages) {
            expectNoHeadingAtAFoot(page, blocks);
            EXPECT_LE(highestOf(page, blocks), height);
            for (const SheetColumn& column : page)
                for (const SheetPart& part : column) {
                    const SetBlock& of = blocks[part.block];
                    broken += part.firstRow > 0;
                    EXPECT_TRUE(part.firstRow == 0 || (of.rows[part.firstRow].opens && of.height >= height / 2));
                }
        }
    }
    EXPECT_GT(broken, 0u);
}

TEST(SheetColumns, AreNotEmptyBeforeOneThatIsNot) {
    std::mt19937_64 random(7);
    for (int round = 0; round < 200; ++round) {
        const std::vector<SetBlock> blocks = someBlocks(random, 1 + random() % 5, 9);
        const SheetColumns page = balancedColumns(wholeParts(blocks), blocks, 4);
        EXPECT_TRUE(std::ranges::is_partitioned(page, [](const SheetColumn& column) { return !column.empty(); }));
    }
}

TEST(SheetRows, NoLineOfAParagraphStandsAlone) {
    const FixedMeasurer measurer(1);
    SheetBlock entry;
    entry.paragraphs = {{{{QStringLiteral("a"), FontRole::Note, Ink::Text}}, 0},
                        {{{QStringLiteral("word ").repeated(60), FontRole::Note, Ink::Text}}, 6, {}, {}, false, true}};
    const SetBlock set = setInRows(entry, {1, 1, 300, 0, 0}, measurer);
    ASSERT_GT(set.rows.size(), 5u);
    for (std::size_t i = 0; i < set.rows.size(); ++i) {
        EXPECT_EQ(set.rows[i].clings, i == 2 || i + 1 == set.rows.size()) << i;
        EXPECT_EQ(set.rows[i].opens, i == 1) << i;
    }
}

TEST(SheetPages, GetOnWhereNotEvenALineFits) {
    const std::vector<SetBlock> blocks{block(Kind::Heading, {12}), block(Kind::Entry, {10, 10, 10})};
    const auto pages = pagedColumns(blocks, 2, 1, 1);
    expectAllRows(pages, blocks);
    std::mt19937_64 random(9);
    for (int round = 0; round < 300; ++round) {
        const std::vector<SetBlock> made = someBlocks(random, 1 + random() % 6, 6);
        const auto height = static_cast<double>(1 + random() % 60);
        const auto low = pagedColumns(made, 2 + static_cast<int>(random() % 3), height / 2, height);
        expectAllRows(low, made);
        for (const SheetColumns& page : low)
            EXPECT_FALSE(page.front().empty()) << height;
    }
}

TEST(SheetPages, EndBeforeTheQuoteOfWhichTheSourceWouldBeTornOff) {
    SetBlock tall = block(Kind::Entry, std::vector<double>(30, 10));
    for (std::size_t i = 0; i < tall.rows.size(); ++i)
        tall.rows[i].clings = i % 5 > 2;
    const std::vector<SetBlock> blocks{tall};
    for (const double height : {100.0, 110.0, 120.0, 130.0, 140.0}) {
        const auto pages = pagedColumns(blocks, 1, height, height);
        expectAllRows(pages, blocks);
        for (const SheetColumns& page : pages)
            EXPECT_FALSE(tall.rows[page.front().front().firstRow].clings);
    }
}

} // namespace quoteline::test

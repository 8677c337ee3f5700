// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <tl/expected.hpp>

namespace quoteline::model {

/// Where the bytes of a story come from. read() fills the front of `into` and returns how many bytes it wrote, 0 at the
/// end; an error is a sentence. rewind() starts again, which is needed only to find the lines of problems.
class ByteSource {
public:
    virtual ~ByteSource() = default;
    virtual tl::expected<std::size_t, QString> read(std::span<char> into) = 0;
    virtual tl::expected<void, QString> rewind() = 0;
    /// Bytes in all, 0 when not known; for progress only.
    virtual std::uint64_t size() const = 0;
};

/// Bytes that are in memory already; the caller keeps them alive.
std::unique_ptr<ByteSource> bytesOf(std::string_view text);
/// A regular file, read in blocks and never mapped (a mapped file that shrinks ends the program). Anything that is not
/// a regular file is refused with a sentence.
tl::expected<std::unique_ptr<ByteSource>, QString> bytesOfFile(const QString& path);

} // namespace quoteline::model

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>
#include <tl/expected.hpp>

/// The only way in which the program writes a file that a person named.
namespace quoteline::ui {

enum class Overwrite { Allowed, Never };

/// Puts `bytes` at `path`, or leaves what was there byte for byte and says why in one sentence that names the file and
/// what to do. The bytes are complete in memory before the first is written; they go to a temporary file in the same
/// folder that replaces the old one only after every write and the flush succeeded (a short write counts as a failure).
/// A symbolic link is followed and its target replaced. Anything there that is not a regular file (a folder, FIFO or
/// device) is refused before anything is opened. With Overwrite::Never an existing target is refused too.
tl::expected<void, QString> saveFile(const QString& path, QByteArrayView bytes,
                                     Overwrite overwrite = Overwrite::Allowed);

} // namespace quoteline::ui

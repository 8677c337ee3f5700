// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/story/story.h"
#include <QByteArray>
#include <QByteArrayView>
#include <functional>

/// The events of a story as text for people and as data for other programs: UTF-8, in the order of time. Instants are
/// ISO 8601 in UTC; a day without a time of day begins at 00:00Z of that day, whatever the zone. Ids are the story
/// file's.
namespace quoteline::ui {

enum class ListFormat {
    Text, ///< a line for each event: the date in words, the title, and in brackets the lane's name and the quotes
    Json, ///< an array of objects (RFC 8259), one a line, with the quotes; what is open, unknown or absent is null
    Csv, ///< RFC 4180 with a header line; a text beginning with = + - @, a tab or a return gets an apostrophe in front,
         ///< because spreadsheets would run it as a formula
};

/// Takes the next bytes of a list; false ends the listing.
using ListSink = std::function<bool(QByteArrayView)>;

/// Hands the list to `sink` in pieces of about 64 KB, so that a million events take no memory; false when the sink did.
bool listEvents(const model::Story& story, ListFormat format, const ListSink& sink);

/// The whole list.
QByteArray listEvents(const model::Story& story, ListFormat format);

} // namespace quoteline::ui

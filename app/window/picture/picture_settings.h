// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/picture/picture_request.h"
#include <QJsonObject>

/// What is remembered of the last picture that was exported.
namespace quoteline::ui {

/// Of the name of a picture's author, in UTF-16 units.
inline constexpr int longestAuthor = 500;

/// All but what belongs to a story or a day: range, language and date; and the text scale, which is the
/// window's.
QJsonObject pictureSettings(const PictureRequest& spec);
/// A field that makes no sense has its default, and the others are kept.
PictureRequest pictureSpecOf(const QJsonObject& object);

} // namespace quoteline::ui

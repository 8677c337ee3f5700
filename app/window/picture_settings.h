// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/picture_spec.h"
#include <QJsonObject>

/// What is remembered of the last picture that was exported.
namespace quoteline::ui {

/// All but what belongs to a story or a day: range, cards, language and date; and the text scale, which is the
/// window's.
QJsonObject pictureSettings(const PictureSpec& spec);
/// A field that makes no sense has its default, and the others are kept.
PictureSpec pictureSpecOf(const QJsonObject& object);

} // namespace quoteline::ui

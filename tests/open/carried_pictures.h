// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/open/carried_story.h"
#include "model/story/story.h"
#include "tests/content/panel_stories.h"
#include "tests/open/png_parts.h"
#include <QByteArray>
#include <optional>
#include <string>
#include <vector>

/// Pictures with and without stories, and with what no program should put in.
namespace quoteline::test {

/// Events of one day and lane that say no more than their titles.
model::Story storyOfTitles(const std::string& title, const std::vector<std::string>& titles);
/// One event that says little: its picture is a few hundred bytes.
model::Story tinyStory();
/// The JSON of it with other words in the place of some.
QByteArray tinyStoryText();

/// A picture of a few pixels, without a story.
QByteArray tinyPng();
/// An SVG picture with that inside of <metadata>.
QByteArray svgWith(const QByteArray& metadata);

/// An envelope as the program writes it, of any text; the fields that are not empty stand in the place of the true
/// ones.
struct EnvelopeParts {
    QByteArray story;
    QByteArray format = "quoteline-picture";
    QByteArray version = "1";
    QByteArray sha256 = {};
    QByteArray bytes = {};
    QByteArray view = R"({"start":0,"width":1000,"whole":true,"grouping":"lane","order":[],"collapsed":[],)"
                      R"("unfolded":null,"reading":false})";
    QByteArray base64 = {};
};
QByteArray envelopeOf(const EnvelopeParts& parts);
/// Of the tiny story.
QByteArray tinyEnvelope();

/// The reason why nothing is opened; empty where something is, or where no story is found.
QString refusalOf(const QByteArray& picture);
/// Whether it is refused; a failure of the test where the reason is without these words.
bool refusedWith(const QByteArray& picture, const char* words);
/// Refused, or without a story, or with that of tinyStory().
bool isHarmless(const QByteArray& picture);

/// Most memory that the program has held since the last call, in KB; nothing where the system does not say.
std::optional<qint64> peakMemory();

} // namespace quoteline::test

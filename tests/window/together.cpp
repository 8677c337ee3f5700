// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/window/together.h"

#include "app/system/translation.h"
#include <QJsonDocument>
#include <QTranslator>

namespace quoteline::test {

std::uint32_t Together::actor(const char* id) {
    const auto actors = view().story().actors();
    for (std::uint32_t i = 0; i < actors.size(); ++i)
        if (actors[i].id == id)
            return i;
    ADD_FAILURE() << "no actor " << id;
    return 0;
}

QJsonObject Together::openCopy() {
    const QString file = path(QStringLiteral("copy.story.json"));
    QJsonObject json = embeddedJson();
    test::write(file, json);
    EXPECT_TRUE(open(file));
    return json;
}

QPoint Together::holdLane() {
    const auto& heads = scene().laneHeads;
    EXPECT_GT(heads.size(), 2U);
    const QPoint from = heads.back().rect.center().toPoint() + QPoint(10, 0);
    const QPoint to = heads.front().rect.center().toPoint();
    press(from);
    moveTo((from + to) / 2);
    moveTo(to);
    return to;
}

QJsonObject embeddedJson() {
    return QJsonDocument::fromJson(embeddedText()).object();
}

void write(const QString& path, const QJsonObject& json) {
    writeFile(path, QJsonDocument(json).toJson());
}

QJsonArray turnedRound(const QJsonArray& values) {
    QJsonArray turned;
    for (const QJsonValue value : values)
        turned.prepend(value);
    return turned;
}

std::set<std::string> idsOf(const layout::StoryView& view) {
    std::set<std::string> ids;
    for (const model::EventIndex event : view.events())
        ids.emplace(view.story().id(event));
    return ids;
}

model::Story smallStory() {
    return madeStory({{"2026-01-20", "Only one", 0, false, "only"}});
}

QToolBar& bar(Together& window, const char* name) {
    return *window->findChild<QToolBar*>(QString::fromLatin1(name));
}

void TogetherIn::SetUpTestSuite() {
    ui::installTranslation(*QCoreApplication::instance());
}

void TogetherIn::TearDownTestSuite() {
    for (QTranslator* translator : QCoreApplication::instance()->findChildren<QTranslator*>())
        delete translator;
}

} // namespace quoteline::test

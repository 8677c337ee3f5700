// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/shapes/time_scale.h"
#include "app/paint/chart/timeline_chart.h"
#include "app/view/timeline/view_controller.h"
#include "model/time/civil_time.h"
#include "tests/content/scene_stories.h"

#include <QGraphicsScene>
#include <QGraphicsTextItem>
#include <QImage>
#include <QPainter>
#include <gtest/gtest.h>
#include <random>

using namespace quoteline;

namespace {

layout::StoryView embedded() {
    return layout::StoryView(test::embeddedStory());
}

/// A chart as the window shows it, without a window.
struct Shown {
    explicit Shown(QSizeF size, double textScale = 1)
        : controller(embedded())
        , chart(new ui::TimelineChart) {
        controller.setTextScale(textScale);
        controller.setSize(size);
        graphics.addItem(chart);
        chart->setStyle(ui::lightTheme(), controller.fonts());
        follow();
    }
    void follow() { chart->setTimeline(controller.scene()); }

    QImage render() {
        const QRectF area(QPointF(0, 0), controller.scene()->size);
        QImage image(area.size().toSize(), QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        graphics.render(&painter, area, area);
        return image;
    }

    ui::ViewController controller;
    QGraphicsScene graphics;
    ui::TimelineChart* chart;
};

void collectTexts(QGraphicsItem* item, std::vector<QGraphicsTextItem*>& found) {
    for (QGraphicsItem* child : item->childItems()) {
        if (auto* text = qgraphicsitem_cast<QGraphicsTextItem*>(child))
            found.push_back(text);
        collectTexts(child, found);
    }
}

struct DrawnLabel {
    QString text;
    QRectF rect;
};

/// The labels that Qt Charts shows, by its own items.
std::vector<DrawnLabel> drawnLabels(ui::TimelineChart& chart) {
    std::vector<QGraphicsTextItem*> items;
    collectTexts(&chart, items);
    std::vector<DrawnLabel> labels;
    for (const QGraphicsTextItem* item : items) {
        const QString text = item->toPlainText();
        const bool blank = std::all_of(text.begin(), text.end(), [](QChar c) { return c == QChar(0x200B); });
        if (item->isVisible() && !blank)
            labels.push_back({text, item->sceneBoundingRect()});
    }
    return labels;
}

QStringList textsOf(const std::vector<layout::AxisLabel>& fine, const std::vector<layout::AxisLabel>& context) {
    QStringList texts;
    for (const auto* row : {&fine, &context})
        for (const layout::AxisLabel& label : *row)
            texts.append(label.text);
    texts.sort();
    return texts;
}

} // namespace

TEST(TimelineChart, MapsTimeToPixelsAsTheLayoutDoesAtEveryZoom) {
    Shown shown(QSizeF(1280, 700));
    std::mt19937 random(20260124);
    const layout::TimeWindow whole = shown.controller.wholeStory();
    for (double width = whole.width; width >= layout::minWindowMs; width /= 1.7) {
        std::uniform_real_distribution<double> starts(whole.start, whole.end() - width);
        shown.controller.setWindow({starts(random), width});
        shown.follow();
        const layout::TimeScale& scale = shown.controller.scene()->scale;
        std::uniform_real_distribution<double> instants(scale.window.start, scale.window.end());
        for (int i = 0; i < 1000; ++i) {
            const double ms = instants(random);
            ASSERT_NEAR(shown.chart->mappedX(ms), scale.toX(ms), 0.5) << "window of " << width << " ms";
        }
    }
}

TEST(TimelineChart, TakesThePlotAreaThatTheLayoutDecides) {
    for (const QSizeF size : {QSizeF(1280, 700), QSizeF(640, 400), QSizeF(1900, 1000)}) {
        Shown shown(size);
        EXPECT_EQ(shown.chart->plotArea(), shown.controller.scene()->frame.plot);
    }
}

TEST(TimelineChart, OfAnotherSizeLooksLikeANewOneOfThatSize) {
    Shown shown({1200, 700});
    for (const QSizeF size : {QSizeF(1200, 420), QSizeF(1200, 700), QSizeF(900, 700), QSizeF(700, 400)}) {
        shown.controller.setSize(size);
        shown.follow();
        Shown fresh(size);
        EXPECT_EQ(shown.render(), fresh.render()) << size.width() << " x " << size.height();
    }
}

TEST(TimelineChart, ShowsEveryAxisLabelOnceAndNoneOverAnother) {
    std::mt19937 random(7);
    for (const double textScale : {1.0, 1.5, 2.0}) {
        Shown shown(QSizeF(1100, 640), textScale);
        const layout::TimeWindow whole = shown.controller.wholeStory();
        for (int i = 0; i < 120; ++i) {
            const double width = whole.width / std::pow(1.16, i);
            if (width < layout::minWindowMs)
                break;
            std::uniform_real_distribution<double> starts(whole.start, whole.end() - width);
            shown.controller.setWindow({starts(random), width});
            shown.follow();
            const auto drawn = drawnLabels(*shown.chart);
            QStringList texts;
            for (const DrawnLabel& label : drawn)
                texts.append(label.text);
            texts.sort();
            const layout::CalendarTicks& ticks = shown.controller.scene()->ticks;
            ASSERT_EQ(texts, textsOf(ticks.fine, ticks.context)) << "window of " << width << " ms";
            for (std::size_t a = 0; a < drawn.size(); ++a)
                for (std::size_t b = a + 1; b < drawn.size(); ++b)
                    ASSERT_FALSE(drawn[a].rect.adjusted(1, 1, -1, -1).intersects(drawn[b].rect.adjusted(1, 1, -1, -1)))
                        << drawn[a].text.toStdString() << " and " << drawn[b].text.toStdString();
        }
    }
}

TEST(TimelineChart, CentresADayLabelInItsDay) {
    Shown shown(QSizeF(1600, 900));
    const layout::Scene& scene = *shown.controller.scene();
    const auto drawn = drawnLabels(*shown.chart);
    const auto monday = std::find_if(
        drawn.begin(), drawn.end(), [](const DrawnLabel& label) { return label.text == QStringLiteral("Mon 26 Jan"); });
    ASSERT_NE(monday, drawn.end());
    const double noon = static_cast<double>(model::startOfDate(2026, 1, 26)) + 12.0 * model::msPerHour;
    EXPECT_NEAR(monday->rect.center().x(), scene.scale.toX(noon), 1);
}

TEST(TimelineChart, ShadesTheSameLanesHoweverTheyAreScrolled) {
    Shown shown(QSizeF(900, 260));
    const ui::Theme& theme = ui::lightTheme();
    ASSERT_GT(shown.controller.scene()->contentHeight, shown.controller.scene()->frame.lanes.height());
    for (double y = 0; y <= shown.controller.scene()->contentHeight; y += 9) {
        shown.controller.scrollLanesTo(y);
        shown.follow();
        const QImage image = shown.render();
        const layout::Scene& scene = *shown.controller.scene();
        for (const layout::LaneBand& lane : scene.lanes) {
            if (lane.rect.height() < 6)
                continue;
            // A working day late in the story, where no mark or label lies: Tuesday 17 February.
            const double x =
                scene.scale.toX(static_cast<double>(model::startOfDate(2026, 2, 17)) + 0.5 * model::msPerDay);
            bool covered = false;
            const QPointF point(x, lane.rect.top() + 3);
            for (const layout::Mark& mark : scene.marks)
                covered |= mark.rect().adjusted(-2, -2, 2, 2).contains(point);
            for (const layout::Label& label : scene.labels)
                covered |= label.rect.adjusted(-2, -2, 2, 2).contains(point);
            if (covered)
                continue;
            EXPECT_EQ(image.pixelColor(point.toPoint()), lane.shaded ? theme.laneShade : theme.surface)
                << "scrolled by " << scene.scrollY << " at " << point.y();
        }
    }
}

TEST(TimelineChart, ShadesNoLaneThatIsGone) {
    Shown shown(QSizeF(1000, 700));
    shown.render(); // seven lanes
    const layout::StoryView& view = shown.controller.view();
    shown.controller.setShown(std::make_shared<const layout::Arrangement::Events>(view.lanes().front().events.begin(),
                                                                                  view.lanes().front().events.end()));
    shown.follow();
    const QImage image = shown.render();
    const layout::Scene& scene = *shown.controller.scene();
    ASSERT_EQ(scene.lanes.size(), 1U);
    const double x = scene.scale.toX(static_cast<double>(model::startOfDate(2026, 2, 17)) + 0.5 * model::msPerDay);
    for (double y = scene.frame.lanes.top() + 6; y < scene.frame.lanes.bottom(); y += 3)
        EXPECT_EQ(image.pixelColor(QPointF(x, y).toPoint()), ui::lightTheme().surface) << y;
}

TEST(TimelineChart, PaintsEachMarkInTheColourOfItsLane) {
    Shown shown(QSizeF(1600, 900));
    const QImage image = shown.render();
    const layout::Scene& scene = *shown.controller.scene();
    int checked = 0;
    for (const layout::Mark& mark : scene.marks) {
        if (mark.span.kind != layout::MarkKind::DayDot || mark.span.scheduled)
            continue;
        EXPECT_EQ(image.pixelColor(QPointF(mark.span.centre, mark.centreY).toPoint()), ui::lightTheme().hue(mark.hue));
        ++checked;
    }
    EXPECT_GE(checked, 4);
}

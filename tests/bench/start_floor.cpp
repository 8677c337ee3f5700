// SPDX-License-Identifier: GPL-3.0-or-later
// A program with one empty chart, up to its first frame.
#include "tests/bench/first_frame.h"

#include <QApplication>
#include <QChart>
#include <QGraphicsView>
#include <QLineSeries>
#include <QMainWindow>

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    QMainWindow window;
    auto* graphics = new QGraphicsScene(&window);
    auto* chart = new QChart;
    chart->addSeries(new QLineSeries);
    chart->createDefaultAxes();
    graphics->addItem(chart);
    auto* view = new QGraphicsView(graphics);
    window.setCentralWidget(view);
    window.resize(1280, 800);
    chart->resize(1280, 800);
    quoteline::bench::EndAfterFirstFrame end;
    view->viewport()->installEventFilter(&end);
    window.show();
    return QApplication::exec();
}

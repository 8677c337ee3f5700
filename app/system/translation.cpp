// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/system/translation.h"

#include "resources/embedded.h"
#include <QTranslator>
#include <QtGlobal>
#include <memory>

namespace quoteline::ui {

void installTranslation(QCoreApplication& app) {
    auto translator = std::make_unique<QTranslator>(&app);
    if (!translator->load(resources::englishTranslation()))
        qFatal("the English plural forms are missing from the program"); // a broken build, found by its first test
    QCoreApplication::installTranslator(translator.release());           // the application owns it
}

} // namespace quoteline::ui

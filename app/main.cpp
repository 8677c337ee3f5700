// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/command_line.h"
#include "app/command/headless.h"
#include "app/open/story_file.h"
#include "app/paint/widget_style.h"
#include "app/system/translation.h"
#include "app/system/version.h"
#include "app/window/main_window.h"
#include "app/window/memory/settings_store.h"
#include <QApplication>
#include <QLoggingCategory>
#include <QStyle>
#include <algorithm>
#include <clocale>
#include <cstring>
#include <fcntl.h>
#include <langinfo.h>
#include <memory>

using namespace quoteline;
using ui::CommandLine;

namespace {

struct MainText {
    Q_DECLARE_TR_FUNCTIONS(ui)
};

QStringList argumentsOf(int argc, char** argv) {
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    return arguments;
}

/// A descriptor that was closed by whoever started the program would go to the next file that is opened, a picture
/// perhaps, and messages would be written into it. What stands in for it cannot be written, so a lost output is
/// noticed.
void keepStandardDescriptors() {
    for (int descriptor = 0; descriptor <= 2; ++descriptor)
        if (::fcntl(descriptor, F_GETFD) < 0)
            (void)::open("/dev/null", O_RDONLY); // takes the lowest free number
}

/// Qt switches to UTF-8 by itself where the locale has another encoding, but with a warning on standard error. Where a
/// locale is named that this machine does not have, the C library takes nothing from the environment but LC_ALL.
void useUtf8() {
    std::setlocale(LC_ALL, "");
    if (std::strcmp(::nl_langinfo(CODESET), "UTF-8") == 0)
        return;
    qputenv(qEnvironmentVariableIsEmpty("LC_ALL") ? "LC_CTYPE" : "LC_ALL", "C.UTF-8");
    if (!std::setlocale(LC_ALL, ""))
        qputenv("LC_ALL", "C.UTF-8");
}

/// Qt ends the program with a core dump where there is none.
bool hasDisplay() {
    return !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM") || !qEnvironmentVariableIsEmpty("DISPLAY") ||
           !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
}

/// Only what is needed: a list has to come out where there are neither fonts nor a display.
std::unique_ptr<QCoreApplication> makeApplication(const CommandLine& command, int& argc, char** argv) {
    if (command.mode == CommandLine::Mode::List || command.mode == CommandLine::Mode::Check)
        return std::make_unique<QCoreApplication>(argc, argv);
    if (command.mode == CommandLine::Mode::Window)
        return std::make_unique<QApplication>(argc, argv);
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    // In a container Qt remarks that there is no XDG_RUNTIME_DIR, which no picture needs.
    QLoggingCategory::setFilterRules(QStringLiteral("default.warning=false"));
    auto app = std::make_unique<QApplication>(argc, argv);
    QLoggingCategory::setFilterRules(QString());
    return app;
}

/// In milliseconds; 0 where the desktop asks for no animations.
int glideDuration() {
    constexpr int longest = 180;
    return std::clamp(QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration), 0, longest);
}

/// Opens the window, on a broken story too: the window then says what is wrong with it, over the built-in story.
int runWindow(const CommandLine& command) {
    auto story = ui::readStoryFile(command.story);
    const bool broken = !story;
    if (broken) {
        for (const QString& line : ui::failureLines(command.story, story.error().failure))
            ui::writeMessage(line);
        story = ui::readStoryFile(QString());
    }
    if (!story)
        return ui::exitFailed;
    ui::useWidgetStyle();
    QApplication::setFont(ui::interfaceFont(1));
    ui::MainWindow window(*story, ui::defaultSettingsPath());
    if (command.select && !broken && !window.selectEvent(*command.select)) {
        ui::writeMessage(MainText::tr("--select “%1” is not the id of an event: --list --format json prints the ids")
                             .arg(*command.select));
        return ui::exitFailed;
    }
    window.controller().setAnimationDuration(glideDuration());
    window.show();
    if (broken)
        window.openStory(command.story);
    return QApplication::exec();
}

} // namespace

int main(int argc, char** argv) {
    keepStandardDescriptors();
    // Read before there is an application, which needs a display for the window and would take arguments for itself.
    const auto command = ui::parseCommandLine(argumentsOf(argc, argv));
    if (!command) {
        ui::writeMessage(command.error());
        return ui::exitFailed;
    }
    if (command->mode == CommandLine::Mode::Help || command->mode == CommandLine::Mode::Version)
        return ui::runHeadless(*command);
    if (command->mode == CommandLine::Mode::Window && !hasDisplay()) {
        ui::writeMessage(MainText::tr("there is no display for a window: use --export FILE.png, --list or --check; "
                                      "see --help"));
        return ui::exitFailed;
    }

    useUtf8();
    int nameOnly = std::min(argc, 1);
    const auto app = makeApplication(*command, nameOnly, argv);
    QCoreApplication::setApplicationName(QStringLiteral("quoteline"));
    QCoreApplication::setApplicationVersion(ui::programVersion());
    ui::installTranslation(*app);
    return command->mode == CommandLine::Mode::Window ? runWindow(*command) : ui::runHeadless(*command);
}

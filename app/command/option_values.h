// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>
#include <QStringList>
#include <initializer_list>
#include <tl/expected.hpp>
#include <utility>

/// What the parts that read the command line share.
namespace quoteline::ui {

struct CommandText {
    Q_DECLARE_TR_FUNCTIONS(ui)
};

/// A sentence with the way to help behind it.
tl::unexpected<QString> refuseOption(const QString& sentence);
/// "--name"
QString dashed(const char* name);
/// Foreign text for a sentence.
QString shownArgument(const QString& text);
/// "a, b or c"
QString alternatives(QStringList words);

/// The value of an option with a choice of words.
template <typename T>
tl::expected<T, QString> parseChoice(const char* option, const QString& text,
                                     std::initializer_list<std::pair<const char*, T>> choices) {
    QStringList words;
    for (const auto& [word, value] : choices) {
        if (text == QLatin1StringView(word))
            return value;
        words.append(QLatin1StringView(word));
    }
    return refuseOption(CommandText::tr("%1 “%2” is not known: write %3")
                            .arg(dashed(option), shownArgument(text), alternatives(words)));
}

} // namespace quoteline::ui

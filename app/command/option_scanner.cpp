// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/option_scanner.h"

#include "model/text/near_miss.h"
#include "model/text/utf8_text.h"
#include <QCoreApplication>
#include <algorithm>

namespace quoteline::ui {

namespace {

struct OptionText {
    Q_DECLARE_TR_FUNCTIONS(ui)
};

QString shown(const QString& text) {
    return model::shown(text.toStdString());
}

class Scan {
public:
    Scan(const QStringList& arguments, std::span<const Option> options)
        : m_arguments(arguments)
        , m_options(options) {}

    tl::expected<ScannedOptions, QString> run() {
        while (m_next < m_arguments.size() && !m_ended) {
            const auto taken = takeOne(m_arguments[m_next++]);
            if (!taken)
                return tl::unexpected(taken.error());
        }
        return std::move(m_result);
    }

private:
    tl::expected<void, QString> takeOne(const QString& argument) {
        if (argument == QLatin1StringView("--")) {
            m_result.positional += m_arguments.mid(m_next);
            m_ended = true;
            return {};
        }
        if (!argument.startsWith(u'-') || argument.size() == 1) {
            m_result.positional += argument;
            return {};
        }
        const qsizetype equals = argument.indexOf(u'=');
        const QString name = longName(argument.left(equals));
        const auto option = std::find_if(m_options.begin(), m_options.end(), [&name](const Option& candidate) {
            return name == QLatin1StringView(candidate.name);
        });
        if (option == m_options.end())
            return tl::unexpected(unknown(argument.left(equals)));
        if (m_result.values.contains(name))
            return tl::unexpected(OptionText::tr("--%1 is given twice: give it once").arg(name));
        return takeValue(*option, name, equals < 0 ? std::nullopt : std::optional(argument.mid(equals + 1)));
    }

    tl::expected<void, QString> takeValue(const Option& option, const QString& name, std::optional<QString> joined) {
        if (*option.example == '\0') {
            if (joined)
                return tl::unexpected(OptionText::tr("--%1 takes no value: leave “=%2” out").arg(name, shown(*joined)));
            m_result.values.insert(name, QString());
            m_ended = name == QLatin1StringView("help") || name == QLatin1StringView("version");
            return {};
        }
        const bool follows = m_next < m_arguments.size() && !m_arguments[m_next].startsWith(QLatin1StringView("--"));
        if (!joined && follows)
            joined = m_arguments[m_next++];
        if (!joined || joined->isEmpty())
            return tl::unexpected(OptionText::tr("--%1 has no value: give one, as in --%1 %2")
                                      .arg(name, QLatin1StringView(option.example)));
        m_result.values.insert(name, *joined);
        return {};
    }

    static QString longName(const QString& text) {
        if (text == QLatin1StringView("-h"))
            return QStringLiteral("help");
        if (text == QLatin1StringView("-v"))
            return QStringLiteral("version");
        return text.startsWith(QLatin1StringView("--")) ? text.mid(2) : QString();
    }

    QString unknown(const QString& argument) const {
        qsizetype dashes = 0;
        while (dashes < argument.size() && argument[dashes] == u'-')
            ++dashes;
        const auto meant = model::nearest(argument.mid(dashes).toStdString(), m_options.size(),
                                          [this](std::size_t i) { return m_options[i].name; });
        if (meant)
            return OptionText::tr("“%1” is not an option: did you mean --%2?")
                .arg(shown(argument), model::fromUtf8(*meant));
        return OptionText::tr("“%1” is not an option: leave it out, or write ./%1 if it is a file")
            .arg(shown(argument));
    }

    const QStringList& m_arguments;
    std::span<const Option> m_options;
    qsizetype m_next = 0;
    bool m_ended = false;
    ScannedOptions m_result;
};

} // namespace

tl::expected<ScannedOptions, QString> scanOptions(const QStringList& arguments, std::span<const Option> options) {
    return Scan(arguments, options).run();
}

} // namespace quoteline::ui

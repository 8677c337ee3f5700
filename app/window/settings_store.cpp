// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/settings_store.h"

#include "app/export/safe_file.h"
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

namespace quoteline::ui {

namespace {

struct StoreText {
    Q_DECLARE_TR_FUNCTIONS(ui)
};

constexpr qint64 maxBytes = 4 << 20; // a hundred views and twenty paths are far less

QString damagedPath(const QString& path) {
    const QFileInfo info(path);
    return info.dir().filePath(info.completeBaseName() + QStringLiteral(".damaged.") + info.suffix());
}

} // namespace

SettingsStore::SettingsStore(QString path)
    : m_path(std::move(path)) {}

Settings SettingsStore::load() {
    m_damaged.clear();
    m_notice.reset();
    // Only a regular file: to open a pipe would wait for whoever writes into it.
    if (m_path.isEmpty() || !QFileInfo::exists(m_path))
        return {};
    QFile file(m_path);
    if (!QFileInfo(m_path).isFile() || !file.open(QIODevice::ReadOnly)) {
        m_notice = StoreText::tr("The settings in %1 cannot be read; the program starts without them.").arg(m_path);
        return {};
    }
    const QByteArray bytes = file.read(maxBytes + 1);
    if (bytes.isEmpty()) // nothing is lost
        return {};
    const auto settings = bytes.size() > maxBytes ? std::nullopt : settingsFromJson(bytes);
    if (settings)
        return *settings;
    m_damaged = bytes;
    m_notice = StoreText::tr("The settings in %1 are damaged and were left out; the file is kept as %2.")
                   .arg(m_path, QFileInfo(damagedPath(m_path)).fileName());
    return {};
}

tl::expected<void, QString> SettingsStore::save(const Settings& settings) {
    if (m_path.isEmpty())
        return {};
    const QString folder = QFileInfo(m_path).path();
    if (!QDir().mkpath(folder))
        return tl::unexpected(
            StoreText::tr("the settings are not kept: the folder “%1” is missing and cannot be made").arg(folder));
    if (!m_damaged.isEmpty()) {
        if (auto kept = saveFile(damagedPath(m_path), m_damaged); !kept)
            return kept;
        m_damaged.clear();
    }
    return saveFile(m_path, toJson(settings));
}

QString defaultSettingsPath() {
    // Without a home Qt names the root of the file system, where nobody's settings belong.
    if (qEnvironmentVariableIsEmpty("HOME") && qEnvironmentVariableIsEmpty("XDG_CONFIG_HOME"))
        return {};
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation);
    return folder.isEmpty() ? QString() : QDir(folder).filePath(QStringLiteral("settings.json"));
}

} // namespace quoteline::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/memory/settings_store.h"

#include "app/system/safe_file.h"
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <cstdio>

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
    m_overlong = false;
    m_unreadable = false;
    m_notice.reset();
    // Only a regular file: to open a pipe would wait for whoever writes into it.
    if (m_path.isEmpty() || !QFileInfo::exists(m_path))
        return {};
    QFile file(m_path);
    const bool opened = QFileInfo(m_path).isFile() && file.open(QIODevice::ReadOnly);
    const QByteArray bytes = opened ? file.read(maxBytes + 1) : QByteArray();
    m_unreadable = !opened || file.error() != QFileDevice::NoError;
    if (m_unreadable) {
        m_notice = StoreText::tr("The settings in %1 cannot be read; the program starts without them.").arg(m_path);
        return {};
    }
    if (bytes.isEmpty()) // nothing is lost
        return {};
    m_overlong = bytes.size() > maxBytes;
    const auto settings = m_overlong ? std::nullopt : settingsFromJson(bytes);
    if (settings)
        return *settings;
    if (!m_overlong)
        m_damaged = bytes;
    m_notice = StoreText::tr("The settings in %1 are damaged and were left out; the file is kept as %2.")
                   .arg(m_path, QFileInfo(damagedPath(m_path)).fileName());
    return {};
}

/// A file that is too long is moved: only a part of it was read. Unless another program has written a new one since.
tl::expected<void, QString> SettingsStore::keepDamaged() {
    if (m_overlong && QFileInfo(m_path).size() > maxBytes &&
        std::rename(QFile::encodeName(m_path).constData(), QFile::encodeName(damagedPath(m_path)).constData()) != 0)
        return tl::unexpected(StoreText::tr("the settings are not kept: %1 is damaged and cannot be kept as %2")
                                  .arg(m_path, QFileInfo(damagedPath(m_path)).fileName()));
    m_overlong = false;
    if (m_damaged.isEmpty())
        return {};
    auto kept = saveFile(damagedPath(m_path), m_damaged);
    if (kept)
        m_damaged.clear();
    return kept;
}

tl::expected<void, QString> SettingsStore::save(const Settings& settings) {
    if (m_path.isEmpty())
        return {};
    if (m_unreadable)
        return tl::unexpected(
            StoreText::tr("the settings are not kept: %1 cannot be read, and is not replaced").arg(m_path));
    const QString folder = QFileInfo(m_path).path();
    if (!QDir().mkpath(folder))
        return tl::unexpected(
            StoreText::tr("the settings are not kept: the folder “%1” is missing and cannot be made").arg(folder));
    if (auto kept = keepDamaged(); !kept)
        return kept;
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

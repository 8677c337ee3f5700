// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paint/font_measurer.h"

#include <QCoreApplication>
#include <QFontDatabase>
#include <QFontInfo>
#include <QTextLayout>
#include <algorithm>
#include <cmath>

namespace quoteline::ui {

using layout::FontRole;

namespace {

struct RoleSpec {
    FontRole role;
    int pixels; ///< at text scale 1
    QFont::Weight weight;
};

constexpr RoleSpec specs[layout::fontRoleCount] = {
    {FontRole::Title, 22, QFont::DemiBold},       {FontRole::Subtitle, 13, QFont::Normal},
    {FontRole::LaneName, 13, QFont::DemiBold},    {FontRole::Label, 13, QFont::Medium},
    {FontRole::Date, 12, QFont::Normal},          {FontRole::AxisFine, 12, QFont::Normal},
    {FontRole::AxisContext, 12, QFont::DemiBold}, {FontRole::Note, 11, QFont::Normal},
    {FontRole::Number, 11, QFont::DemiBold},      {FontRole::SmallLabel, 11, QFont::Medium},
};

constexpr qsizetype rememberedWidths = 20000;

} // namespace

QString chartFontFamily() {
    return QStringLiteral("Inter");
}

Fonts::Fonts(double textScale)
    : m_textScale(textScale) {
    for (const RoleSpec& spec : specs) {
        QFont font;
        font.setFamilies({chartFontFamily(), QStringLiteral("DejaVu Sans"), QStringLiteral("Noto Color Emoji")});
        font.setPixelSize(std::max(1, static_cast<int>(std::lround(spec.pixels * textScale))));
        font.setWeight(spec.weight);
        font.setHintingPreference(QFont::PreferNoHinting);
        font.setStyleStrategy(QFont::StyleStrategy(QFont::PreferAntialias | QFont::NoSubpixelAntialias));
        m_fonts[static_cast<std::size_t>(spec.role)] = font;
    }
}

QFont interfaceFont(double textScale) {
    return Fonts(textScale).font(FontRole::Subtitle);
}

std::optional<QString> missingFontNotice() {
    if (QFontDatabase::hasFamily(chartFontFamily()))
        return std::nullopt;
    Fonts fonts(1);
    return QCoreApplication::translate(
               "ui", "The font %1 is not installed; %2 stands in for it. Install fonts-inter for the intended look.")
        .arg(chartFontFamily(), QFontInfo(fonts.font(FontRole::Label)).family());
}

FontMeasurer::FontMeasurer(const Fonts& fonts) {
    m_roles.reserve(layout::fontRoleCount);
    for (int i = 0; i < layout::fontRoleCount; ++i) {
        const QFontMetricsF metrics(fonts.font(static_cast<FontRole>(i)));
        m_roles.push_back(
            {fonts.font(static_cast<FontRole>(i)), metrics, metrics.ascent(), std::ceil(metrics.height()), {}});
    }
}

double FontMeasurer::width(QStringView text, FontRole role) const {
    const Role& r = m_roles[static_cast<std::size_t>(role)];
    const QString key = text.toString();
    if (const auto known = r.widths.constFind(key); known != r.widths.constEnd())
        return *known;
    if (r.widths.size() >= rememberedWidths)
        r.widths.clear();
    const double width = r.metrics.horizontalAdvance(key);
    r.widths.insert(key, width);
    return width;
}

/// In a script from right to left, the first character is the one at the right.
std::pair<double, double> FontMeasurer::edges(QStringView text, qsizetype start, qsizetype length,
                                              FontRole role) const {
    QTextLayout layout(text.toString(), m_roles[static_cast<std::size_t>(role)].font);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setNumColumns(static_cast<int>(text.size())); // as wide as its text
    layout.endLayout();
    const double first = line.cursorToX(static_cast<int>(start)) - line.x();
    const double second = line.cursorToX(static_cast<int>(start + length)) - line.x();
    return std::minmax({first, second});
}

double FontMeasurer::ascent(FontRole role) const {
    return m_roles[static_cast<std::size_t>(role)].ascent;
}

double FontMeasurer::lineHeight(FontRole role) const {
    return m_roles[static_cast<std::size_t>(role)].lineHeight;
}

} // namespace quoteline::ui

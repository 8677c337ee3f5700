// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/shapes/text_measurer.h"
#include <QFont>
#include <QFontMetricsF>
#include <QHash>
#include <QString>
#include <array>
#include <optional>

namespace quoteline::ui {

/// The fonts of the chart at a text scale: Inter, else DejaVu Sans, with Noto Color Emoji for emoji. Without hinting
/// and without subpixel colours, so that the same packages give the same pixels everywhere.
class Fonts {
public:
    explicit Fonts(double textScale);
    double textScale() const { return m_textScale; }
    const QFont& font(layout::FontRole role) const { return m_fonts[static_cast<std::size_t>(role)]; }

private:
    double m_textScale;
    std::array<QFont, layout::fontRoleCount> m_fonts;
};

/// The font of menus, buttons and dialogs at a text scale.
QFont interfaceFont(double textScale);

/// The font family that is looked for first.
QString chartFontFamily();
/// A sentence when that family is missing and another stands in for it.
std::optional<QString> missingFontNotice();

class FontMeasurer : public layout::TextMeasurer {
public:
    explicit FontMeasurer(const Fonts& fonts);
    double width(QStringView text, layout::FontRole role) const override;
    double ascent(layout::FontRole role) const override;
    double lineHeight(layout::FontRole role) const override;
    std::pair<double, double> edges(QStringView text, qsizetype start, qsizetype length,
                                    layout::FontRole role) const override;

private:
    struct Role {
        QFont font;
        QFontMetricsF metrics;
        double ascent;
        double lineHeight;
        mutable QHash<QString, double> widths; ///< measured before; emptied when it grows large
    };
    std::vector<Role> m_roles;
};

} // namespace quoteline::ui

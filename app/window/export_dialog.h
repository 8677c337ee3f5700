// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/picture_export.h"
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <optional>

namespace quoteline::ui {

/// Asks what the picture shall show and how large it shall be. Saves nothing.
class ExportDialog : public QDialog {
    Q_OBJECT
public:
    /// `shown` is the part of time in view; `dark` and `textScale` are how the window looks now.
    ExportDialog(const layout::StoryView& view, const layout::TimeWindow& shown, bool whole, bool dark,
                 double textScale, QWidget* parent = nullptr);
    PictureSpec spec() const;

private:
    void describe();
    const std::optional<QString>& omission(PictureSpec spec);

    layout::StoryView m_view;
    layout::TimeWindow m_shown;
    double m_textScale;
    std::optional<PictureSpec> m_known; ///< what m_omission was asked of
    std::optional<QString> m_omission;
    QComboBox* m_range; // this and the following are owned by the dialog
    QComboBox* m_size;
    QComboBox* m_scale;
    QComboBox* m_theme;
    QLabel* m_pixels;
};

} // namespace quoteline::ui

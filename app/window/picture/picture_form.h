// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/content/story/story_view.h"
#include "app/export/picture/picture_request.h"
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace quoteline::ui {

/// The choices for a picture, and the PictureRequest that they make.
class PictureForm : public QWidget {
    Q_OBJECT
public:
    /// What the timeline shows, which the picture may show too.
    struct Shown {
        layout::TimeWindow window;
        bool whole = false; ///< the whole story
    };
    /// `begin` gives the choices to begin with, and what cannot be chosen.
    PictureForm(const layout::StoryView& view, const Shown& shown, const PictureRequest& begin,
                QWidget* parent = nullptr);

    PictureRequest spec() const;
    /// Takes numbers that are typed and not confirmed yet.
    void commit();
    /// Chooses a size, or a paper, and whether all rows are shown.
    void setRoom(const PictureRequest& spec);

    QComboBox& formats() { return *m_format; }
    QComboBox& sizes() { return *m_size; }
    QSpinBox& width() { return *m_width; }
    QLineEdit& author() { return *m_author; }
    QCheckBox& rows() { return *m_rows; }
    QCheckBox& evidence() { return *m_evidence; }
    QCheckBox& story() { return *m_story; }

Q_SIGNALS:
    void changed(); ///< what the picture looks like; the name of its author does not change that

private:
    void fill(const layout::StoryView& view);
    void layOut();
    void connectAll();
    void enable();
    void takeRoomOfKind();

    Shown m_shown;
    PictureRequest m_begin;
    PictureRequest m_otherRoom; ///< of a PDF, while another kind of picture is chosen, and the other way round
    bool m_isPdf = false;       ///< the size is that of a PDF
    QComboBox* m_format;        // this and the following are owned by the form
    QComboBox* m_range;
    QComboBox* m_size;
    QWidget* m_sides; ///< of a size that is not in the list
    QSpinBox* m_width;
    QSpinBox* m_height;
    QComboBox* m_scale;
    QComboBox* m_theme;
    QCheckBox* m_rows;
    QCheckBox* m_evidence;
    QCheckBox* m_readings;
    QCheckBox* m_story;
    QLabel* m_caveat;
    QLineEdit* m_author;
};

} // namespace quoteline::ui

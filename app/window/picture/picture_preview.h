// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/picture/picture_export.h"
#include <QTimer>
#include <QWidget>
#include <memory>

class QLabel;
class QScrollArea;
class QToolButton;

namespace quoteline::ui {

/// Shows the pages of a picture as they will be in the file, as wide as there is room.
class PicturePreview : public QWidget {
    Q_OBJECT
public:
    explicit PicturePreview(QWidget* parent = nullptr);

    /// Null for none.
    void setPicture(std::shared_ptr<const PreparedPicture> picture);
    std::size_t page() const { return m_page; }
    void showPage(std::size_t page);
    QImage image() const;
    double scale() const { return m_scale; } ///< pixels of it for each of the picture's device-independent ones

    QString words() const; ///< below it: which page it is, or that it does not show all of it
    QToolButton& nextButton() { return *m_next; }
    QToolButton& previousButton() { return *m_previous; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void draw();
    QString pageWords() const;

    std::shared_ptr<const PreparedPicture> m_picture;
    std::size_t m_page = 0;
    double m_scale = 1;
    QTimer m_soon;       ///< after the last change of size
    QScrollArea* m_area; // this and the following are owned by the widget
    QLabel* m_image;
    QLabel* m_words;
    QToolButton* m_previous;
    QToolButton* m_next;
};

} // namespace quoteline::ui

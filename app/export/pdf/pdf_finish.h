// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/text/failure.h"
#include <QByteArray>
#include <QDate>
#include <QPointF>
#include <QRectF>
#include <QString>
#include <optional>
#include <stop_token>
#include <tl/expected.hpp>
#include <variant>
#include <vector>

/// What QPdfWriter of Qt 6.4 lacks: links, an outline, and a file whose bytes depend on what it shows alone. Pages are
/// counted from 0; places are in device-independent pixels (1/96 inch) from the top left of the page as it is read.
namespace quoteline::ui {

struct PdfPlace {
    int page = 0;
    QPointF at;
    bool operator==(const PdfPlace&) const = default;
};

/// A part of a page that leads to an address of http or https, or to a place. It has no border.
struct PdfLink {
    int page = 0;
    QRectF rect;
    std::variant<QString, PdfPlace> leadsTo;
    bool operator==(const PdfLink&) const = default;
};

/// A line of the outline; it belongs to the nearest one above with a smaller level.
struct PdfOutlineItem {
    QString title;
    PdfPlace place;
    int level = 0;
    bool operator==(const PdfOutlineItem&) const = default;
};

struct PdfFacts {
    QString title;
    QString author;
    QString subject;
    QString keywords;
    QString language;          ///< tag of BCP 47
    std::optional<QDate> date; ///< when the document was made; no date without it
    std::vector<PdfLink> links;
    std::vector<PdfOutlineItem> outline;
    std::vector<std::vector<QString>> texts; ///< drawn on each page, as PdfDevice::texts() has them; may be empty
    bool operator==(const PdfFacts&) const = default;
};

/// The PDF with those facts; the same bytes for the same ones. Links to other addresses and those without area are left
/// out. Fails where the file cannot be read, a link or line of the outline names a page that it does not have, or
/// the result does not read back with every page as it was drawn.
tl::expected<QByteArray, model::Failure> finishPdf(const QByteArray& pdf, const PdfFacts& facts,
                                                   const std::stop_token& stop = {});

} // namespace quoteline::ui

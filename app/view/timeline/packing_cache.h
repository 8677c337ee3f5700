// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/rows/packing_aids.h"
#include "app/layout/scene/scene_builder.h"
#include <deque>
#include <memory>
#include <optional>

namespace quoteline::ui {

/// Packed rows by what they depend on: of the view that is shown, and of the one that a command aims at. The least used
/// make room.
class PackingCache {
public:
    std::shared_ptr<const layout::RowPacking> at(const layout::StoryView& view, const layout::ViewState& state,
                                                 const layout::Metrics& metrics, const layout::TextMeasurer& measurer);
    /// Needed when the measurer is another one.
    void clear() {
        m_packed.clear();
        m_aids.reset();
    }

private:
    struct Packed {
        layout::PackingKey key;
        std::shared_ptr<const layout::RowPacking> rows;
    };
    std::deque<Packed> m_packed; ///< the last used first
    std::optional<layout::PackingAids> m_aids;
};

} // namespace quoteline::ui

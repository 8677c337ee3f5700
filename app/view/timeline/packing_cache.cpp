// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/timeline/packing_cache.h"

#include <algorithm>

namespace quoteline::ui {

namespace {
constexpr std::size_t mostPacked = 12; // pages that one pans over and comes back to
constexpr std::size_t mostOfLarge = 4; // rows of a million events take some 30 MB
} // namespace

std::shared_ptr<const layout::RowPacking> PackingCache::at(const layout::StoryView& view,
                                                           const layout::ViewState& state,
                                                           const layout::Metrics& metrics,
                                                           const layout::TextMeasurer& measurer) {
    const layout::PackingKey key = layout::packingKey(view, state, metrics, measurer);
    const auto known =
        std::find_if(m_packed.begin(), m_packed.end(), [&](const Packed& packed) { return packed.key == key; });
    if (known != m_packed.end()) {
        std::rotate(m_packed.begin(), known, known + 1);
        return m_packed.front().rows;
    }
    // Rows of another arrangement are of no more use, and those of a million events are large.
    std::erase_if(m_packed, [&](const Packed& packed) { return packed.key.revision != key.revision; });
    if (!m_aids)
        m_aids.emplace(view);
    m_packed.push_front(
        {key, std::make_shared<const layout::RowPacking>(layout::packRows(view, key, measurer, *m_aids))});
    if (m_packed.size() > (view.events().size() > layout::mostOrdered ? mostOfLarge : mostPacked))
        m_packed.pop_back();
    return m_packed.front().rows;
}

} // namespace quoteline::ui

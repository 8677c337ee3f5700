// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/accounts/account_comparison.h"

#include <algorithm>

namespace quoteline::model {

namespace {

constexpr std::size_t deepest = 8; // parts inside of parts that are told apart

struct Open {
    char16_t mark = 0;
    qsizetype start = 0; ///< of the part
};

bool isMark(char16_t unit) {
    static constexpr std::u16string_view marks = u"\"“”„‟‘’‚«»‹›「」『』";
    return marks.find(unit) != std::u16string_view::npos;
}

bool isSingle(char16_t mark) {
    return mark == u'‘' || mark == u'‚';
}

/// Whether `mark` ends what `opening` began, in some language.
bool closes(char16_t opening, char16_t mark) {
    switch (opening) {
    case u'„':
        return mark == u'“' || mark == u'”';
    case u'“':
    case u'”':
    case u'‟':
        return mark == u'”';
    case u'‚':
        return mark == u'‘' || mark == u'’';
    case u'‘':
        return mark == u'’';
    case u'«':
        return mark == u'»';
    case u'»':
        return mark == u'«';
    case u'‹':
        return mark == u'›';
    case u'›':
        return mark == u'‹';
    case u'「':
        return mark == u'」';
    case u'『':
        return mark == u'』';
    default:
        return mark == opening;
    }
}

class Finder {
public:
    explicit Finder(QStringView text)
        : m_text(text) {}

    std::vector<PassageSpan> find() {
        for (qsizetype i = 0; i < m_text.size(); ++i)
            if (isMark(m_text[i].unicode()))
                take(m_text[i].unicode(), i);
        closeDownTo(0, m_text.size());
        std::sort(m_parts.begin(), m_parts.end(), [](const PassageSpan& a, const PassageSpan& b) {
            return a.start != b.start ? a.start < b.start : a.length > b.length;
        });
        return std::move(m_parts);
    }

private:
    bool isLetter(qsizetype i) const { return i >= 0 && i < m_text.size() && m_text[i].isLetterOrNumber(); }

    void take(char16_t mark, qsizetype at) {
        const auto opening =
            std::find_if(m_open.rbegin(), m_open.rend(), [mark](const Open& open) { return closes(open.mark, mark); });
        const bool apostrophe = (mark == u'’' || mark == u'‘') && isLetter(at - 1) && isLetter(at + 1);
        if (opening != m_open.rend() && !apostrophe) {
            const auto depth = static_cast<std::size_t>(m_open.rend() - opening) - 1;
            closeDownTo(depth + 1, at);
            m_parts.push_back({m_open.back().start, at - m_open.back().start});
            m_open.pop_back();
            return;
        }
        if (mark == u'“' && !m_open.empty() && m_open.back().mark == mark)
            closeDownTo(m_open.size() - 1, at); // a further paragraph of the same quotation begins with a mark again
        if (canOpen(mark, at) && m_open.size() < deepest)
            m_open.push_back({mark, at + 1});
    }

    /// Ends what is open at `at`; a single mark that nothing closed was an apostrophe.
    void closeDownTo(std::size_t depth, qsizetype at) {
        while (m_open.size() > depth) {
            if (!isSingle(m_open.back().mark))
                m_parts.push_back({m_open.back().start, at - m_open.back().start});
            m_open.pop_back();
        }
    }

    bool canOpen(char16_t mark, qsizetype at) const {
        switch (mark) {
        case u'“':
        case u'„':
        case u'‟':
        case u'«':
        case u'‹':
        case u'「':
        case u'『':
            return true;
        case u'‘':
        case u'‚':
            return !isLetter(at - 1);
        case u'”':
        case u'»':
        case u'›':
        case u'"':
            return !isLetter(at - 1) && isLetter(at + 1);
        default:
            return false;
        }
    }

    QStringView m_text;
    std::vector<Open> m_open;
    std::vector<PassageSpan> m_parts;
};

} // namespace

std::vector<PassageSpan> quotedParts(QStringView text) {
    return Finder(text).find();
}

} // namespace quoteline::model

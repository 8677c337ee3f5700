// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/time/edtf.h"

#include "model/time/edtf_internal.h"
#include <algorithm>

namespace quoteline::model {

namespace {

EdtfLevel levelOf(const EdtfDate& date) {
    if (date.precision == Precision::Minute)
        return EdtfLevel::Extension;
    // Level 1 leaves one or two digits of a year alone unspecified, or a whole month or day of a known year.
    if (date.unspecifiedYearDigits > 2 || (date.unspecifiedYearDigits > 0 && date.monthUnspecified))
        return EdtfLevel::Two;
    if (date.hasUnspecified() || date.qualifier != Qualifier::None || date.year < 0)
        return EdtfLevel::One;
    return EdtfLevel::Zero;
}

EdtfLevel levelOfIntervalEnd(const EdtfEndpoint& endpoint) {
    if (endpoint.kind != EdtfEndpoint::Kind::Date)
        return EdtfLevel::One;
    if (endpoint.date.hasTime())
        return EdtfLevel::Extension;
    return endpoint.date.hasUnspecified() ? EdtfLevel::Two : levelOf(endpoint.date);
}

bool hasTime(const EdtfEndpoint& endpoint) {
    return endpoint.kind == EdtfEndpoint::Kind::Date && endpoint.date.hasTime();
}

EdtfLevel levelOf(const Edtf& value) {
    if (value.kind == EdtfKind::Date)
        return levelOf(value.head.first.date);
    if (value.kind == EdtfKind::Interval)
        return std::max(levelOfIntervalEnd(value.head.first), levelOfIntervalEnd(*value.head.last));
    for (std::size_t i = 0; i < value.memberCount(); ++i) {
        const EdtfMember& member = value.member(i);
        if (hasTime(member.first) || (member.last && hasTime(*member.last)))
            return EdtfLevel::Extension;
    }
    return EdtfLevel::Two;
}

/// Whether `last` lies wholly before `first`, in whatever zone the story may be.
bool endsBeforeItBegins(const EdtfDate& first, const EdtfDate& last) {
    // No zone of the IANA database has ever been further from UTC.
    constexpr CivilMs farthestOffset = 16 * msPerHour;
    CivilMs start = edtf::writtenBounds(first).start;
    CivilMs end = edtf::writtenBounds(last).end;
    const bool firstHasOffset = first.offsetForm != OffsetForm::None;
    const bool lastHasOffset = last.offsetForm != OffsetForm::None;
    if (firstHasOffset)
        start -= first.offsetMinutes * msPerMinute;
    if (lastHasOffset)
        end -= last.offsetMinutes * msPerMinute;
    return end + (firstHasOffset == lastHasOffset ? 0 : farthestOffset) <= start;
}

class Parser {
public:
    explicit Parser(std::string_view text)
        : m_text(text) {}

    tl::expected<Edtf, EdtfError> parse();

private:
    bool parseDateOrInterval();
    bool parseSet();
    bool parseMember(EdtfMember& member, bool isFirst);
    bool parseRangeEnd(EdtfMember& member, bool firstIsKnown);
    bool parseDate(EdtfEndpoint& endpoint, bool& isKnown);
    bool parseIntervalEnd(EdtfEndpoint& endpoint, bool& isKnown);
    bool failTrailing();
    bool failSeparator();
    EdtfError describeFailure();

    bool atEnd() const { return m_at >= m_text.size(); }
    char peek() const { return atEnd() ? '\0' : m_text[m_at]; }
    bool atDots() const { return m_text.substr(m_at, 2) == ".."; }
    bool isSet() const { return m_text.front() == '[' || m_text.front() == '{'; }
    std::string_view dateToken() const;
    bool fail(std::size_t position, QString reason) {
        m_failure = {EdtfError::Kind::Invalid, position, std::move(reason)};
        return false;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    Edtf m_value;
    EdtfError m_failure;
    std::optional<EdtfError> m_exclusion; ///< the first; counts only when the rest of the text is EDTF too
};

tl::expected<Edtf, EdtfError> Parser::parse() {
    if (m_text.empty()) {
        fail(0, translate("model", "there is no date; write one such as 2026-01-27"));
        return tl::make_unexpected(std::move(m_failure));
    }
    if (!(isSet() ? parseSet() : parseDateOrInterval()))
        return tl::make_unexpected(describeFailure());
    if (m_exclusion)
        return tl::make_unexpected(std::move(*m_exclusion));
    m_value.level = levelOf(m_value);
    return std::move(m_value);
}

/// A space is the mistake to name first, whatever else it led to.
EdtfError Parser::describeFailure() {
    const std::size_t space = m_text.find_first_of(" \t\n\v\f\r");
    if (space == std::string_view::npos)
        return std::move(m_failure);
    if (isSet())
        return {EdtfError::Kind::Invalid, space, translate("model", "a set contains no spaces")};
    if (m_text.find('/') != std::string_view::npos)
        return {EdtfError::Kind::Invalid, space, translate("model", "an interval contains no spaces")};
    return {EdtfError::Kind::Invalid, space, translate("model", "a date contains no spaces")};
}

/// From here to what ends a date: a slash, a comma, a bracket or two dots.
std::string_view Parser::dateToken() const {
    std::size_t end = m_at;
    while (end < m_text.size()) {
        const char c = m_text[end];
        if (c == '/' || c == ',' || c == ']' || c == '}' || (c == '.' && m_text.substr(end, 2) == ".."))
            break;
        ++end;
    }
    return m_text.substr(m_at, end - m_at);
}

/// Of a date that is EDTF but excluded, only that it is one: isKnown becomes false and reading goes on.
bool Parser::parseDate(EdtfEndpoint& endpoint, bool& isKnown) {
    const std::string_view token = dateToken();
    auto date = edtf::readDate(token);
    isKnown = date.has_value();
    if (date) {
        endpoint.date = *date;
    } else if (auto exclusion = edtf::findExclusion(token)) {
        exclusion->position += m_at;
        if (!m_exclusion)
            m_exclusion = std::move(exclusion);
    } else {
        return fail(m_at + date.error().position, std::move(date.error().reason));
    }
    m_at += token.size();
    return true;
}

bool Parser::parseIntervalEnd(EdtfEndpoint& endpoint, bool& isKnown) {
    isKnown = false;
    if (atEnd() || peek() == '/') {
        endpoint.kind = EdtfEndpoint::Kind::Unknown;
        return true;
    }
    if (atDots()) {
        endpoint.kind = EdtfEndpoint::Kind::Open;
        m_at += 2;
        return true;
    }
    return parseDate(endpoint, isKnown);
}

bool Parser::parseDateOrInterval() {
    EdtfEndpoint& first = m_value.head.first;
    bool firstIsKnown = false;
    if (!parseIntervalEnd(first, firstIsKnown))
        return false;
    if (peek() != '/') {
        if (!atEnd())
            return failTrailing();
        return first.kind == EdtfEndpoint::Kind::Date ||
               fail(0, translate("model", "two dots stand for an open end, with a date in an interval or a set"));
    }
    ++m_at;
    m_value.kind = EdtfKind::Interval;
    EdtfEndpoint& last = m_value.head.last.emplace();
    const std::size_t lastAt = m_at;
    bool lastIsKnown = false;
    if (!parseIntervalEnd(last, lastIsKnown))
        return false;
    if (!atEnd())
        return failTrailing();
    if (first.kind != EdtfEndpoint::Kind::Date && last.kind != EdtfEndpoint::Kind::Date)
        return fail(0, translate("model", "an interval needs a date on at least one side"));
    if (firstIsKnown && lastIsKnown && endsBeforeItBegins(first.date, last.date))
        return fail(lastAt, translate("model", "the interval ends before it begins"));
    return true;
}

bool Parser::parseSet() {
    m_value.kind = m_text.front() == '[' ? EdtfKind::OneOf : EdtfKind::AllOf;
    const char close = m_value.kind == EdtfKind::OneOf ? ']' : '}';
    ++m_at;
    if (peek() == close)
        return fail(m_at, translate("model", "a set needs at least one date"));
    for (bool isFirst = true;; isFirst = false) {
        EdtfMember& member = isFirst ? m_value.head : m_value.rest.emplace_back();
        if (!parseMember(member, isFirst))
            return false;
        if (peek() == close) {
            ++m_at;
            return atEnd() || fail(m_at, translate("model", "nothing may follow the set"));
        }
        if (peek() != ',')
            return failSeparator();
        if (member.last && member.last->kind == EdtfEndpoint::Kind::Open)
            return fail(m_at - 2, translate("model", "only the last date of a set may have two dots after it"));
        ++m_at;
    }
}

bool Parser::parseMember(EdtfMember& member, bool isFirst) {
    bool isKnown = false;
    if (!atDots())
        return parseDate(member.first, isKnown) && (!atDots() || parseRangeEnd(member, isKnown));
    if (!isFirst)
        return fail(m_at, translate("model", "only the first date of a set may have two dots before it"));
    m_at += 2;
    member.first.kind = EdtfEndpoint::Kind::Open;
    if (!parseDate(member.last.emplace(), isKnown))
        return false;
    return !atDots() || fail(m_at, translate("model", "a range has two dots only once"));
}

bool Parser::parseRangeEnd(EdtfMember& member, bool firstIsKnown) {
    m_at += 2;
    EdtfEndpoint& last = member.last.emplace();
    if (atEnd() || peek() == ',' || peek() == ']' || peek() == '}') {
        last.kind = EdtfEndpoint::Kind::Open;
        return true;
    }
    const std::size_t lastAt = m_at;
    bool lastIsKnown = false;
    if (!parseDate(last, lastIsKnown))
        return false;
    if (atDots())
        return fail(m_at, translate("model", "a range has two dots only once"));
    if (firstIsKnown && lastIsKnown && endsBeforeItBegins(member.first.date, last.date))
        return fail(lastAt, translate("model", "the range ends before it begins"));
    return true;
}

/// After a date or an interval stands something else.
bool Parser::failTrailing() {
    if (peek() == '/')
        return fail(m_at, translate("model", "an interval has only one slash"));
    if (atDots())
        return fail(m_at,
                    translate("model", "a range with two dots stands in a set, in [] or {}; an interval has a slash"));
    if (peek() == ',')
        return fail(m_at, translate("model", "several dates stand in a set, in [] or {}"));
    return fail(m_at, translate("model", "\"%1\" cannot stand here").arg(edtf::characterAt(m_text, m_at)));
}

/// After a member of a set stands neither a comma nor the bracket that closes it.
bool Parser::failSeparator() {
    const QString close = m_value.kind == EdtfKind::OneOf ? QStringLiteral("]") : QStringLiteral("}");
    if (atEnd())
        return fail(m_at, translate("model", "the set is not closed; \"%1\" is missing").arg(close));
    if (peek() == '/')
        return fail(m_at, translate("model", "a set holds no intervals; write a range with two dots"));
    return fail(m_at, translate("model", "this set ends with \"%1\"").arg(close));
}

} // namespace

tl::expected<Edtf, EdtfError> parseEdtf(std::string_view text) {
    return Parser(text).parse();
}

} // namespace quoteline::model

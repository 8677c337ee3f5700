// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/time/edtf.h"
#include "model/time/time_range.h"
#include "tests/fuzz/targets.h"

namespace quoteline::test {

namespace {

using namespace model;

bool isOrdered(const TimeRange& range) {
    return range.layoutStart < range.layoutEnd && range.earliest.value_or(range.layoutStart) == range.layoutStart &&
           range.end.value_or(range.layoutEnd) == range.layoutEnd;
}

std::string tryBounds(const Edtf& value, const Zone& zone) {
    const TimeRange whole = resolve(value, zone);
    if (!isOrdered(whole))
        return "the bounds are out of order";
    const std::vector<TimeRange> members = resolveMembers(value, zone);
    if (members.size() != value.memberCount())
        return "there is not one range for each member";
    for (const TimeRange& member : members) {
        if (!isOrdered(member))
            return "the bounds of a member are out of order";
        if (whole.earliest && member.earliest && *member.earliest < *whole.earliest)
            return "a member begins before the whole";
        if (whole.end && member.end && *member.end > *whole.end)
            return "a member ends after the whole";
    }
    return {};
}

} // namespace

std::string tryEdtf(const QByteArray& bytes) {
    const std::string text = bytes.toStdString(); // its own memory, so that a read past the end is seen
    const auto read = parseEdtf(text);
    if (!read) {
        const EdtfError& error = read.error();
        const bool excluded = error.kind == EdtfError::Kind::NotSupported;
        if (error.position > text.size() || error.reason.isEmpty() ||
            error.reason.startsWith(QStringLiteral("valid EDTF, not supported")) != excluded)
            return "refused without a reason or a place: " + error.reason.toStdString();
        return {};
    }
    if (toText(*read) != text)
        return "printed as " + toText(*read);
    if (const auto again = parseEdtf(toText(*read)); !again || *again != *read)
        return "another value comes back from " + toText(*read);
    static const Zone rome = Zone::fromIana("Europe/Rome").value();
    const std::string inUtc = tryBounds(*read, Zone());
    return inUtc.empty() ? tryBounds(*read, rome) : inUtc;
}

} // namespace quoteline::test

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>layout</name>
    <message numerus="yes">
        <source>Events in %1 second(s)</source>
        <translation>
            <numerusform>Events in %1 second</numerusform>
            <numerusform>Events in %1 seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Events in %1 minute(s)</source>
        <translation>
            <numerusform>Events in %1 minute</numerusform>
            <numerusform>Events in %1 minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Events in %1 hour(s)</source>
        <translation>
            <numerusform>Events in %1 hour</numerusform>
            <numerusform>Events in %1 hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 out of sight in %n lane(s)</source>
        <comment>a number of events</comment>
        <translation>
            <numerusform>%1 out of sight in a lane</numerusform>
            <numerusform>%1 out of sight in %n lanes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 with their title</source>
        <comment>a number of events</comment>
        <translation>
            <numerusform>%1 with its title</numerusform>
            <numerusform>%1 with their title</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Events in %1 day(s)</source>
        <translation>
            <numerusform>Events in %1 day</numerusform>
            <numerusform>Events in %1 days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Events in %1 week(s)</source>
        <translation>
            <numerusform>Events in %1 week</numerusform>
            <numerusform>Events in %1 weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Events in %1 month(s)</source>
        <translation>
            <numerusform>Events in %1 month</numerusform>
            <numerusform>Events in %1 months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Events in %1 year(s)</source>
        <translation>
            <numerusform>Events in %1 year</numerusform>
            <numerusform>Events in %1 years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 event(s) in view</source>
        <translation>
            <numerusform>%1 of %2 event in view</numerusform>
            <numerusform>%1 of %2 events in view</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 event(s)</source>
        <translation>
            <numerusform>%1 event</numerusform>
            <numerusform>%1 events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 quote(s)</source>
        <translation>
            <numerusform>%1 quote</numerusform>
            <numerusform>%1 quotes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 source(s)</source>
        <translation>
            <numerusform>%1 source</numerusform>
            <numerusform>%1 sources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 link(s) not drawn: no room</source>
        <translation>
            <numerusform>%1 link not drawn: no room</numerusform>
            <numerusform>%1 links not drawn: no room</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+%1 more link(s)</source>
        <translation>
            <numerusform>+%1 more link</numerusform>
            <numerusform>+%1 more links</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 link(s) to events that the filter leaves out</source>
        <translation>
            <numerusform>%1 link to events that the filter leaves out</numerusform>
            <numerusform>%1 links to events that the filter leaves out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 link(s) between events out of view</source>
        <translation>
            <numerusform>%1 link between events out of view</numerusform>
            <numerusform>%1 links between events out of view</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 link(s) drawn without words: no room (see Related events)</source>
        <translation>
            <numerusform>%1 link drawn without words: no room (see Related events)</numerusform>
            <numerusform>%1 links drawn without words: no room (see Related events)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 character(s)</source>
        <translation>
            <numerusform>%1 character</numerusform>
            <numerusform>%1 characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 word(s)</source>
        <translation>
            <numerusform>%1 of %2 word</numerusform>
            <numerusform>%1 of %2 words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>found %1 time(s)</source>
        <translation>
            <numerusform>found %1 time</numerusform>
            <numerusform>found %1 times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 checked quote(s) stand in their documents word for word.</source>
        <translation>
            <numerusform>%1 of %2 checked quote stands in its document word for word.</numerusform>
            <numerusform>%1 of %2 checked quotes stand in their documents word for word.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 quote(s) could not be checked here.</source>
        <translation>
            <numerusform>%1 quote could not be checked here.</numerusform>
            <numerusform>%1 quotes could not be checked here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quoteline::ui::ColumnPopup</name>
    <message numerus="yes">
        <source>%1 event(s), %2</source>
        <translation>
            <numerusform>%1 event, %2</numerusform>
            <numerusform>%1 events, %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quoteline::ui::CopyCommands</name>
    <message numerus="yes">
        <source>Copied %1: %2 event(s)</source>
        <translation>
            <numerusform>Copied %1: %2 event</numerusform>
            <numerusform>Copied %1: %2 events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quoteline::ui::DataCommands</name>
    <message numerus="yes">
        <source>%1 event(s) in %2</source>
        <translation>
            <numerusform>%1 event in %2</numerusform>
            <numerusform>%1 events in %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quoteline::ui::DataDialog</name>
    <message numerus="yes">
        <source>%1 of %2 event(s): what passes the filter</source>
        <translation>
            <numerusform>%1 of %2 event: what passes the filter</numerusform>
            <numerusform>%1 of %2 events: what passes the filter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The whole story: %1 event(s)</source>
        <translation>
            <numerusform>The whole story: %1 event</numerusform>
            <numerusform>The whole story: %1 events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quoteline::ui::EventFilter</name>
    <message numerus="yes">
        <source>%1 event(s)</source>
        <translation>
            <numerusform>%1 event</numerusform>
            <numerusform>%1 events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 event(s)</source>
        <translation>
            <numerusform>%1 of %2 event</numerusform>
            <numerusform>%1 of %2 events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quoteline::ui::EventListDock</name>
    <message numerus="yes">
        <source>%1 of %2 event(s)</source>
        <translation>
            <numerusform>%1 of %2 event</numerusform>
            <numerusform>%1 of %2 events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quoteline::ui::EventListModel</name>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n source</numerusform>
            <numerusform>%n sources</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quoteline::ui::EventListView</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quoteline::ui::EvidencePage</name>
    <message numerus="yes">
        <source>%n quote(s)</source>
        <translation>
            <numerusform>%n quote</numerusform>
            <numerusform>%n quotes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n source</numerusform>
            <numerusform>%n sources</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quoteline::ui::FacetList</name>
    <message numerus="yes">
        <source>Show all %1</source>
        <translation>
            <numerusform>Show all %1</numerusform>
            <numerusform>Show all %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Shown are the most frequent of %1; the search finds the others by name.</source>
        <translation>
            <numerusform>Shown are the most frequent of %1; the search finds the others by name.</numerusform>
            <numerusform>Shown are the most frequent of %1; the search finds the others by name.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quoteline::ui::PictureDialog</name>
    <message numerus="yes">
        <source>A PDF of %1 page(s).</source>
        <translation>
            <numerusform>A PDF of %1 page.</numerusform>
            <numerusform>A PDF of %1 pages.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quoteline::ui::ProblemsDialog</name>
    <message numerus="yes">
        <source>... and %n more</source>
        <translation>
            <numerusform>... and %n more</numerusform>
            <numerusform>... and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui</name>
    <message numerus="yes">
        <source>%n quote(s)</source>
        <translation>
            <numerusform>%n quote</numerusform>
            <numerusform>%n quotes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notice(s)</source>
        <translation>
            <numerusform>%n notice</numerusform>
            <numerusform>%n notices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 gives %n notice(s): --check prints them</source>
        <translation>
            <numerusform>%1 gives %n notice: --check prints them</numerusform>
            <numerusform>%1 gives %n notices: --check prints them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>... and %n more problem(s)</source>
        <translation>
            <numerusform>... and %n more problem</numerusform>
            <numerusform>... and %n more problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>... and %n more notice(s)</source>
        <translation>
            <numerusform>... and %n more notice</numerusform>
            <numerusform>... and %n more notices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 event(s) lie below the edge of the picture; a height of %2 shows them.</source>
        <translation>
            <numerusform>%1 event lies below the edge of the picture; a height of %2 shows it.</numerusform>
            <numerusform>%1 events lie below the edge of the picture; a height of %2 shows them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Without %1: %2 event(s)</source>
        <translation>
            <numerusform>Without %1: %2 event</numerusform>
            <numerusform>Without %1: %2 events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Clear everything: %1 event(s)</source>
        <translation>
            <numerusform>Clear everything: %1 event</numerusform>
            <numerusform>Clear everything: %1 events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 event(s) found no room on this page: print on larger paper or show less time.</source>
        <translation>
            <numerusform>%1 event found no room on this page: print on larger paper or show less time.</numerusform>
            <numerusform>%1 events found no room on this page: print on larger paper or show less time.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be opened at once; drop a single story file.</source>
        <translation>
            <numerusform>%n file cannot be opened at once; drop a single story file.</numerusform>
            <numerusform>%n files cannot be opened at once; drop a single story file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 event(s)</source>
        <translation>
            <numerusform>%1: %2 event</numerusform>
            <numerusform>%1: %2 events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 of %3 event(s)</source>
        <translation>
            <numerusform>%1: %2 of %3 event</numerusform>
            <numerusform>%1: %2 of %3 events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 event(s), %2: click for the list, or zoom in</source>
        <comment>a number, a range of dates</comment>
        <translation>
            <numerusform>%1 event, %2: click for the list, or zoom in</numerusform>
            <numerusform>%1 events, %2: click for the list, or zoom in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 later event(s) in this lane; the next: %2 (%3)</source>
        <comment>a number, a title, a date</comment>
        <translation>
            <numerusform>%1 later event in this lane; the next: %2 (%3)</numerusform>
            <numerusform>%1 later events in this lane; the next: %2 (%3)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 earlier event(s) in this lane; the last: %2 (%3)</source>
        <comment>a number, a title, a date</comment>
        <translation>
            <numerusform>%1 earlier event in this lane; the last: %2 (%3)</numerusform>
            <numerusform>%1 earlier events in this lane; the last: %2 (%3)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n quote(s) verbatim or verbatim except typography</source>
        <translation>
            <numerusform>%1 of %n quote verbatim or verbatim except typography</numerusform>
            <numerusform>%1 of %n quotes verbatim or verbatim except typography</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the basis of %1 of %n relation(s) found</source>
        <translation>
            <numerusform>the basis of %1 of %n relation found</numerusform>
            <numerusform>the basis of %1 of %n relations found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 link(s) to events that the filter leaves out</source>
        <translation>
            <numerusform>%1 link to events that the filter leaves out</numerusform>
            <numerusform>%1 links to events that the filter leaves out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 link(s) between events left out: the format has no place for them</source>
        <translation>
            <numerusform>%1 link between events left out: the format has no place for it</numerusform>
            <numerusform>%1 links between events left out: the format has no place for them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 cell(s) with an apostrophe in front, so that no spreadsheet runs it as a formula</source>
        <translation>
            <numerusform>%1 cell with an apostrophe in front, so that no spreadsheet runs it as a formula</numerusform>
            <numerusform>%1 cells with an apostrophe in front, so that no spreadsheet runs it as a formula</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 lane(s), actor(s) or source(s) left out that no exported event names</source>
        <translation>
            <numerusform>%1 lane, actor or source left out that no exported event names</numerusform>
            <numerusform>%1 lanes, actors or sources left out that no exported event names</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 source(s) without the text, file name or SHA-256 of the document</source>
        <translation>
            <numerusform>%1 source without the text, file name or SHA-256 of the document</numerusform>
            <numerusform>%1 sources without the text, file name or SHA-256 of the document</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 field(s) left out that the story format does not define</source>
        <translation>
            <numerusform>%1 field left out that the story format does not define</numerusform>
            <numerusform>%1 fields left out that the story format does not define</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 event(s) left out: the format has the years 1 to 9999 only</source>
        <translation>
            <numerusform>%1 event left out: the format has the years 1 to 9999 only</numerusform>
            <numerusform>%1 events left out: the format has the years 1 to 9999 only</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 uncertain date(s), written as if certain</source>
        <translation>
            <numerusform>%1 uncertain date, written as if certain</numerusform>
            <numerusform>%1 uncertain dates, written as if certain</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 approximate date(s), written as if exact</source>
        <translation>
            <numerusform>%1 approximate date, written as if exact</numerusform>
            <numerusform>%1 approximate dates, written as if exact</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 event(s) once within a stretch of time, written as if lasting all of it</source>
        <translation>
            <numerusform>%1 event once within a stretch of time, written as if lasting all of it</numerusform>
            <numerusform>%1 events once within a stretch of time, written as if lasting all of it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 date(s) with an open or unknown side, written as the end that is known</source>
        <translation>
            <numerusform>%1 date with an open or unknown side, written as the end that is known</numerusform>
            <numerusform>%1 dates with an open or unknown side, written as the end that is known</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 span(s) known to the month or year, written from first to last day</source>
        <translation>
            <numerusform>%1 span known to the month or year, written from first to last day</numerusform>
            <numerusform>%1 spans known to the month or year, written from first to last day</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 time(s) of day left out, because the other end has none</source>
        <translation>
            <numerusform>%1 time of day left out, because the other end has none</numerusform>
            <numerusform>%1 times of day left out, because the other end has none</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 time(s) to the minute, written with the second 00</source>
        <translation>
            <numerusform>%1 time to the minute, written with the second 00</numerusform>
            <numerusform>%1 times to the minute, written with the second 00</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 event(s) with several dates, written as an entry for each date</source>
        <translation>
            <numerusform>%1 event with several dates, written as an entry for each date</numerusform>
            <numerusform>%1 events with several dates, written as an entry for each date</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 quote(s) without the words before and after</source>
        <translation>
            <numerusform>%1 quote without the words before and after</numerusform>
            <numerusform>%1 quotes without the words before and after</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 event(s) with control characters, which the format forbids and which are replaced</source>
        <translation>
            <numerusform>%1 event with control characters, which the format forbids and which are replaced</numerusform>
            <numerusform>%1 events with control characters, which the format forbids and which are replaced</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 time(s) of day on the clock of the story&apos;s zone, which is not named</source>
        <translation>
            <numerusform>%1 time of day on the clock of the story&apos;s zone, which is not named</numerusform>
            <numerusform>%1 times of day on the clock of the story&apos;s zone, which is not named</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 date(s) before the year 1, which an axis may label a year off</source>
        <translation>
            <numerusform>%1 date before the year 1, which an axis may label a year off</numerusform>
            <numerusform>%1 dates before the year 1, which an axis may label a year off</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 date(s) that are more than a day or a time, in words only</source>
        <translation>
            <numerusform>%1 date that is more than a day or a time, in words only</numerusform>
            <numerusform>%1 dates that are more than a day or a time, in words only</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 event(s) lie below the edge of the picture.</source>
        <translation>
            <numerusform>%1 event lies below the edge of the picture.</numerusform>
            <numerusform>%1 events lie below the edge of the picture.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 event(s) are only counted, or shown without a title</source>
        <translation>
            <numerusform>%1 event is only counted, or shown without a title</numerusform>
            <numerusform>%1 events are only counted, or shown without a title</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 event(s) have no title, because their lanes are collapsed.</source>
        <translation>
            <numerusform>%1 event has no title, because its lane is collapsed.</numerusform>
            <numerusform>%1 events have no title, because their lanes are collapsed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 event(s) lie below the edge of the picture, and no picture is so high: choose PDF or a shorter range.</source>
        <translation>
            <numerusform>%1 event lies below the edge of the picture, and no picture is so high: choose PDF or a shorter range.</numerusform>
            <numerusform>%1 events lie below the edge of the picture, and no picture is so high: choose PDF or a shorter range.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 event(s) have no room for their whole label</source>
        <translation>
            <numerusform>%1 event has no room for its whole label</numerusform>
            <numerusform>%1 events have no room for their whole label</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 event(s) lie below the edge of the picture</source>
        <translation>
            <numerusform>%1 event lies below the edge of the picture</numerusform>
            <numerusform>%1 events lie below the edge of the picture</numerusform>
        </translation>
    </message>
</context>
</TS>

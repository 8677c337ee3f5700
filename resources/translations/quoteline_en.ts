<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>layout</name>
    <message numerus="yes">
        <source>Events per %n day(s)</source>
        <translation>
            <numerusform>Events per day</numerusform>
            <numerusform>Events per %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n event(s) in view</source>
        <translation>
            <numerusform>%1 of %n event in view</numerusform>
            <numerusform>%1 of %n events in view</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
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
    <name>quoteline::ui::ChipPopup</name>
    <message numerus="yes">
        <source>%n event(s), %1</source>
        <translation>
            <numerusform>%n event, %1</numerusform>
            <numerusform>%n events, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quoteline::ui::EventFilter</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n event(s)</source>
        <translation>
            <numerusform>%1 of %n event</numerusform>
            <numerusform>%1 of %n events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quoteline::ui::EventListDock</name>
    <message numerus="yes">
        <source>%1 of %n event(s)</source>
        <translation>
            <numerusform>%1 of %n event</numerusform>
            <numerusform>%1 of %n events</numerusform>
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
        <source>Show all %n</source>
        <translation>
            <numerusform>Show all %n</numerusform>
            <numerusform>Show all %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Shown are the most frequent of %n; the search finds the others by name.</source>
        <translation>
            <numerusform>Shown are the most frequent of %n; the search finds the others by name.</numerusform>
            <numerusform>Shown are the most frequent of %n; the search finds the others by name.</numerusform>
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
    <name>quoteline::ui::TimelineView</name>
    <message numerus="yes">
        <source>%n event(s) found no room here: click for the list, or zoom in</source>
        <translation>
            <numerusform>%n event found no room here: click for the list, or zoom in</numerusform>
            <numerusform>%n events found no room here: click for the list, or zoom in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n later event(s) in this lane; the next: %1 (%2)</source>
        <comment>a title, a date</comment>
        <translation>
            <numerusform>%n later event in this lane; the next: %1 (%2)</numerusform>
            <numerusform>%n later events in this lane; the next: %1 (%2)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n earlier event(s) in this lane; the last: %1 (%2)</source>
        <comment>a title, a date</comment>
        <translation>
            <numerusform>%n earlier event in this lane; the last: %1 (%2)</numerusform>
            <numerusform>%n earlier events in this lane; the last: %1 (%2)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n event(s)</source>
        <translation>
            <numerusform>%1: %n event</numerusform>
            <numerusform>%1: %n events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 of %n event(s)</source>
        <translation>
            <numerusform>%1: %2 of %n event</numerusform>
            <numerusform>%1: %2 of %n events</numerusform>
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
        <source>%n event(s) lie below the edge of the picture; a height of %1 shows them.</source>
        <translation>
            <numerusform>%n event lies below the edge of the picture; a height of %1 shows it.</numerusform>
            <numerusform>%n events lie below the edge of the picture; a height of %1 shows them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) are only counted, in “+” marks; a shorter range or a wider picture shows more of them.</source>
        <translation>
            <numerusform>%n event is only counted, in “+” marks; a shorter range or a wider picture shows more of them.</numerusform>
            <numerusform>%n events are only counted, in “+” marks; a shorter range or a wider picture shows more of them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Without %1: %n event(s)</source>
        <translation>
            <numerusform>Without %1: %n event</numerusform>
            <numerusform>Without %1: %n events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Clear everything: %n event(s)</source>
        <translation>
            <numerusform>Clear everything: %n event</numerusform>
            <numerusform>Clear everything: %n events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) found no room on this page: print on larger paper or show less time.</source>
        <translation>
            <numerusform>%n event found no room on this page: print on larger paper or show less time.</numerusform>
            <numerusform>%n events found no room on this page: print on larger paper or show less time.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be opened at once; drop a single story file.</source>
        <translation>
            <numerusform>%n file cannot be opened at once; drop a single story file.</numerusform>
            <numerusform>%n files cannot be opened at once; drop a single story file.</numerusform>
        </translation>
    </message>
</context>
</TS>

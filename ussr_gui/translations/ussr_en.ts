<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ussr</name>
    <message numerus="yes">
        <source>%n actions have keys of your own. Shall all have the usual ones?</source>
        <translation><numerusform>One action has keys of your own. Shall all have the usual ones?</numerusform><numerusform>%n actions have keys of your own. Shall all have the usual ones?</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n cells</source>
        <translation><numerusform>%n cell</numerusform><numerusform>%n cells</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n cells failed; Start tries those again.</source>
        <translation><numerusform>%n cell failed; Start tries it again.</numerusform><numerusform>%n cells failed; Start tries those again.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n files of your queue still wait to be enlarged.</source>
        <translation><numerusform>%n file of your queue still waits to be enlarged.</numerusform><numerusform>%n files of your queue still wait to be enlarged.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n frames.</source>
        <translation><numerusform>%n frame.</numerusform><numerusform>%n frames.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n levels</source>
        <translation><numerusform>%n level</numerusform><numerusform>%n levels</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n maps follow as further pages.</source>
        <translation><numerusform>%n map follows as a further page.</numerusform><numerusform>%n maps follow as further pages.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n methods are in the race; {waiting} wait</source>
        <translation><numerusform>%n method is in the race; {waiting} wait</numerusform><numerusform>%n methods are in the race; {waiting} wait</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n pages</source>
        <translation><numerusform>%n page</numerusform><numerusform>%n pages</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n pairs, about {minutes} min</source>
        <translation><numerusform>%n pair, about {minutes} min</numerusform><numerusform>%n pairs, about {minutes} min</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n regions drawn.</source>
        <translation><numerusform>%n region drawn.</numerusform><numerusform>%n regions drawn.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n regions, {share:.1f} % of the scan.</source>
        <translation><numerusform>%n region, {share:.1f} % of the scan.</numerusform><numerusform>%n regions, {share:.1f} % of the scan.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n scans</source>
        <translation><numerusform>%n scan</numerusform><numerusform>%n scans</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Advanced, %n more</source>
        <translation><numerusform>Advanced, %n more</numerusform><numerusform>Advanced, %n more</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Lettering was found in %n pictures.</source>
        <translation><numerusform>Lettering was found in %n picture.</numerusform><numerusform>Lettering was found in %n pictures.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>The benchmark is done, %n cells failed: {folder}</source>
        <translation><numerusform>The benchmark is done, %n cell failed: {folder}</numerusform><numerusform>The benchmark is done, %n cells failed: {folder}</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>all frames, from %n frames: {frames}</source>
        <translation><numerusform>all frames, from frame {frames}</numerusform><numerusform>all frames, from %n frames: {frames}</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{names} have no key now.</source>
        <translation><numerusform>{names} has no key now.</numerusform><numerusform>{names} have no key now.</numerusform></translation>
    </message>
</context>
</TS>

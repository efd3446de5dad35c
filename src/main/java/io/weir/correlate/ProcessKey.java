package io.weir.correlate;

import io.weir.event.ProcessFacts;
import io.weir.match.EventFacts;

/**
 * What a host's memory keeps processes and events under, beside GUIDs. Those are in lower case, so none of these is one. A process id is used again: what
 * is kept under it may be of several processes, and time tells them apart ({@link LifeSpans}).
 */
final class ProcessKey {

    /** The host's starts. */
    static final String BOOTS = "BOOTS";

    /** The process ids that are named, by time. */
    static final String PIDS = "PIDS";

    /** Of the accounts of connections that name no GUID, how many match a first step; nothing else. */
    static final String CONNECTIONS = "CONNECTIONS";

    private ProcessKey() {}

    /** Starts and ends of processes with that id. */
    static String lives(String pid) {
        return "LIVES " + pid;
    }

    /** Events that name a process by that id: as the one that did something, or as a parent. */
    static String mentions(String pid) {
        return "MENTIONS " + pid;
    }

    /** Events that tell of one connection of a process with that id. */
    static String connection(ProcessFacts process) {
        return "CONNECTION " + process.pid() + ' ' + process.connection();
    }

    /** What a process that started so is called: its GUID, or where it has none its id and the event that tells of the start. */
    static String name(EventFacts start) {
        var process = start.process();
        return process.guid().isEmpty() ? process.pid() + '@' + start.identity().id() : process.guid();
    }
}

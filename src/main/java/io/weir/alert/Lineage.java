package io.weir.alert;

import java.util.List;

/**
 * Who started a process, and who started that one.
 *
 * @param process the GUID of the process
 * @param chain the process itself first, then its parent, and so on; a process whose start was never seen is known from its child's start alone
 * @param end why the chain goes no further
 */
public record Lineage(String process, List<Ancestor> chain, End end) {

    public Lineage {
        chain = List.copyOf(chain);
    }

    /** Why a lineage goes no further back. */
    public enum End {
        /** The oldest process names no parent: the lineage is whole. */
        ROOT,
        /** The start of the next process was not seen within the lineage horizon: the lineage is incomplete. */
        MISSING,
        /** More ancestors than the bound allows, or a process that descends from itself. */
        BOUND
    }

    /**
     * One process of a lineage; texts that no event gave are empty.
     *
     * @param started when, as ISO 8601 in UTC, or empty where its start was not seen
     */
    public record Ancestor(String process, String pid, String image, String commandLine, String user, String started) {}
}

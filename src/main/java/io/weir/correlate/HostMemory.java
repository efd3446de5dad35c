package io.weir.correlate;

import io.weir.match.MatchedEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The state of one host, lent by the caller. What is put is there at the next call; times are microseconds of event time. */
public interface HostMemory {

    Optional<MatchedEvent> event(String id);

    void putEvent(MatchedEvent event);

    void removeEvent(String id);

    /** What is known of the process of that GUID, or of whatever else has that key. */
    Optional<ProcessNode> process(String key);

    void putProcess(String key, ProcessNode node);

    void removeProcess(String key);

    Optional<ProcessBucket> processBucket(String key, long index);

    /** Keeps that bucket; none, where it is empty. */
    void putProcessBucket(String key, long index, ProcessBucket bucket);

    /** Puts what is known and one bucket at once; what of the two is empty is not kept. */
    void putProcess(String key, ProcessNode node, long index, ProcessBucket bucket);

    /** The memory of one group of a linked correlation. */
    BucketMemory group(LinkedGroup group);

    /** Asks that {@link HostCorrelator#forget} be called with this once the watermark has passed the time. */
    void remindAfter(long micros, Reminder reminder);

    /** Asks that {@link HostCorrelator#settle} be called with this once the watermark has passed the time. */
    void settleAfter(long micros, Settlement settlement);

    /** A number greater than every one before it on this host. */
    long nextSequence();

    /**
     * What there is to forget.
     *
     * @param event the id of an event, or empty
     * @param group the group of a bucket; only where {@code event} is empty
     * @param bucket the bucket's index
     */
    record Reminder(String event, LinkedGroup group, long bucket) {

        static Reminder of(String event) {
            return new Reminder(event, LinkedGroup.NONE, 0);
        }

        static Reminder of(LinkedGroup group, long bucket) {
            return new Reminder("", group, bucket);
        }
    }

    /**
     * What may have to be told.
     *
     * @param group a linked group
     * @param at the time in it that is asked about, in microseconds
     */
    record Settlement(LinkedGroup group, long at) {}

    /**
     * Which group of which linked correlation.
     *
     * @param meaning which correlation, and with which content
     * @param process what the process whose group it is is called: its GUID, or where it has none its id and the event that tells of its start
     * @param values the group-by values in the order of the rule, in lower case
     */
    record LinkedGroup(String meaning, String process, List<String> values) implements Comparable<LinkedGroup> {

        static final LinkedGroup NONE = new LinkedGroup("", "", List.of());

        public LinkedGroup {
            values = List.copyOf(values);
        }

        @Override
        public int compareTo(LinkedGroup other) {
            int byMeaning = meaning.compareTo(other.meaning);
            int byProcess = byMeaning == 0 ? process.compareTo(other.process) : byMeaning;
            return byProcess == 0 ? Arrays.compare(texts(), other.texts()) : byProcess;
        }

        private String[] texts() {
            return values.toArray(new String[0]);
        }

        /** One text for the group, unlike that of any other. */
        public String key() {
            var texts = new ArrayList<String>(values.size() + 2);
            texts.add(process);
            texts.addAll(values.isEmpty() ? List.of("") : values);
            return meaning + GroupKey.SEPARATOR + GroupKey.of(texts);
        }
    }
}

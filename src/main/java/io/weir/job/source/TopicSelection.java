package io.weir.job.source;

import java.io.Serializable;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which topics are read: those named, or those whose whole name fits a pattern, also when they are made later.
 *
 * @param names the topics; empty where the pattern says it
 * @param pattern a regular expression; empty where the names say it
 */
public record TopicSelection(List<String> names, String pattern) implements Serializable {

    public TopicSelection {
        names = List.copyOf(names);
        if (names.isEmpty() == pattern.isEmpty()) {
            throw new IllegalArgumentException(
                    "topics are named or fit a pattern, found " + names + " and '" + pattern + "'");
        }
    }

    /** These topics. */
    public static TopicSelection named(List<String> names) {
        return new TopicSelection(names, "");
    }

    /** The topics whose whole name fits. */
    public static TopicSelection fitting(Pattern pattern) {
        return new TopicSelection(List.of(), pattern.pattern());
    }

    /** Whether the topic is read. */
    public boolean covers(String topic) {
        return isPattern() ? Pattern.matches(pattern, topic) : names.contains(topic);
    }

    /** Whether topics are found by a pattern. */
    public boolean isPattern() {
        return !pattern.isEmpty();
    }
}

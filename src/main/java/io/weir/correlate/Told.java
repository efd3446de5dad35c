package io.weir.correlate;

import java.util.List;

/**
 * A finding of a group that made an alert.
 *
 * @param at which event made it: the one that made the condition true; where windows settle, the first of the window
 * @param finding what was found
 */
public record Told(Position at, Finding finding) {

    List<String> evidence() {
        return finding.evidence();
    }
}

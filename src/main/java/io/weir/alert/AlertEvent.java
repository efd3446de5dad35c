package io.weir.alert;

import io.weir.event.SortedTexts;
import io.weir.event.Stamp;
import java.util.Map;

/**
 * An event that made an alert.
 *
 * @param id the event's id
 * @param time when it happened, or {@link Stamp#NONE}
 * @param fields what is shown of it, by Sigma's field names
 */
public record AlertEvent(String id, Stamp time, Map<String, String> fields) {
    public AlertEvent {
        fields = SortedTexts.of(fields);
    }
}

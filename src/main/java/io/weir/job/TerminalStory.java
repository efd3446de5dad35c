package io.weir.job;

import io.weir.alert.AlertChange;
import io.weir.alert.AlertStory;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.util.function.SerializableFunction;

/** What the terminal shows of alert changes: each alert as a story, marked where what came since tells it otherwise, and a line where it is withdrawn. */
final class TerminalStory implements SerializableFunction<AlertChange, String> {

    private static final long serialVersionUID = 1L;

    private static final int REMEMBERED = 10_000;

    private transient Map<String, String> told = remembering();

    @Override
    public String apply(AlertChange change) {
        if (change.withdraws()) {
            var before = told.remove(change.id());
            return before == null
                    ? ""
                    : "withdrawn  " + before.lines().findFirst().orElse("") + "\n\n";
        }
        var story = AlertStory.of(change.body());
        var before = told.put(change.id(), story.text());
        if (story.text().equals(before)) {
            return "";
        }
        return (before == null ? "" : "revised    ") + story.text() + "\n";
    }

    private static Map<String, String> remembering() {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
                return size() > REMEMBERED;
            }
        };
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        told = remembering();
    }
}

package io.weir.job;

import io.weir.alert.AlertChange;
import io.weir.alert.AlertStory;
import io.weir.incident.IncidentStory;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.util.function.SerializableFunction;

/** What the terminal shows of changes: each as a story, marked where what came since tells it otherwise, and a line where it is withdrawn. */
final class TerminalStory implements SerializableFunction<AlertChange, String> {

    private static final long serialVersionUID = 1L;

    private static final int REMEMBERED = 10_000;

    private final SerializableFunction<String, Story> telling;

    private transient Map<String, Story> told = remembering();

    private TerminalStory(SerializableFunction<String, Story> telling) {
        this.telling = telling;
    }

    /** Alerts are told, and told again when they say something else. */
    static TerminalStory ofAlerts() {
        return new TerminalStory(body -> {
            var story = AlertStory.of(body);
            return new Story(story.headline(), story.text(), story.text());
        });
    }

    /** Incidents are told once several alerts came together, and again when they have come to another level or a further stage. */
    static TerminalStory ofIncidents() {
        return new TerminalStory(body -> {
            var story = IncidentStory.of(body);
            return story.alerts() > 1 ? new Story(story.headline(), story.text(), story.gist()) : Story.NOTHING;
        });
    }

    /**
     * What is shown.
     *
     * @param text several lines, the last one ended; empty for nothing yet
     * @param gist what somebody who was told would want to hear again if it were another
     */
    private record Story(String headline, String text, String gist) {
        static final Story NOTHING = new Story("", "", "");
    }

    @Override
    public String apply(AlertChange change) {
        var before = told.getOrDefault(change.id(), Story.NOTHING);
        if (change.withdraws()) {
            told.remove(change.id());
            return before.equals(Story.NOTHING) ? "" : "withdrawn  " + before.headline() + "\n\n";
        }
        var story = telling.apply(change.body());
        if (story.gist().equals(before.gist())) {
            return "";
        }
        told.put(change.id(), story);
        return (before.equals(Story.NOTHING) ? "" : "revised    ") + story.text() + "\n";
    }

    private static Map<String, Story> remembering() {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Story> eldest) {
                return size() > REMEMBERED;
            }
        };
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        told = remembering();
    }
}

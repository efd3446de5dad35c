package io.weir.job.option;

import io.weir.job.UserError;
import io.weir.job.sink.Destination;
import io.weir.job.source.InputTopics;

/** A job that writes to a topic which it reads would feed on itself for ever. */
final class Loops {

    private Loops() {}

    static void requireNone(JobSettings settings) {
        if (settings.source() instanceof InputTopics input) {
            settings.destinations()
                    .filter(place -> isReadBy(input, place))
                    .findFirst()
                    .ifPresent(Loops::refuse);
        }
    }

    private static boolean isReadBy(InputTopics input, Destination place) {
        return place instanceof Destination.Topic topic
                && input.topics().covers(topic.sink().topic());
    }

    private static void refuse(Destination place) {
        if (place instanceof Destination.Topic topic) {
            throw new UserError("topic " + topic.sink().topic()
                    + " would be written to and read again as telemetry; choose another topic or a narrower pattern");
        }
    }
}

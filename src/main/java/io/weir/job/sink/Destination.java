package io.weir.job.sink;

/** Where records go. */
public sealed interface Destination {

    /** Answers for the kind of destination. */
    <R> R match(Cases<R> cases);

    /** A topic. */
    record Topic(TopicSink sink) implements Destination {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.topic(sink);
        }
    }

    /** A folder of files of lines. */
    record Folder(FolderSink sink) implements Destination {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.folder(sink);
        }
    }

    /** The terminal, for a person. */
    record Terminal() implements Destination {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.terminal();
        }
    }

    /** The log, which says each distinct thing once. */
    record Log() implements Destination {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.log();
        }
    }

    /** One answer for each kind. */
    interface Cases<R> {
        R topic(TopicSink sink);

        R folder(FolderSink sink);

        R terminal();

        R log();
    }
}

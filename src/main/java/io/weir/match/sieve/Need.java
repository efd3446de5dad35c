package io.weir.match.sieve;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** What a rule needs of an event to match it. An event that does not meet it can't; one that does matches, unless there is something in it that the sieve does not know. */
public sealed interface Need {

    /** Every event meets it. */
    static Need nothing() {
        return new AllOf(List.of());
    }

    /** No event meets it. */
    static Need impossible() {
        return new AnyOf(List.of());
    }

    /** What no test of the sieve tells: every event may meet it, and not every event does. */
    static Need unknown() {
        return Unknown.UNKNOWN;
    }

    <R> R match(Cases<R> cases);

    /** Whether an event that meets it as far as the sieve tells meets it. */
    boolean isKnown();

    /** All answers that it asks for. */
    Stream<Answer> answers();

    /** The sources that it asks about. */
    default Stream<Source> sources() {
        return answers().map(Answer::source);
    }

    /** What the sieve does not know. */
    enum Unknown implements Need {
        UNKNOWN;

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.unknown(this);
        }

        @Override
        public boolean isKnown() {
            return false;
        }

        @Override
        public Stream<Answer> answers() {
            return Stream.empty();
        }
    }

    /** All of these. */
    record AllOf(List<Need> parts) implements Need {
        public AllOf {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean isKnown() {
            return parts.stream().allMatch(Need::isKnown);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.allOf(this);
        }

        @Override
        public Stream<Answer> answers() {
            return parts.stream().flatMap(Need::answers);
        }
    }

    /** One of these. */
    record AnyOf(List<Need> parts) implements Need {
        public AnyOf {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean isKnown() {
            return parts.stream().allMatch(Need::isKnown);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.anyOf(this);
        }

        @Override
        public Stream<Answer> answers() {
            return parts.stream().flatMap(Need::answers);
        }
    }

    /** That answer to that test of that source. */
    record Answer(Source source, FieldTest test, boolean wanted) implements Need {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.answer(this);
        }

        @Override
        public boolean isKnown() {
            return true;
        }

        @Override
        public Stream<Answer> answers() {
            return Stream.of(this);
        }
    }

    /** All of these, put as simply as can be. */
    static Need allOf(Collection<Need> parts) {
        if (parts.contains(impossible())) {
            return impossible();
        }
        var rest = parts.stream().filter(part -> !part.equals(nothing())).toList();
        return rest.size() == 1 ? rest.get(0) : new AllOf(rest);
    }

    /** One of these, put as simply as can be. */
    static Need anyOf(Collection<Need> parts) {
        if (parts.contains(nothing())) {
            return nothing();
        }
        if (parts.contains(unknown())) {
            return unknown();
        }
        var rest = parts.stream().filter(part -> !part.equals(impossible())).toList();
        return rest.size() == 1 ? rest.get(0) : new AnyOf(rest);
    }

    /** One answer for each kind of need. */
    interface Cases<R> {
        R allOf(AllOf need);

        R anyOf(AnyOf need);

        R answer(Answer need);

        R unknown(Unknown need);
    }
}

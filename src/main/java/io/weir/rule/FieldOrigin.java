package io.weir.rule;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where the value of a field comes from that an event has under another name, or in another form. */
public sealed interface FieldOrigin {

    <R> R match(Cases<R> cases);

    /**
     * A field of the event, as it is.
     *
     * @param name the event's name of the field
     */
    record Copied(String name) implements FieldOrigin {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.copied(this);
        }
    }

    /** What another origin gives, in another form. */
    record Converted(FieldOrigin origin, Conversion conversion) implements FieldOrigin {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.converted(this);
        }
    }

    /**
     * A field of the event whose values stand for others. A value that is not among them gives none.
     *
     * @param name the event's name of the field
     * @param values by the event's value, without regard to case, the value that it stands for
     */
    record Translated(String name, Map<String, String> values) implements FieldOrigin {
        public Translated {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.translated(this);
        }
    }

    /** The same text in all events. */
    record Constant(String text) implements FieldOrigin {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.constant(this);
        }
    }

    /**
     * Texts put together; where one of the fields is absent or null, there is no value.
     *
     * @param parts literal texts and names of fields in turn, beginning with a text, which may be empty
     */
    record Joined(List<String> parts) implements FieldOrigin {
        public Joined {
            parts = List.copyOf(parts);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.joined(this);
        }
    }

    /**
     * An origin for some events only; for the others there is no value.
     *
     * @param field a field of the event
     * @param values some values, without regard to case
     * @param wanted whether the field must hold one of them, or must not
     * @param origin where the value comes from, then
     */
    record Guarded(String field, List<String> values, boolean wanted, FieldOrigin origin) implements FieldOrigin {
        public Guarded {
            values = List.copyOf(values);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.guarded(this);
        }
    }

    /** The first of several that gives a value. */
    record FirstOf(List<FieldOrigin> origins) implements FieldOrigin {
        public FirstOf {
            origins = List.copyOf(origins);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.firstOf(this);
        }
    }

    /** How the text of one field becomes that of another. What does not have the form stays as it is. */
    enum Conversion {
        /** {@code 0x1f4}, as Windows' Security log writes numbers of processes, becomes {@code 500}. */
        DECIMAL,
        /** {@code \device\harddiskvolume3\windows} becomes {@code C:\windows}, and {@code \device\mup\server} a path of the network. */
        DRIVE_PATH,
        /**
         * {@code \REGISTRY\MACHINE\SYSTEM\ControlSet001} becomes {@code HKLM\SYSTEM\CurrentControlSet}, and {@code \REGISTRY\USER}
         * becomes {@code HKU}, as Sysmon writes them.
         */
        REGISTRY_PATH,
        /** {@code 1} becomes {@code DWORD (0x00000001)}, as Sysmon writes it. */
        DWORD,
        /** {@code 0x100000002} becomes {@code QWORD (0x00000001-0x00000002)}, as Sysmon writes it. */
        QWORD
    }

    /** One answer for each kind of origin. */
    interface Cases<R> {
        R copied(Copied origin);

        R converted(Converted origin);

        R translated(Translated origin);

        R constant(Constant origin);

        R joined(Joined origin);

        R guarded(Guarded origin);

        R firstOf(FirstOf origin);
    }
}

package io.weir.match;

/** The fields of one event as one rule reads them. */
interface Fields {

    /** The field of that name; {@link FieldView#ABSENT} where the event does not have it. */
    FieldView field(String name);

    /** All values of the event: where keywords are searched. */
    FieldView all();
}

package io.weir.match;

/** The fields of no event. */
enum NoFields implements Fields {
    NONE;

    @Override
    public FieldView field(String name) {
        return FieldView.ABSENT;
    }

    @Override
    public FieldView all() {
        return FieldView.ABSENT;
    }
}

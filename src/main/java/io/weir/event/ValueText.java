package io.weir.event;

/** A value as text; the first of several. */
enum ValueText implements FieldValue.Cases<String> {
    CASES;

    /** Empty for a null. */
    static String of(FieldValue value) {
        return value.match(CASES);
    }

    @Override
    public String text(FieldValue.Text value) {
        return value.text();
    }

    @Override
    public String number(FieldValue.Num value) {
        return value.text();
    }

    @Override
    public String bool(FieldValue.Bool value) {
        return Boolean.toString(value.value());
    }

    @Override
    public String nothing(FieldValue.Null value) {
        return "";
    }

    @Override
    public String many(FieldValue.Many value) {
        return value.values().stream().map(ValueText::of).findFirst().orElse("");
    }
}

package io.weir.rule;

/** Adds selections and conditions to a rule's content. */
record DetectionContent(ContentDigest digest)
        implements Selection.Cases<Void>, Condition.Cases<Void>, SigmaValue.Cases<Void> {

    @Override
    public Void allOf(Selection.AllOf selection) {
        digest.add("ALL");
        digest.each(selection.parts(), part -> part.match(this));
        return null;
    }

    @Override
    public Void anyOf(Selection.AnyOf selection) {
        digest.add("ANY");
        digest.each(selection.parts(), part -> part.match(this));
        return null;
    }

    @Override
    public Void test(Selection.Test selection) {
        var item = selection.item();
        digest.add("TEST");
        digest.add(item.field());
        digest.each(item.modifiers(), modifier -> digest.add(modifier.label()));
        digest.each(item.values(), value -> value.match(this));
        return null;
    }

    @Override
    public Void named(Condition.Named condition) {
        digest.add("NAMED");
        digest.add(condition.selection());
        return null;
    }

    @Override
    public Void not(Condition.Not condition) {
        digest.add("NOT");
        return condition.operand().match(this);
    }

    @Override
    public Void allOf(Condition.AllOf condition) {
        digest.add("ALL");
        digest.each(condition.operands(), operand -> operand.match(this));
        return null;
    }

    @Override
    public Void anyOf(Condition.AnyOf condition) {
        digest.add("ANY");
        digest.each(condition.operands(), operand -> operand.match(this));
        return null;
    }

    @Override
    public Void quantified(Condition.Quantified condition) {
        digest.add(condition.quantifier().name());
        digest.add(condition.pattern());
        return null;
    }

    @Override
    public Void text(SigmaValue.Text value) {
        digest.add("TEXT");
        digest.add(value.text());
        return null;
    }

    @Override
    public Void number(SigmaValue.Num value) {
        digest.add("NUMBER");
        digest.add(value.number().toString());
        return null;
    }

    @Override
    public Void bool(SigmaValue.Bool value) {
        digest.add(value.value() ? "TRUE" : "FALSE");
        return null;
    }

    @Override
    public Void nothing(SigmaValue.Null value) {
        digest.add("NULL");
        return null;
    }
}

package io.weir.rule;

/** Adds where a field comes from to a rule's content. */
record OriginContent(ContentDigest digest) implements FieldOrigin.Cases<Void> {

    @Override
    public Void copied(FieldOrigin.Copied origin) {
        digest.add("COPIED");
        digest.add(origin.name());
        return null;
    }

    @Override
    public Void converted(FieldOrigin.Converted origin) {
        digest.add("CONVERTED");
        digest.add(origin.conversion().name());
        return origin.origin().match(this);
    }

    @Override
    public Void translated(FieldOrigin.Translated origin) {
        digest.add("TRANSLATED");
        digest.add(origin.name());
        digest.each(origin.values(), digest::add);
        return null;
    }

    @Override
    public Void constant(FieldOrigin.Constant origin) {
        digest.add("CONSTANT");
        digest.add(origin.text());
        return null;
    }

    @Override
    public Void joined(FieldOrigin.Joined origin) {
        digest.add("JOINED");
        digest.addAll(origin.parts());
        return null;
    }

    @Override
    public Void guarded(FieldOrigin.Guarded origin) {
        digest.add(origin.wanted() ? "WHEN" : "UNLESS");
        digest.add(origin.field());
        digest.addAll(origin.values());
        return origin.origin().match(this);
    }

    @Override
    public Void firstOf(FieldOrigin.FirstOf origin) {
        digest.add("FIRST");
        digest.each(origin.origins(), one -> one.match(this));
        return null;
    }
}

package io.weir.rule;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.function.Consumer;

/**
 * The hash of a rule that filters or pipelines changed. It is SHA-256 over the hash of the document and what the rule looks for now, so
 * that two meanings of a rule never share one; places in files don't count.
 */
public final class ContentHash implements Selection.Cases<Void>, Condition.Cases<Void>, SigmaValue.Cases<Void> {

    private final MessageDigest digest;

    private ContentHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** The rule with the hash of what it says now. */
    public static DetectionRule rehashed(DetectionRule rule) {
        var content = new ContentHash();
        content.header(rule.header());
        content.logSource(rule.logSource());
        content.detection(rule.detection());
        return new DetectionRule(rule.header().withHash(content.hex()), rule.logSource(), rule.detection());
    }

    private String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private void header(RuleHeader header) {
        add(header.hash());
        each(header.fields(), this::add);
    }

    private void logSource(LogSource source) {
        add(source.product());
        add(source.category());
        add(source.service());
    }

    private void detection(Detection detection) {
        each(detection.selections().entrySet(), selection -> {
            add(selection.getKey());
            selection.getValue().match(this);
        });
        each(detection.conditions(), condition -> condition.match(this));
    }

    @Override
    public Void allOf(Selection.AllOf selection) {
        add("ALL");
        each(selection.parts(), part -> part.match(this));
        return null;
    }

    @Override
    public Void anyOf(Selection.AnyOf selection) {
        add("ANY");
        each(selection.parts(), part -> part.match(this));
        return null;
    }

    @Override
    public Void test(Selection.Test selection) {
        var item = selection.item();
        add("TEST");
        add(item.field());
        each(item.modifiers(), modifier -> add(modifier.label()));
        each(item.values(), value -> value.match(this));
        return null;
    }

    @Override
    public Void named(Condition.Named condition) {
        add("NAMED");
        add(condition.selection());
        return null;
    }

    @Override
    public Void not(Condition.Not condition) {
        add("NOT");
        condition.operand().match(this);
        return null;
    }

    @Override
    public Void allOf(Condition.AllOf condition) {
        add("ALL");
        each(condition.operands(), operand -> operand.match(this));
        return null;
    }

    @Override
    public Void anyOf(Condition.AnyOf condition) {
        add("ANY");
        each(condition.operands(), operand -> operand.match(this));
        return null;
    }

    @Override
    public Void quantified(Condition.Quantified condition) {
        add(condition.quantifier().name());
        add(condition.pattern());
        return null;
    }

    @Override
    public Void text(SigmaValue.Text value) {
        add("TEXT");
        add(value.text());
        return null;
    }

    @Override
    public Void number(SigmaValue.Num value) {
        add("NUMBER");
        add(value.number().toString());
        return null;
    }

    @Override
    public Void bool(SigmaValue.Bool value) {
        add(value.value() ? "TRUE" : "FALSE");
        return null;
    }

    @Override
    public Void nothing(SigmaValue.Null value) {
        add("NULL");
        return null;
    }

    private <T> void each(Collection<? extends T> parts, Consumer<? super T> add) {
        add(parts.size());
        parts.forEach(add);
    }

    private void add(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        add(bytes.length);
        digest.update(bytes);
    }

    private void add(int number) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).flip());
    }
}

package io.weir.rule;

/**
 * The hash of a rule that filters or pipelines changed. It is over the hash of its document and what the rule means now, so that two
 * meanings of a rule never share one; places in files don't count.
 */
public final class ContentHash {

    private final ContentDigest digest = new ContentDigest();

    private ContentHash() {}

    /** The rule with the hash of what it means now. */
    public static DetectionRule rehashed(DetectionRule rule) {
        var content = new ContentHash();
        content.header(rule.header());
        content.logSource(rule.logSource());
        content.digest.each(rule.sources(), content::source);
        content.detection(rule.detection());
        return new DetectionRule(
                rule.header().withHash(content.digest.hex()), rule.logSource(), rule.sources(), rule.detection());
    }

    /** The rule with the hash of what it means now. */
    public static CorrelationRule rehashed(CorrelationRule rule) {
        var content = new ContentHash();
        content.header(rule.header());
        content.digest.addAll(rule.groupBy());
        content.digest.each(rule.aliases(), fields -> content.digest.each(fields, field -> content.digest.add(field)));
        content.digest.addAll(rule.condition().fields());
        return rule.with(rule.header().withHash(content.digest.hex()));
    }

    private void header(RuleHeader header) {
        digest.add(header.hash());
        digest.addAll(header.fields());
    }

    private void logSource(LogSource source) {
        digest.add(source.product());
        digest.add(source.category());
        digest.add(source.service());
    }

    private void source(EventSource source) {
        digest.addAll(source.channels().stream().sorted().toList());
        digest.addAll(source.providers().stream().sorted().toList());
        digest.addAll(source.eventIds().stream().sorted().map(String::valueOf).toList());
        digest.each(source.where(), digest::addAll);
        digest.each(source.fields(), origin -> origin.match(new OriginContent(digest)));
    }

    private void detection(Detection detection) {
        var content = new DetectionContent(digest);
        digest.each(detection.selections(), selection -> selection.match(content));
        digest.each(detection.conditions(), condition -> condition.match(content));
    }
}

package io.weir.pipeline;

/** {@code drop_detection_item}: what joins the item stands without it. */
public record DropItems() implements ItemTransformation {
    @Override
    public Node change(Item item, Step step) {
        return Node.NOTHING;
    }

    @Override
    public DetectionDraft apply(DetectionDraft rule, Step step) throws Unfit {
        var left = ItemTransformation.super.apply(rule, step);
        if (left.isEmpty()) {
            throw new Unfit(rule.preamble().header().position(), "nothing is left of what the rule looks for", "");
        }
        return left;
    }
}

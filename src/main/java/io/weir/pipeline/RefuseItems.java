package io.weir.pipeline;

/** {@code detection_item_failure}: the pipeline has nothing for such items. */
public record RefuseItems(String message) implements ItemTransformation {
    @Override
    public Node change(Item item, Step step) throws Unfit {
        throw new Unfit(item.position(), message, "");
    }
}

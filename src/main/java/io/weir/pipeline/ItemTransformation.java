package io.weir.pipeline;

/** A transformation of detection items, one by one. Of a correlation, which has none, it changes nothing. */
sealed interface ItemTransformation extends Transformation
        permits ChangeValues, DropItems, HashFields, ExtractFields, RefuseItems {

    /** What takes the place of an item that the conditions take; the very same item where it stays as it is. */
    Node change(Item item, Step step) throws Unfit;

    @Override
    default DetectionDraft apply(DetectionDraft rule, Step step) throws Unfit {
        return rule.map(item -> step.takes(item) ? change(item, step) : new Node.Leaf(item));
    }
}

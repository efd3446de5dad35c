package io.weir.pipeline;

/** One transformation on its way through one rule: which items and fields it takes, and what the run remembers. */
record Step(PipelineItem item, Run run) {

    String id() {
        return item.id();
    }

    /** Whether the conditions take the item, by what it is and by its field or those that it refers to. */
    boolean takes(Item one) throws Unfit {
        return item.items().holds(condition -> condition.holds(one, run))
                && item.fields().holds(condition -> condition.holds(one, run));
    }

    /** Whether the conditions take a field of that name, wherever it stands; the empty name stands for keywords. */
    boolean takes(String field) throws Unfit {
        return item.fields().holds(condition -> condition.holds(field, run));
    }
}

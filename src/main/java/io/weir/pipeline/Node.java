package io.weir.pipeline;

import io.weir.rule.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A selection while pipelines work on it. */
sealed interface Node {

    /** Of a selection, or of a part of one, nothing is left. */
    Node NOTHING = new Group(true, List.of());

    /** The items in it, in their order. */
    Stream<Item> items();

    /** The same with each item changed; what the change puts in the place of an item is not changed again. */
    Node map(Change change) throws Unfit;

    /** The selection as a rule says it, or none where nothing is left of it. */
    Optional<Selection> raised();

    /** What to put in the place of an item. */
    interface Change {
        Node apply(Item item) throws Unfit;
    }

    /** One item. */
    record Leaf(Item item) implements Node {
        @Override
        public Stream<Item> items() {
            return Stream.of(item);
        }

        @Override
        public Node map(Change change) throws Unfit {
            return change.apply(item);
        }

        @Override
        public Optional<Selection> raised() {
            return Optional.of(item.raised());
        }
    }

    /**
     * Several parts, of which some may be gone.
     *
     * @param all whether all must hold, or one
     */
    record Group(boolean all, List<Node> parts) implements Node {
        public Group {
            parts = List.copyOf(parts);
        }

        @Override
        public Stream<Item> items() {
            return parts.stream().flatMap(Node::items);
        }

        @Override
        public Node map(Change change) throws Unfit {
            var mapped = new ArrayList<Node>();
            for (var part : parts) {
                mapped.add(part.map(change));
            }
            return new Group(all, mapped);
        }

        @Override
        public Optional<Selection> raised() {
            var raised = new ArrayList<Selection>();
            for (var part : parts) {
                part.raised().ifPresent(raised::add);
            }
            if (raised.size() < 2) {
                return raised.stream().findFirst();
            }
            return Optional.of(all ? new Selection.AllOf(raised) : new Selection.AnyOf(raised));
        }
    }

    /** The selection of a rule. */
    static Node of(Selection selection) {
        return selection.match(new Selection.Cases<>() {
            @Override
            public Node allOf(Selection.AllOf group) {
                return new Group(true, group.parts().stream().map(Node::of).toList());
            }

            @Override
            public Node anyOf(Selection.AnyOf group) {
                return new Group(false, group.parts().stream().map(Node::of).toList());
            }

            @Override
            public Node test(Selection.Test test) {
                return new Leaf(Item.of(test.item()));
            }
        });
    }
}

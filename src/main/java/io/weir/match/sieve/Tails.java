package io.weir.match.sieve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the literals that a value begins with, or those that it ends with: a tree of them, walked from that end of the value for as long as it goes
 * on. Most rules ask how a path ends, and most paths leave the tree within a few bytes. Immutable.
 */
final class Tails {

    private static final int NOWHERE = -1;
    private static final int MIX = 0x9E3779B1;

    private final boolean fromEnd;

    /** Branches by node and byte, as a table with open places: the key plus one, and where it leads. */
    private final int[] keys;

    private final int[] leads;
    private final int shift;

    /** Of each node: the literals that are read there, and those that are if the value is, too. */
    private final int[][] anywhere;

    private final int[][] whole;

    /** What is told of the literals that are found. */
    interface Found {
        void literal(int number);
    }

    private Tails(boolean fromEnd, Tree tree) {
        this.fromEnd = fromEnd;
        int bits = Math.max(4, Integer.SIZE - Integer.numberOfLeadingZeros(2 * tree.branches.size()));
        this.keys = new int[1 << bits];
        this.leads = new int[1 << bits];
        this.shift = Integer.SIZE - bits;
        tree.branches.forEach(this::put);
        this.anywhere = tree.nodes.stream().map(node -> ints(node.anywhere())).toArray(int[][]::new);
        this.whole = tree.nodes.stream().map(node -> ints(node.whole())).toArray(int[][]::new);
    }

    /**
     * The tree of some literals.
     *
     * @param literals by number; those that are held to neither end, or to the other one only, are passed over
     * @param fromEnd whether values are read from their end
     */
    static Tails of(List<Literal> literals, boolean fromEnd) {
        var tree = new Tree();
        for (int number = 0; number < literals.size(); number++) {
            var literal = literals.get(number);
            boolean isWhole = literal.atStart() && literal.atEnd();
            if (isWhole ? !fromEnd : fromEnd ? literal.atEnd() : literal.atStart()) {
                var node = tree.node(literal.bytes(), fromEnd);
                (isWhole ? node.whole() : node.anywhere()).add(number);
            }
        }
        return new Tails(fromEnd, tree);
    }

    private record Node(int number, List<Integer> anywhere, List<Integer> whole) {}

    private static final class Tree {
        private final List<Node> nodes = new ArrayList<>();
        private final Map<Integer, Integer> branches = new HashMap<>();

        Tree() {
            add();
        }

        private Node add() {
            var node = new Node(nodes.size(), new ArrayList<>(0), new ArrayList<>(0));
            nodes.add(node);
            return node;
        }

        Node node(byte[] text, boolean fromEnd) {
            var node = nodes.get(0);
            for (int i = 0; i < text.length; i++) {
                byte one = text[fromEnd ? text.length - 1 - i : i];
                node = nodes.get(branches.computeIfAbsent(key(node.number(), one), key -> add().number()));
            }
            return node;
        }
    }

    private static int[] ints(List<Integer> numbers) {
        return numbers.stream().mapToInt(i -> i).toArray();
    }

    private static int key(int node, byte one) {
        return (node << Byte.SIZE) | (one & 0xFF);
    }

    private void put(int key, int lead) {
        int place = (key * MIX) >>> shift;
        while (keys[place] != 0) {
            place = (place + 1) & (keys.length - 1);
        }
        keys[place] = key + 1;
        leads[place] = lead;
    }

    private int lead(int key) {
        int place = (key * MIX) >>> shift;
        while (keys[place] != key + 1) {
            if (keys[place] == 0) {
                return NOWHERE;
            }
            place = (place + 1) & (keys.length - 1);
        }
        return leads[place];
    }

    boolean isEmpty() {
        return anywhere.length == 1 && whole[0].length == 0;
    }

    /** Tells of the literals that the text begins or ends with; returns how far it was read. */
    int find(FoldedText text, Found found) {
        byte[] bytes = text.bytes();
        int length = text.length();
        int node = 0;
        for (int i = 0; i < length; i++) {
            node = lead(key(node, bytes[fromEnd ? length - 1 - i : i]));
            if (node == NOWHERE) {
                return i;
            }
            tell(anywhere[node], found);
        }
        tell(whole[node], found);
        return length;
    }

    private static void tell(int[] literals, Found found) {
        for (int literal : literals) {
            found.literal(literal);
        }
    }
}

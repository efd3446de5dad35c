package io.weir.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** {@link SortedTexts} is the map that a tree would be. */
class SortedTextsTest {

    private static final int MAPS = 2_000;
    private static final int NAMES = 12;

    @Test
    void isWhatATreeIs() {
        var random = new Random(3);
        for (int i = 0; i < MAPS; i++) {
            var tree = tree(random);
            var texts = SortedTexts.of(new HashMap<>(tree));
            assertThat(texts).isEqualTo(tree).hasSameHashCodeAs(tree).isEqualTo(SortedTexts.of(tree));
            assertThat(tree).isEqualTo(texts);
            assertThat(List.copyOf(texts.entrySet())).isEqualTo(List.copyOf(tree.entrySet()));
            for (int name = 0; name < NAMES; name++) {
                assertThat(texts.get("n" + name)).isEqualTo(tree.get("n" + name));
                assertThat(texts.containsKey("n" + name)).isEqualTo(tree.containsKey("n" + name));
            }
            var told = new StringBuilder();
            texts.forEach((name, text) -> told.append(name).append(text));
            var expected = new StringBuilder();
            tree.forEach((name, text) -> expected.append(name).append(text));
            assertThat(told).hasToString(expected.toString());
            assertThat(texts.equals(SortedTexts.of(tree(random))))
                    .as("equal to another one")
                    .isFalse();
        }
    }

    /** No two are the same: one text is drawn from far more than there are maps. */
    private static Map<String, String> tree(Random random) {
        var tree = new TreeMap<String, String>();
        for (int left = random.nextInt(NAMES); left > 0; left--) {
            tree.put("n" + random.nextInt(NAMES), "t" + random.nextInt(3));
        }
        tree.put("n", Long.toString(random.nextLong()));
        return tree;
    }

    @Test
    void namesThatDoNotRiseAreRefused() {
        assertThatThrownBy(() -> SortedTexts.ofSorted(new String[] {"b", "1", "a", "2"}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("names must rise");
        assertThatThrownBy(() -> SortedTexts.ofSorted(new String[] {"a", "1", "a", "2"}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void asItIsItIsNotCopied() {
        var texts = SortedTexts.ofSorted(new String[] {"a", "1", "b", "2"});
        assertThat(SortedTexts.of(texts)).isSameAs(texts);
        assertThat(texts).containsExactly(Map.entry("a", "1"), Map.entry("b", "2"));
    }
}

package io.weir.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Base64TextTest {

    @Test
    void findsBytesWhereverTheyStandInAnEncodedText() {
        var random = new Random(9);
        for (int round = 0; round < 2_000; round++) {
            byte[] needle = bytes(random, 3 + random.nextInt(9));
            byte[] before = bytes(random, random.nextInt(7));
            byte[] after = bytes(random, random.nextInt(7));
            var encoded = Base64.getEncoder().encodeToString(joined(before, needle, after));
            assertThat(Base64Text.anywhere(needle).get(before.length % 3).plain())
                    .as("%s in %s", Arrays.toString(needle), encoded)
                    .isSubstringOf(encoded);
        }
    }

    @Test
    void leavesOutWhatWouldBeFoundEverywhere() {
        assertThat(Base64Text.anywhere("a".getBytes(StandardCharsets.UTF_8)))
                .extracting(PatternText::plain)
                .containsExactly("Y", "h");
        assertThat(Base64Text.anywhere(new byte[0])).isEmpty();
    }

    private static byte[] bytes(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] joined(byte[]... parts) {
        var joined = new java.io.ByteArrayOutputStream();
        Arrays.stream(parts).forEach(joined::writeBytes);
        return joined.toByteArray();
    }
}

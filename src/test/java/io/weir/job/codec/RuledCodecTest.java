package io.weir.job.codec;

import io.weir.correlate.GroupMatch;
import io.weir.incident.IncidentMember;
import io.weir.job.rules.Ruled;
import io.weir.match.MatchedEvent;
import java.nio.ByteBuffer;
import java.util.Base64;
import org.junit.jupiter.api.Nested;

/** The laws, for what goes from one operator to the next with the version of its rules. */
class RuledCodecTest {

    @Nested
    class Events extends Law<MatchedEvent> {
        Events() {
            super(new RuledMatchedEventCodec(), new MatchCodecTest().new MatchedEvents());
        }
    }

    @Nested
    class Matches extends Law<GroupMatch> {
        Matches() {
            super(new RuledGroupMatchCodec(), new CorrelationCodecTest().new GroupMatches());
        }
    }

    @Nested
    class Members extends Law<IncidentMember> {
        Members() {
            super(new RuledIncidentMemberCodec(), new IncidentCodecTest().new Members());
        }
    }

    /** The version of the rules is eight bytes before the element, which has golden bytes of its own. */
    abstract static class Law<T> extends CodecLaws<Ruled<T>> {

        private static final long RULES = 0x1122_3344_5566_7788L;

        private final Codec<Ruled<T>> codec;
        private final CodecLaws<T> element;

        Law(Codec<Ruled<T>> codec, CodecLaws<T> element) {
            this.codec = codec;
            this.element = element;
        }

        @Override
        protected Codec<Ruled<T>> codec() {
            return codec;
        }

        @Override
        @SuppressWarnings("unchecked") // A class of a generic type has no other name.
        protected Class<Ruled<T>> type() {
            return (Class<Ruled<T>>) (Class<?>) Ruled.class;
        }

        @Override
        protected Ruled<T> random(RandomValues random) {
            return new Ruled<>(random.number(), element.random(random));
        }

        @Override
        protected Ruled<T> golden() {
            return new Ruled<>(RULES, element.golden());
        }

        @Override
        protected String goldenBytesOfVersion1() {
            var bytes = Base64.getDecoder().decode(element.goldenBytes());
            var all = ByteBuffer.allocate(1 + Long.BYTES + bytes.length);
            return Base64.getEncoder()
                    .encodeToString(all.put((byte) 1).putLong(RULES).put(bytes).array());
        }
    }
}

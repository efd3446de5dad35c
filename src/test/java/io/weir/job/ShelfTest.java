package io.weir.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShelfTest {

    private static final byte[] RECORD = {1};

    @Test
    void keepsItsRecordAsLongAsNothingChanges() {
        var shelf = Shelf.small(1, RECORD);

        shelf.fold(shelf.record());

        assertThat(shelf.isFolded()).isTrue();
        assertThat(shelf.unfolded()).isSameAs(RECORD);
        assertThat(shelf.isFolded()).isFalse();
        assertThat(shelf.isAsRecorded()).isTrue();
    }

    @Test
    void isToBePackedAgainOnceSomethingHasChanged() {
        var changed = Shelf.small(1, RECORD);
        var spread = Shelf.small(1, RECORD);

        changed.change();
        spread.spread();

        assertThat(changed.isAsRecorded()).isFalse();
        assertThat(spread.isAsRecorded()).isFalse();
        assertThat(Shelf.small(1).isAsRecorded()).isFalse();
    }
}

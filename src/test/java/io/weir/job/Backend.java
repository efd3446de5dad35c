package io.weir.job;

import io.weir.alert.AlertChange;
import java.nio.file.Path;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.state.rocksdb.RocksDBOptions;

/** Where Flink keeps state. */
enum Backend {
    HEAP,
    ROCKSDB,
    /** On the heap, and nothing stays at hand from one element to the next: all is written at once. */
    CROWDED,
    /** The same, and no key has its entries in one record. */
    SPREAD,
    /** The same, and many a key has them so at first and outgrows it. */
    GROWING,
    /** The same, and a key that alone has much has it at hand in part, and knows what the storage has. */
    COUNTED,
    /** On the heap, where all stays at hand, and many a key outgrows its record while it is there. */
    OUTGROWING;

    private static final int NEVER = Integer.MAX_VALUE;

    /** RocksDB as a cluster has it ({@code flink-conf/config.yaml}), in that folder. */
    static StateBackend rocksDb(Path folder) {
        var configuration = GlobalConfiguration.loadConfiguration("flink-conf");
        configuration.set(RocksDBOptions.FIX_PER_SLOT_MEMORY_SIZE, MemorySize.ofMebiBytes(256));
        var backend = new EmbeddedRocksDBStateBackend(true).configure(configuration, Backend.class.getClassLoader());
        backend.setDbStoragePath(folder.toString());
        return backend;
    }

    /** An operator that keeps its state there. */
    <T> WriteBehindOperator<T, AlertChange> operator(WriteBehind<T, AlertChange> function) {
        return switch (this) {
            case HEAP, ROCKSDB -> new WriteBehindOperator<>(function);
            case CROWDED -> new WriteBehindOperator<>(function, new AtHand.Bounds(0, 8 << 10, NEVER));
            case SPREAD -> new WriteBehindOperator<>(function, new AtHand.Bounds(0, 0, NEVER));
            case GROWING -> new WriteBehindOperator<>(function, new AtHand.Bounds(0, 1_500, NEVER));
            case COUNTED -> new WriteBehindOperator<>(function, new AtHand.Bounds(20_000, 1_500, 3));
            case OUTGROWING -> new WriteBehindOperator<>(function, new AtHand.Bounds(16 << 20, 1_500, NEVER));
        };
    }

    StateBackend start() {
        return switch (this) {
            case HEAP, CROWDED, SPREAD, GROWING, COUNTED, OUTGROWING -> new HashMapStateBackend();
            case ROCKSDB -> new EmbeddedRocksDBStateBackend();
        };
    }
}

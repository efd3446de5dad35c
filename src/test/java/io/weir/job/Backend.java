package io.weir.job;

import java.nio.file.Path;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.state.rocksdb.RocksDBConfigurableOptions;

/** Where Flink keeps state. */
enum Backend {
    HEAP,
    ROCKSDB;

    /** RocksDB as a cluster has it ({@code flink-conf/config.yaml}), in that folder. */
    static StateBackend rocksDb(Path folder) {
        var backend = new EmbeddedRocksDBStateBackend(true)
                .configure(
                        new Configuration().set(RocksDBConfigurableOptions.USE_BLOOM_FILTER, true),
                        Backend.class.getClassLoader());
        backend.setDbStoragePath(folder.toString());
        backend.getMemoryConfiguration().setFixedMemoryPerSlot("256mb");
        return backend;
    }

    StateBackend start() {
        return switch (this) {
            case HEAP -> new HashMapStateBackend();
            case ROCKSDB -> new EmbeddedRocksDBStateBackend();
        };
    }
}

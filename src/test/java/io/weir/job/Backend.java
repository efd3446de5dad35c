package io.weir.job;

import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;

/** Where Flink keeps state. */
enum Backend {
    HEAP,
    ROCKSDB;

    StateBackend start() {
        return switch (this) {
            case HEAP -> new HashMapStateBackend();
            case ROCKSDB -> new EmbeddedRocksDBStateBackend();
        };
    }
}

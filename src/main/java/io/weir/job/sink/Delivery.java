package io.weir.job.sink;

import org.apache.flink.connector.base.DeliveryGuarantee;

/** What a topic's readers may rely on. */
public enum Delivery {
    /** Those that read committed records see each change once, as late as the checkpoint interval. */
    EXACTLY_ONCE,
    /** Readers see each change at once, after a failure some of them again; alert ids make that harmless. */
    AT_LEAST_ONCE;

    DeliveryGuarantee guarantee() {
        return switch (this) {
            case EXACTLY_ONCE -> DeliveryGuarantee.EXACTLY_ONCE;
            case AT_LEAST_ONCE -> DeliveryGuarantee.AT_LEAST_ONCE;
        };
    }
}

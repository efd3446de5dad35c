/** What sources and sinks share of Kafka: how to reach a cluster. */
@NullMarked
package io.weir.job.kafka;

import org.jspecify.annotations.NullMarked;

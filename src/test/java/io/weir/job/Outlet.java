package io.weir.job;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.event.WatermarkEvent;
import org.apache.flink.streaming.api.operators.Output;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.LatencyMarker;
import org.apache.flink.streaming.runtime.streamrecord.RecordAttributes;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.util.OutputTag;

/** Keeps what leaves an operator until it is taken. */
final class Outlet<T> implements Output<StreamRecord<T>> {

    private final List<T> main = new ArrayList<>();
    private final Map<OutputTag<?>, List<Object>> side = new HashMap<>();

    @Override
    public void collect(StreamRecord<T> record) {
        main.add(record.getValue());
    }

    @Override
    public <X> void collect(OutputTag<X> tag, StreamRecord<X> record) {
        side.computeIfAbsent(tag, key -> new ArrayList<>()).add(record.getValue());
    }

    void forget() {
        main.clear();
        side.clear();
    }

    List<T> take() {
        var taken = List.copyOf(main);
        main.clear();
        return taken;
    }

    @SuppressWarnings("unchecked") // What was collected under the tag is of its type.
    <X> List<X> take(OutputTag<X> tag) {
        var taken = side.remove(tag);
        return taken == null ? List.of() : (List<X>) taken;
    }

    @Override
    public void emitWatermark(Watermark mark) {}

    @Override
    public void emitWatermarkStatus(WatermarkStatus status) {}

    @Override
    public void emitLatencyMarker(LatencyMarker marker) {}

    @Override
    public void emitRecordAttributes(RecordAttributes attributes) {}

    @Override
    public void emitWatermark(WatermarkEvent mark) {}

    @Override
    public void close() {}
}

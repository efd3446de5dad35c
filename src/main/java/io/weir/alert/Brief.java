package io.weir.alert;

import io.weir.event.ShownText;
import io.weir.match.MatchedField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much a brief alert shows. Whoever writes telemetry decides how long its values are and how many patterns they fit, and a record that no topic takes would
 * stop the job at it again and again.
 *
 * @param text UTF-16 units of each text
 * @param reasons for each event and rule
 * @param lineages the first ones
 */
record Brief(int text, int reasons, int lineages) {

    /** No alert is briefer, however long it still is. */
    static final Brief BRIEFEST = new Brief(16, 1, 1);

    /** From the longest to the shortest; the first that is short enough is told. */
    static final List<Brief> EVER_BRIEFER =
            List.of(new Brief(2_048, 64, 100), new Brief(512, 16, 100), new Brief(128, 4, 25), BRIEFEST);

    /** The alert as brief as that; which one it is, is told whole. */
    Alert of(Alert alert) {
        return new Alert(
                alert.id(),
                alert.rule(),
                cut(alert.host()),
                alert.first(),
                alert.last(),
                cut(alert.group()),
                alert.measured(),
                alert.events().stream()
                        .map(event -> new AlertEvent(event.id(), event.time(), cut(event.fields())))
                        .toList(),
                alert.lineage().stream().limit(lineages).map(this::cut).toList(),
                first(alert.matched()));
    }

    private String cut(String value) {
        return ShownText.of(value, text);
    }

    private Map<String, String> cut(Map<String, String> values) {
        var cut = new TreeMap<String, String>();
        values.forEach((name, value) -> cut.put(name, cut(value)));
        return cut;
    }

    private Lineage cut(Lineage lineage) {
        return new Lineage(
                lineage.process(), lineage.chain().stream().map(this::cut).toList(), lineage.end());
    }

    private Lineage.Ancestor cut(Lineage.Ancestor ancestor) {
        return new Lineage.Ancestor(
                ancestor.process(),
                cut(ancestor.pid()),
                cut(ancestor.image()),
                cut(ancestor.commandLine()),
                cut(ancestor.user()),
                ancestor.started());
    }

    private List<AlertReason> first(List<AlertReason> all) {
        var counts = new HashMap<List<String>, Integer>();
        var first = new ArrayList<AlertReason>();
        for (var reason : all) {
            if (counts.merge(List.of(reason.event(), reason.rule()), 1, Integer::sum) <= reasons) {
                first.add(new AlertReason(reason.event(), reason.rule(), cut(reason.title()), cut(reason.matched())));
            }
        }
        return first;
    }

    private MatchedField cut(MatchedField matched) {
        return new MatchedField(
                matched.selection(),
                matched.field(),
                matched.modifiers(),
                cut(matched.pattern()),
                cut(matched.value()));
    }
}

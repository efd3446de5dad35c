package io.weir.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.correlate.Shortfall;
import java.util.List;

/** What a group lacked, as JSON. Times are microseconds. */
record ShortfallJson(ObjectMapper json) implements Shortfall.Cases<ObjectNode> {

    private ObjectNode lack(String name) {
        return json.createObjectNode().put("lack", name);
    }

    private static ObjectNode texts(ObjectNode object, String name, List<String> texts) {
        var array = object.putArray(name);
        texts.forEach(array::add);
        return object;
    }

    @Override
    public ObjectNode missing(Shortfall.Missing shortfall) {
        return texts(texts(lack("missing"), "there", shortfall.there()), "missing", shortfall.missing());
    }

    @Override
    public ObjectNode tooLong(Shortfall.TooLong shortfall) {
        return lack("too_long").put("micros", shortfall.micros()).put("over", shortfall.over());
    }

    @Override
    public ObjectNode wrongOrder(Shortfall.WrongOrder shortfall) {
        return lack("wrong_order")
                .put("first", shortfall.first())
                .put("then", shortfall.then())
                .put("micros", shortfall.micros());
    }

    @Override
    public ObjectNode unwanted(Shortfall.Unwanted shortfall) {
        return lack("unwanted").put("rule", shortfall.rule());
    }

    @Override
    public ObjectNode amount(Shortfall.Amount shortfall) {
        return texts(
                lack("amount")
                        .put("measured", shortfall.measured())
                        .put("of", shortfall.of())
                        .put("window_events", shortfall.events()),
                "wanted",
                shortfall.wanted());
    }
}

package io.weir.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.match.Part;
import java.util.List;
import java.util.Locale;

/** A rule's condition, part by part, as JSON. */
record PartJson(ObjectMapper json) implements Part.Cases<ObjectNode> {

    @Override
    public ObjectNode joined(Part.Joined part) {
        var object = json.createObjectNode();
        object.put("holds", part.holds());
        object.put("name", part.name());
        var parts = object.putArray(part.join().name().toLowerCase(Locale.ROOT));
        part.parts().forEach(one -> parts.add(one.match(this)));
        return object;
    }

    @Override
    public ObjectNode negated(Part.Negated part) {
        var object = json.createObjectNode();
        object.put("holds", part.holds());
        object.set("not", part.part().match(this));
        return object;
    }

    @Override
    public ObjectNode test(Part.Test test) {
        var object = json.createObjectNode();
        object.put("holds", test.holds());
        object.put("selection", test.sought().selection());
        object.put("field", test.sought().field());
        object.put("modifiers", test.sought().modifiers());
        object.put("found", test.found().name().toLowerCase(Locale.ROOT));
        texts(object, "values", test.values());
        texts(object, "patterns", test.sought().patterns());
        texts(object, "fitting", test.fitting());
        return object;
    }

    private static void texts(ObjectNode object, String name, List<String> texts) {
        var array = object.putArray(name);
        texts.forEach(array::add);
    }
}

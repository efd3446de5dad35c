package io.weir.check;

import io.weir.parse.RuleFile;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;

/** The pipelines that Weir brings along, by their names; as a list of them, what an option's help text shows. */
public final class BundledPipelines implements Iterable<String> {

    /** All of their names. */
    public static final List<String> NAMES = List.of("windows-audit");

    @Override
    public Iterator<String> iterator() {
        return NAMES.iterator();
    }

    /** The pipeline of one of the {@link #NAMES}. */
    static RuleFile read(String name) throws IOException {
        var resource = "/pipelines/" + name + ".yml";
        try (var in = BundledPipelines.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            return new RuleFile(name, in.readAllBytes());
        }
    }
}

package io.weir.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.correlate.Inquest;
import io.weir.correlate.KeptOut;
import io.weir.correlate.Sighting;
import io.weir.event.Stamp;
import io.weir.match.MatchInquest;
import io.weir.match.RuleSet;
import java.io.UncheckedIOException;
import java.util.Locale;

/** Findings as one JSON object. */
final class JsonWhyPrinter implements WhyPrinter {

    private final ShortfallText words;
    private final ObjectMapper json = new ObjectMapper();

    JsonWhyPrinter(RuleSet rules) {
        this.words = new ShortfallText(rules);
    }

    @Override
    public String print(Finding finding) {
        try {
            return json.writeValueAsString(object(finding));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode object(Finding finding) {
        var object = json.createObjectNode();
        var header = finding.rule().header();
        object.putObject("rule").put("id", header.id()).put("title", header.title());
        object.put("matches", finding.matches());
        finding.match(new Finding.Cases<ObjectNode>() {
            @Override
            public ObjectNode detection(Finding.OfDetection detection) {
                return write(detection.verdict(), object);
            }

            @Override
            public ObjectNode correlation(Finding.OfCorrelation correlation) {
                return write(correlation, object);
            }
        });
        return object;
    }

    private ObjectNode write(MatchInquest.Verdict verdict, ObjectNode object) {
        object.put("matched", verdict.matches());
        object.put("of_log_source", verdict.examined());
        object.put("of_others", verdict.others());
        verdict.elsewhere().forEach(object.putObject("others")::put);
        var events = object.putArray("events");
        verdict.matched().forEach(seen -> events.add(event(seen)));
        verdict.nearest().forEach(seen -> events.add(event(seen)));
        return object;
    }

    private ObjectNode event(MatchInquest.Seen seen) {
        var object = json.createObjectNode();
        object.put("place", seen.place());
        time(object, seen.event().time());
        object.put("host", seen.event().host().name());
        object.put("matches", seen.explanation().matches());
        object.put("distance", seen.explanation().whole().distance());
        object.set("condition", seen.explanation().whole().match(new PartJson(json)));
        return object;
    }

    private static void time(ObjectNode object, Stamp time) {
        object.put("time", time.isKnown() ? time.iso() : null);
    }

    private ObjectNode write(Finding.OfCorrelation finding, ObjectNode object) {
        var verdict = finding.verdict();
        object.put("silent", finding.silent());
        var alerts = object.putArray("alerts");
        verdict.alerts().keySet().forEach(alerts::add);
        verdict.matched().forEach(object.putObject("matched")::put);
        var attempts = object.putArray("attempts");
        verdict.attempts().forEach(attempt -> attempts.add(attempt(attempt)));
        var keptOut = object.putArray("kept_out");
        verdict.keptOut().forEach(kept -> keptOut.add(keptOut(kept)));
        var below = object.putArray("below");
        finding.below().forEach(one -> below.add(object(one)));
        return object;
    }

    private ObjectNode attempt(Inquest.Attempt attempt) {
        var object = json.createObjectNode();
        attempt.group().forEach(object.putObject("group")::put);
        object.put("nearness", attempt.shortfall().nearness());
        object.setAll(attempt.shortfall().match(new ShortfallJson(json)));
        object.put("text", attempt.shortfall().match(words));
        var events = object.putArray("events");
        attempt.sightings().forEach(sighting -> events.add(sighting(sighting)));
        return object;
    }

    private ObjectNode sighting(Sighting sighting) {
        var object = json.createObjectNode();
        time(object, sighting.time());
        object.put("host", sighting.host());
        object.put("process", sighting.process());
        ArrayNode matched = object.putArray("rules");
        sighting.rules().forEach(matched::add);
        return object;
    }

    private JsonNode keptOut(KeptOut kept) {
        var object = json.createObjectNode();
        object.put("reason", kept.reason().name().toLowerCase(Locale.ROOT));
        object.put("rule", kept.rule());
        object.put("detail", kept.detail());
        object.put("events", kept.events());
        object.put("micros", kept.micros());
        object.put("text", words.keptOut(kept));
        var examples = object.putArray("examples");
        kept.examples().forEach(example -> examples.add(sighting(example)));
        return object;
    }
}

package io.weir.check;

import io.weir.rule.DetectionRule;
import io.weir.rule.ProblemCode;
import io.weir.rule.SigmaValue;
import java.util.Map;

/** Categories instead of services with event ids, where there is one (Sigma taxonomy appendix; pySigma's check of the same). */
final class LogSourceCheck implements RuleCheck {

    private static final Map<String, Map<String, String>> CATEGORIES = Map.of(
            "sysmon",
            Map.ofEntries(
                    Map.entry("1", "process_creation"),
                    Map.entry("2", "file_change"),
                    Map.entry("3", "network_connection"),
                    Map.entry("4", "sysmon_status"),
                    Map.entry("5", "process_termination"),
                    Map.entry("6", "driver_load"),
                    Map.entry("7", "image_load"),
                    Map.entry("8", "create_remote_thread"),
                    Map.entry("9", "raw_access_thread"),
                    Map.entry("10", "process_access"),
                    Map.entry("11", "file_event"),
                    Map.entry("12", "registry_event"),
                    Map.entry("13", "registry_set"),
                    Map.entry("14", "registry_rename"),
                    Map.entry("15", "create_stream_hash"),
                    Map.entry("16", "sysmon_status"),
                    Map.entry("17", "pipe_created"),
                    Map.entry("18", "pipe_created"),
                    Map.entry("19", "wmi_event"),
                    Map.entry("20", "wmi_event"),
                    Map.entry("21", "wmi_event"),
                    Map.entry("22", "dns_query"),
                    Map.entry("23", "file_delete"),
                    Map.entry("24", "clipboard_change"),
                    Map.entry("25", "process_tampering"),
                    Map.entry("26", "file_delete_detected"),
                    Map.entry("27", "file_block_executable"),
                    Map.entry("28", "file_block_shredding"),
                    Map.entry("29", "file_executable_detected"),
                    Map.entry("255", "sysmon_error")),
            "security",
            Map.of("4688", "process_creation"));

    private static final String EVENT_ID = "EventID";

    @Override
    public void check(LintedRule rule, Findings findings) {
        rule.detection().ifPresent(detection -> check(rule, detection, findings));
    }

    private static void check(LintedRule rule, DetectionRule detection, Findings findings) {
        var categories = CATEGORIES.getOrDefault(detection.logSource().service(), Map.of());
        if (!detection.logSource().category().isEmpty() || categories.isEmpty()) {
            return;
        }
        if (detection.logSource().service().equals("sysmon")
                && rule.items().stream().noneMatch(item -> item.field().equals(EVENT_ID))) {
            findings.add(
                    rule,
                    ProblemCode.SYSMON_WITHOUT_EVENT_ID,
                    detection.logSource().position(),
                    "all events of Sysmon, whatever their id",
                    "a category, or EventID",
                    "");
        }
        rule.items().stream()
                .filter(item ->
                        item.field().equals(EVENT_ID) && item.modifiers().isEmpty())
                .flatMap(item -> item.values().stream())
                .forEach(value -> report(rule, detection, value, categories, findings));
    }

    private static void report(
            LintedRule rule,
            DetectionRule detection,
            SigmaValue value,
            Map<String, String> categories,
            Findings found) {
        var category = value instanceof SigmaValue.Num number
                ? categories.getOrDefault(number.number().toPlainString(), "")
                : "";
        if (!category.isEmpty()) {
            var id = ((SigmaValue.Num) value).number().toPlainString();
            found.add(
                    rule,
                    ProblemCode.SPECIFIC_LOG_SOURCE,
                    value.position(),
                    "event " + id + " of the service " + detection.logSource().service(),
                    "the category that means it, which other telemetry may have, too",
                    "write category: " + category + ", and no EventID");
        }
    }
}

package io.weir.alert;

import io.weir.match.MatchedField;

/**
 * Why a rule matched an event of an alert.
 *
 * @param event the event's id
 * @param rule the id of the detection rule that matched it
 * @param title that rule's title
 * @param matched which selection, field and pattern fitted which value
 */
public record AlertReason(String event, String rule, String title, MatchedField matched) {}

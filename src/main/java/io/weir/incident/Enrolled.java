package io.weir.incident;

/**
 * An alert of a host, in state.
 *
 * @param incident the number of the incident that it is part of
 */
public record Enrolled(long incident, IncidentMember member) {}

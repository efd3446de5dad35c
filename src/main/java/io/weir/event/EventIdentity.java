package io.weir.event;

/**
 * Which event this is (design, "Identity").
 *
 * @param id 32 hexadecimal digits: a hash of channel, provider, event id, computer, record number and raw system time where an event
 *     has all six, else of its bytes; the same for every copy of one event
 * @param contentHash 32 hexadecimal digits: a hash of its bytes; of two copies the one with the smaller hash counts
 */
public record EventIdentity(String id, String contentHash) {}

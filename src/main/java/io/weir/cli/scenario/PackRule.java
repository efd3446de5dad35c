package io.weir.cli.scenario;

/** The rules of the pack in {@code rules/} that the scenario has something for. */
public enum PackRule {
    LOLBIN_EXECUTION("e436b622-8e1a-47f3-b4d3-2a9bcde8bf38"),
    LOLBIN_CONNECTION("5e00796a-0a14-4b05-a37b-ba33f15951e0"),
    IEXPRESS_PACKAGE("c2b478fc-09bf-40b2-8768-ab3ec8d61c9a"),
    LOLBIN_THEN_CONNECTION("46bccd09-da99-450c-907a-bfe384f88b61"),
    LOLBIN_CHILD_CONNECTION("a6bb5e7e-6e6c-4157-9058-164840a41800"),
    PAYLOAD_BROUGHT_IN("728c6ff9-8f0f-4d8e-86ba-2d5f3fb99d4c"),
    PAYLOAD_CONNECTION("13487b02-c0b1-4842-a73d-a3e13e508110"),
    PERSISTENCE_SET_UP("8f103376-0667-4bea-a926-382cfc364038"),
    OTHER_HOST_REACHED("a0f9c9d3-fed6-4607-8b5b-7e80ef8398d6"),
    FOOTHOLD_PERSISTENCE("92bb41c7-1a7f-43dd-bf1f-a4fa91f8d3b2"),
    FOOTHOLD_LATERAL_MOVEMENT("88d4fe8d-f7fb-4bfc-9833-2519d828f381"),
    ATTACK_CHAIN("abd655ff-a65b-4d69-87c7-5beadc4c3b00");

    private final String id;

    PackRule(String id) {
        this.id = id;
    }

    /** The rule's id, as its file states it. */
    public String id() {
        return id;
    }
}

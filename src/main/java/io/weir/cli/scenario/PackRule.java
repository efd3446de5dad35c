package io.weir.cli.scenario;

/** The rules of the pack in {@code rules/} that the scenario has something for. */
public enum PackRule {
    LOLBIN_EXECUTION("e436b622-8e1a-47f3-b4d3-2a9bcde8bf38"),
    LOLBIN_CONNECTION("5e00796a-0a14-4b05-a37b-ba33f15951e0"),
    IEXPRESS_PACKAGE("c2b478fc-09bf-40b2-8768-ab3ec8d61c9a"),
    LOLBIN_THEN_CONNECTION("46bccd09-da99-450c-907a-bfe384f88b61"),
    LOLBIN_CHILD_CONNECTION("a6bb5e7e-6e6c-4157-9058-164840a41800");

    private final String id;

    PackRule(String id) {
        this.id = id;
    }

    /** The rule's id, as its file states it. */
    public String id() {
        return id;
    }
}

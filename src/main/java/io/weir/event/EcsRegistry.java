package io.weir.event;

/** Registry values that a module made plain numbers, written again as Sysmon writes them. */
final class EcsRegistry {

    private EcsRegistry() {}

    /** What the event's {@code Details} were: {@code DWORD (0x00000001)} of {@code SZ_DWORD} 1; all other types are texts as they were. */
    static String details(String value, String type) {
        var number = WholeNumber.of(value);
        if (number < 0) {
            return value;
        }
        return switch (type) {
            case "SZ_DWORD", "REG_DWORD" -> "DWORD (0x%08x)".formatted(number);
            case "SZ_QWORD", "REG_QWORD" -> "QWORD (0x%08x-0x%08x)".formatted(number >>> 32, number & 0xFFFF_FFFFL);
            default -> value;
        };
    }
}

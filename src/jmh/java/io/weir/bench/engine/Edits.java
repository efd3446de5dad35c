package io.weir.bench.engine;

import java.util.List;
import java.util.Random;
import java.util.Set;

/** Events that are hard for a matcher, made of others with a seed. */
final class Edits {

    private static final long SEED = 11;

    /** What a long command line of an attacker may hold: Windows takes no more than 32,767 characters, and most shells 8,191. */
    private static final int HOSTILE = 8_000;

    private static final Set<String> COMMAND_LINES = Set.of("CommandLine", "ParentCommandLine");
    private static final Set<String> PATHS =
            Set.of("Image", "ParentImage", "NewProcessName", "CurrentDirectory", "User");

    private static final List<String> NAMES = List.of(
            "Пользователь", "用户", "Jürgen Großmann", "ユーザー名", "Χρήστης", "İstanbul", "사용자", "ſtraße", "مستخدم", "😀");

    private Edits() {}

    /** Each command line is another than all others. */
    static Edit newCommandLines() {
        var random = new Random(SEED);
        return (key, text) -> COMMAND_LINES.contains(key) ? text + arguments(random) : text;
    }

    private static String arguments(Random random) {
        return " --id {%08x-%04x} -path \"C:\\Users\\%s\\AppData\\Local\\Temp\\%s.tmp\" %d"
                .formatted(
                        random.nextInt(), random.nextInt(1 << 16), word(random), word(random), random.nextInt(1 << 20));
    }

    private static String word(Random random) {
        var word = new StringBuilder();
        for (int i = 3 + random.nextInt(6); i > 0; i--) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        return word.toString();
    }

    /** Command lines, paths and users have names in them that are not ASCII, each with a number. */
    static Edit beyondAscii() {
        var random = new Random(SEED);
        return (key, text) -> {
            if (!COMMAND_LINES.contains(key) && !PATHS.contains(key)) {
                return text;
            }
            var name = NAMES.get(random.nextInt(NAMES.size())) + random.nextInt(1 << 16);
            int end = text.lastIndexOf('\\');
            return end < 0 ? text + ' ' + name : text.substring(0, end) + '\\' + name + text.substring(end);
        };
    }

    /** Script blocks of so many characters, of those words. */
    static Edit scriptBlocks(int length, List<String> words) {
        var random = new Random(SEED);
        return (key, text) -> key.equals("ScriptBlockText") ? script(length, words, random) : text;
    }

    private static String script(int length, List<String> words, Random random) {
        var script = new StringBuilder(length + 100);
        while (script.length() < length) {
            script.append(words.get(random.nextInt(words.size()))).append(random.nextInt(9) == 0 ? "\r\n" : " ");
        }
        script.setLength(length);
        return script.toString();
    }

    /** Command lines of what rules look for there, each without its last character: all grams are there, and few whole literals. */
    static Edit hostile(List<String> literals) {
        var random = new Random(SEED);
        return (key, text) -> key.equals("CommandLine") ? temptation(literals, random) : text;
    }

    private static String temptation(List<String> literals, Random random) {
        var line = new StringBuilder();
        while (line.length() < HOSTILE) {
            var literal = literals.get(random.nextInt(literals.size()));
            line.append(literal, 0, literal.length() - 1);
        }
        return line.toString();
    }
}

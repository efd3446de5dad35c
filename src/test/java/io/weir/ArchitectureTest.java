package io.weir;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may import whom: the table of rooms, kept by a test. */
class ArchitectureTest {

    private static final JavaClasses WEIR = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.weir");

    private static final String JACKSON = "com.fasterxml.jackson..";

    /** The rooms from the bottom up, each with the rooms and the libraries that it may import beside the JDK and JSpecify. */
    private static Stream<Room> rooms() {
        return Stream.of(
                Room.of("rule"),
                Room.of("event").with(JACKSON),
                Room.of("pipeline", "rule").with("com.google.re2j.."),
                Room.of("parse", "rule", "pipeline").with("org.yaml.snakeyaml.."),
                Room.of("match", "rule", "event").with("com.google.re2j.."),
                // What match hands out is made of values of rule and event: who sees match sees those.
                Room.of("alert", "rule", "event", "match").with(JACKSON),
                Room.of("correlate", "rule", "event", "match", "alert"),
                Room.of("catalog", "rule", "event", "pipeline", "parse", "match", "alert", "correlate")
                        .with(JACKSON)
                        .stillToCome(),
                Room.of("check", "rule", "event", "pipeline", "parse", "match", "alert", "correlate")
                        .with(JACKSON),
                Room.of("job", "rule", "event", "pipeline", "parse", "match", "alert", "correlate", "catalog", "check")
                        .with(
                                JACKSON,
                                "com.sun.net.httpserver..",
                                "org.apache.flink..",
                                "org.apache.kafka..",
                                "org.slf4j..",
                                "picocli.."),
                Room.of(
                                "cli",
                                "rule",
                                "event",
                                "pipeline",
                                "parse",
                                "match",
                                "alert",
                                "correlate",
                                "catalog",
                                "check",
                                "job")
                        .with(JACKSON, "picocli.."));
    }

    private record Room(String name, List<String> below, List<String> libraries, boolean isToCome) {

        static Room of(String name, String... below) {
            return new Room(name, List.of(below), List.of(), false);
        }

        Room with(String... packages) {
            return new Room(name, below, List.of(packages), isToCome);
        }

        /** A room of the design that nobody has furnished yet. */
        Room stillToCome() {
            return new Room(name, below, libraries, true);
        }

        String packages() {
            return "io.weir." + name + "..";
        }

        String[] mayImport() {
            var rooms = Stream.concat(Stream.of(name), below.stream()).map(room -> "io.weir." + room + "..");
            return Stream.of(Stream.of("java..", "org.jspecify.."), rooms, libraries.stream())
                    .flatMap(names -> names)
                    .toArray(String[]::new);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rooms")
    void roomSeesNothingButWhatItsTableNames(Room room) {
        classes()
                .that()
                .resideInAPackage(room.packages())
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(room.mayImport()))
                .allowEmptyShould(room.isToCome())
                .check(WEIR);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rooms")
    void roomIsFurnishedUnlessItIsStillToCome(Room room) {
        var types = WEIR.stream()
                .filter(resideInAPackage(room.packages()))
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .map(JavaClass::getName);

        if (room.isToCome()) {
            assertThat(types).as("a room that is there is no longer to come").isEmpty();
        } else {
            assertThat(types).isNotEmpty();
        }
    }

    @Test
    void everyClassIsInARoom() {
        var rooms = rooms().map(Room::packages).toArray(String[]::new);

        classes().should().resideInAnyPackage(rooms).check(WEIR);
    }

    @Test
    void everyPackageIsNullMarked() {
        var packages = WEIR.stream().map(JavaClass::getPackage).collect(Collectors.toSet());

        assertThat(packages)
                .isNotEmpty()
                .allSatisfy(room -> assertThat(room.isAnnotatedWith("org.jspecify.annotations.NullMarked"))
                        .as(room.getName())
                        .isTrue());
    }

    @Test
    void roomsDoNotGoRoundInCircles() {
        slices().matching("io.weir.(*)..").should().beFreeOfCycles().check(WEIR);
    }

    @Test
    void onlyTheCommandEndsTheProcess() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.weir.cli..")
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .check(WEIR);
    }

    @Test
    void onlyTheShellsPrint() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.weir.cli..", "io.weir.job..")
                .should(ACCESS_STANDARD_STREAMS)
                .check(WEIR);
    }

    @Test
    void nobodyLogsByJavaUtilLogging() {
        noClasses().should(USE_JAVA_UTIL_LOGGING).check(WEIR);
    }
}

package io.weir.job.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.job.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

    private final Secrets secrets = new Secrets(name -> name.equals("KAFKA_PASSWORD") ? "hunter2" : "");

    @TempDir
    Path folder;

    @BeforeEach
    void keepASecret() throws IOException {
        Files.writeString(folder.resolve("password"), "hunter2");
        Files.writeString(folder.resolve("secrets.properties"), "password=hunter2\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${env:KAFKA_PASSWORD}",
                "${directory:FOLDER:password}",
                "${file:FOLDER/secrets.properties:password}"
            })
    void leavesTheSecretWhereItIsAndSaysHowToFindIt(String place) {
        var login = "login required password=\"" + place.replace("FOLDER", folder.toString()) + "\";";

        var prepared = secrets.prepare(Map.of("sasl.jaas.config", login));

        assertThat(prepared)
                .containsEntry("sasl.jaas.config", login)
                .containsEntry("config.providers", "env,directory,file")
                .hasSize(5);
        assertThat(prepared.toString()).doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${env:NOT_SET}",
                "${env:}",
                "${directory:FOLDER:nothing}",
                "${directory:password}",
                "${file:FOLDER/secrets.properties:nothing}",
                "${file:FOLDER/nothing:password}",
                "${file:password}"
            })
    void refusesAPlaceThatSaysNothing(String place) {
        var value = place.replace("FOLDER", folder.toString());

        assertThatThrownBy(() -> secrets.prepare(Map.of("ssl.key.password", value)))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "--kafka-properties: " + value + " says nothing here; set it, and on every task manager, too");
    }

    @Test
    void leavesPropertiesWithoutSuchPlacesAsTheyAre() {
        var properties = Map.of("security.protocol", "SSL", "client.id", "${other}");

        assertThat(secrets.prepare(properties)).isEqualTo(properties);
    }
}

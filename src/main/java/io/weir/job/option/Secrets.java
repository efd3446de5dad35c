package io.weir.job.option;

import io.weir.job.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Places in the properties of Kafka's clients where a secret is to be put in, by the client itself when it starts, on the machine where it starts:
 * the secret does not travel with the job. As Kafka writes them: <code>${env:NAME}</code>, an environment variable;
 * <code>${directory:/run/secrets:password}</code>, a file of a folder; <code>${file:/etc/weir/secrets.properties:password}</code>, a property of
 * a file.
 */
final class Secrets {

    private static final Pattern PLACE = Pattern.compile("\\$\\{(env|directory|file):([^}]*)}");
    private static final Map<String, String> PROVIDERS = Map.of(
            "config.providers", "env,directory,file",
            "config.providers.env.class", "org.apache.kafka.common.config.provider.EnvVarConfigProvider",
            "config.providers.directory.class", "org.apache.kafka.common.config.provider.DirectoryConfigProvider",
            "config.providers.file.class", "org.apache.kafka.common.config.provider.FileConfigProvider");

    private final UnaryOperator<String> environment;

    /** Those of this process. */
    Secrets() {
        this(name -> String.valueOf(System.getenv().getOrDefault(name, "")));
    }

    /** @param environment what a variable says, or empty text where it says nothing */
    Secrets(UnaryOperator<String> environment) {
        this.environment = environment;
    }

    /**
     * The properties, and where they have such places, what a client needs to fill them.
     *
     * @throws UserError where a secret is not there: a client would take the place itself for the password
     */
    Map<String, String> prepare(Map<String, String> properties) {
        var all = new HashMap<>(properties);
        for (var value : properties.values()) {
            var places = PLACE.matcher(value);
            while (places.find()) {
                require(places.toMatchResult());
                PROVIDERS.forEach(all::putIfAbsent);
            }
        }
        return all;
    }

    private void require(MatchResult place) {
        var where = place.group(2);
        boolean isThere = switch (place.group(1)) {
            case "env" -> !environment.apply(where).isEmpty();
            case "directory" -> isFile(where);
            default -> isProperty(where);
        };
        if (!isThere) {
            throw new UserError("--kafka-properties: " + place.group() + " says nothing here; set it, and on every"
                    + " task manager, too");
        }
    }

    private static boolean isFile(String where) {
        int name = where.lastIndexOf(':');
        return name > 0 && isRegular(where.substring(0, name), where.substring(name + 1));
    }

    private static boolean isRegular(String folder, String name) {
        try {
            return Files.isRegularFile(Path.of(folder).resolve(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static boolean isProperty(String where) {
        int name = where.lastIndexOf(':');
        if (name <= 0) {
            return false;
        }
        var properties = new Properties();
        try (var in = Files.newBufferedReader(Path.of(where.substring(0, name)))) {
            properties.load(in);
            return properties.containsKey(where.substring(name + 1));
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }
}

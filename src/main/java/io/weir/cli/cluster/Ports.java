package io.weir.cli.cluster;

import io.weir.cli.CommandError;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.PrimitiveIterator;
import java.util.Properties;
import java.util.Random;

/**
 * Where the processes of a local cluster listen, all of them on the loopback interface.
 *
 * @param ui Flink's web interface and REST
 * @param kafka the broker
 * @param controller the broker's own
 * @param zookeeper ZooKeeper's clients
 */
public record Ports(int ui, int kafka, int controller, int zookeeper) {

    /** The one address that anything here listens on. */
    public static final String LOOPBACK = "127.0.0.1";

    private static final int ANY = 0;
    private static final int HIGHEST_THERE_IS = 65_535;

    /**
     * Any port is one of these. Systems give the ports behind them to whoever asks for none in particular, which the cluster's own processes do, too:
     * one of those may be gone between choosing it and listening there, or while a process that was killed starts again.
     */
    private static final int LOWEST = 20_000;

    private static final int HIGHEST = 32_767;
    private static final int TRIES = 1_000;

    /** Those two, 0 for any that is free, and two more that are free. */
    static Ports choose(int ui, int kafka) {
        var any = new Random()
                .ints(TRIES, LOWEST, HIGHEST + 1)
                .distinct()
                .filter(port -> port != ui && port != kafka)
                .filter(Ports::isFree)
                .iterator();
        return new Ports(
                ui == ANY ? next(any) : free(ui, "--ui-port"),
                kafka == ANY ? next(any) : free(kafka, "--kafka-port"),
                next(any),
                next(any));
    }

    private static int next(PrimitiveIterator.OfInt ports) {
        if (!ports.hasNext()) {
            throw new CommandError("no port from " + LOWEST + " to " + HIGHEST + " seems to be free");
        }
        return ports.nextInt();
    }

    private static boolean isFree(int port) {
        try (var socket = bound(port)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether the number is that of a port. */
    static boolean isPort(int number) {
        return number >= 1 && number <= HIGHEST_THERE_IS;
    }

    private static int free(int wanted, String option) {
        if (!isPort(wanted)) {
            throw new CommandError(option + " is from 1 to " + HIGHEST_THERE_IS + ", or 0 for any, found " + wanted);
        }
        try (var socket = bound(wanted)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new CommandError(
                    "port " + wanted + " is in use by another program; name another, or 0 for any: " + option, e);
        }
    }

    private static ServerSocket bound(int port) throws IOException {
        var socket = new ServerSocket();
        socket.setReuseAddress(true); // What a process that was killed left behind is no obstacle.
        try {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** Where a process of the cluster takes requests; 0 where it has no port of its own. */
    int of(Member member) {
        return switch (member) {
            case ZOOKEEPER -> zookeeper;
            case KAFKA -> kafka;
            case JOB_MANAGER -> ui;
            case TASK_MANAGER_1, TASK_MANAGER_2 -> 0;
        };
    }

    /** Says that the port of a process which is about to start is taken. */
    void requireFree(Member member) {
        int port = of(member);
        if (port == 0) {
            return;
        }
        try (var socket = bound(port)) {
            socket.getLocalPort();
        } catch (IOException e) {
            throw new CommandError(
                    "port " + port + " of " + member.label() + " is in use by another program; end that one, or"
                            + " choose another port with a new folder: weir cluster up --dir FOLDER",
                    e);
        }
    }

    /** Whether something answers at the port. */
    static boolean answers(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    static Ports read(Path file) {
        var properties = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            properties.load(in);
            return new Ports(
                    number(properties, "ui"),
                    number(properties, "kafka"),
                    number(properties, "controller"),
                    number(properties, "zookeeper"));
        } catch (IOException | IllegalArgumentException e) {
            throw new CommandError(file + " is damaged: " + e.getMessage() + "; remove the folder and start anew", e);
        }
    }

    private static int number(Properties properties, String name) {
        return Integer.parseInt(properties.getProperty(name, ""));
    }

    void write(Path file) {
        try {
            Files.writeString(
                    file, "ui=%d%nkafka=%d%ncontroller=%d%nzookeeper=%d%n".formatted(ui, kafka, controller, zookeeper));
        } catch (IOException e) {
            throw new CommandError(file + " can't be written: " + e, e);
        }
    }
}

package io.weir.cli.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The machines, and which collector hears each. */
final class Cast implements AutoCloseable {

    private final Map<Machine, Collector> heardBy = new LinkedHashMap<>();
    private final List<Path> files = new ArrayList<>();
    private final Machine victim;
    private final Machine fileServer;
    private final Machine administrator;
    private final Machine laptop;
    private final Machine colleague;
    private final Machine domainController;

    /** Machines that have run since that time, in microseconds since the epoch, and whose collectors write to that folder. */
    Cast(Path folder, Chance chance, long morning) throws IOException {
        Files.createDirectories(folder);
        var nxlog = collector(folder.resolve("nxlog-wec-01.ndjson"), new NxlogShape("wec-01.example.net"), chance);
        var beats = collector(folder.resolve("winlogbeat.ndjson"), new WinlogbeatShape(), chance);
        var evtx = collector(folder.resolve("evtx-export.ndjson"), new EvtxShape(), chance);
        victim = machine("ws-07", "10.20.7.31", "m.keller", morning, nxlog);
        colleague = machine("ws-11", "10.20.7.35", "a.novak", morning, nxlog);
        administrator = machine("ws-19", "10.20.9.12", "adm.ortiz", morning, beats);
        fileServer = machine("srv-files", "10.20.0.15", "svc.files", morning, beats);
        laptop = machine("lt-23", "10.20.12.88", "j.lindt", morning, evtx);
        domainController = machine("dc-01", "10.20.0.10", "svc.dc", morning, evtx);
    }

    private Collector collector(Path file, Shape shape, Chance chance) throws IOException {
        files.add(file);
        return Collector.to(file, shape, chance);
    }

    private Machine machine(String name, String address, String account, long morning, Collector collector) {
        var machine = new Machine(name + ".example.net", address, "EXAMPLE\\" + account, heardBy.size() + 1, morning);
        heardBy.put(machine, collector);
        return machine;
    }

    /** Where the attack begins. */
    Machine victim() {
        return victim;
    }

    /** Where the attack goes on. */
    Machine fileServer() {
        return fileServer;
    }

    /** Where packages are built. */
    Machine administrator() {
        return administrator;
    }

    Machine laptop() {
        return laptop;
    }

    Machine colleague() {
        return colleague;
    }

    /** Who hears most: everybody logs on there. */
    Machine domainController() {
        return domainController;
    }

    List<Machine> machines() {
        return List.copyOf(heardBy.keySet());
    }

    Collector collectorOf(Machine machine) {
        return Objects.requireNonNull(heardBy.get(machine), machine.name());
    }

    Map<Machine, Collector> heardBy() {
        return heardBy;
    }

    List<Path> files() {
        return List.copyOf(files);
    }

    /** The different collectors. */
    List<Collector> collectors() {
        return heardBy.values().stream().distinct().toList();
    }

    @Override
    public void close() throws IOException {
        var closed = new HashSet<Collector>();
        for (var collector : heardBy.values()) {
            if (closed.add(collector)) {
                collector.close();
            }
        }
    }
}

package io.weir.cli.scenario;

/**
 * A process.
 *
 * @param guid Sysmon's identity of it
 * @param pid Windows' number, which is used again later
 * @param program what runs
 * @param commandLine how it was called
 * @param user whom it runs as
 */
record Running(Guid guid, int pid, Program program, String commandLine, String user) {}

package io.weir.job.option;

import io.weir.correlate.StateBounds;
import io.weir.incident.IncidentBounds;
import io.weir.job.UserError;
import picocli.CommandLine.Option;

/** How many entries states have at most (docs/architecture.md, "State, and when each dies"). */
public final class StateOptions {

    private static final int MOST = 1_000_000;
    private static final int MOST_ALERTS = 10_000;

    @Option(
            names = "--group-events",
            paramLabel = "NUMBER",
            defaultValue = "10000",
            description =
                    "How many events of one group are kept for each timespan; alerts of a group that is full say so"
                            + " (default: ${DEFAULT-VALUE}).")
    private int groupEvents = StateBounds.DEFAULT.groupEvents();

    @Option(
            names = "--process-events",
            paramLabel = "NUMBER",
            defaultValue = "10000",
            description =
                    "How many children, and how many matched events, of one process are known for each quarter of an"
                            + " hour (default: ${DEFAULT-VALUE}).")
    private int processEvents = StateBounds.DEFAULT.processEvents();

    @Option(
            names = "--process-starts",
            paramLabel = "NUMBER",
            defaultValue = "8",
            description = "How many contradicting starts of one process are known (default: ${DEFAULT-VALUE}).")
    private int processStarts = StateBounds.DEFAULT.processStarts();

    @Option(
            names = "--connection-accounts",
            paramLabel = "NUMBER",
            defaultValue = "64",
            description =
                    "How many events of one connection are known for each eight seconds (default: ${DEFAULT-VALUE}).")
    private int connectionAccounts = StateBounds.DEFAULT.connectionAccounts();

    @Option(
            names = "--incident-alerts",
            paramLabel = "NUMBER",
            defaultValue = "1000",
            description = "How many alerts one incident takes; what goes on opens another (default: ${DEFAULT-VALUE}).")
    private int incidentAlerts = IncidentBounds.DEFAULT.mostAlerts();

    StateBounds bounds() {
        requireWithin("--group-events", groupEvents, MOST);
        requireWithin("--process-events", processEvents, MOST);
        requireWithin("--process-starts", processStarts, MOST);
        requireWithin("--connection-accounts", connectionAccounts, MOST);
        return new StateBounds(groupEvents, processEvents, processStarts, connectionAccounts);
    }

    int incidentAlerts() {
        requireWithin("--incident-alerts", incidentAlerts, MOST_ALERTS);
        return incidentAlerts;
    }

    private static void requireWithin(String option, int number, int most) {
        if (number < 1 || number > most) {
            throw new UserError(option + " is 1 to " + most + ", found " + number);
        }
    }
}

package recon.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import recon.ledger.entry.Booking;
import recon.local.machine.Machine;
import recon.simulator.SimulatedAccount;
import recon.simulator.Simulator;
import recon.storage.archive.Archive;
import recon.storage.archive.ArchiveIndex;
import recon.storage.ledger.LedgerTable;

/** Every row that the exchange has is in the archive, and the ledger knows it; and there are no others. */
final class Rows {
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final Instant FROM =
            DemoOptions.FIRST_DAY.atStartOfDay(ZoneOffset.UTC).toInstant();
    private static final Instant TO = FROM.plus(Duration.ofDays(1));
    private static final int ALL = 1_000;

    private Rows() {}

    /**
     * A source.
     *
     * @param name in archive and ledger
     * @param truth what the exchange's own knowledge calls it
     * @param list where the rows are in the answer; empty where the answer is the list
     * @param id fields that tell a row from others
     * @param time field of its time
     * @param stands whether the ledger keeps the row's history; else it is a booking
     */
    private record Kept(String name, String truth, String list, List<String> id, String time, boolean stands) {}

    private static final List<Kept> SOURCES = List.of(
            new Kept("spot-trades", "trades", "", List.of("symbol", "id", "orderId"), "time", false),
            new Kept("deposits", "deposits", "", List.of("id"), "insertTime", true),
            new Kept("withdrawals", "withdrawals", "", List.of("id"), "applyTime", true),
            new Kept("universal-transfers", "transfers", "result", List.of("tranId"), "createTimeStamp", true),
            new Kept("own-transfers", "own-transfers", "rows", List.of("tranId"), "timestamp", true),
            new Kept("dividends", "dividends", "rows", List.of("id"), "divTime", false),
            new Kept("convert", "convert", "list", List.of("orderId"), "createTime", true),
            new Kept("futures-income", "income", "", List.of("incomeType", "tranId", "symbol", "asset"), "time", false),
            new Kept(
                    "margin-trades",
                    "margin-trades",
                    "",
                    List.of("isIsolated", "symbol", "id", "orderId"),
                    "time",
                    false));

    /** Looks at a demo of one day that has just ended. */
    static void assertKept(Simulator exchange, Machine machine) {
        for (SimulatedAccount account : exchange.accounts()) {
            SOURCES.forEach(source -> compare(source, account, exchange, machine));
        }
    }

    private static void compare(Kept source, SimulatedAccount account, Simulator exchange, Machine machine) {
        String name = source.name() + " of " + account.email();
        int truth = exchange.truth().rows(source.truth(), account.uid(), FROM, TO);
        boolean byMain = source.name().equals("universal-transfers");
        String reader = byMain ? exchange.accounts().getFirst().uid() : account.uid();
        Set<String> archived = archived(source, reader, byMain ? account.email() : "", machine);
        assertThat(archived).as(name + " in the archive").hasSize(truth);
        LedgerTable ledger = new LedgerTable(machine.clients(), machine.aws());
        if (source.stands()) {
            assertThat(archived)
                    .as(name + " in the ledger")
                    .allMatch(id -> ledger.booked(reader, source.name(), id).isPresent());
        } else {
            assertThat(ledger.bookings(account.uid(), FROM, TO).stream()
                            .filter(booking -> booking.source().equals(source.name()))
                            .map(Booking::externalId)
                            .distinct())
                    .as(name + " in the ledger")
                    .hasSize(truth);
        }
    }

    /** The rows of the day in all answers that were kept; each once. */
    private static Set<String> archived(Kept source, String reader, String party, Machine machine) {
        ArchiveIndex index = new ArchiveIndex(machine.clients(), machine.aws());
        Archive archive = new Archive(machine.clients(), machine.aws());
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> rows = new ArrayList<>();
        for (LocalDate day : index.days(source.name(), reader)) {
            for (String key : index.keys(source.name(), reader, day, Optional.empty(), ALL)) {
                try {
                    JsonNode answer = json.readTree(archive.get(key).body());
                    (source.list().isEmpty() ? answer : answer.path(source.list())).forEach(rows::add);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return rows.stream()
                .filter(row -> within(row.get(source.time())))
                .filter(row -> party.isEmpty()
                        || row.get("fromEmail").asText().equals(party)
                        || row.get("toEmail").asText().equals(party))
                .map(row -> source.id().stream()
                        .map(field -> row.path(field).asText())
                        .collect(Collectors.joining(":")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean within(JsonNode time) {
        Instant at = time.isTextual()
                ? LocalDateTime.parse(time.asText(), SECONDS).toInstant(ZoneOffset.UTC)
                : Instant.ofEpochMilli(time.asLong());
        return !at.isBefore(FROM) && at.isBefore(TO);
    }
}

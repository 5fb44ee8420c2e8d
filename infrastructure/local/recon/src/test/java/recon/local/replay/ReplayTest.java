package recon.local.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import recon.local.SharedStack;
import recon.local.demo.AllWallets;
import recon.local.demo.DemoFolder;
import recon.local.demo.DemoOptions;
import recon.local.driver.Crew;
import recon.local.driver.Driver;
import recon.local.driver.LocalFunction;
import recon.local.machine.Mappers;
import recon.resync.handler.ReplayStatus;
import recon.resync.replay.Counts;
import recon.storage.archive.ArchiveIndex;
import recon.storage.item.Item;
import recon.storage.queue.WorkQueue;
import recon.storage.report.Reports;
import recon.storage.report.position.PositionFiles;
import recon.storage.schema.Schema;
import recon.storage.work.Run;
import recon.storage.work.RunState;
import recon.storage.work.Runs;
import software.amazon.awssdk.core.sync.RequestBody;

/** A demo of all wallets, whose archive is read again: into empty books, into its own, and into its own once they are damaged. */
@Execution(ExecutionMode.CONCURRENT)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReplayTest {
    private static final LocalDate RECEIVED = DemoOptions.FIRST_DAY.plusDays(1);
    private static final List<String> BOOKS = List.of(Schema.LEDGER, Schema.BALANCES, Schema.EXECUTIONS, Schema.ORDERS);

    private static DemoOptions options;
    private static Place demo;

    @BeforeAll
    static void reconcileOneDay() {
        AllWallets ran = AllWallets.ran();
        options = ran.options();
        demo = Place.on(SharedStack.get(), ran.name());
    }

    @AfterAll
    static void close() {
        demo.close();
    }

    private static ReplayMachine machine(Place books) {
        return new ReplayMachine(
                demo,
                books,
                DemoFolder.settings(options.seed()),
                options.settlement(),
                Mappers.standard(),
                new LeapingClock(Clock.systemUTC()));
    }

    private static ReplaySummary replayed(Place books) {
        ReplayStatus status = machine(books).replay(Optional.empty(), Optional.empty());
        return new ReplaySummary(
                status,
                books.equals(demo)
                        ? Optional.empty()
                        : Optional.of(ReplayCommand.compare(demo, books, status, options.settlement())));
    }

    private static String printed(ReplaySummary summary) {
        StringWriter printed = new StringWriter();
        summary.print(new PrintWriter(printed));
        return printed.toString();
    }

    /** All items of a table, by their keys. */
    private static Map<String, Item> items(Place place, String table) {
        Map<String, Item> items = new TreeMap<>();
        place
                .clients()
                .dynamodb()
                .scanPaginator(s -> s.tableName(place.settings().table(table)))
                .items()
                .stream()
                .map(Item::new)
                .forEach(item -> items.put(item.text(Schema.PARTITION) + " " + item.sort(), item));
        return items;
    }

    private static Map<String, Map<String, Item>> books(Place place) {
        Map<String, Map<String, Item>> books = new TreeMap<>();
        BOOKS.forEach(table -> books.put(table, items(place, table)));
        return books;
    }

    private static Map<String, String> reports() {
        Reports reports = new Reports(demo.clients(), demo.settings());
        Map<String, String> files = new TreeMap<>();
        for (LocalDate day = RECEIVED.minusDays(2); !day.isAfter(RECEIVED.plusDays(1)); day = day.plusDays(1)) {
            for (String name : reports.names(day)) {
                files.put(day + "/" + name, new String(reports.get(day, name), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    @Test
    @Order(1)
    @Execution(ExecutionMode.SAME_THREAD)
    void archiveAloneGivesTheSameEntriesAndReports_byteForByte() throws IOException {
        Map<String, String> reports = reports();
        assertThat(reports.get(options.lastDay() + "/trades.csv").lines()).hasSizeGreaterThan(10);
        assertThat(PositionFiles.NAMES)
                .as("what is made of futures, at the end of the day as it was known then")
                .allSatisfy(name -> assertThat(reports).containsKey(options.lastDay() + "/" + name));
        assertThat(reports.get(options.lastDay() + "/positions.csv").lines()).hasSizeGreaterThan(3);
        try (Place empty = Place.on(SharedStack.get(), SharedStack.freshName())) {
            ReplaySummary summary = replayed(empty);

            assertThat(printed(summary)).containsPattern("(\\d\\d) of \\1 report files are the same byte for byte\\.");
            assertThat(summary.status().total(Counts.FOLDED))
                    .as("syncs of futures: every four hours of two days")
                    .isEqualTo(12);
            assertThat(summary.clean()).as(printed(summary)).isTrue();
            assertThat(items(empty, Schema.LEDGER)).isEqualTo(items(demo, Schema.LEDGER));
            assertThat(items(empty, Schema.LEDGER).keySet())
                    .as("what self-trade prevention moved")
                    .anyMatch(key -> key.contains("stp-transfers"));
            assertThat(items(empty, Schema.EXECUTIONS)).isEqualTo(items(demo, Schema.EXECUTIONS));
            assertThat(items(empty, Schema.ORDERS).keySet())
                    .isEqualTo(items(demo, Schema.ORDERS).keySet());
        }
    }

    @Test
    @Order(2)
    @Execution(ExecutionMode.SAME_THREAD)
    void nothingChanges_whereTheEntriesAreThereAlready() {
        Map<String, Map<String, Item>> before = books(demo);

        ReplaySummary summary = replayed(demo);

        assertThat(books(demo)).isEqualTo(before);
        assertThat(summary.clean()).as(printed(summary)).isTrue();
        assertThat(printed(summary)).contains("The books say what the archive says: nothing was changed.");
    }

    @Test
    @Order(3)
    @Execution(ExecutionMode.SAME_THREAD)
    void whatIsLostStandsAgain_andADamagedObjectIsNamed() {
        Map<String, Map<String, Item>> before = books(demo);
        Map<String, String> reports = reports();
        String damaged = damageOne();
        List<Item> lost = items(demo, Schema.LEDGER).values().stream()
                .filter(item -> item.sort().startsWith("booking"))
                .toList();
        lost.forEach(item -> demo.clients()
                .dynamodb()
                .deleteItem(
                        d -> d.tableName(demo.settings().table(Schema.LEDGER)).key(item.key())));

        ReplaySummary summary = replayed(demo);

        assertThat(lost).hasSizeGreaterThan(10);
        assertThat(printed(summary))
                .contains("1 damaged")
                .contains(damaged)
                .contains(String.format(Locale.ROOT, "%,d entries were missing", lost.size()));
        assertThat(summary.clean()).isFalse();
        assertThat(books(demo)).isEqualTo(before);
        assertThat(reports()).isEqualTo(reports);
    }

    @Test
    @Order(4)
    @Execution(ExecutionMode.SAME_THREAD)
    void replayThatWasCut_holdsUpNoDailyRun_andGoesOnWhenItIsAskedForAgain() {
        Optional<LocalDate> last = Optional.of(RECEIVED.plusDays(1));
        try (Place books = Place.on(SharedStack.get(), SharedStack.freshName())) {
            String runId = machine(books).begin(last, last);
            LocalFunction daily = new LocalFunction(
                    "reconcile",
                    (input, output, context) -> fail("nobody told it to do anything"),
                    WorkQueue.of(books.clients(), books.settings(), "reconcile"),
                    1,
                    new ObjectMapper());
            Runs runs = new Runs(books.clients(), books.settings(), Clock.systemUTC());

            new Driver(to -> fail("it went to " + to), runs, daily, List.of(daily), Crew.ALONE).settle(Instant.MAX);

            assertThat(runs.run(runId)).get().extracting(Run::state).isEqualTo(RunState.OPEN);
            ReplayStatus status = machine(books).replay(last, last);
            assertThat(status.runId()).isEqualTo(runId);
            assertThat(status.state()).isEqualTo("COMPLETED");
            assertThat(status.total(Counts.RESTORED)).isPositive();
        }
    }

    /** An answer that books nothing, so that all else stands again. */
    private static String damageOne() {
        ArchiveIndex index = new ArchiveIndex(demo.clients(), demo.settings());
        String source = "api-restrictions";
        String key = index.keys(source, index.accounts(source).getFirst(), RECEIVED, Optional.empty(), 1)
                .getFirst();
        demo.clients()
                .s3()
                .putObject(p -> p.bucket(demo.settings().bucket()).key(key), RequestBody.fromString("no gzip"));
        return key;
    }
}

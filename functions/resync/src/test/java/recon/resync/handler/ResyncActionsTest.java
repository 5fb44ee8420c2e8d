package recon.resync.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import recon.binance.json.ExchangeJson;
import recon.ledger.position.entry.AnnotationKey;
import recon.ledger.position.row.PositionSide;
import recon.ledger.setting.LedgerSettings;
import recon.resync.futures.AccountStatus;
import recon.resync.futures.FuturesSyncs;
import recon.resync.futures.SyncedAccounts;
import recon.resync.plan.Replays;
import recon.resync.plan.Stock;
import recon.resync.replay.Replay;
import recon.storage.archive.Archive;
import recon.storage.archive.ArchiveIndex;
import recon.storage.archive.RawResponse;
import recon.storage.balance.BalanceTable;
import recon.storage.event.DomainEvent;
import recon.storage.event.FuturesRequest;
import recon.storage.event.QueuedEvent;
import recon.storage.event.Routes;
import recon.storage.execution.ExecutionTables;
import recon.storage.execution.ReportObjects;
import recon.storage.ledger.LedgerTable;
import recon.storage.position.Annotated;
import recon.storage.position.AnnotationBook;
import recon.storage.position.AnnotationTable;
import recon.storage.position.EntryTable;
import recon.storage.position.SyncFence;
import recon.storage.position.SyncScope;
import recon.storage.position.SyncedTrade;
import recon.storage.registry.Registry;
import recon.storage.testing.Installation;
import recon.storage.testing.Samples;
import recon.storage.work.Runs;
import recon.storage.work.Sweeper;
import recon.storage.work.Worker;

/** What a person may want of futures, by the samples in {@code events/}. */
class ResyncActionsTest {
    private static final Instant NOW = Instant.parse("2026-01-03T04:05:06.007Z");

    private final Installation at = Installation.fresh();
    private final List<FuturesRequest> asked = new ArrayList<>();
    private final List<DomainEvent> told = new ArrayList<>();
    private final ObjectMapper json = JsonMapper.builder()
            .findAndAddModules()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final AnnotationTable annotations = new AnnotationTable(at.clients(), at.settings());
    private final Archive archive = new Archive(at.clients(), at.settings());
    private final ArchiveIndex index = new ArchiveIndex(at.clients(), at.settings());
    private final EntryTable entries = new EntryTable(at.clients(), at.settings(), () -> NOW);
    private Instant now = NOW;
    private Optional<ResyncHandler> handler = Optional.empty();

    @BeforeEach
    void assemble() {
        SyncedAccounts synced = new SyncedAccounts(index, entries, () -> now);
        Runs runs = new Runs(at.clients(), at.settings(), () -> NOW);
        handler = Optional.of(new ResyncHandler(
                new Resync(
                        new Replays(new Stock(index), runs, () -> NOW),
                        runs,
                        new Sweeper(at.clients(), at.settings(), told::addAll),
                        new Worker(at.clients(), at.settings(), () -> NOW),
                        new Replay(
                                new Replay.Archived(archive, new ReportObjects(at.clients(), at.settings()), index),
                                new Replay.Kept(
                                        new LedgerTable(at.clients(), at.settings()),
                                        new BalanceTable(at.clients(), at.settings()),
                                        new Registry(at.clients(), at.settings()),
                                        new ExecutionTables(at.clients(), at.settings()),
                                        annotations,
                                        runs),
                                LedgerSettings.ASSUMED,
                                told::addAll,
                                () -> NOW,
                                ExchangeJson.mapper()),
                        new FuturesSyncs(synced, asked::add, told::addAll, () -> NOW),
                        synced,
                        new AnnotationBook(annotations, archive, () -> NOW),
                        () -> NOW),
                json));
    }

    private ResyncAnswer sample(String name) throws IOException {
        return event(Files.readString(Path.of(System.getProperty("recon.root"), "events", name)));
    }

    private ResyncAnswer event(String text) throws IOException {
        return handler.orElseThrow().wanted(json.readValue(text, ResyncEvent.class));
    }

    @Test
    void aFullSyncAsksCollectForAllThereIs() throws IOException {
        assertThat(sample("resync-full.json").runId()).contains("futures-full-20260103T040506007");

        assertThat(asked)
                .containsExactly(new FuturesRequest(
                        "futures-full-20260103T040506007",
                        List.of("350123456"),
                        List.of(),
                        Optional.empty(),
                        Optional.empty()));
        assertThat(FuturesRequest.of(asked.getFirst().body())).isEqualTo(asked.getFirst());
        assertThat(told).isEmpty();
    }

    @Test
    void aWindowAsksCollectForItsDays() throws IOException {
        assertThat(sample("resync-window.json").runId()).contains("futures-resync-manual-20260103T040506007");

        assertThat(asked)
                .containsExactly(new FuturesRequest(
                        "futures-resync-manual-20260103T040506007",
                        List.of("350123456"),
                        List.of("BTCUSDT"),
                        Optional.of(LocalDate.parse("2026-01-01")),
                        Optional.of(LocalDate.parse("2026-01-02"))));
        assertThat(FuturesRequest.of(asked.getFirst().body())).isEqualTo(asked.getFirst());
    }

    @Test
    void theArchiveAloneIsFolded_andNobodyIsAsked() throws IOException {
        sample("resync-full-archive.json");

        assertThat(asked).isEmpty();
        DomainEvent event = told.getFirst();
        assertThat(Routes.queuesFor(event.type())).containsExactly("aggregate");
        QueuedEvent read =
                json.readValue("{\"detail-type\":\"x\",\"detail\":" + event.detailJson() + "}", QueuedEvent.class);
        assertThat(read.detail().orElseThrow().runId()).isEqualTo("futures-full-archive-20260103T040506007");
        assertThat(read.detail().orElseThrow().futures()).isTrue();
        assertThat(read.detail().orElseThrow().attributes()).containsOnlyKeys("account.350123456", "collects");
    }

    @Test
    void theArchiveKnowsWhoHasFutures_whereNobodyIsNamed() throws IOException {
        assertThatThrownBy(() -> event("{\"action\":\"full\",\"archiveOnly\":true}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no futures of any account");
        incomeOf("77");

        event("{\"action\":\"full\",\"archiveOnly\":true}");

        assertThat(told.getFirst().detailJson()).contains("\"account.77\":\"77\"");
    }

    private void incomeOf(String account) {
        archive.put(new RawResponse(
                "futures-income",
                account,
                "GET /fapi/v1/income",
                200,
                Map.of(),
                NOW,
                true,
                "[]".getBytes(StandardCharsets.UTF_8)));
    }

    private void synced(String account, Optional<Instant> completeSince, Instant at, SyncedTrade... trades) {
        SyncFence fence = entries.take(account, "run", NOW.plusSeconds(60)).orElseThrow();
        assertThat(entries.sync(fence, List.of(trades), new SyncScope(completeSince, false), at))
                .isPresent();
    }

    @Test
    void theStatusSaysHowOldTheEntriesOfEachAccountAre() throws IOException {
        incomeOf("350123456");
        incomeOf("77");
        incomeOf("78");
        Instant since = Instant.parse("2025-10-05T00:00:00Z");
        synced(
                "350123456",
                Optional.of(since),
                NOW,
                Samples.trade("350123456", 1, 2, "3", false),
                Samples.trade("350123456", 3, 4, "5", true),
                Samples.trade("350123456", 5, 6, "7", true));
        Instant earlier = NOW.minus(Duration.ofMinutes(1));
        synced("77", Optional.empty(), earlier);
        AccountStatus first = new AccountStatus("350123456", 1, Optional.of(NOW), Optional.of(since), 3, 2, false);
        AccountStatus second = new AccountStatus("77", 1, Optional.of(earlier), Optional.empty(), 0, 0, true);

        now = NOW.plus(Duration.ofHours(4));

        assertThat(sample("resync-status-accounts.json").accounts()).contains(List.of(first));
        assertThat(event("{\"action\":\"status\"}").accounts().orElseThrow())
                .containsExactlyInAnyOrder(
                        first, second, new AccountStatus("78", 0, Optional.empty(), Optional.empty(), 0, 0, true));
        assertThat(json.writeValueAsString(second))
                .as("nobody knows from when on it is complete")
                .doesNotContain("completeSince");
        assertThatThrownBy(() -> event("{\"action\":\"status\",\"runId\":\"replay-1\"}"))
                .as("of a run, as before")
                .hasMessageContaining("no run is called replay-1");
    }

    @Test
    void anAnnotationIsArchivedAndKept() throws IOException {
        assertThat(sample("resync-annotate.json").version()).contains(1L);
        assertThat(event("{\"action\":\"annotate\",\"trade\":\"350123456_BTCUSDT_BOTH_17_18\","
                                + "\"write\":{\"takeProfit\":99000}}")
                        .version())
                .contains(2L);

        Annotated written = annotations
                .get(new AnnotationKey("350123456", "BTCUSDT", PositionSide.BOTH, 17))
                .orElseThrow();
        assertThat(written.annotations().manual().stopLoss()).contains(new BigDecimal("94000.5"));
        assertThat(written.annotations().manual().takeProfit()).contains(new BigDecimal("99000"));
        assertThat(written.annotations().manual().notes()).contains("too early");
        assertThat(written.annotations().manual().tags()).containsExactly("breakout", "4h");
        assertThat(written.annotations().ai().qualityScore()).contains(new BigDecimal("0.71"));
        assertThat(index.keys(AnnotationBook.SOURCE, "350123456", NOW, NOW.plusSeconds(1)))
                .hasSize(2);
    }

    @Test
    void whatIsMissingOrWrongIsNamed() {
        assertThatThrownBy(() -> event("{\"action\":\"window\",\"from\":\"2026-01-02\"}"))
                .hasMessageContaining("action window needs to");
        assertThatThrownBy(() -> event("{\"action\":\"window\",\"from\":\"2026-01-02\",\"to\":\"2026-01-01\"}"))
                .hasMessageContaining("has no day");
        assertThatThrownBy(() -> event("{\"action\":\"annotate\",\"trade\":\"x\",\"write\":{}}"))
                .hasMessageContaining("no binance_trade_id: x");
        assertThatThrownBy(() -> event("{}")).hasMessageContaining("annotate");
        assertThat(asked).isEmpty();
    }
}

package recon.aggregate.fold;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import recon.aggregate.archive.ArchivedPositions;
import recon.aggregate.archive.Stock;
import recon.aggregate.doubt.Doubts;
import recon.aggregate.handler.Aggregate;
import recon.aggregate.report.ReportStep;
import recon.binance.futuresdownloads.DownloadKind;
import recon.binance.futuresdownloads.DownloadRequests;
import recon.binance.json.ExchangeJson;
import recon.intake.position.PositionList;
import recon.ledger.position.Journal;
import recon.ledger.position.row.CommissionSign;
import recon.ledger.symbol.Contract;
import recon.ledger.symbol.ContractListing;
import recon.storage.archive.Archive;
import recon.storage.archive.ArchiveIndex;
import recon.storage.archive.ArchivePacks;
import recon.storage.archive.Asked;
import recon.storage.archive.RawResponse;
import recon.storage.event.DomainEvent;
import recon.storage.event.FuturesRequest;
import recon.storage.event.QueuedEvent;
import recon.storage.position.EntryTable;
import recon.storage.position.ResyncTable;
import recon.storage.position.StoredEntry;
import recon.storage.queue.Received;
import recon.storage.queue.WorkQueue;
import recon.storage.registry.ReconciliationError;
import recon.storage.registry.Registry;
import recon.storage.report.Reports;
import recon.storage.testing.Installation;
import recon.storage.work.Runs;
import recon.storage.work.Sweeper;
import recon.storage.work.Worker;

/** The function over embedded stores, with answers that are written down here. */
final class Scene {
    static final String ACCOUNT = "7";

    private final Installation at = Installation.fresh();
    private final ObjectMapper json = JsonMapper.builder().findAndAddModules().build();
    private final Archive archive = new Archive(at.clients(), at.settings());
    private final Reports reports = new Reports(at.clients(), at.settings());
    private final Registry registry = new Registry(at.clients(), at.settings());
    private final EntryTable entries = new EntryTable(at.clients(), at.settings(), this::now);
    private final Runs runs = new Runs(at.clients(), at.settings(), this::now);
    private final List<DomainEvent> told = new ArrayList<>();
    private final List<FuturesRequest> asked = new ArrayList<>();
    private final Sweeper sweeper = new Sweeper(at.clients(), at.settings(), told::addAll);
    private final Aggregate aggregate;
    private Instant now = Instant.parse("2026-01-02T00:00:00Z");
    private int collections;

    Scene() {
        this(ArchivedPositions.Most.USUAL);
    }

    Scene(ArchivedPositions.Most most) {
        aggregate = new Aggregate(
                archive,
                runs,
                sweeper,
                new Worker(at.clients(), at.settings(), this::now),
                new FoldStep(
                        new ArchivedPositions(
                                new Stock(
                                        archive,
                                        new ArchiveIndex(at.clients(), at.settings()),
                                        new ArchivePacks(at.clients(), at.settings())),
                                registry,
                                ExchangeJson.mapper(),
                                CommissionSign.PAID_IS_POSITIVE,
                                most),
                        entries,
                        new Doubts(new ResyncTable(at.clients(), at.settings()), asked::add, registry),
                        reports,
                        this::now),
                new ReportStep(reports),
                this::now);
    }

    Instant now() {
        return now;
    }

    /** Whatever is told next is told then. */
    void at(String time) {
        now = Instant.parse(time);
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    EntryTable entries() {
        return entries;
    }

    /** The exchange lists one contract in dollars, and no other. */
    void listed(String symbol) {
        registry.listed(new ContractListing(
                now,
                List.of(new Contract(
                        symbol, symbol, "PERPETUAL", symbol.replace("USDT", ""), "USDT", "USDT", "TRADING")),
                Map.of()));
    }

    /** Rows as an answer in the archive. */
    void answer(String source, String request, String... rows) {
        whole(source, ACCOUNT, request, "[" + String.join(",", rows) + "]");
    }

    /** Rows of the exchange, under whoever they are about. */
    void answer(Answers.Answer answer) {
        whole(
                answer.list().source(),
                answer.list() == PositionList.FUNDING_RATES ? "exchange" : ACCOUNT,
                "/fapi/v1/rows?symbol=" + Journal.SYMBOL,
                answer.body());
    }

    /** The futures wallet, shown now. */
    void wallet(String dollars) {
        whole("futures-account", ACCOUNT, "/fapi/v3/account", """
                {"totalWalletBalance":"1","assets":[{"asset":"USDT","walletBalance":"%s","unrealizedProfit":"7",
                 "marginBalance":"0","updateTime":0},{"asset":"BNB","walletBalance":"0","unrealizedProfit":"0"}],
                 "positions":[{"symbol":"BNBUSDT","positionSide":"BOTH"}]}""".formatted(dollars));
    }

    /** A file of older history, all days from one to another. */
    void downloaded(DownloadKind kind, String from, String to, String text) {
        put(
                "futures-downloads",
                ACCOUNT,
                "https://files.example/history",
                text,
                asked(
                        Instant.parse(from + "T00:00:00Z"),
                        Instant.parse(to + "T23:59:59.999Z"),
                        DownloadRequests.start(kind).values()));
    }

    private void whole(String source, String account, String request, String body) {
        put(source, account, request, body, asked(Instant.parse("2025-10-01T00:00:00Z"), now, Map.of()));
    }

    private Asked asked(Instant from, Instant to, Map<String, String> cursor) {
        return new Asked(now.minusSeconds(1), from, to, "a@example.com", true, Map.of(), 1000, cursor, Map.of());
    }

    private void put(String source, String account, String request, String body, Asked asked) {
        archive.put(new RawResponse(
                source,
                account,
                "GET " + request,
                200,
                Map.of(),
                now,
                true,
                Optional.of(asked),
                body.getBytes(StandardCharsets.UTF_8)));
        now = now.plusMillis(5);
    }

    void fills(String... rows) {
        answer("futures-trades", "/fapi/v1/userTrades?symbol=BNBUSDT", rows);
    }

    void income(String... rows) {
        answer("futures-income", "/fapi/v1/income?startTime=1", rows);
    }

    /** Income of a window that ended then. */
    void incomeUntil(String to, String... rows) {
        put(
                "futures-income",
                ACCOUNT,
                "/fapi/v1/income?startTime=1",
                "[" + String.join(",", rows) + "]",
                asked(Instant.parse("2025-10-01T00:00:00Z"), Instant.parse(to), Map.of()));
    }

    /** What is held of the contract, shown now. */
    void held(String size) {
        answer(
                "futures-positions",
                "/fapi/v3/positionRisk",
                "{\"symbol\":\"BNBUSDT\",\"positionSide\":\"BOTH\",\"positionAmt\":\"%s\",\"updateTime\":%d}"
                        .formatted(size, now.toEpochMilli()));
    }

    static String fill(long id, String side, String price, String profit, long time) {
        return """
                {"symbol":"BNBUSDT","id":%d,"orderId":%d,"side":"%s","price":"%s","qty":"1","realizedPnl":"%s",
                 "commission":"0.04","commissionAsset":"USDT","time":%d,"positionSide":"BOTH","maker":false}""".formatted(id, 10 + id, side, price, profit, time);
    }

    static String paid(long trade, String type, String amount, long time) {
        return """
                {"symbol":"BNBUSDT","incomeType":"%s","income":"%s","asset":"USDT","time":%d,"tranId":%d,
                 "tradeId":"%d"}""".formatted(type, amount, time, trade, trade);
    }

    /** A collection of futures has ended: everything that follows from it. */
    String collected() {
        String runId = "collect-futures-" + ++collections;
        collected(runId);
        return runId;
    }

    /** A download of these days has ended: everything that follows from it. */
    String downloaded(String from, String to) {
        String runId = "collect-downloads-" + from + "-" + to;
        collected(runId, LocalDate.parse(to), ",\"collects\":\"downloads\"");
        return runId;
    }

    void collected(String runId) {
        collected(
                runId,
                LocalDate.ofInstant(now, ZoneOffset.UTC),
                runId.contains("futures") ? ",\"collects\":\"futures\"" : "");
    }

    private void collected(String runId, LocalDate day, String collects) {
        collected(runId, day, collects, "");
    }

    /** A collection has ended, and of one list of the account there was no answer. */
    void collectedWithout(String runId, String list, String state) {
        collected(
                runId,
                LocalDate.ofInstant(now, ZoneOffset.UTC),
                ",\"collects\":\"futures\"",
                "{\"name\":\"%s\",\"account\":\"7\",\"state\":\"%s\",\"reason\":\"why\"}".formatted(list, state));
    }

    private void collected(String runId, LocalDate day, String collects, String notDone) {
        aggregate.collected(event(runId, day, collects, notDone).detail().orElseThrow(), "{}");
        settle();
        now = now.plusSeconds(1);
    }

    private QueuedEvent event(String runId, LocalDate day, String collects, String notDone) {
        try {
            return json.readValue(
                    """
                    {"detail-type":"CollectionCompleted","detail":{"runId":"%s","day":"%s",
                     "attributes":{"account.7":"a@example.com"%s},"notDone":{"count":%d,"tasks":[%s]}}}""".formatted(runId, day, collects, notDone.isEmpty() ? 0 : 1, notDone), QueuedEvent.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Works on what is due now and on nothing that waits. */
    void settle() {
        WorkQueue queue = WorkQueue.of(at.clients(), at.settings(), "aggregate");
        while (true) {
            int swept = sweeper.sweep(now);
            List<Received> messages = queue.receive(10, Duration.ZERO);
            if (messages.isEmpty() && swept == 0) {
                return;
            }
            messages.forEach(message -> aggregate.work(message.message().body(), () -> false));
            queue.delete(messages);
        }
    }

    /** The keys of everything that is archived under a source. */
    List<String> archived(String source) {
        ArchiveIndex index = new ArchiveIndex(at.clients(), at.settings());
        return index.accounts(source).stream()
                .flatMap(account -> index.days(source, account).stream()
                        .flatMap(day -> index.keys(source, account, day, Optional.empty(), 100).stream()))
                .toList();
    }

    List<StoredEntry> stored() {
        return entries.read(ACCOUNT).entries();
    }

    /** What was told of the end of runs, oldest first. */
    List<DomainEvent> told() {
        return told;
    }

    /** The number of that name in the last event. */
    long told(String total) {
        try {
            return json.readTree(told.getLast().detailJson())
                    .required("totals")
                    .required(total)
                    .longValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<FuturesRequest> asked() {
        return asked;
    }

    Stream<ReconciliationError> open() {
        return registry.errors(ACCOUNT).stream()
                .filter(error -> error.resolvedAt().isEmpty());
    }

    List<ReconciliationError> errors() {
        return registry.errors(ACCOUNT);
    }

    String file(String name) {
        return new String(reports.get(LocalDate.ofInstant(now, ZoneOffset.UTC), name), StandardCharsets.UTF_8);
    }

    /** The names of the files of a day. */
    List<String> files(String day) {
        return reports.names(LocalDate.parse(day));
    }

    Runs runs() {
        return runs;
    }
}

package recon.local.positions;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import recon.aggregate.handler.Aggregate;
import recon.aggregate.plan.AggregationPlan;
import recon.binance.futuresdownloads.DownloadKind;
import recon.binance.futuresdownloads.DownloadRequests;
import recon.binance.futuresdownloads.DownloadedFile;
import recon.binance.json.ExchangeJson;
import recon.ledger.position.entry.TradeFacts;
import recon.ledger.symbol.Contract;
import recon.ledger.symbol.ContractListing;
import recon.local.SharedStack;
import recon.local.demo.World;
import recon.local.machine.Aggregating;
import recon.local.stack.LocalStack;
import recon.simulator.Switches;
import recon.storage.archive.Archive;
import recon.storage.archive.ArchiveIndex;
import recon.storage.archive.Asked;
import recon.storage.archive.RawResponse;
import recon.storage.aws.AwsClients;
import recon.storage.aws.AwsSettings;
import recon.storage.event.Collected;
import recon.storage.event.CollectionCompleted;
import recon.storage.event.DomainEvent;
import recon.storage.position.AccountEntries;
import recon.storage.position.EntryTable;
import recon.storage.queue.Received;
import recon.storage.queue.WorkQueue;
import recon.storage.registry.Registry;
import recon.storage.report.Reports;
import recon.storage.schema.Schema;
import recon.storage.work.Sweeper;

/** The archive and the entries of some accounts, over the shared stack, with the function that makes the one the other. */
final class Books implements AutoCloseable {
    private final AwsSettings settings;
    private final AwsClients clients;
    private final Archive archive;
    private final Aggregate aggregate;
    private final Sweeper sweeper;
    private final List<DomainEvent> told = new ArrayList<>();
    private Instant now;

    Books(Instant now, Switches switches) {
        this.now = now;
        String name = SharedStack.freshName();
        LocalStack stack = SharedStack.get();
        settings = AwsSettings.embedded(stack.dynamodb(), stack.sqs(), stack.s3(), name, name);
        clients = AwsClients.create(settings, stack.dynamodbClient(), stack::s3Client);
        Schema.create(clients, settings);
        archive = new Archive(clients, settings);
        sweeper = new Sweeper(clients, settings, told::addAll, List.of(AggregationPlan.KIND));
        aggregate = new Aggregating(clients, settings, () -> this.now)
                .over(
                        archive,
                        new ArchiveIndex(clients, settings),
                        sweeper,
                        ExchangeJson.mapper(),
                        World.told(switches).commissionSign());
    }

    void list(JsonNode exchangeInfo) {
        List<Contract> contracts = new ArrayList<>();
        exchangeInfo
                .get("symbols")
                .forEach(symbol -> contracts.add(new Contract(
                        symbol.get("symbol").asText(),
                        symbol.get("pair").asText(),
                        symbol.get("contractType").asText(),
                        symbol.get("baseAsset").asText(),
                        symbol.get("quoteAsset").asText(),
                        symbol.get("marginAsset").asText(),
                        symbol.get("status").asText())));
        new Registry(clients, settings).listed(new ContractListing(now, contracts, Map.of()));
    }

    /** Archives rows as one answer. */
    void answer(String source, String account, String request, Collection<JsonNode> rows) {
        now = now.plusMillis(1);
        archive.put(new RawResponse(
                source,
                account,
                "GET " + request,
                200,
                Map.of(),
                now,
                true,
                rows.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /** Archives a file of older history. */
    void file(DownloadKind kind, String account, Instant from, Instant to, byte[] body) {
        now = now.plusMillis(1);
        archive.put(new RawResponse(
                DownloadedFile.SOURCE,
                account,
                "GET https://files.example/history",
                200,
                Map.of(),
                now,
                true,
                Optional.of(new Asked(
                        now,
                        from,
                        to,
                        account + "@example.com",
                        false,
                        Map.of(),
                        1_000,
                        DownloadRequests.start(kind).values(),
                        Map.of())),
                body));
    }

    /** A collection has ended. */
    void collected(String runId, String account) {
        now = now.plus(Duration.ofSeconds(1));
        aggregate.requested(new CollectionCompleted(
                runId,
                day(),
                Map.of(
                        Collected.COLLECTS,
                        Collected.FUTURES,
                        CollectionCompleted.ACCOUNT + account,
                        account + "@example.com"),
                new CollectionCompleted.NotDone(0, List.of())));
        WorkQueue queue = WorkQueue.of(clients, settings, AggregationPlan.KIND);
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

    AccountEntries entries(String account) {
        return new EntryTable(clients, settings, () -> now).read(account);
    }

    /** The facts of the entries, by their ids. */
    Map<String, TradeFacts> facts(String account) {
        Map<String, TradeFacts> facts = new TreeMap<>();
        entries(account)
                .entries()
                .forEach(one -> facts.put(
                        one.entry().facts().binanceTradeId(), one.entry().facts()));
        return facts;
    }

    String file(String name) {
        return new String(new Reports(clients, settings).get(day(), name), StandardCharsets.UTF_8);
    }

    Optional<DomainEvent> lastTold() {
        return told.isEmpty() ? Optional.empty() : Optional.of(told.getLast());
    }

    private LocalDate day() {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    @Override
    public void close() {
        clients.close();
    }
}

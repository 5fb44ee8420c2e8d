package recon.collect.page;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.InstantSource;
import recon.binance.client.ExchangeClient;
import recon.binance.client.Transport;
import recon.binance.exchangeinfo.ExchangeInfo;
import recon.binance.futuresdownloads.DownloadRequests;
import recon.binance.futuresinfo.FuturesInfo;
import recon.binance.rights.ApiRestrictions;
import recon.binance.spotorders.OrderAmendments;
import recon.binance.stptransfers.StpTransfers;
import recon.collect.discovery.EvidenceReader;
import recon.collect.discovery.ForeignFees;
import recon.collect.discovery.Holdings;
import recon.collect.heal.Healing;
import recon.intake.page.Books;
import recon.intake.page.PageReader;
import recon.storage.archive.Archive;
import recon.storage.balance.BalanceTable;
import recon.storage.ledger.LedgerTable;
import recon.storage.registry.DownloadStarts;
import recon.storage.work.Step;

/** Makes the step that a task is worked on with. */
public final class Pages {
    private final Setup setup;
    private final ExchangeClient client;
    private final Archive archive;
    private final LedgerTable ledger;
    private final BalanceTable balances;
    private final EvidenceReader evidence;
    private final StreamCheck stream;
    private final DownloadStarts starts;
    private final Transport files;
    private final InstantSource clock;
    private final ObjectMapper json;

    /**
     * @param files fetches files that lie on other hosts
     * @param json as {@code ExchangeJson} makes it
     */
    public Pages(
            Setup setup,
            ExchangeClient client,
            Archive archive,
            LedgerTable ledger,
            BalanceTable balances,
            EvidenceReader evidence,
            StreamCheck stream,
            DownloadStarts starts,
            Transport files,
            InstantSource clock,
            ObjectMapper json) {
        this.setup = requireNonNull(setup, "setup is null");
        this.client = requireNonNull(client, "client is null");
        this.archive = requireNonNull(archive, "archive is null");
        this.ledger = requireNonNull(ledger, "ledger is null");
        this.balances = requireNonNull(balances, "balances is null");
        this.evidence = requireNonNull(evidence, "evidence is null");
        this.stream = requireNonNull(stream, "stream is null");
        this.starts = requireNonNull(starts, "starts is null");
        this.files = requireNonNull(files, "files is null");
        this.clock = requireNonNull(clock, "clock is null");
        this.json = requireNonNull(json, "json is null");
    }

    /** A step for one message. */
    public Step step() {
        ExchangeTime time = new ExchangeTime(client, clock);
        Reviews reviews = new Reviews(setup.registry(), clock);
        Refusals refusals = new Refusals(setup.registry(), clock);
        PageTurner turner = new PageTurner(
                new ArchivingReader(client, archive, new PageReader(json)),
                time,
                reviews,
                refusals,
                new ApiRestrictions(json));
        Books books = new Books(ledger, balances, setup.registry());
        SymbolStep symbols = new SymbolStep(turner, books, setup.registry(), reviews, clock, new ExchangeInfo(json));
        SymbolStep contracts = new SymbolStep(turner, books, setup.registry(), reviews, clock, new FuturesInfo(json));
        Healing healing = stream.healing();
        return new CollectStep(
                setup,
                books,
                new SourceStep(turner, books, healing, setup.settings().effectDelay(), time),
                symbols,
                contracts,
                new OrderStep(
                        turner, symbols, books, healing, new OrderAmendments(json), new StpTransfers(json), clock),
                new PriceStep(setup, turner, books, new Holdings(ledger, balances), clock),
                new MinuteStep(setup, turner, new ForeignFees(ledger)),
                new DownloadStep(turner, new DownloadRequests(json), starts, files, archive, reviews, time),
                new ExecutionStep(ledger, setup.registry(), healing, setup.settlement()),
                stream,
                evidence,
                refusals,
                new Windows(setup.registry(), time, setup.settlement()),
                clock);
    }
}

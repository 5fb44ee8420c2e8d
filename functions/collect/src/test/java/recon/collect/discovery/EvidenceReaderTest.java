package recon.collect.discovery;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static recon.storage.testing.Samples.RAW;
import static recon.storage.testing.Samples.at;
import static recon.storage.testing.Samples.d;
import static recon.storage.testing.Samples.withdrawal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import recon.collect.heal.Listening;
import recon.ledger.Wallet;
import recon.ledger.balance.AssetBalance;
import recon.ledger.balance.BalanceCapture;
import recon.ledger.balance.DailyBalance;
import recon.ledger.entry.Booking;
import recon.ledger.entry.DebtLeg;
import recon.ledger.entry.TransferDetails;
import recon.ledger.entry.TransferLeg;
import recon.ledger.reconcile.Unexplained;
import recon.storage.balance.BalanceTable;
import recon.storage.ledger.LedgerTable;
import recon.storage.registry.ActiveSymbols;
import recon.storage.registry.Registry;
import recon.storage.registry.SymbolActivity;
import recon.storage.registry.TradedSymbol;
import recon.storage.testing.Installation;
import recon.storage.watermark.Watermark;

/** An account of each test's own, whose spot wallet is captured two minutes after each midnight. */
class EvidenceReaderTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 9);
    private static Installation stack;
    private static int accounts;

    private String account;
    private BalanceTable balances;
    private LedgerTable ledger;
    private Registry registry;
    private ActiveSymbols active;
    private EvidenceReader evidence;

    @BeforeAll
    static void create() {
        stack = Installation.fresh();
    }

    @BeforeEach
    void open() {
        account = "account" + ++accounts;
        balances = new BalanceTable(stack.clients(), stack.settings());
        ledger = new LedgerTable(stack.clients(), stack.settings());
        registry = new Registry(stack.clients(), stack.settings());
        active = new ActiveSymbols(stack.clients(), stack.settings());
        evidence = new EvidenceReader(ledger, balances, registry, active, 30);
    }

    private static Instant midnightAfter(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** What the wallet held when the day was over. */
    private void holds(LocalDate day, String btc) {
        holds(Wallet.SPOT, day, btc);
    }

    private void holds(Wallet wallet, LocalDate day, String btc) {
        Instant at = midnightAfter(day).plusSeconds(120);
        balances.capture(new BalanceCapture(
                account,
                wallet,
                "spot-account",
                at,
                at.plusMillis(50),
                Optional.empty(),
                RAW,
                List.of(new AssetBalance("BTC", d(btc), BigDecimal.ZERO))));
    }

    private void closed(LocalDate day, String variance) {
        BigDecimal zero = BigDecimal.ZERO;
        balances.closed(
                account,
                Wallet.SPOT,
                day,
                List.of(new DailyBalance(
                        day,
                        account,
                        Wallet.SPOT,
                        "BTC",
                        zero,
                        zero,
                        zero,
                        zero,
                        zero,
                        zero,
                        zero,
                        Optional.of(d(variance)),
                        "spot-account",
                        Optional.empty(),
                        Optional.of(d(variance)),
                        false,
                        "",
                        Optional.empty())));
    }

    private void active(String symbol, LocalDate day, boolean traded) {
        active.note(List.of(new SymbolActivity(account, symbol, day, traded)));
    }

    private TradedSymbol read(String source, String symbol, Instant at) {
        return new TradedSymbol(account, source, symbol, Map.of(), Optional.empty(), at, at, "run", true);
    }

    private TradedSymbol traded(String symbol, Instant lastTrade) {
        return new TradedSymbol(
                account, "spot-trades", symbol, Map.of(), Optional.of(lastTrade), lastTrade, lastTrade, "run", true);
    }

    private Listening listening(Instant... subscribedAndHeardUpTo) {
        return Listening.of(Stream.iterate(0, i -> i < subscribedAndHeardUpTo.length, i -> i + 2)
                        .map(i -> new Watermark(
                                account,
                                "task",
                                Integer.toString(i),
                                subscribedAndHeardUpTo[i],
                                subscribedAndHeardUpTo[i + 1],
                                Optional.empty(),
                                Optional.empty()))
                        .toList())
                .orElseThrow();
    }

    private Evidence.Moved trades(TradedSymbol... read) {
        return (Evidence.Moved) evidence.ofTrades(account, DAY, List.of(read));
    }

    @Test
    void everyCandidateHasToBeAsked_whenThereIsNoCaptureToStartFrom() {
        holds(DAY, "1");

        assertThat(evidence.ofTrades(account, DAY, List.of())).isEqualTo(new Evidence.None());
    }

    @Test
    void symbolIsNotAskedAgain_forWhatTheRunBeforeReadAfterMidnight() {
        holds(DAY.minusDays(1), "5");
        holds(DAY, "5");
        active.note(List.of(SymbolActivity.at(account, "BTCUSDT", at("2026-01-09T00:00:01Z"), true)));

        assertThat(trades(read("spot-trades", "BTCUSDT", at("2026-01-09T00:01:59Z")))
                        .active())
                .as("read so soon that it may not have shown yet")
                .containsExactly("BTCUSDT");
        assertThat(trades(read("spot-trades", "BTCUSDT", at("2026-01-09T00:02:00Z")))
                        .active())
                .isEmpty();
    }

    @Test
    void nothingIsLeft_whenTheBooksExplainWhatMoved() {
        holds(DAY.minusDays(1), "5");
        holds(DAY, "2");
        ledger.book(List.of(withdrawal(account, "w", at("2026-01-09T12:00:00Z"))));

        assertThat(trades().left().getFirst().assets()).isEmpty();
    }

    @Test
    void whatAnEarlierDayLacks_isLookedForAgain_whenItWasNotClosedWithoutVariance() {
        holds(DAY.minusDays(3), "5");
        holds(DAY.minusDays(2), "7");
        holds(DAY.minusDays(1), "7");
        holds(DAY, "7");
        closed(DAY.minusDays(3), "0");
        closed(DAY.minusDays(2), "2");
        closed(DAY.minusDays(1), "0");

        assertThat(trades().left().getFirst().assets())
                .as("2 BTC of two days ago")
                .containsExactly("BTC");

        closed(DAY.minusDays(2), "0");
        assertThat(trades().left().getFirst().assets())
                .as("explained meanwhile")
                .isEmpty();
    }

    @Test
    void whatADayThatWasNeverClosedLacks_isLookedForAgain() {
        holds(DAY.minusDays(2), "5");
        holds(DAY.minusDays(1), "7");
        holds(DAY, "7");
        closed(DAY.minusDays(2), "0");

        assertThat(trades().left().getFirst().assets()).containsExactly("BTC");
    }

    @Test
    void whatTheStreamTold_isAskedFor_untilItWasReadAfterItsDay() {
        holds(DAY.minusDays(1), "5");
        holds(DAY, "5");
        active("BTCUSDT", DAY.minusDays(2), true);
        active("ETHUSDT", DAY.minusDays(2), true);
        active("ADAUSDT", DAY, true);
        active("XRPUSDT", DAY, false);
        active.note(List.of(
                SymbolActivity.at(account, "BNBUSDT", midnightAfter(DAY), true),
                SymbolActivity.at(account, "NEOUSDT", midnightAfter(DAY).plusSeconds(1200), true)));
        active("TRXUSDT", DAY.minusDays(8), true);

        assertThat(trades(
                                read(
                                        "spot-trades",
                                        "BTCUSDT",
                                        midnightAfter(DAY.minusDays(2)).plusSeconds(300)),
                                read(
                                        "spot-trades",
                                        "ETHUSDT",
                                        midnightAfter(DAY.minusDays(2)).minusSeconds(300)))
                        .active())
                .as(
                        "not BTCUSDT, which was read; not XRPUSDT, which was not traded; not TRXUSDT, which is long ago; not"
                                + " NEOUSDT, which came after the capture")
                .isEqualTo(Set.of("ETHUSDT", "ADAUSDT", "BNBUSDT"));
    }

    @Test
    void ordersMayBeAnywhere_whenNobodyListenedForAWhileOnTheDay() {
        Listening torn = listening(
                at("2026-01-01T00:00:00Z"), at("2026-01-09T10:00:00Z"),
                at("2026-01-09T10:00:02Z"), at("2026-01-10T00:10:00Z"));

        assertThat(evidence.ofOrders(
                        account, DAY, torn, List.of(read("spot-orders", "BTCUSDT", midnightAfter(DAY.minusDays(1))))))
                .isEqualTo(new Evidence.None());
    }

    @Test
    void onlyWhatWasNotReadSince_isAskedFor_afterAWhileWithoutListeningOnAnEarlierDay() {
        Listening torn = listening(
                at("2026-01-01T00:00:00Z"), at("2026-01-08T10:00:00Z"),
                at("2026-01-08T10:00:02Z"), at("2026-01-10T00:10:00Z"));

        assertThat(evidence.ofOrders(
                        account,
                        DAY,
                        torn,
                        List.of(
                                read("spot-orders", "BTCUSDT", at("2026-01-09T00:05:00Z")),
                                read("spot-orders", "ETHUSDT", at("2026-01-08T00:05:00Z")))))
                .isEqualTo(new Evidence.Named(Set.of("ETHUSDT")));
    }

    @Test
    void ordersAreWhereTheyWereOpen_whereSomethingHappened_andWhereSomethingWasTradedSince() {
        Listening all = listening(at("2026-01-01T00:00:00Z"), at("2026-01-10T00:10:00Z"));
        Instant lastRun = midnightAfter(DAY.minusDays(1)).plusSeconds(300);
        TradedSymbol open = new TradedSymbol(
                account,
                "spot-orders",
                "OPENUSDT",
                Map.of("open", "9"),
                Optional.empty(),
                lastRun,
                lastRun,
                "run",
                true);
        active("HEARDUSDT", DAY, false);
        registry.put(traded("TRADEDUSDT", at("2026-01-09T12:00:00Z")));
        registry.put(traded("READUSDT", at("2026-01-08T12:00:00Z")));

        assertThat(evidence.ofOrders(
                        account,
                        DAY,
                        all,
                        List.of(
                                open,
                                read("spot-orders", "TRADEDUSDT", lastRun),
                                read("spot-orders", "READUSDT", lastRun),
                                read("spot-orders", "QUIETUSDT", lastRun))))
                .isEqualTo(new Evidence.Named(Set.of("OPENUSDT", "HEARDUSDT", "TRADEDUSDT")));
    }

    @Test
    void ordersAreNotReadAgain_forATradeThatTheRunBeforeHasSeen_norForOneOfTheNextDay() {
        Listening all = listening(at("2026-01-01T00:00:00Z"), at("2026-01-10T00:10:00Z"));
        registry.put(traded("SEENUSDT", at("2026-01-09T00:00:02Z")));
        registry.put(traded("NEARUSDT", at("2026-01-09T00:04:30Z")));
        registry.put(traded("NEXTUSDT", at("2026-01-10T00:00:00Z")));
        Instant lastRun = at("2026-01-09T00:05:00Z");

        assertThat(evidence.ofOrders(
                        account,
                        DAY,
                        all,
                        List.of(read("spot-orders", "SEENUSDT", lastRun), read("spot-orders", "NEARUSDT", lastRun))))
                .as("NEARUSDT was read so soon that it may not have shown yet")
                .isEqualTo(new Evidence.Named(Set.of("NEARUSDT")));
    }

    @Test
    void ordersAreWhereSomethingWasTraded_whenNoneWereReadBefore() {
        Listening all = listening(at("2026-01-01T00:00:00Z"), at("2026-01-10T00:10:00Z"));
        registry.put(traded("TRADEDUSDT", at("2026-01-05T12:00:00Z")));

        assertThat(evidence.ofOrders(account, DAY, all, List.of())).isEqualTo(new Evidence.Named(Set.of("TRADEDUSDT")));
    }

    private static Map<Wallet, Set<String>> left(Evidence evidence) {
        return ((Evidence.Moved) evidence).left().stream().collect(toMap(Unexplained::wallet, Unexplained::assets));
    }

    @Test
    void theCapturesOfEachMarginWallet_sayWhereItsTradesAre() {
        Wallet moved = Wallet.isolated("BTCUSDT");
        Wallet still = Wallet.isolated("BTCUSDC");
        for (LocalDate day : List.of(DAY.minusDays(1), DAY)) {
            holds(Wallet.MARGIN, day, "3");
            holds(still, day, "4");
            holds(Wallet.SPOT, day, day.equals(DAY) ? "1" : "2");
        }
        holds(moved, DAY.minusDays(1), "1");
        holds(moved, DAY, "2");

        assertThat(left(evidence.ofMarginTrades(account, DAY)))
                .as("spot is none of theirs")
                .isEqualTo(Map.of(Wallet.MARGIN, Set.of(), still, Set.of(), moved, Set.of("BTC")));
    }

    @Test
    void aMarginWalletIsExplained_byWhatIsBookedInIt_butNotByWhatItOwes() {
        holds(Wallet.MARGIN, DAY.minusDays(1), "3");
        holds(Wallet.MARGIN, DAY, "5");
        ledger.book(List.of(new Booking(
                account,
                "borrow-repay",
                "loan",
                "loan",
                at("2026-01-09T12:00:00Z"),
                false,
                Optional.empty(),
                RAW,
                List.of(
                        TransferLeg.moved("margin_borrow", Wallet.MARGIN, "BTC", d("2"), TransferDetails.NONE),
                        DebtLeg.loan("margin_borrow", Wallet.MARGIN, "BTC", d("2"))))));

        assertThat(left(evidence.ofMarginTrades(account, DAY))).isEqualTo(Map.of(Wallet.MARGIN, Set.of()));
    }

    @Test
    void everyCandidateHasToBeAsked_whenOneOfTheMarginWalletsHasNoTwoCaptures() {
        Wallet pair = Wallet.isolated("BTCUSDT");
        holds(Wallet.MARGIN, DAY.minusDays(1), "3");
        holds(Wallet.MARGIN, DAY, "3");
        holds(pair, DAY, "1");

        assertThat(evidence.ofMarginTrades(account, DAY)).isEqualTo(new Evidence.None());
    }

    @Test
    void aPairThatDidNotExistYet_heldNothing() {
        Wallet pair = Wallet.isolated("BTCUSDT");
        for (LocalDate day : List.of(DAY.minusDays(1), DAY)) {
            holds(Wallet.MARGIN, day, "3");
            holds(Wallet.ISOLATED_MARGIN, day, "0");
        }
        holds(pair, DAY, "1");

        assertThat(left(evidence.ofMarginTrades(account, DAY)))
                .isEqualTo(Map.of(Wallet.MARGIN, Set.of(), pair, Set.of("BTC")));
    }
}

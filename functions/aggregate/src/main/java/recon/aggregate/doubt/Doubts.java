package recon.aggregate.doubt;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import recon.ledger.position.Conservation;
import recon.ledger.position.entry.TradeFacts;
import recon.ledger.position.total.Disagreement;
import recon.ledger.position.total.TotalCheck;
import recon.ledger.position.total.TotalCheck.Metric;
import recon.ledger.position.total.TotalCheck.Verdict;
import recon.storage.event.FuturesRequest;
import recon.storage.position.Resync;
import recon.storage.position.ResyncTable;
import recon.storage.registry.ReconciliationError;
import recon.storage.registry.Registry;

/**
 * Acts where witnesses do not agree: asks for the window again, once; if that does not help, a person has to look. It is
 * called by whoever holds the fence of the account.
 */
public final class Doubts {
    /** The type of an error: profits or counts of fills and income differ, and reading them again did not help. */
    public static final String TOTALS_DIFFER = "FUTURES_TOTALS_DIFFER";
    /** The type of an error: fees of fills and income differ. */
    public static final String FEES_DIFFER = "FUTURES_FEES_DIFFER";
    /** The type of an error: the wallet moved otherwise than its income says, and reading that again did not help. */
    public static final String WALLET_DIFFERS = "FUTURES_WALLET_DIFFERS";
    /** The type of an error: fills or income could not be read, nor when they were asked for again. */
    public static final String NOT_READ = "FUTURES_NOT_READ";
    /** The type of an error: positions and remainder do not add up to the income. */
    public static final String NOT_CONSERVED = "FUTURES_NOT_CONSERVED";

    private static final String IDS = "futures/";

    private final ResyncTable resyncs;
    private final Consumer<FuturesRequest> collect;
    private final Registry registry;

    /** @param collect is asked for windows; may be asked twice */
    public Doubts(ResyncTable resyncs, Consumer<FuturesRequest> collect, Registry registry) {
        this.resyncs = requireNonNull(resyncs, "resyncs is null");
        this.collect = requireNonNull(collect, "collect is null");
        this.registry = requireNonNull(registry, "registry is null");
    }

    /**
     * What is in doubt.
     *
     * @param windows by contract; what is about all of them under {@link Resync#WALLET} and {@link Resync#UNREAD}
     * @param warnings what only a person has to look at
     */
    public record Found(Map<String, Window> windows, List<Disagreement> warnings) {
        public Found {
            windows = Map.copyOf(windows);
            warnings = List.copyOf(warnings);
        }

        /** Whether a trade touches a window that is in doubt: one of its contract, or one that may lack a row of any. */
        public boolean concerns(TradeFacts trade) {
            return Stream.of(trade.pair(), Resync.WALLET, Resync.UNREAD)
                    .flatMap(subject -> Optional.ofNullable(windows.get(subject)).stream())
                    .filter(window -> trade.exitTime()
                            .map(exit -> !day(exit).isBefore(window.from()))
                            .orElse(true))
                    .anyMatch(window -> trade.entryTime()
                            .map(entry -> !day(entry).isAfter(window.to()))
                            .orElse(true));
        }

        private static LocalDate day(Instant time) {
            return LocalDate.ofInstant(time, ZoneOffset.UTC);
        }
    }

    /**
     * What these disagreements come to.
     *
     * @param drift those that are seen in no days in particular, so that there is nothing to be read again
     * @param unread days of which fills or income could not be read
     */
    public static Found of(List<Disagreement> disagreements, List<Disagreement> drift, Optional<Window> unread) {
        Map<String, Window> windows = new TreeMap<>();
        unread.ifPresent(window -> windows.put(Resync.UNREAD, window));
        List<Disagreement> warnings = new ArrayList<>(drift);
        for (Disagreement one : disagreements) {
            if (one.check().verdict() == Verdict.RE_SYNC) {
                windows.merge(subject(one), Window.of(one), Window::and);
            } else {
                warnings.add(one);
            }
        }
        return new Found(windows, warnings);
    }

    private static String subject(Disagreement one) {
        return one.check().metric() == Metric.WALLET
                ? Resync.WALLET
                : one.check().symbol();
    }

    /**
     * Asks for what was not asked for yet, and tells the registry what is left for a person.
     *
     * @param collection the one that was folded: if it was asked for here, it did not help
     * @param now when that one was told of
     * @return how many windows were asked for
     */
    public long act(String accountId, String collection, Found found, Conservation conservation, Instant now) {
        Map<String, Resync> known = new HashMap<>(resyncs.all(accountId));
        List<ReconciliationError> errors = new ArrayList<>();
        long asked = 0;
        for (Map.Entry<String, Window> doubt : found.windows().entrySet()) {
            Optional<Resync> before = Optional.ofNullable(known.remove(doubt.getKey()));
            Resync next = Course.next(accountId, doubt.getKey(), doubt.getValue(), before, collection, now);
            if (before.filter(next::equals).isEmpty()) {
                if (next.givenUpAt().isEmpty()) {
                    // The same request may go twice: the run has one id. Never asked for would be worse.
                    collect.accept(Course.request(next));
                    asked++;
                }
                resyncs.put(next);
            }
            next.givenUpAt().ifPresent(at -> errors.add(error(accountId, next, at)));
        }
        known.values().forEach(resyncs::settled);
        found.warnings().forEach(warning -> errors.add(warning(accountId, warning, now)));
        conservation.assets().stream()
                .filter(asset -> asset.difference().signum() != 0)
                .forEach(asset -> errors.add(open(
                        "conservation/" + asset.asset(),
                        accountId,
                        NOT_CONSERVED,
                        asset.asset(),
                        "positions and remainder do not add up to the income: this is an error of the program",
                        now)));
        registry.replace(accountId, IDS, errors, now);
        return asked;
    }

    private static ReconciliationError error(String accountId, Resync resync, Instant at) {
        String days = resync.from() + " to " + resync.to();
        String type = switch (resync.symbol()) {
            case Resync.WALLET -> WALLET_DIFFERS;
            case Resync.UNREAD -> NOT_READ;
            default -> TOTALS_DIFFER;
        };
        String message = switch (type) {
            case WALLET_DIFFERS ->
                "the futures wallet of " + days
                        + " did not move as its income says, and reading that again did not help:"
                        + " see position-totals.csv";
            case NOT_READ ->
                "of " + days + " not everything could be read, nor when it was asked for again (" + resync.difference()
                        + "): see the other errors of the account";
            default ->
                "fills and income of " + days + " do not agree, and reading them again did not help: see"
                        + " position-totals.csv";
        };
        return open(
                "totals/" + resync.symbol() + "/" + resync.attempt(),
                accountId,
                type,
                resync.ofAll() ? "" : resync.symbol(),
                message,
                at);
    }

    private static ReconciliationError warning(String accountId, Disagreement warning, Instant now) {
        TotalCheck check = warning.check();
        boolean wallet = check.metric() == Metric.WALLET;
        return open(
                check.metric().name().toLowerCase(Locale.ROOT) + "/" + check.symbol() + "/" + check.asset() + "/"
                        + warning.from(),
                accountId,
                wallet ? WALLET_DIFFERS : FEES_DIFFER,
                check.symbol(),
                wallet
                        ? "the futures wallet differs from its income by small parts of many days since "
                                + warning.from() + ": see position-totals.csv"
                        : "fees of fills and income of " + warning.from() + " to " + warning.to()
                                + " differ by more than 1 %: see position-totals.csv",
                now);
    }

    private static ReconciliationError open(
            String id, String accountId, String type, String symbol, String message, Instant at) {
        return new ReconciliationError(IDS + id, at, accountId, type, symbol, message, "", true, Optional.empty(), "");
    }
}

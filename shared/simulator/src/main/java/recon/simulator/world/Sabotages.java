package recon.simulator.world;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import recon.simulator.Break;
import recon.simulator.Sabotage;
import recon.simulator.SimulatedAccount;
import recon.simulator.SimulatorSettings;
import recon.simulator.draw.Draw;
import recon.simulator.market.Market;

/** The deliberate error of a world, if it has one: what is done on its day, and which rows nobody is shown. */
public final class Sabotages {
    private static final long NOON_MS = 12 * 3_600_000L;

    private final SimulatorSettings settings;
    private final List<SimulatedAccount> accounts;
    private final Market market;
    private final Amounts amounts;
    private final LocalDate date;
    private Optional<Sabotage> done = Optional.empty();
    private List<TradeRow> hiddenTrades = List.of();
    private String lateDeposit = "";

    Sabotages(SimulatorSettings settings, List<SimulatedAccount> accounts, Market market, Amounts amounts) {
        this.settings = settings;
        this.accounts = accounts;
        this.market = market;
        this.amounts = amounts;
        this.date = settings.firstDay().plusDays(settings.breakDay());
        if (settings.sabotage().isPresent() && !hidesTrades()) {
            done = Optional.of(planned(settings.sabotage().get()));
        }
    }

    /** Up to where a world must have come before it is known, epoch ms. */
    long knownAfter() {
        return hidesTrades() ? midnight() + Agenda.DAY_MS - 1 : Long.MIN_VALUE;
    }

    /** What is done, as far as it is known. */
    Optional<Sabotage> done() {
        return done;
    }

    /** Notes what will happen on the day that begins at the instant. */
    void plan(long dayStart, Agenda agenda, Vault vault, Wallets wallets, Deposits deposits) {
        done.filter(_ -> dayStart == midnight())
                .ifPresent(what -> agenda.note(what.at().toEpochMilli(), at -> {
                    int account = place(what.email());
                    switch (what.kind()) {
                        case AIRDROP -> vault.drop(account, what.asset(), at, what.amount());
                        case UNCOLLECTED_WALLET ->
                            wallets.purse(account, Wallet.EARN).move(what.asset(), at, what.amount());
                        case LATE_ROW -> lateDeposit = deposits.arriveSoon(account, what.asset(), what.amount(), at);
                        case DROPPED_TRADE, MISSING_PAGE, REVOKED_KEY -> {
                            // Nothing happens to the money.
                        }
                    }
                }));
    }

    /** Chooses the rows to hide among those of the day that is over. */
    void dayOver(long dayStart, History history) {
        if (!hidesTrades() || dayStart != midnight()) {
            return;
        }
        Draw draw = draw();
        List<SimulatedAccount> left = new ArrayList<>(accounts);
        while (!left.isEmpty() && done.isEmpty()) {
            SimulatedAccount account = left.remove(draw.below(left.size()));
            List<List<TradeRow>> bySymbol = history.trades(account.uid()).entrySet().stream()
                    .map(Map.Entry::getValue)
                    .map(rows -> rows.between(dayStart, dayStart + Agenda.DAY_MS - 1))
                    .filter(rows -> !rows.isEmpty())
                    .toList();
            if (!bySymbol.isEmpty()) {
                hide(draw, account, draw.pick(bySymbol));
            }
        }
    }

    private void hide(Draw draw, SimulatedAccount account, List<TradeRow> rows) {
        hiddenTrades = settings.sabotage().filter(Break.MISSING_PAGE::equals).isPresent()
                ? List.copyOf(rows)
                : List.of(draw.pick(rows));
        TradeRow first = hiddenTrades.getFirst();
        BigDecimal effect = hiddenTrades.stream()
                .map(row -> row.buyer() ? row.qty() : row.qty().negate())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        String base = market.symbol(first.symbol()).orElseThrow().base();
        done = Optional.of(new Sabotage(
                settings.sabotage().orElseThrow(),
                date,
                account.email(),
                base,
                effect,
                Instant.ofEpochMilli(first.time())));
    }

    /** The rows that are shown. */
    public List<TradeRow> shown(SimulatedAccount account, List<TradeRow> rows) {
        boolean concerned = !hiddenTrades.isEmpty()
                && done.filter(what -> what.email().equals(account.email())).isPresent();
        return concerned
                ? rows.stream().filter(row -> !hiddenTrades.contains(row)).toList()
                : rows;
    }

    /** Whether a deposit is shown at an instant. */
    public boolean shown(DepositRow row, long now) {
        return !row.id().equals(lateDeposit) || now >= midnight() + Agenda.DAY_MS + NOON_MS;
    }

    /** The account whose keys are unknown at an instant. */
    public Optional<SimulatedAccount> revoked(long now) {
        return done.filter(what -> what.kind() == Break.REVOKED_KEY && what.at().toEpochMilli() <= now)
                .map(what -> accounts.get(place(what.email())));
    }

    private boolean hidesTrades() {
        return settings.sabotage()
                .filter(kind -> kind == Break.DROPPED_TRADE || kind == Break.MISSING_PAGE)
                .isPresent();
    }

    private Sabotage planned(Break kind) {
        Draw draw = draw();
        long at = midnight() + NOON_MS;
        String drawn = draw.pick(List.copyOf(market.assets()));
        SimulatedAccount account = draw.pick(accounts);
        int dollars = draw.between(50, 900);
        String asset = kind == Break.LATE_ROW ? "USDT" : drawn;
        BigDecimal amount = amounts.worth(asset, dollars, at).max(BigDecimal.ONE.movePointLeft(4));
        if (kind == Break.REVOKED_KEY) {
            return new Sabotage(kind, date, accounts.getLast().email(), "", BigDecimal.ZERO, Instant.ofEpochMilli(at));
        }
        return new Sabotage(kind, date, account.email(), asset, amount, Instant.ofEpochMilli(at));
    }

    /** The purpose is named after the first of them, whose draws stay as they were. */
    private Draw draw() {
        return Draw.of(settings.seed(), "airdrop");
    }

    private int place(String email) {
        for (int i = 0; i < accounts.size(); i++) {
            if (accounts.get(i).email().equals(email)) {
                return i;
            }
        }
        throw new IllegalStateException("the error is in nobody's account");
    }

    private long midnight() {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }
}

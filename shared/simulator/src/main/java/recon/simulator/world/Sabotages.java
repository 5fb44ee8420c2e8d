package recon.simulator.world;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import recon.simulator.Break;
import recon.simulator.Sabotage;
import recon.simulator.SimulatedAccount;
import recon.simulator.SimulatorSettings;
import recon.simulator.draw.Draw;
import recon.simulator.futures.ContractFill;
import recon.simulator.futures.IncomeRow;
import recon.simulator.market.Market;

/** The deliberate error of a world, if it has one: what is done on its day, and which rows nobody is shown. */
public final class Sabotages {
    private static final long NOON_MS = 12 * 3_600_000L;

    /** Those that do nothing but keep rows back. */
    private static final Set<Break> HIDING =
            EnumSet.of(Break.DROPPED_TRADE, Break.MISSING_PAGE, Break.DROPPED_FILL, Break.DROPPED_INCOME);

    private final SimulatorSettings settings;
    private final List<SimulatedAccount> accounts;
    private final Market market;
    private final Amounts amounts;
    private final LocalDate date;
    private Optional<Sabotage> done = Optional.empty();
    private List<TradeRow> hiddenTrades = List.of();
    private Optional<ContractFill> hiddenFill = Optional.empty();
    private Optional<IncomeRow> hiddenIncome = Optional.empty();
    private String lateDeposit = "";

    Sabotages(SimulatorSettings settings, List<SimulatedAccount> accounts, Market market, Amounts amounts) {
        this.settings = settings;
        this.accounts = accounts;
        this.market = market;
        this.amounts = amounts;
        this.date = settings.firstDay().plusDays(settings.breakDay());
        if (settings.sabotage().isPresent() && !hidesRows()) {
            done = Optional.of(planned(settings.sabotage().get()));
        }
    }

    /** Up to where a world must have come before it is known, epoch ms. */
    long knownAfter() {
        return hidesRows() ? midnight() + Agenda.DAY_MS - 1 : Long.MIN_VALUE;
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
                        case DROPPED_TRADE, MISSING_PAGE, DROPPED_FILL, DROPPED_INCOME, REVOKED_KEY -> {
                            // Nothing happens to the money.
                        }
                    }
                }));
    }

    /** Chooses the rows to hide among those of the day that is over. */
    void dayOver(long dayStart, History history) {
        if (!hidesRows() || dayStart != midnight()) {
            return;
        }
        Draw draw = draw();
        List<SimulatedAccount> left = new ArrayList<>(accounts);
        while (!left.isEmpty() && done.isEmpty()) {
            SimulatedAccount account = left.remove(draw.below(left.size()));
            switch (settings.sabotage().orElseThrow()) {
                case DROPPED_FILL -> hideFill(draw, account, dayStart, history);
                case DROPPED_INCOME -> hideIncome(draw, account, dayStart, history);
                default -> hideTrades(draw, account, dayStart, history);
            }
        }
    }

    private void hideTrades(Draw draw, SimulatedAccount account, long dayStart, History history) {
        List<List<TradeRow>> bySymbol = history.trades(account.uid()).entrySet().stream()
                .map(Map.Entry::getValue)
                .map(rows -> rows.between(dayStart, dayStart + Agenda.DAY_MS - 1))
                .filter(rows -> !rows.isEmpty())
                .toList();
        if (!bySymbol.isEmpty()) {
            hide(draw, account, draw.pick(bySymbol));
        }
    }

    /** The wallet is booked from income: no balance is concerned. */
    private void hideFill(Draw draw, SimulatedAccount account, long dayStart, History history) {
        List<ContractFill> rows =
                history.contracts().fills().of(account.uid()).between(dayStart, dayStart + Agenda.DAY_MS - 1);
        if (!rows.isEmpty()) {
            ContractFill row = draw.pick(rows);
            hiddenFill = Optional.of(row);
            done = Optional.of(hidden(account, "", BigDecimal.ZERO, row.time()));
        }
    }

    private void hideIncome(Draw draw, SimulatedAccount account, long dayStart, History history) {
        List<IncomeRow> rows =
                history.income().of(account.uid()).between(dayStart, dayStart + Agenda.DAY_MS - 1).stream()
                        .filter(row -> !row.symbol().isEmpty())
                        .toList();
        if (!rows.isEmpty()) {
            IncomeRow row = draw.pick(rows);
            hiddenIncome = Optional.of(row);
            done = Optional.of(hidden(account, row.asset(), row.amount(), row.time()));
        }
    }

    private Sabotage hidden(SimulatedAccount account, String asset, BigDecimal amount, long at) {
        return new Sabotage(
                settings.sabotage().orElseThrow(), date, account.email(), asset, amount, Instant.ofEpochMilli(at));
    }

    /** Whether a fill in a contract is shown. */
    public boolean shown(SimulatedAccount account, ContractFill row) {
        return hiddenFill.filter(row::equals).isEmpty() || !concerns(account);
    }

    /** Whether a row of income is shown. */
    public boolean shown(SimulatedAccount account, IncomeRow row) {
        return hiddenIncome.filter(row::equals).isEmpty() || !concerns(account);
    }

    private boolean concerns(SimulatedAccount account) {
        return done.filter(what -> what.email().equals(account.email())).isPresent();
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
        done = Optional.of(hidden(account, base, effect, first.time()));
    }

    /** The rows that are shown. */
    public List<TradeRow> shown(SimulatedAccount account, List<TradeRow> rows) {
        boolean concerned = !hiddenTrades.isEmpty() && concerns(account);
        return concerned
                ? rows.stream().filter(row -> !hiddenTrades.contains(row)).toList()
                : rows;
    }

    /** Whether a deposit is shown at an instant. */
    public boolean shown(DepositRow row, long now) {
        return !row.id().equals(lateDeposit) || now >= midnight() + settings.lateDays() * Agenda.DAY_MS + NOON_MS;
    }

    /** The account whose keys are unknown at an instant. */
    public Optional<SimulatedAccount> revoked(long now) {
        return done.filter(what -> what.kind() == Break.REVOKED_KEY && what.at().toEpochMilli() <= now)
                .map(what -> accounts.get(place(what.email())));
    }

    private boolean hidesRows() {
        return settings.sabotage().filter(HIDING::contains).isPresent();
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

package recon.simulator.world;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import recon.simulator.SimulatedAccount;
import recon.simulator.draw.Draw;
import recon.simulator.market.Market;
import recon.simulator.market.Symbol;

/** Plans a day's deposits of one account; on the first day of all, the money that everything starts with. */
final class Deposits {
    private static final String HEX = "0123456789abcdef";
    private static final String DIGITS = "0123456789";
    private static final int MINUTE_MS = 60_000;
    private static final int HOUR_MS = 60 * MINUTE_MS;

    private final long seed;
    private final List<SimulatedAccount> accounts;
    private final List<String> coins;
    private final List<String> mainCoins;
    private final Amounts amounts;
    private final Wallets wallets;
    private final boolean funding;
    private final History history;
    private final Numbers numbers;
    private final Agenda agenda;
    private final Moments moments;

    /** @param funding whether some go to the funding wallet */
    Deposits(
            long seed,
            List<SimulatedAccount> accounts,
            Market market,
            Amounts amounts,
            Wallets wallets,
            boolean funding,
            History history,
            Numbers numbers,
            Agenda agenda,
            Moments moments) {
        this.seed = seed;
        this.accounts = accounts;
        this.coins = Stream.of("USDT", "BTC", "ETH", "BNB", "XRP", "LTC", "ADA", "LINK")
                .filter(market.assets()::contains)
                .filter(asset -> !market.passing().contains(asset))
                .toList();
        this.mainCoins = Stream.concat(
                        Stream.of("USDT", "BTC", "ETH", "BNB"),
                        market.gone().stream().map(Symbol::base))
                .filter(market.assets()::contains)
                .distinct()
                .toList();
        this.amounts = amounts;
        this.wallets = wallets;
        this.funding = funding;
        this.history = history;
        this.numbers = numbers;
        this.agenda = agenda;
        this.moments = moments;
    }

    /** The money that everything starts with; credited within the first minutes. */
    void start(long dayStart, int account) {
        Draw draw = Draw.of(seed, "start", account);
        List<String> firstCoins = account == 0 ? mainCoins : new ArrayList<>(List.of("USDT", "BNB"));
        for (String coin : firstCoins) {
            int dollars = account == 0 ? draw.between(60_000, 160_000) : draw.between(15_000, 40_000);
            agenda.note(dayStart + draw.between(1, 2 * MINUTE_MS), at -> {
                long done = at + draw.between(MINUTE_MS, 5 * MINUTE_MS);
                add(draw, account, coin, dollars, at, DepositRow.Fate.EXTERNAL, done, done, draw.text(HEX, 64));
            });
        }
    }

    void plan(long dayStart, int account) {
        Draw draw = Draw.of(seed, "deposits", dayStart, account);
        int count = account == 0 ? draw.between(1, 3) : draw.between(0, 2);
        for (int i = 0; i < count; i++) {
            Draw own = Draw.of(draw.next(), "deposit");
            agenda.note(moments.any(own, dayStart), at -> arrive(own, account, at));
        }
    }

    /** A deposit that is credited within minutes; returns its id. */
    String arriveSoon(int account, String coin, BigDecimal amount, long at) {
        Draw draw = Draw.of(seed, "soon", at, account);
        long id = numbers.other("deposit");
        long done = at + draw.between(MINUTE_MS, 5 * MINUTE_MS);
        add(draw, account, coin, amount, at, DepositRow.Fate.EXTERNAL, done, done, draw.text(HEX, 64), id);
        return String.valueOf(id);
    }

    private void arrive(Draw draw, int account, long at) {
        int kind = draw.below(100);
        String coin = draw.pick(coins);
        int dollars = draw.between(200, 20_000);
        String txId = draw.text(HEX, 64);
        long soon = at + draw.between(4 * MINUTE_MS, 45 * MINUTE_MS);
        if (kind < 45) {
            add(draw, account, coin, dollars, at, DepositRow.Fate.EXTERNAL, soon, soon, txId);
        } else if (kind < 60) {
            long unlocked = soon + draw.between(8 * MINUTE_MS, HOUR_MS);
            add(draw, account, coin, dollars, at, DepositRow.Fate.EXTERNAL, soon, unlocked, txId);
        } else if (kind < 70) {
            String offChain = "Off-chain transfer " + draw.text(DIGITS, 12);
            add(draw, account, coin, dollars, at, DepositRow.Fate.INTERNAL, at, at, offChain);
        } else if (kind < 80) {
            long late = at + draw.between(20 * HOUR_MS, 47 * HOUR_MS);
            add(draw, account, coin, dollars, at, DepositRow.Fate.EXTERNAL, late, late, txId);
        } else if (kind < 88) {
            add(draw, account, coin, dollars, at, DepositRow.Fate.EXTERNAL, soon, soon, txId);
            add(draw, account, coin, draw.between(100, 900), at, DepositRow.Fate.EXTERNAL, soon, soon, txId);
        } else {
            DepositRow.Fate fate = kind < 94 ? DepositRow.Fate.REJECTED : DepositRow.Fate.WRONG;
            add(draw, account, coin, dollars, at, fate, soon, soon, txId);
        }
    }

    private void add(
            Draw draw,
            int account,
            String coin,
            int dollars,
            long at,
            DepositRow.Fate fate,
            long decidedAt,
            long unlockedAt,
            String txId) {
        BigDecimal amount = amounts.worth(coin, dollars, at);
        long id = numbers.other("deposit");
        add(draw, account, coin, amount, at, fate, decidedAt, unlockedAt, txId, id);
    }

    private void add(
            Draw draw,
            int account,
            String coin,
            BigDecimal amount,
            long at,
            DepositRow.Fate fate,
            long decidedAt,
            long unlockedAt,
            String txId,
            long id) {
        DepositRow row = new DepositRow(
                String.valueOf(id),
                coin,
                amount,
                Networks.of(draw, coin),
                Networks.address(Draw.of(seed, "address " + coin, account)),
                Networks.address(draw),
                txId,
                at,
                fate,
                decidedAt,
                unlockedAt,
                funding && Draw.of(seed, "deposit wallet", id).chance(20));
        history.add(accounts.get(account).uid(), row);
        if (row.credits()) {
            String wallet = row.funding() ? Wallet.FUNDING : Wallet.SPOT;
            agenda.note(decidedAt, ms -> wallets.move(account, wallet, coin, ms, amount));
        }
    }
}

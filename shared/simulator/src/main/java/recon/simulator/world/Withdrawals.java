package recon.simulator.world;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import recon.simulator.SimulatedAccount;
import recon.simulator.Switches;
import recon.simulator.draw.Draw;

/** Plans a day's withdrawals of the main account; a sub-account cannot withdraw. */
final class Withdrawals {
    private static final int MAIN = 0;
    private static final String HEX = "0123456789abcdef";
    private static final long SECOND_MS = 1_000;
    private static final int MINUTE_MS = 60_000;
    private static final int HOUR_MS = 60 * MINUTE_MS;
    private static final int LEAST_DOLLARS = 60;

    private final long seed;
    private final List<SimulatedAccount> accounts;
    private final Switches switches;
    private final Amounts amounts;
    private final Vault vault;
    private final History history;
    private final Agenda agenda;
    private final Moments moments;

    Withdrawals(
            long seed,
            List<SimulatedAccount> accounts,
            Switches switches,
            Amounts amounts,
            Vault vault,
            History history,
            Agenda agenda,
            Moments moments) {
        this.seed = seed;
        this.accounts = accounts;
        this.switches = switches;
        this.amounts = amounts;
        this.vault = vault;
        this.history = history;
        this.agenda = agenda;
        this.moments = moments;
    }

    void plan(long dayStart) {
        Draw draw = Draw.of(seed, "withdrawals", dayStart);
        int count = draw.between(1, 3);
        for (int i = 0; i < count; i++) {
            Draw own = Draw.of(draw.next(), "withdrawal");
            agenda.note(wholeSecond(moments.any(own, dayStart)), at -> apply(own, at));
        }
        if (draw.chance(35)) {
            // Applied for before midnight and completed after it: where the debit's instant matters most.
            Draw own = Draw.of(draw.next(), "late withdrawal");
            long late = dayStart + Agenda.DAY_MS - own.between(1, 12) * (long) MINUTE_MS;
            agenda.note(wholeSecond(late), at -> apply(own, at));
        }
    }

    private void apply(Draw draw, long at) {
        Optional<String> affordable = coin(draw, at);
        if (affordable.isEmpty()) {
            return;
        }
        String coin = affordable.get();
        BigDecimal balance = vault.spendable(MAIN, coin);
        BigDecimal amount = amounts.rounded(coin, balance.multiply(BigDecimal.valueOf(draw.between(10, 60), 3)), at);
        BigDecimal fee = amounts.worth(coin, draw.between(1, 4), at).max(BigDecimal.ONE.movePointLeft(6));
        BigDecimal debit = switches.withdrawalAmountIsNet() ? amount.add(fee) : amount;
        if (amounts.dollars(coin, amount, at).intValue() < LEAST_DOLLARS || debit.compareTo(balance) > 0) {
            return;
        }
        boolean refused = draw.chance(25);
        WithdrawalRow row = new WithdrawalRow(
                draw.text(HEX, 32),
                coin,
                amount,
                fee,
                debit,
                draw.chance(92) ? Optional.of(Networks.of(draw, coin)) : Optional.empty(),
                Networks.address(draw),
                "0x" + draw.text(HEX, 64),
                draw.chance(40) ? Optional.of("wd-" + draw.text(HEX, 10)) : Optional.empty(),
                at,
                at + draw.between(20, 150) * SECOND_MS,
                refused ? refusal(draw, at) : completion(draw, at),
                refused);
        history.add(accounts.get(MAIN).uid(), row);
        settle(row);
    }

    private void settle(WithdrawalRow row) {
        if (switches.withdrawalDebitedAtCompletion()) {
            vault.hold(MAIN, row.coin(), row.debit());
            agenda.note(row.decidedAt(), at -> {
                vault.release(MAIN, row.coin(), row.debit());
                if (!row.refused()) {
                    vault.move(MAIN, row.coin(), at, row.debit().negate());
                }
            });
        } else {
            vault.move(MAIN, row.coin(), row.applyTime(), row.debit().negate());
            if (row.refused()) {
                agenda.note(row.decidedAt(), at -> vault.move(MAIN, row.coin(), at, row.debit()));
            }
        }
    }

    private Optional<String> coin(Draw draw, long at) {
        List<String> able = vault.settled(MAIN, at).entrySet().stream()
                .filter(entry ->
                        amounts.dollars(entry.getKey(), entry.getValue(), at).intValue() > LEAST_DOLLARS * 40)
                .map(Map.Entry::getKey)
                .toList();
        return able.isEmpty() ? Optional.empty() : Optional.of(draw.pick(able));
    }

    private static long completion(Draw draw, long at) {
        int longest = draw.chance(20) ? 9 * HOUR_MS : 50 * MINUTE_MS;
        return wholeSecond(at + draw.between(5 * MINUTE_MS, longest));
    }

    /** 10 minutes to 20 hours after the application, but never in the first hour of a day. */
    private static long refusal(Draw draw, long at) {
        long refusal = at + draw.between(10 * MINUTE_MS, 19 * HOUR_MS);
        return Math.floorMod(refusal, Agenda.DAY_MS) <= HOUR_MS ? refusal + HOUR_MS : refusal;
    }

    private static long wholeSecond(long ms) {
        return Math.floorDiv(ms, SECOND_MS) * SECOND_MS;
    }
}

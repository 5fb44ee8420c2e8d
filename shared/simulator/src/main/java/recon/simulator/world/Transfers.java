package recon.simulator.world;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import recon.simulator.SimulatedAccount;
import recon.simulator.draw.Draw;

/** Plans a day's transfers between the accounts. */
final class Transfers {
    private static final int LEAST_DOLLARS = 200;
    private static final String HEX = "0123456789abcdef";

    private final long seed;
    private final List<SimulatedAccount> accounts;
    private final boolean idsShared;
    private final Amounts amounts;
    private final Vault vault;
    private final History history;
    private final Numbers numbers;
    private final Agenda agenda;
    private final Moments moments;

    Transfers(
            long seed,
            List<SimulatedAccount> accounts,
            boolean idsShared,
            Amounts amounts,
            Vault vault,
            History history,
            Numbers numbers,
            Agenda agenda,
            Moments moments) {
        this.seed = seed;
        this.accounts = accounts;
        this.idsShared = idsShared;
        this.amounts = amounts;
        this.vault = vault;
        this.history = history;
        this.numbers = numbers;
        this.agenda = agenda;
        this.moments = moments;
    }

    void plan(long dayStart) {
        if (accounts.size() < 2) {
            return;
        }
        Draw draw = Draw.of(seed, "transfers", dayStart);
        note(draw, draw.between(2, 4) + accounts.size() / 3, dayStart, false);
    }

    /** Those that the older history alone shows. */
    void planLegacy(long dayStart) {
        if (accounts.size() >= 2) {
            Draw draw = Draw.of(seed, "legacy transfers", dayStart);
            note(draw, draw.between(1, 2) + accounts.size() / 6, dayStart, true);
        }
    }

    private void note(Draw draw, int count, long dayStart, boolean legacy) {
        for (int i = 0; i < count; i++) {
            Draw own = Draw.of(draw.next(), "transfer");
            agenda.note(moments.any(own, dayStart), at -> transfer(own, at, legacy));
        }
    }

    private void transfer(Draw draw, long at, boolean legacy) {
        int kind = draw.below(100);
        int sub = draw.between(1, accounts.size() - 1);
        int other = accounts.size() > 2 ? 1 + (sub + draw.below(accounts.size() - 2)) % (accounts.size() - 1) : 0;
        int from = kind < 45 ? 0 : sub;
        int to = kind < 45 ? sub : kind < 75 ? 0 : other;
        coin(draw, from, at).ifPresent(coin -> {
            BigDecimal share = vault.spendable(from, coin).multiply(BigDecimal.valueOf(draw.between(10, 90), 3));
            BigDecimal amount = amounts.rounded(coin, share, at);
            boolean success = !draw.chance(12);
            if (amount.signum() > 0) {
                add(draw, from, to, coin, amount, at, success, legacy);
            }
        });
    }

    private void add(
            Draw draw, int from, int to, String coin, BigDecimal amount, long at, boolean success, boolean legacy) {
        long id = numbers.transfer();
        TransferRow row = new TransferRow(
                id,
                idsShared ? id : numbers.other("own transfer"),
                accounts.get(from).uid(),
                accounts.get(to).uid(),
                coin,
                amount,
                at,
                success,
                draw.chance(50) ? Optional.of("ct" + draw.text(HEX, 14)) : Optional.empty(),
                Wallet.SPOT,
                Wallet.SPOT);
        if (legacy) {
            history.addLegacy(row);
        } else {
            history.add(row, Draw.of(seed, "legacy view", id).chance(50));
        }
        if (success) {
            vault.move(from, coin, at, amount.negate());
            vault.move(to, coin, at, amount);
        }
    }

    private Optional<String> coin(Draw draw, int from, long at) {
        List<String> able = vault.settled(from, at).entrySet().stream()
                .filter(entry ->
                        amounts.dollars(entry.getKey(), entry.getValue(), at).intValue() > LEAST_DOLLARS)
                .map(Map.Entry::getKey)
                .toList();
        return able.isEmpty() ? Optional.empty() : Optional.of(draw.pick(able));
    }
}

package recon.simulator.world;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import recon.simulator.draw.Draw;

/** All wallets of all accounts: the spot wallets of the vault, and the others, which begin when they are first used. */
final class Wallets {
    private final Vault vault;
    private final Amounts amounts;
    private final List<String> passing;
    private final long fundingDelayMs;
    private final List<SortedMap<String, Purse>> purses = new ArrayList<>();

    /** @param passing assets that nobody keeps, and that are left alone therefore */
    Wallets(int accounts, Vault vault, Amounts amounts, List<String> passing, long fundingDelayMs) {
        this.vault = vault;
        this.amounts = amounts;
        this.passing = passing;
        this.fundingDelayMs = fundingDelayMs;
        for (int i = 0; i < accounts; i++) {
            purses.add(new TreeMap<>());
        }
    }

    /** The wallet of an account, begun where it is not. */
    Purse purse(int account, String wallet) {
        return purses.get(account).computeIfAbsent(wallet, _ -> new Purse(fundingDelayMs));
    }

    /** All of an account's wallets that were ever used, but the spot wallet. */
    SortedMap<String, Purse> of(int account) {
        return Collections.unmodifiableSortedMap(purses.get(account));
    }

    /** What can be spent of an asset. */
    BigDecimal spendable(int account, String wallet, String asset) {
        return wallet.equals(Wallet.SPOT)
                ? vault.spendable(account, asset)
                : purse(account, wallet).holds(asset);
    }

    void move(int account, String wallet, String asset, long at, BigDecimal amount) {
        if (wallet.equals(Wallet.SPOT)) {
            vault.move(account, asset, at, amount);
        } else {
            purse(account, wallet).move(asset, at, amount);
        }
    }

    /** A fill's effect on one asset of the spot wallet. */
    void fill(int account, String asset, long at, BigDecimal amount) {
        vault.fill(account, asset, at, amount);
    }

    /** One of {@link #worth}. */
    Optional<String> coin(Draw draw, int account, String wallet, int dollars, long at, Predicate<String> wanted) {
        List<String> able = worth(account, wallet, dollars, at, wanted);
        return able.isEmpty() ? Optional.empty() : Optional.of(draw.pick(able));
    }

    /** Assets of which more than so many dollars' worth can be moved away at the instant. */
    List<String> worth(int account, String wallet, int dollars, long at, Predicate<String> wanted) {
        return held(account, wallet, at).entrySet().stream()
                .filter(entry -> wanted.test(entry.getKey()) && !passing.contains(entry.getKey()))
                .filter(entry ->
                        amounts.dollars(entry.getKey(), entry.getValue(), at).intValue() > dollars)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What can be moved away at the instant. */
    private SortedMap<String, BigDecimal> held(int account, String wallet, long at) {
        if (wallet.equals(Wallet.SPOT)) {
            return vault.settled(account, at);
        }
        SortedMap<String, BigDecimal> held = new TreeMap<>();
        Purse purse = purse(account, wallet);
        purse.balance().assets().forEach(asset -> held.put(asset, purse.holds(asset)));
        return held;
    }
}

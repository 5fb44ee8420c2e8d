package recon.simulator.world;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What every account can spend while its activity unfolds; every movement goes through here into the books. Nothing may
 * be spent that is not there.
 */
final class Vault {
    /** Longer than the longest delay of a fill, so that no balance is spent before it shows. */
    private static final long SETTLING_MS = 1_000;

    private final List<Book> books = new ArrayList<>();
    private final List<SortedMap<String, BigDecimal>> spendable = new ArrayList<>();
    private final List<Map<String, Long>> lastBought = new ArrayList<>();

    private final Journal journal;

    Vault(int accounts, long effectDelayMs, Journal journal) {
        this.journal = journal;
        for (int i = 0; i < accounts; i++) {
            books.add(new Book(effectDelayMs));
            spendable.add(new TreeMap<>());
            lastBought.add(new HashMap<>());
        }
    }

    Book book(int account) {
        return books.get(account);
    }

    BigDecimal spendable(int account, String asset) {
        return spendable.get(account).getOrDefault(asset, BigDecimal.ZERO);
    }

    /** What can be moved away at the instant without overtaking a fill that has not taken effect. */
    SortedMap<String, BigDecimal> settled(int account, long now) {
        SortedMap<String, BigDecimal> settled = new TreeMap<>(spendable.get(account));
        settled.keySet()
                .removeIf(asset -> lastBought.get(account).getOrDefault(asset, Long.MIN_VALUE / 2) + SETTLING_MS > now);
        return Collections.unmodifiableSortedMap(settled);
    }

    /** A trade's effect on one asset. */
    void fill(int account, String asset, long at, BigDecimal amount) {
        if (amount.signum() != 0) {
            spend(account, asset, amount);
            books.get(account).fill(asset, at, amount);
            if (amount.signum() > 0) {
                lastBought.get(account).put(asset, at);
            }
        }
    }

    /** Any other movement. */
    void move(int account, String asset, long at, BigDecimal amount) {
        spend(account, asset, amount);
        books.get(account).other(asset, at, amount);
        journal.moved(account, asset, at, amount);
    }

    /** Puts an amount aside: it cannot be spent, the balance stays. */
    void hold(int account, String asset, BigDecimal amount) {
        spend(account, asset, amount.negate());
    }

    /** Gives back what was put aside. */
    void release(int account, String asset, BigDecimal amount) {
        spend(account, asset, amount);
    }

    /** A credit that the account's owner does not know of and never spends. */
    void drop(int account, String asset, long at, BigDecimal amount) {
        books.get(account).other(asset, at, amount);
    }

    private void spend(int account, String asset, BigDecimal amount) {
        BigDecimal left = spendable(account, asset).add(amount);
        if (left.signum() < 0) {
            throw new IllegalStateException("more is spent than is there");
        }
        spendable.get(account).put(asset, left);
    }
}

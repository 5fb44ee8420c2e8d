package recon.simulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import recon.simulator.world.Book;
import recon.simulator.world.Holding;
import recon.simulator.world.Purse;

/**
 * The state of one asset of a margin wallet.
 *
 * @param asset the asset
 * @param free can be spent, what was borrowed included
 * @param locked the same for what rests in orders
 * @param borrowed principal owed
 * @param interest interest owed
 */
record Debts(String asset, BigDecimal free, BigDecimal locked, BigDecimal borrowed, BigDecimal interest) {
    /** All assets that a wallet of the caller holds or owes, at an instant that is not to come. */
    static SortedMap<String, Debts> of(Asked asked, String wallet, long at) {
        SortedMap<String, Debts> all = new TreeMap<>();
        List<Holding> held = asked.world().holdings(asked.account(), wallet, at);
        Optional<Purse> purse = Optional.ofNullable(
                asked.world().pursesUntil(asked.account().uid(), at).get(wallet));
        SortedMap<String, BigDecimal> borrowed = owed(purse, Purse::borrowed, at);
        SortedMap<String, BigDecimal> interest = owed(purse, Purse::interest, at);
        held.forEach(holding ->
                all.put(holding.asset(), of(holding.asset(), holding.free(), holding.locked(), borrowed, interest)));
        for (Map<String, BigDecimal> owed : List.of(borrowed, interest)) {
            owed.keySet()
                    .forEach(asset ->
                            all.putIfAbsent(asset, of(asset, BigDecimal.ZERO, BigDecimal.ZERO, borrowed, interest)));
        }
        return all;
    }

    /** Nothing of an asset. */
    static Debts none(String asset) {
        return new Debts(asset, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    BigDecimal total() {
        return free.add(locked);
    }

    BigDecimal liability() {
        return borrowed.add(interest);
    }

    BigDecimal net() {
        return total().subtract(liability());
    }

    /** Dollars that a part of all of them is worth. */
    static BigDecimal dollars(Iterable<Debts> all, Function<Debts, BigDecimal> part, Worth worth) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Debts each : all) {
            sum = sum.add(worth.dollars(each.asset, part.apply(each)));
        }
        return sum;
    }

    /** The fields that every list of them has, in an object that is open. */
    void write(JsonGenerator json) throws IOException {
        json.writeStringField("asset", asset);
        json.writeStringField("borrowed", Money.plain(borrowed));
        json.writeStringField("free", Money.plain(free));
        json.writeStringField("interest", Money.plain(interest));
        json.writeStringField("locked", Money.plain(locked));
        json.writeStringField("netAsset", Money.plain(net()));
    }

    private static Debts of(
            String asset,
            BigDecimal free,
            BigDecimal locked,
            Map<String, BigDecimal> borrowed,
            Map<String, BigDecimal> interest) {
        return new Debts(
                asset,
                free,
                locked,
                borrowed.getOrDefault(asset, BigDecimal.ZERO),
                interest.getOrDefault(asset, BigDecimal.ZERO));
    }

    private static SortedMap<String, BigDecimal> owed(Optional<Purse> purse, Function<Purse, Book> book, long at) {
        return purse.map(book).map(known -> known.inEffect(at)).orElseGet(Collections::emptySortedMap);
    }
}

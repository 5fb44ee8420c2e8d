package recon.simulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import recon.simulator.market.Symbol;
import recon.simulator.world.Wallet;

/** {@code GET /sapi/v1/margin/isolated/account}: the wallets of single pairs; totals only where all are asked for. */
final class IsolatedAccount implements Endpoint {
    private static final int MOST_SYMBOLS = 5;

    @Override
    public String path() {
        return "/sapi/v1/margin/isolated/account";
    }

    @Override
    public Access access() {
        return Access.SIGNED;
    }

    @Override
    public int weight(Parameters parameters) {
        return 10;
    }

    @Override
    public Set<String> parameters() {
        return Set.of("symbols");
    }

    @Override
    public void answer(Asked asked, JsonGenerator json) throws IOException, Refusal {
        Optional<String> symbols = asked.parameters().text("symbols");
        List<Symbol> wanted = new ArrayList<>();
        if (symbols.isPresent()) {
            for (String name : symbols.get().split(",", -1)) {
                wanted.add(asked.symbol(name));
            }
        }
        if (wanted.size() > MOST_SYMBOLS) {
            throw Refusal.invalid("symbols");
        }
        for (String wallet :
                asked.world().pursesUntil(asked.account().uid(), asked.now()).keySet()) {
            Optional<String> pair = Wallet.pair(wallet).filter(_ -> symbols.isEmpty());
            if (pair.isPresent()) {
                wanted.add(asked.symbol(pair.get()));
            }
        }
        Worth worth = new Worth(asked.world().prices(), asked.now());
        List<Debts> all = new ArrayList<>();
        json.writeStartObject();
        json.writeArrayFieldStart("assets");
        for (Symbol symbol : wanted) {
            Map<String, Debts> debts = Debts.of(asked, Wallet.isolated(symbol.name()), asked.now());
            all.addAll(debts.values());
            write(symbol, debts, worth, json);
        }
        json.writeEndArray();
        if (symbols.isEmpty()) {
            total("totalAssetOfBtc", Debts.dollars(all, Debts::total, worth), worth, json);
            total("totalLiabilityOfBtc", Debts.dollars(all, Debts::liability, worth), worth, json);
            total("totalNetAssetOfBtc", Debts.dollars(all, Debts::net, worth), worth, json);
        }
        json.writeEndObject();
    }

    private static void total(String name, BigDecimal dollars, Worth worth, JsonGenerator json) throws IOException {
        json.writeStringField(name, Money.plain(worth.in("BTC", dollars)));
    }

    private static void write(Symbol symbol, Map<String, Debts> debts, Worth worth, JsonGenerator json)
            throws IOException {
        json.writeStartObject();
        side("baseAsset", debts.getOrDefault(symbol.base(), Debts.none(symbol.base())), worth, json);
        side("quoteAsset", debts.getOrDefault(symbol.quote(), Debts.none(symbol.quote())), worth, json);
        json.writeStringField("symbol", symbol.name());
        json.writeBooleanField("isolatedCreated", true);
        json.writeBooleanField("enabled", true);
        BigDecimal liability = Debts.dollars(debts.values(), Debts::liability, worth);
        json.writeStringField(
                "marginLevel",
                liability.signum() == 0
                        ? "999.00000000"
                        : Debts.dollars(debts.values(), Debts::total, worth)
                                .divide(liability, MathContext.DECIMAL32)
                                .toPlainString());
        json.writeStringField("marginLevelStatus", "EXCESSIVE");
        json.writeStringField("marginRatio", "5.00000000");
        json.writeStringField("indexPrice", Money.plain(worth.prices().price(symbol, worth.at())));
        json.writeStringField("liquidatePrice", "0");
        json.writeStringField("liquidateRate", "0");
        json.writeBooleanField("tradeEnabled", true);
        json.writeEndObject();
    }

    private static void side(String name, Debts debts, Worth worth, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(name);
        debts.write(json);
        json.writeBooleanField("borrowEnabled", true);
        json.writeStringField("netAssetOfBtc", Money.plain(worth.in("BTC", worth.dollars(debts.asset(), debts.net()))));
        json.writeBooleanField("repayEnabled", true);
        json.writeStringField("totalAsset", Money.plain(debts.total()));
        json.writeEndObject();
    }
}

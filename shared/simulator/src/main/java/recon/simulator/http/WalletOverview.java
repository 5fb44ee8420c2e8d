package recon.simulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import recon.simulator.SimulatedAccount;
import recon.simulator.world.Purse;
import recon.simulator.world.Wallet;

/**
 * {@code GET /sapi/v1/asset/wallet/balance}: a line per kind of wallet, valued in one asset; margin without what is owed,
 * futures without what is not realised.
 */
final class WalletOverview implements Endpoint {
    private static final int WEIGHT = 60;
    private static final List<String> OTHERS = List.of("COIN-M Futures", "Options", "Trading Bots", "Copy Trading");

    @Override
    public String path() {
        return "/sapi/v1/asset/wallet/balance";
    }

    @Override
    public Access access() {
        return Access.SIGNED;
    }

    @Override
    public int weight(Parameters parameters) {
        return WEIGHT;
    }

    @Override
    public Set<String> parameters() {
        return Set.of("quoteAsset");
    }

    @Override
    public void answer(Asked asked, JsonGenerator json) throws IOException, Refusal {
        String quote = asked.parameters().text("quoteAsset").orElse("BTC");
        if (!asked.world().market().assets().contains(quote)) {
            throw Refusal.invalid("quoteAsset");
        }
        Worth worth = new Worth(asked.world().prices(), asked.now());
        json.writeStartArray();
        for (Map.Entry<String, BigDecimal> line : dollars(asked, worth).entrySet()) {
            json.writeStartObject();
            json.writeBooleanField("activate", !OTHERS.contains(line.getKey()));
            json.writeStringField("balance", Money.plain(worth.in(quote, line.getValue())));
            json.writeStringField("walletName", line.getKey());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static Map<String, BigDecimal> dollars(Asked asked, Worth worth) {
        SimulatedAccount account = asked.account();
        SortedMap<String, Purse> purses = asked.world().pursesUntil(account.uid(), asked.now());
        Map<String, BigDecimal> lines = new LinkedHashMap<>();
        lines.put(
                "Spot",
                asked.world().holdings(account, asked.now()).stream()
                        .map(held -> worth.dollars(held.asset(), held.free().add(held.locked())))
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
        lines.put("Funding", BigDecimal.ZERO);
        lines.put("Cross Margin", BigDecimal.ZERO);
        lines.put("Isolated Margin", BigDecimal.ZERO);
        lines.put("USD-M Futures", BigDecimal.ZERO);
        lines.put("Earn", BigDecimal.ZERO);
        OTHERS.forEach(name -> lines.put(name, BigDecimal.ZERO));
        purses.forEach((wallet, purse) -> lines.merge(name(wallet), net(purse, worth), BigDecimal::add));
        return lines;
    }

    private static BigDecimal net(Purse purse, Worth worth) {
        return sum(purse.balance().inEffect(worth.at()), worth)
                .subtract(sum(purse.borrowed().inEffect(worth.at()), worth))
                .subtract(sum(purse.interest().inEffect(worth.at()), worth));
    }

    private static BigDecimal sum(SortedMap<String, BigDecimal> amounts, Worth worth) {
        return amounts.entrySet().stream()
                .map(entry -> worth.dollars(entry.getKey(), entry.getValue()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String name(String wallet) {
        return switch (wallet) {
            case Wallet.FUNDING -> "Funding";
            case Wallet.MARGIN -> "Cross Margin";
            case Wallet.FUTURES -> "USD-M Futures";
            case Wallet.EARN -> "Earn";
            default -> "Isolated Margin";
        };
    }
}

package recon.aggregate.archive;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import recon.binance.futuresaccount.FuturesBalanceRows;
import recon.ledger.balance.AssetBalance;
import recon.ledger.position.row.CapturedWallet;

/** Captures of the futures wallet, and which of them its income can be held against. */
final class ShownWallets {
    private final FuturesBalanceRows rows;
    private final List<CapturedWallet> captures = new ArrayList<>();

    ShownWallets(ObjectMapper json) {
        this.rows = new FuturesBalanceRows(json);
    }

    /** @throws recon.binance.source.MalformedReply if it is not whole: it is no capture then */
    void read(Answer answer, JsonParser parser) throws IOException {
        Map<String, BigDecimal> balances = new HashMap<>();
        for (AssetBalance balance : rows.read(parser)) {
            balances.merge(balance.asset(), balance.total(), BigDecimal::add);
        }
        captures.add(new CapturedWallet(
                answer.sentAt().toEpochMilli(), answer.receivedAt().toEpochMilli(), balances));
    }

    /**
     * Those of which all income was asked for.
     *
     * @param since from when on; empty if it never was
     * @param until up to when what is not there is missing and not late
     */
    List<CapturedWallet> between(Optional<Instant> since, Instant until) {
        return captures.stream()
                .filter(capture -> since.filter(first -> first.toEpochMilli() <= capture.sentAt())
                        .isPresent())
                .filter(capture -> capture.receivedAt() < until.toEpochMilli())
                .toList();
    }
}

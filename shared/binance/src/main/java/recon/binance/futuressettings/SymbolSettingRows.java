package recon.binance.futuressettings;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;
import recon.binance.source.Fields;
import recon.binance.source.RowStream;
import recon.ledger.position.entry.LeverageSetting;
import recon.ledger.position.entry.LeverageSource;

/** What a row of {@code GET /fapi/v1/symbolConfig} says: how a contract is margined when it is asked for. */
public final class SymbolSettingRows {
    private final RowStream<ConfigRow> rows;

    /** @param json as {@code ExchangeJson} makes it */
    public SymbolSettingRows(ObjectMapper json) {
        this.rows = new RowStream<>(json, ConfigRow.class, FuturesSymbolConfig.NAME);
    }

    /**
     * What is set for a contract.
     *
     * @param symbol the contract
     * @param setting leverage and margin type, as far as the row says them
     */
    public record SymbolSetting(String symbol, LeverageSetting setting) {}

    /**
     * The setting that the parser has just come to.
     *
     * @param row its zero-based position
     * @throws recon.binance.source.MalformedReply if it names no contract
     * @throws IOException if the answer ends or is no JSON
     */
    public SymbolSetting read(JsonParser parser, int row) throws IOException {
        ConfigRow given = rows.read(parser, row);
        return new SymbolSetting(
                new Fields(FuturesSymbolConfig.NAME, row).text(given.symbol(), "symbol"),
                new LeverageSetting(
                        Optional.ofNullable(given.leverage()),
                        Optional.ofNullable(given.marginType()).filter(type -> !type.isEmpty()),
                        LeverageSource.SYMBOL_CONFIG));
    }
}

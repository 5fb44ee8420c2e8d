package recon.benchmark.position;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import recon.binance.futuresincome.FuturesIncomeRows;
import recon.binance.futurestrades.FuturesTradeRows;
import recon.binance.json.ExchangeJson;
import recon.ledger.booking.FuturesIncome;
import recon.ledger.position.Lifecycle;
import recon.ledger.position.row.CommissionSign;
import recon.ledger.position.row.FuturesFill;

/** The rows as the exchange answers them, gzipped; and the same for the script, as CSV. */
final class AnswerFiles {
    private static final int BUFFER = 1 << 16;

    private final ObjectMapper json = ExchangeJson.mapper();
    private final Path folder;

    private AnswerFiles(Path folder) {
        this.folder = folder;
    }

    /** Reads one row. */
    private interface Row<T> {
        T read(JsonParser parser, int row) throws IOException;
    }

    static AnswerFiles write(TradingDay day, Path folder) throws IOException {
        AnswerFiles files = new AnswerFiles(folder);
        files.writeJson(day);
        files.writeCsv(day);
        return files;
    }

    /** Both files through one fold, row by row. */
    FillsToLifecycles.Counted fold(FillsToLifecycles folding) {
        FuturesTradeRows fills = new FuturesTradeRows(json, CommissionSign.PAID_IS_POSITIVE);
        FuturesIncomeRows income = new FuturesIncomeRows(json);
        try (JsonParser trades = parser("trades.json.gz");
                JsonParser incomes = parser("income.json.gz")) {
            FillsToLifecycles.Counted counted = new FillsToLifecycles.Counted();
            folding.fold(
                    rows(trades, (parser, row) -> fills.read(parser, row, TradingDay.ACCOUNT)),
                    rows(incomes, (parser, row) -> income.read(parser, row, TradingDay.ACCOUNT)),
                    counted);
            return counted;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes what the script's rows are compared with. */
    void entries(FillsToLifecycles folding) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(folder.resolve("entries.csv"))) {
            folding.fold(new FillsToLifecycles.Counted() {
                @Override
                public void closed(Lifecycle lifecycle) {
                    try {
                        writer.write(EntryComparison.line(lifecycle));
                        writer.newLine();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
            });
        }
    }

    private JsonParser parser(String name) throws IOException {
        JsonParser parser = json.createParser(new GZIPInputStream(Files.newInputStream(folder.resolve(name)), BUFFER));
        parser.nextToken();
        return parser;
    }

    private static <T> Iterator<T> rows(JsonParser parser, Row<T> row) {
        return new Iterator<>() {
            private int number;
            private boolean ready;

            @Override
            public boolean hasNext() {
                try {
                    ready = ready || parser.nextToken() == JsonToken.START_OBJECT;
                    return ready;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public T next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                ready = false;
                try {
                    return row.read(parser, number++);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    private void writeJson(TradingDay day) throws IOException {
        try (JsonGenerator out = generator("trades.json.gz")) {
            out.writeStartArray();
            for (FuturesFill fill : day.fills) {
                out.writeStartObject();
                out.writeStringField("symbol", fill.symbol());
                out.writeNumberField("id", fill.id());
                out.writeNumberField("orderId", fill.orderId());
                out.writeStringField("side", fill.buyer() ? "BUY" : "SELL");
                out.writeStringField("price", fill.price().toPlainString());
                out.writeStringField("qty", fill.quantity().toPlainString());
                out.writeStringField("realizedPnl", fill.realizedPnl().toPlainString());
                out.writeStringField("marginAsset", fill.marginAsset());
                out.writeStringField(
                        "quoteQty", fill.price().multiply(fill.quantity()).toPlainString());
                out.writeStringField("commission", fill.commission().toPlainString());
                out.writeStringField("commissionAsset", fill.commissionAsset());
                out.writeNumberField("time", fill.time());
                out.writeStringField("positionSide", fill.positionSide().name());
                out.writeBooleanField("buyer", fill.buyer());
                out.writeBooleanField("maker", fill.maker());
                out.writeEndObject();
            }
            out.writeEndArray();
        }
        try (JsonGenerator out = generator("income.json.gz")) {
            out.writeStartArray();
            for (FuturesIncome row : day.income) {
                out.writeStartObject();
                out.writeStringField("symbol", row.symbol());
                out.writeStringField("incomeType", row.incomeType());
                out.writeStringField("income", row.income().toPlainString());
                out.writeStringField("asset", row.asset());
                out.writeNumberField("time", row.time().toEpochMilli());
                out.writeStringField("info", row.incomeType());
                out.writeNumberField("tranId", row.tranId());
                out.writeStringField("tradeId", row.tradeId());
                out.writeEndObject();
            }
            out.writeEndArray();
        }
    }

    private JsonGenerator generator(String name) throws IOException {
        return json.getFactory()
                .createGenerator(
                        new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)), BUFFER), JsonEncoding.UTF8);
    }

    private void writeCsv(TradingDay day) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("fills.csv"))) {
            out.write("symbol,id,side,price,qty,time\n");
            for (FuturesFill fill : day.fills) {
                out.write(String.join(
                        ",",
                        fill.symbol(),
                        Long.toString(fill.id()),
                        fill.buyer() ? "BUY" : "SELL",
                        fill.price().toPlainString(),
                        fill.quantity().toPlainString(),
                        Long.toString(fill.time())));
                out.newLine();
            }
        }
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("income.csv"))) {
            out.write("incomeType,symbol,income,asset,time,tradeId\n");
            for (FuturesIncome row : day.income) {
                out.write(String.join(
                        ",",
                        row.incomeType(),
                        row.symbol(),
                        row.income().toPlainString(),
                        row.asset(),
                        Long.toString(row.time().toEpochMilli()),
                        row.tradeId()));
                out.newLine();
            }
        }
    }
}

package recon.record.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import recon.storage.batch.QueuedMessage;
import recon.storage.execution.ExecutionMessage;

/** One thing that happens to an order, as the exchange would write it. */
record Event(
        String symbol,
        long order,
        long execution,
        String kind,
        String status,
        String quantity,
        String traded,
        String price,
        String fee,
        String feeAsset,
        String filled,
        String quote,
        String more) {
    static final long T0 = 1767607200000L;

    static Event of(
            long order, long execution, String kind, String status, String quantity, String filled, String quote) {
        return new Event("ABCUSDT", order, execution, kind, status, quantity, "0", "0", "0", "", filled, quote, "");
    }

    /** A trade beside it. */
    Event traded(String amount, String at, String cost, String asset) {
        return new Event(
                symbol, order, execution, "TRADE", status, quantity, amount, at, cost, asset, filled, quote, more);
    }

    /** Further fields. */
    Event with(String fields) {
        return new Event(
                symbol, order, execution, kind, status, quantity, traded, price, fee, feeAsset, filled, quote, fields);
    }

    Event in(String market) {
        return new Event(
                market, order, execution, kind, status, quantity, traded, price, fee, feeAsset, filled, quote, more);
    }

    String json() {
        String quoteTraded =
                new BigDecimal(traded).multiply(new BigDecimal(price)).toPlainString();
        return """
                {"e":"executionReport","E":%d,"s":"%s","c":"bot","S":"BUY","o":"LIMIT","f":"GTC","q":"%s","p":"12",\
                "P":"0","F":"0","g":-1,"C":"","x":"%s","X":"%s","r":"NONE","i":%d,"l":"%s","z":"%s","L":"%s","n":"%s",\
                "N":%s,"T":%d,"t":%d,"I":%d,"w":true,"m":false,"M":false,"O":%d,"Z":"%s","Y":"%s","Q":"0","W":%d%s}""".formatted(
                        T0 + execution + 1,
                        symbol,
                        quantity,
                        kind,
                        status,
                        order,
                        traded,
                        filled,
                        price,
                        fee,
                        feeAsset.isEmpty() ? "null" : "\"" + feeAsset + "\"",
                        T0 + execution,
                        traded.equals("0") ? -1 : 100 + execution,
                        execution,
                        T0,
                        quote,
                        quoteTraded,
                        T0,
                        more);
    }

    /** The message that carries it, received by that connection. */
    QueuedMessage message(String id, String connection) {
        return message(id, json(), connection, false, 1);
    }

    static QueuedMessage message(String id, String body, String connection, boolean archived, int deliveries) {
        ExecutionMessage message =
                new ExecutionMessage(body, "7", Instant.ofEpochMilli(T0 + 500), connection, 1, archived);
        Map<String, QueuedMessage.Attribute> attributes = message.attributes().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> new QueuedMessage.Attribute(e.getValue(), "String")));
        return new QueuedMessage(id, body, Map.of("ApproximateReceiveCount", Integer.toString(deliveries)), attributes);
    }
}

package recon.local.positions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import recon.accounts.Configuration;
import recon.binance.client.Credentials;
import recon.binance.client.Hosts;
import recon.binance.client.HttpTransport;
import recon.binance.client.Timeouts;
import recon.binance.futuresdownloads.DownloadKind;
import recon.binance.request.HostFamily;
import recon.binance.request.Method;
import recon.binance.request.Request;
import recon.binance.request.Security;
import recon.ledger.setting.LedgerSettings;
import recon.ledger.setting.Settlement;
import recon.local.check.Answer;
import recon.local.check.Questions;
import recon.local.clock.VirtualClock;
import recon.simulator.Activity;
import recon.simulator.SimulatedAccount;
import recon.simulator.Simulator;
import recon.simulator.SimulatorSettings;
import recon.simulator.Switches;
import recon.simulator.futures.PositionTruth;

/** Asks a simulated exchange for all that it says of contracts over a few days, as a person who makes a dump does. */
final class FuturesAnswers implements AutoCloseable {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 2;
    /** Trading begins some days before the books do; more than seven days are more than one answer gives. */
    private static final Duration EARLIER = Duration.ofDays(4);
    /** Rows come late, and are all there by then. */
    private static final Duration LATER = Duration.ofHours(6).plusSeconds(5);

    private static final Duration WEEK = Duration.ofDays(7);

    private static final int WEIGHT = 5;

    private final VirtualClock clock;
    private final Simulator exchange;
    private final HttpTransport transport;
    private final Questions questions;
    private final ObjectMapper json = new ObjectMapper();
    private final Instant midnight = FIRST.atStartOfDay(ZoneOffset.UTC).toInstant();
    private final Instant begin = midnight.minus(EARLIER);

    private FuturesAnswers(long seed, Path folder) {
        clock = VirtualClock.open(
                folder.resolve("clock"), midnight.plus(Duration.ofDays(DAYS)).plus(LATER));
        exchange = Simulator.start(
                SimulatorSettings.of(seed, 2, FIRST)
                        .withSymbols(4)
                        .withTradesPerDay(2)
                        .withActivities(Set.of(Activity.FUTURES)),
                clock,
                folder);
        transport = HttpTransport.open(Timeouts.STANDARD);
        questions = new Questions(
                new Configuration(
                        Path.of("accounts.yaml"),
                        new Hosts(exchange.baseUri(), exchange.baseUri()),
                        Optional.empty(),
                        OptionalInt.empty(),
                        Settlement.USUAL,
                        LedgerSettings.ASSUMED,
                        List.of()),
                transport,
                clock,
                clock);
    }

    static FuturesAnswers of(long seed, Path folder) throws IOException {
        return new FuturesAnswers(seed, Files.createDirectories(folder));
    }

    /** The world goes on. */
    void pass(Duration time) {
        clock.pass(time);
    }

    /** Now, at the exchange. */
    Instant now() {
        return clock.instant();
    }

    /** When the first row was written. */
    Instant begin() {
        return begin;
    }

    List<SimulatedAccount> accounts() {
        return exchange.accounts();
    }

    List<PositionTruth> positions(SimulatedAccount account) {
        return exchange.truth().positions(account.uid(), clock.instant());
    }

    /** Writes what the exchange answers of an account, under the names of its endpoints. */
    void write(SimulatedAccount account, Path file) throws IOException {
        Optional<Credentials> key = key(account);
        ObjectNode dump = json.createObjectNode();
        JsonNode info = contracts();
        dump.set("exchangeInfo", info);
        ArrayNode trades = dump.putArray("userTrades");
        ArrayNode orders = dump.putArray("allOrders");
        ArrayNode conditional = dump.putArray("allAlgoOrders");
        ArrayNode rates = dump.putArray("fundingRate");
        List<String> symbols = new ArrayList<>();
        info.get("symbols").forEach(symbol -> symbols.add(symbol.get("symbol").asText()));
        for (String symbol : symbols) {
            trades.addAll(list(since("/fapi/v1/userTrades", symbol), key));
            orders.addAll(list(since("/fapi/v1/allOrders", symbol), key));
            conditional.addAll(list(since("/fapi/v1/allAlgoOrders", symbol), key));
            rates.addAll(list(
                    question("/fapi/v1/fundingRate", Security.NONE)
                            .with("symbol", symbol)
                            .with("startTime", begin.toEpochMilli())
                            .with("limit", 1_000),
                    Optional.empty()));
        }
        dump.set(
                "forceOrders",
                list(question("/fapi/v1/forceOrders", Security.SIGNED).with("limit", 100), key));
        dump.set("positionRisk", list(question("/fapi/v3/positionRisk", Security.SIGNED), key));
        dump.set(
                "income",
                list(
                        question("/fapi/v1/income", Security.SIGNED)
                                .with("startTime", begin.toEpochMilli())
                                .with("limit", 1_000),
                        key));
        Files.write(file, json.writeValueAsBytes(dump));
    }

    private static Optional<Credentials> key(SimulatedAccount account) {
        return Optional.of(Credentials.hmac(account.apiKey(), account.apiSecret()));
    }

    /** The exchange's list of contracts. */
    JsonNode contracts() {
        return ask(question("/fapi/v1/exchangeInfo", Security.NONE), Optional.empty());
    }

    /** All of one endpoint that the exchange still lists of an account since then, week by week. */
    List<JsonNode> listed(SimulatedAccount account, String endpoint, Optional<String> symbol, Instant since) {
        List<JsonNode> rows = new ArrayList<>();
        Instant now = clock.instant();
        for (Instant from = since; from.isBefore(now); from = from.plus(WEEK)) {
            Request week = question("/fapi/v1/" + endpoint, Security.SIGNED)
                    .with("startTime", from.toEpochMilli())
                    .with("endTime", from.plus(WEEK).toEpochMilli() - 1)
                    .with("limit", 1_000);
            list(symbol.map(name -> week.with("symbol", name)).orElse(week), key(account))
                    .forEach(rows::add);
        }
        return rows;
    }

    /** What an account holds now. */
    List<JsonNode> held(SimulatedAccount account) {
        List<JsonNode> rows = new ArrayList<>();
        list(question("/fapi/v3/positionRisk", Security.SIGNED), key(account)).forEach(rows::add);
        return rows;
    }

    /** A file of everything of one kind, as it comes from where the exchange keeps it. */
    byte[] file(SimulatedAccount account, DownloadKind kind) {
        String path = "/fapi/v1/" + kind.word() + "/asyn";
        JsonNode started = ask(
                question(path, Security.SIGNED)
                        .with("startTime", begin.toEpochMilli())
                        .with("endTime", clock.instant().toEpochMilli()),
                key(account));
        clock.pass(Duration.ofMinutes(10));
        JsonNode ready = ask(
                question(path + "/id", Security.SIGNED)
                        .with("downloadId", started.get("downloadId").asText()),
                key(account));
        return transport
                .send(Method.GET, URI.create(ready.get("url").asText()), Map.of())
                .body();
    }

    private Request since(String path, String symbol) {
        return question(path, Security.SIGNED)
                .with("symbol", symbol)
                .with("startTime", begin.toEpochMilli())
                .with("limit", 1_000);
    }

    private Request question(String path, Security security) {
        return Request.of(HostFamily.FAPI, path, security, questions.charges().fapi(WEIGHT));
    }

    /** A list that is full may not be all there is. */
    private ArrayNode list(Request request, Optional<Credentials> key) {
        ArrayNode rows = (ArrayNode) ask(request, key);
        if (rows.size() == 1_000) {
            throw new IllegalStateException(request.path() + " has more rows than one answer: make the world smaller");
        }
        return rows;
    }

    private JsonNode ask(Request request, Optional<Credentials> key) {
        try {
            return switch (questions.ask(request, key)) {
                case Answer.Given(var reply) -> json.readTree(new String(reply.body(), StandardCharsets.UTF_8));
                case Answer.Refused(var error) -> throw new IllegalStateException(error.message());
            };
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(request.path(), e);
        }
    }

    Switches switches() {
        return exchange.switches();
    }

    @Override
    public void close() {
        transport.close();
        exchange.close();
        clock.close();
    }
}

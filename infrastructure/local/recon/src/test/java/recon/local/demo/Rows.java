package recon.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import recon.binance.spotorders.SpotOrders;
import recon.ledger.entry.Booking;
import recon.ledger.row.WitnessRow;
import recon.local.machine.Machine;
import recon.simulator.SimulatedAccount;
import recon.simulator.Simulator;
import recon.storage.ledger.LedgerTable;

/** Every row that the exchange has is in the archive, and the ledger knows it; and there are no others. */
final class Rows {
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final Instant FROM =
            DemoOptions.FIRST_DAY.atStartOfDay(ZoneOffset.UTC).toInstant();
    private static final Instant TO = FROM.plus(Duration.ofDays(1));
    private static final String CAPTURE = "what is there at one instant, and no rows of what happened";
    private static final String SETTING = "how exchange or account are set up";
    private static final String PRICE = "prices, of no account";
    /** Some rows are stamped in seconds. */
    private static final long LEAST_MILLIS = 100_000_000_000L;

    private Rows() {}

    /** How the ledger knows a row. */
    private enum Known {
        /** As a booking. */
        BOOKED,
        /** With its history, whether it books anything by now or not. */
        STANDING,
        /** Not at all: it is archived, and becomes a position later. */
        ARCHIVED,
        /** As what another source books, once the exchange has credited it; until then it moves nothing. */
        CREDITED,
        /** As bookings, or as what another source books: one or several, whose ids begin with the row's. */
        IN_PARTS
    }

    /**
     * A source.
     *
     * @param name in archive and ledger
     * @param truth what the exchange's own knowledge calls it
     * @param list where the rows are in the answer; empty where the answer is the list
     * @param id fields that tell a row from others
     * @param time field of its time
     * @param sides fields of the two accounts, where the main account reads of all; else empty
     * @param asked the parameter with the account's email, where the main account asks for one at a time; else empty
     * @param status what rows have to say that count; empty where all do
     */
    private record Kept(
            String name,
            String truth,
            String list,
            List<String> id,
            String time,
            Known known,
            List<String> sides,
            String asked,
            String status) {
        private static Kept own(String name, String truth, String list, String time, Known known, String... id) {
            return new Kept(name, truth, list, List.of(id), time, known, List.of(), "", "");
        }

        /** Seen by who gave and by who received; the ids of both are one. */
        private static Kept seen(String name, String list, String time, String status, String... id) {
            return new Kept(name, name, list, List.of(id), time, Known.IN_PARTS, List.of(), "", status);
        }
    }

    /** What begins the id of a loan or a repayment: the request says it, not the row. */
    private static final List<String> ASKED_FOR = List.of("", "BORROW:", "REPAY:");

    private static final List<Kept> SOURCES = List.of(
            Kept.own("spot-trades", "trades", "", "time", Known.BOOKED, "symbol", "id", "orderId"),
            Kept.own("sor-allocations", "allocations", "", "time", Known.BOOKED, "symbol", "allocationId"),
            Kept.own("deposits", "deposits", "", "insertTime", Known.STANDING, "id"),
            Kept.own("withdrawals", "withdrawals", "", "applyTime", Known.STANDING, "id"),
            new Kept(
                    "universal-transfers",
                    "transfers",
                    "result",
                    List.of("tranId"),
                    "createTimeStamp",
                    Known.STANDING,
                    List.of("fromEmail", "toEmail"),
                    "",
                    ""),
            new Kept(
                    "legacy-transfers",
                    "legacy-transfers",
                    "",
                    List.of("tranId"),
                    "time",
                    Known.STANDING,
                    List.of("from", "to"),
                    "",
                    ""),
            Kept.own("own-transfers", "own-transfers", "rows", "timestamp", Known.STANDING, "tranId"),
            Kept.own("convert", "convert", "list", "createTime", Known.STANDING, "orderId"),
            Kept.own("dust", "dust", "userAssetDribblets", "operateTime", Known.IN_PARTS, "transId"),
            Kept.own("dividends", "dividends", "rows", "divTime", Known.BOOKED, "id"),
            Kept.own("futures-income", "income", "", "time", Known.BOOKED, "incomeType", "tranId", "symbol", "asset"),
            Kept.own(
                    "margin-trades",
                    "margin-trades",
                    "",
                    "time",
                    Known.BOOKED,
                    "isIsolated",
                    "symbol",
                    "id",
                    "orderId"),
            Kept.own("borrow-repay", "margin-loans", "rows", "timestamp", Known.STANDING, "txId"),
            Kept.own("margin-interest", "margin-interest", "rows", "interestAccuredTime", Known.BOOKED, "txId"),
            Kept.own("capital-flow", "capital-flow", "", "timestamp", Known.IN_PARTS, "type", "id"),
            Kept.own("stp-transfers", "stp-transfers", "", "transactTime", Known.BOOKED, "preventedMatchId"),
            Kept.seen("sub-transfers", "", "time", "SUCCESS", "tranId"),
            new Kept(
                    "sub-deposits",
                    "deposits",
                    "",
                    List.of("id"),
                    "insertTime",
                    Known.CREDITED,
                    List.of(),
                    "email",
                    ""),
            Kept.seen("margin-transfers", "rows", "timestamp", "CONFIRMED", "txId", "type"),
            Kept.own("futures-trades", "futures-trades", "", "time", Known.ARCHIVED, "symbol", "id", "orderId"),
            Kept.own("futures-orders", "futures-orders", "", "time", Known.ARCHIVED, "symbol", "orderId"),
            Kept.own("futures-algo-orders", "algo-orders", "", "createTime", Known.ARCHIVED, "symbol", "algoId"),
            Kept.own("futures-force-orders", "force-orders", "", "time", Known.ARCHIVED, "symbol", "orderId"),
            Kept.own("force-liquidations", "liquidations", "rows", "updatedTime", Known.IN_PARTS, "orderId"));

    /** What a deposit says that has been credited. */
    private static final Set<String> CREDITED = Set.of("1", "6");

    /** Sources whose rows are not counted here, and why. */
    static final Map<String, String> EXCEPTIONS = Map.ofEntries(
            Map.entry("spot-account", CAPTURE),
            Map.entry("funding-account", CAPTURE),
            Map.entry("margin-account", CAPTURE),
            Map.entry("isolated-account", CAPTURE),
            Map.entry("futures-account", CAPTURE),
            Map.entry("futures-positions", CAPTURE),
            Map.entry("open-orders", CAPTURE),
            Map.entry("futures-open-orders", CAPTURE),
            Map.entry("futures-open-algo-orders", CAPTURE),
            Map.entry("spot-snapshot", "what is held at midnight: WitnessTest holds it against the books"),
            Map.entry("margin-snapshot", "what is held at midnight, as the spot wallet's"),
            Map.entry("futures-snapshot", "what is held at midnight, as the spot wallet's"),
            Map.entry("wallet-overview", "what wallets hold in all: BreakTest has one that nobody collects"),
            Map.entry("sub-accounts", "a list of accounts"),
            Map.entry("api-restrictions", SETTING),
            Map.entry("exchange-info", SETTING),
            Map.entry("futures-info", SETTING),
            Map.entry("futures-mode", SETTING),
            Map.entry("futures-symbol-config", SETTING),
            Map.entry("futures-brackets", SETTING),
            Map.entry("klines", PRICE),
            Map.entry("futures-minute-klines", PRICE),
            Map.entry("funding-rates", PRICE),
            Map.entry(
                    "order-amendments", "asked for the orders that are in doubt alone: the fault suite of the stream"),
            Map.entry("stp-orders", "the orders of spot-orders again, of trade groups alone: TradeGroupTest"),
            Map.entry("futures-download-requests", "files that a person asks for: FuturesRunTest"));

    /** The sources that are compared. */
    static Stream<String> compared() {
        return Stream.concat(SOURCES.stream().map(Kept::name), Stream.of(SpotOrders.NAME));
    }

    /** Looks at a demo of one day that has just ended, in which the stream was listened to. */
    static void assertKept(Simulator exchange, Machine machine) {
        SOURCES.forEach(source -> assertKept(source, exchange, machine));
        exchange.accounts()
                .forEach(account -> OrdersKept.of(account, exchange, machine).assertKept(TO));
    }

    /** The same for one source. */
    static void assertKept(String name, Simulator exchange, Machine machine) {
        assertKept(
                SOURCES.stream()
                        .filter(source -> source.name().equals(name))
                        .findFirst()
                        .orElseThrow(),
                exchange,
                machine);
    }

    private static void assertKept(Kept source, Simulator exchange, Machine machine) {
        exchange.accounts().stream()
                .filter(account -> source.asked().isEmpty() || !account.main())
                .forEach(account -> compare(source, account, exchange, machine));
    }

    private static void compare(Kept source, SimulatedAccount account, Simulator exchange, Machine machine) {
        String name = source.name() + " of " + account.email();
        int truth = exchange.truth().rows(source.truth(), account.uid(), FROM, TO);
        String reader = source.sides().isEmpty() && source.asked().isEmpty()
                ? account.uid()
                : exchange.accounts().getFirst().uid();
        Set<String> archived = ids(source, rows(source, reader, account.email(), machine).stream());
        assertThat(archived).as(name + " in the archive").hasSize(truth);
        LedgerTable ledger = new LedgerTable(machine.clients(), machine.aws());
        Stream<String> booked = ledger.bookings(account.uid(), FROM, TO).stream()
                .filter(booking -> booking.source().equals(source.name()))
                .map(Booking::externalId);
        switch (source.known()) {
            case BOOKED ->
                assertThat(booked.distinct()).as(name + " in the ledger").hasSize(truth);
            case ARCHIVED -> assertThat(booked).as(name + " in the ledger").isEmpty();
            case STANDING ->
                assertThat(archived)
                        .as(name + " in the ledger")
                        .allMatch(id -> ASKED_FOR.stream()
                                .anyMatch(kind -> ledger.booked(reader, source.name(), kind + id)
                                        .isPresent()));
            case CREDITED -> {
                assertThat(booked).as(name + " in the ledger").isEmpty();
                Stream<JsonNode> credited = rows(source, reader, account.email(), machine).stream()
                        .filter(row -> CREDITED.contains(row.path("status").asText()));
                assertThat(seen(source, account, ledger))
                        .as(name + " in the ledger")
                        .containsExactlyInAnyOrderElementsOf(ids(source, credited));
            }
            case IN_PARTS -> {
                List<String> known =
                        Stream.concat(booked, seen(source, account, ledger)).toList();
                assertThat(archived)
                        .as(name + " in the ledger")
                        .allMatch(id -> known.stream().anyMatch(part -> isOf(id, part)));
                assertThat(known)
                        .as(name + " in the archive")
                        .allMatch(part -> archived.stream().anyMatch(id -> isOf(id, part)));
            }
        }
    }

    private static Stream<String> seen(Kept source, SimulatedAccount account, LedgerTable ledger) {
        return ledger.witnesses(account.uid(), FROM, TO).stream()
                .filter(row -> row.source().equals(source.name()))
                .map(WitnessRow::externalId);
    }

    private static boolean isOf(String row, String part) {
        return part.equals(row) || part.startsWith(row + ":") || row.startsWith(part + ":");
    }

    /** The rows of the day in all answers that were kept, some of them more than once. */
    private static List<JsonNode> rows(Kept source, String reader, String email, Machine machine) {
        String about = source.asked() + "=" + URLEncoder.encode(email, StandardCharsets.UTF_8);
        List<JsonNode> rows = new ArrayList<>();
        for (KeptAnswer answer : KeptAnswer.of(source.name(), reader, machine)) {
            if (source.asked().isEmpty() || answer.request().contains(about)) {
                (source.list().isEmpty() ? answer.body() : answer.body().path(source.list())).forEach(rows::add);
            }
        }
        return rows.stream()
                .filter(row -> within(row.get(source.time())))
                .filter(row -> source.status().isEmpty()
                        || source.status().equals(row.path("status").asText()))
                .filter(row -> source.sides().isEmpty()
                        || source.sides().stream()
                                .anyMatch(side -> row.get(side).asText().equals(email)))
                .toList();
    }

    private static Set<String> ids(Kept source, Stream<JsonNode> rows) {
        return rows.map(row -> source.id().stream()
                        .map(field -> row.path(field).asText())
                        .collect(Collectors.joining(":")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean within(JsonNode time) {
        Instant at = time.isTextual()
                ? LocalDateTime.parse(time.asText(), SECONDS).toInstant(ZoneOffset.UTC)
                : time.asLong() < LEAST_MILLIS
                        ? Instant.ofEpochSecond(time.asLong())
                        : Instant.ofEpochMilli(time.asLong());
        return !at.isBefore(FROM) && at.isBefore(TO);
    }
}

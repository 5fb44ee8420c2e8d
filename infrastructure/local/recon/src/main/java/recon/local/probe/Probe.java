package recon.local.probe;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import recon.binance.budget.Charge;
import recon.binance.request.HostFamily;
import recon.binance.request.Request;
import recon.binance.request.Security;
import recon.collect.account.Accounts;
import recon.collect.account.CollectedAccount;
import recon.local.check.Answer;
import recon.local.check.ExchangeUnreachable;
import recon.local.check.Questions;

/** Asks what the facts sheet leaves open and a read-only key can answer for the spot wallet. Nothing is stored. */
final class Probe {
    private static final String SNAPSHOT = "/sapi/v1/accountSnapshot";
    private static final String WITHDRAWALS = "/sapi/v1/capital/withdraw/history";
    private static final String DEPOSITS = "/sapi/v1/capital/deposit/hisrec";
    private static final String UNIVERSAL = "/sapi/v1/sub-account/universalTransfer";
    private static final String SUB = "/sapi/v1/sub-account/transfer/subUserHistory";
    private static final int SNAPSHOT_WEIGHT = 2_400;
    private static final int WITHDRAWALS_WEIGHT = 18_000;
    private static final int COMPLETED = 6;
    private static final int PAGE = 500;
    private static final Duration SNAPSHOTS = Duration.ofDays(27);
    private static final Duration TRANSFERS = Duration.ofDays(6);
    private static final Duration LONG_AGO = Duration.ofDays(730);
    private static final Duration DEPOSIT_WINDOW = Duration.ofDays(89);
    /** A snapshot costs a fifth of a minute's limit: a few accounts tell as much as all. */
    private static final int MOST_ACCOUNTS = 5;

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final Accounts accounts;
    private final Questions questions;

    Probe(Accounts accounts, Questions questions) {
        this.accounts = requireNonNull(accounts, "accounts is null");
        this.questions = requireNonNull(questions, "questions is null");
    }

    /** Everything asked, answered or not. */
    List<Answered> answers() {
        Instant now = questions.exchangeTime();
        List<Answered> answers = new ArrayList<>();
        List<Answered> withdrawals = List.of();
        for (CollectedAccount account :
                accounts.all().stream().limit(MOST_ACCOUNTS).toList()) {
            SortedMap<LocalDate, Map<String, BigDecimal>> ends = ends(account, now);
            if (answers.isEmpty()) {
                answers.add(snapshotOfYesterday(ends, now));
            }
            withdrawals = better(withdrawals, new WithdrawalEvidence(ends, sent(account, now)).answers());
        }
        answers.addAll(withdrawals);
        answers.add(transferIds(now));
        answers.add(oldDeposits(accounts.all().getFirst(), now));
        return answers;
    }

    /** The first account that tells decides. */
    private static List<Answered> better(List<Answered> known, List<Answered> more) {
        if (known.isEmpty()) {
            return more;
        }
        List<Answered> best = new ArrayList<>();
        for (int i = 0; i < known.size(); i++) {
            best.add(known.get(i).answer().isPresent() ? known.get(i) : more.get(i));
        }
        return best;
    }

    private static Answered snapshotOfYesterday(SortedMap<LocalDate, Map<String, BigDecimal>> ends, Instant now) {
        LocalDate yesterday = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(1);
        String at = now.truncatedTo(ChronoUnit.MINUTES) + " (UTC)";
        return new Answered(
                "Is the exchange's own snapshot of yesterday there yet?",
                Optional.empty(),
                Optional.of(ends.containsKey(yesterday) ? "yes" : "no"),
                "asked at " + at + "; probe at other minutes to find out when it appears");
    }

    private SortedMap<LocalDate, Map<String, BigDecimal>> ends(CollectedAccount account, Instant now) {
        Request request = signed(SNAPSHOT, questions.charges().sapiIp(SNAPSHOT, SNAPSHOT_WEIGHT))
                .with("type", "SPOT")
                .with("startTime", now.minus(SNAPSHOTS).toEpochMilli())
                .with("endTime", now.toEpochMilli())
                .with("limit", 30);
        SortedMap<LocalDate, Map<String, BigDecimal>> ends = new TreeMap<>();
        for (JsonNode day : ask(request, account).path("snapshotVos")) {
            Map<String, BigDecimal> held = new HashMap<>();
            for (JsonNode asset : day.path("data").path("balances")) {
                held.put(asset.path("asset").asText(), decimal(asset, "free").add(decimal(asset, "locked")));
            }
            ends.put(day(Instant.ofEpochMilli(day.path("updateTime").asLong())), held);
        }
        return ends;
    }

    private List<Sent> sent(CollectedAccount account, Instant now) {
        Request request = signed(
                        WITHDRAWALS,
                        questions
                                .charges()
                                .sapiUidSecond(
                                        WITHDRAWALS,
                                        WITHDRAWALS_WEIGHT,
                                        account.account().id()))
                .with("startTime", now.minus(SNAPSHOTS).toEpochMilli())
                .with("endTime", now.toEpochMilli());
        List<Sent> sent = new ArrayList<>();
        for (JsonNode row : ask(request, account)) {
            if (row.path("status").asInt() == COMPLETED
                    && row.path("walletType").asInt() == 0) {
                sent.add(new Sent(
                        row.path("id").asText(),
                        row.path("coin").asText(),
                        decimal(row, "amount"),
                        decimal(row, "transactionFee"),
                        day(stamp(row, "applyTime")),
                        day(stamp(row, "completeTime"))));
            }
        }
        return sent;
    }

    private Answered transferIds(Instant now) {
        Optional<CollectedAccount> main =
                accounts.all().stream().filter(CollectedAccount::main).findFirst();
        Optional<CollectedAccount> sub =
                accounts.all().stream().filter(account -> !account.main()).findFirst();
        if (main.isEmpty() || sub.isEmpty()) {
            return TransferEvidence.answer(List.of(), List.of());
        }
        List<Moved> seenByMain = new ArrayList<>();
        List<Moved> seenBySub = new ArrayList<>();
        for (String end : List.of("fromEmail", "toEmail")) {
            Request request = since(signed(UNIVERSAL, questions.charges().sapiIp(UNIVERSAL, 1)), now)
                    .with(end, sub.get().account().email());
            for (JsonNode row : ask(request, main.get()).path("result")) {
                seenByMain.add(new Moved(
                        row.path("tranId").asText(),
                        row.path("asset").asText(),
                        decimal(row, "amount"),
                        row.path("createTimeStamp").asLong()));
            }
        }
        for (int direction = 1; direction <= 2; direction++) {
            Request request =
                    since(signed(SUB, questions.charges().sapiIp(SUB, 1)), now).with("type", direction);
            for (JsonNode row : ask(request, sub.get())) {
                seenBySub.add(new Moved(
                        row.path("tranId").asText(),
                        row.path("asset").asText(),
                        decimal(row, "qty"),
                        row.path("time").asLong()));
            }
        }
        return TransferEvidence.answer(seenByMain, seenBySub);
    }

    private static Request since(Request request, Instant now) {
        return request.with("startTime", now.minus(TRANSFERS).toEpochMilli())
                .with("endTime", now.toEpochMilli())
                .with("limit", PAGE);
    }

    private Answered oldDeposits(CollectedAccount account, Instant now) {
        Instant until = now.minus(LONG_AGO);
        Request request = signed(DEPOSITS, questions.charges().sapiIp(DEPOSITS, 1))
                .with("startTime", until.minus(DEPOSIT_WINDOW).toEpochMilli())
                .with("endTime", until.toEpochMilli());
        int rows = ask(request, account).size();
        return new Answered(
                "Are deposits of two years ago still shown?",
                Optional.empty(),
                rows > 0 ? Optional.of("yes") : Optional.empty(),
                rows > 0
                        ? rows + " rows of the 89 days before " + day(until)
                        : "none in the 89 days before " + day(until) + ": either there were none, or they are gone");
    }

    private static Request signed(String path, List<Charge> charges) {
        return Request.of(HostFamily.SAPI, path, Security.SIGNED, charges);
    }

    private JsonNode ask(Request request, CollectedAccount account) {
        return switch (questions.ask(request, Optional.of(account.credentials()))) {
            case Answer.Refused(var error) -> throw new ExchangeUnreachable(error.message());
            case Answer.Given(var reply) -> {
                try {
                    yield questions.json().readTree(reply.body());
                } catch (IOException e) {
                    throw new ExchangeUnreachable(request.path() + " answered something else than JSON");
                }
            }
        };
    }

    private static BigDecimal decimal(JsonNode row, String field) {
        return new BigDecimal(row.path(field).asText("0"));
    }

    private static Instant stamp(JsonNode row, String field) {
        return LocalDateTime.parse(row.path(field).asText(), STAMP).toInstant(ZoneOffset.UTC);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}

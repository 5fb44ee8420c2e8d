package recon.reconcile.report;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import recon.ledger.Account;
import recon.ledger.match.InternalLeg;
import recon.ledger.match.Matching;
import recon.ledger.match.TransferMatch;
import recon.ledger.witness.Discrepancy;

/**
 * {@code matched-transfers.csv}: the legs of the day's internal transfers, the two of a transfer under one match id; the
 * other leg of one that is made at midnight stands in the file of the day beside. {@code unmatched-transfers.csv}: the
 * legs without a counterpart, and the transfers that a second source shows and nobody has booked.
 */
final class TransferFiles {
    private final LocalDate day;
    private final Map<String, String> emails;
    private final CsvFile matched = new CsvFile(
            "match_id,matched_by,ms_apart,datetime,email,txn_type,txn_subtype,wallet,asset,amount,source,external_id");
    private final CsvFile unmatched =
            new CsvFile("datetime,email,wallet,asset,amount,source,external_id,match_id,reason");

    /** @param accounts all whose books are kept */
    TransferFiles(LocalDate day, Collection<Account> accounts) {
        this.day = requireNonNull(day, "day is null");
        this.emails = accounts.stream().collect(Collectors.toUnmodifiableMap(Account::id, Account::email));
    }

    /**
     * Writes what is of the day.
     *
     * @param discrepancies of the day
     */
    void add(Matching matching, List<Discrepancy> discrepancies) {
        matching.matches().forEach(match -> match.legs().filter(this::ofTheDay).forEach(leg -> add(match, leg)));
        Stream<Alone> legs = matching.unmatched().stream()
                .filter(alone -> ofTheDay(alone.leg()))
                .map(Alone::of);
        Stream<Alone> witnesses =
                discrepancies.stream().filter(Discrepancy::unbookedTransfer).map(Alone::of);
        Stream.concat(legs, witnesses).sorted(Alone.ORDER).forEach(this::add);
    }

    private boolean ofTheDay(InternalLeg leg) {
        return LocalDate.ofInstant(leg.time(), ZoneOffset.UTC).equals(day);
    }

    private void add(TransferMatch match, InternalLeg leg) {
        matched.row()
                .text(match.matchId())
                .text(basis(match))
                .text(Long.toString(match.apart().toMillis()))
                .dateTime(leg.time())
                .text(email(leg.booking().accountId()))
                .text(leg.leg().txnType())
                .text(leg.leg().txnSubtype())
                .text(leg.wallet().name())
                .text(leg.asset())
                .amount(leg.amount())
                .text(leg.booking().source())
                .text(leg.booking().externalId())
                .end();
    }

    private void add(Alone alone) {
        unmatched
                .row()
                .dateTime(alone.time())
                .text(email(alone.accountId()))
                .text(alone.wallet().name())
                .text(alone.asset())
                .amount(alone.amount())
                .text(alone.source())
                .text(alone.externalId())
                .text(alone.matchId())
                .text(alone.reason())
                .end();
    }

    private static String basis(TransferMatch match) {
        return switch (match.basis()) {
            case TRAN_ID -> "tran_id";
            case AMOUNT_AND_TIME -> "asset, amount and time";
        };
    }

    private String email(String account) {
        return requireNonNull(emails.get(account), "an account without an email");
    }

    /** The files by name. */
    SequencedMap<String, CsvFile> files() {
        SequencedMap<String, CsvFile> files = new LinkedHashMap<>();
        files.put("matched-transfers.csv", matched);
        files.put("unmatched-transfers.csv", unmatched);
        return files;
    }
}

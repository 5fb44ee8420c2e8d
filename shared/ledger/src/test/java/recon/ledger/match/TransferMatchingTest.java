package recon.ledger.match;

import static org.assertj.core.api.Assertions.assertThat;
import static recon.ledger.match.Transfers.ACCOUNTS;
import static recon.ledger.match.Transfers.NOON;
import static recon.ledger.match.Transfers.income;
import static recon.ledger.match.Transfers.own;
import static recon.ledger.match.Transfers.party;
import static recon.ledger.match.Transfers.universal;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import recon.ledger.Wallet;
import recon.ledger.entry.Booking;
import recon.ledger.match.TransferMatch.Basis;
import recon.ledger.match.UnmatchedLeg.Reason;

class TransferMatchingTest {
    private static Matching match(Stream<Booking> bookings) {
        return TransferMatching.match(bookings.toList(), ACCOUNTS);
    }

    private static Matching match(List<Booking> some, Booking... others) {
        return match(Stream.concat(some.stream(), Stream.of(others)));
    }

    /** Each match as {@code id basis giver>receiver}. */
    private static List<String> pairs(Matching matching) {
        return matching.matches().stream()
                .map(match -> match.matchId() + " " + match.basis() + " " + place(match.given()) + ">"
                        + place(match.received()))
                .toList();
    }

    private static String place(InternalLeg leg) {
        return leg.booking().accountId() + "/" + leg.wallet();
    }

    private static List<String> alone(Matching matching) {
        return matching.unmatched().stream()
                .map(alone -> alone.leg().booking().externalId() + " " + place(alone.leg()) + " " + alone.reason())
                .toList();
    }

    @Test
    void bothSidesOfOneRow_matchByItsId() {
        Matching matching = match(Stream.concat(
                universal(55, party("1", Wallet.SPOT), party("2", Wallet.SPOT), "25", NOON).stream(),
                own("2", 7, Wallet.SPOT, Wallet.FUNDING, "25", NOON).stream()));

        assertThat(pairs(matching))
                .containsExactly(
                        "universal-transfers:55 TRAN_ID 1/SPOT>2/SPOT", "own-transfers:7 TRAN_ID 2/SPOT>2/FUNDING");
        assertThat(matching.unmatched()).isEmpty();
    }

    /** The futures wallet books its own side: 900 is the same transfer under another id, 8 is the very same id. */
    @Test
    void futuresSide_matchesByIdAndElseByAssetAmountAndTime() {
        List<Booking> out = own("2", 7, Wallet.SPOT, Wallet.FUTURES, "25", NOON);
        Booking sameId = income("2", "TRANSFER", 7, "25.00", NOON.plusSeconds(40));
        Booking nearer = income("2", "TRANSFER", 900, "25", NOON.plusSeconds(1));

        assertThat(pairs(match(out, nearer, sameId)))
                .as("the id goes before the time")
                .containsExactly("own-transfers:7 TRAN_ID 2/SPOT>2/FUTURES");
        assertThat(alone(match(out, nearer, sameId))).containsExactly("TRANSFER:900:USDT:: 2/FUTURES NO_COUNTERPART");
        Matching byTime = match(out, nearer);
        assertThat(pairs(byTime)).containsExactly("own-transfers:7 AMOUNT_AND_TIME 2/SPOT>2/FUTURES");
        assertThat(byTime.matches().getFirst().apart()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void futuresSideOfAnotherAccount_isLookedForInThatAccountAlone() {
        List<Booking> out = universal(55, party("1", Wallet.SPOT), party("2", Wallet.FUTURES), "25", NOON);
        Booking wrong = income("3", "TRANSFER", 900, "25", NOON);
        Booking right = income("2", "TRANSFER", 901, "25", NOON.plusSeconds(59));

        assertThat(pairs(match(out, wrong, right)))
                .containsExactly("universal-transfers:55 AMOUNT_AND_TIME 1/SPOT>2/FUTURES");
        assertThat(alone(match(out, wrong))).hasSize(2).contains("55 1/SPOT NO_COUNTERPART");
    }

    @Test
    void twoFuturesWallets_matchWithoutAnyOtherSource() {
        Booking given = income("2", "INTERNAL_TRANSFER", 5, "-25", NOON);
        Booking received = income("3", "INTERNAL_TRANSFER", 6, "25", NOON);

        assertThat(pairs(match(List.of(given, received))))
                .containsExactly("futures-income:2:INTERNAL_TRANSFER:5:USDT:: AMOUNT_AND_TIME 2/FUTURES>3/FUTURES");
    }

    /** A leg never matches what its own wallet gave back a moment later. */
    @Test
    void oneWallet_isNotItsOwnCounterpart() {
        Matching matching =
                match(List.of(income("2", "TRANSFER", 5, "-25", NOON), income("2", "TRANSFER", 6, "25", NOON)));

        assertThat(matching.matches()).isEmpty();
        assertThat(matching.unmatched()).hasSize(2);
    }

    /** What the futures wallet would show of them is missing on both sides. */
    @Test
    void oneTransferIntoTheFuturesWalletAndOneOutOfIt_areNotOne() {
        Stream<Booking> both = Stream.of(
                        own("2", 1, Wallet.SPOT, Wallet.FUTURES, "25", NOON),
                        own("2", 2, Wallet.FUTURES, Wallet.FUNDING, "25", NOON))
                .flatMap(List::stream);

        assertThat(alone(match(both))).containsExactly("1 2/SPOT NO_COUNTERPART", "2 2/FUNDING NO_COUNTERPART");
    }

    @Test
    void counterpart_isAtMostAMinuteAway() {
        List<Booking> out = own("2", 7, Wallet.SPOT, Wallet.FUTURES, "25", NOON);

        assertThat(pairs(match(out, income("2", "TRANSFER", 9, "25", NOON.plusSeconds(60)))))
                .hasSize(1);
        assertThat(pairs(match(out, income("2", "TRANSFER", 9, "25", NOON.minusSeconds(60)))))
                .hasSize(1);
        assertThat(alone(match(out, income("2", "TRANSFER", 9, "25", NOON.plusMillis(60_001)))))
                .hasSize(2);
        assertThat(alone(match(out, income("2", "TRANSFER", 7, "25", NOON.minusMillis(60_001)))))
                .as("not even under the same id")
                .hasSize(2);
        assertThat(alone(match(out, income("2", "TRANSFER", 9, "25.01", NOON)))).hasSize(2);
    }

    /** Two equal transfers 20 s apart, and their other sides 1 s and 2 s after each. */
    @Test
    void equalTransfers_matchTheNearestAndEachLegOnce() {
        Stream<Booking> given = Stream.of(
                        own("2", 1, Wallet.SPOT, Wallet.FUTURES, "25", NOON),
                        own("2", 2, Wallet.SPOT, Wallet.FUTURES, "25", NOON.plusSeconds(20)))
                .flatMap(List::stream);
        Stream<Booking> received = Stream.of(
                income("2", "TRANSFER", 902, "25", NOON.plusSeconds(22)),
                income("2", "TRANSFER", 901, "25", NOON.plusSeconds(1)));

        Matching matching = match(Stream.concat(given, received));

        assertThat(matching.matches())
                .extracting(pair -> pair.received().booking().externalId())
                .containsExactly("TRANSFER:901:USDT::", "TRANSFER:902:USDT::");
        assertThat(matching.unmatched()).isEmpty();
    }

    @Test
    void oneSideMissing_leavesExactlyTheOtherOne() {
        List<Booking> both = universal(55, party("1", Wallet.SPOT), party("2", Wallet.SPOT), "25", NOON);

        assertThat(alone(match(both.stream().limit(1)))).containsExactly("55 1/SPOT NO_COUNTERPART");
        assertThat(alone(match(both.stream().skip(1)))).containsExactly("55 2/SPOT NO_COUNTERPART");
        assertThat(alone(match(universal(56, party("1", Wallet.SPOT), party("9", Wallet.SPOT), "25", NOON).stream())))
                .containsExactly("56 1/SPOT OTHER_ACCOUNT_NOT_KEPT");
    }

    @Test
    void whatIsNoTransferOfOurOwn_isNotLookedAt() {
        assertThat(match(Stream.of(
                        income("2", "FUNDING_FEE", 5, "-25", NOON),
                        income("3", "REALIZED_PNL", 6, "25", NOON),
                        income("3", "WELCOME_BONUS", 7, "25", NOON))))
                .isEqualTo(new Matching(List.of(), List.of()));
    }

    /** 150 alike within a few seconds: more than are looked at for one of them, and all find theirs. */
    @Test
    void manyAlike_matchTheNearestOfThem() {
        Stream<Booking> given = IntStream.range(0, 150)
                .mapToObj(i -> own("2", i, Wallet.SPOT, Wallet.FUTURES, "25", NOON.plusMillis(100L * i)))
                .flatMap(List::stream);
        Stream<Booking> received = IntStream.range(0, 150)
                .mapToObj(i -> income("2", "TRANSFER", 1_000 + i, "25", NOON.plusMillis(100L * i + 3)));

        Matching matching = match(Stream.concat(given, received));

        assertThat(matching.matches()).hasSize(150).allSatisfy(pair -> {
            assertThat(pair.basis()).isEqualTo(Basis.AMOUNT_AND_TIME);
            assertThat(pair.apart()).isEqualTo(Duration.ofMillis(3));
        });
    }

    @Test
    void reasonIsThatNothingIsBooked_whereTheOtherAccountIsOurs() {
        assertThat(match(universal(57, party("2", Wallet.FUTURES), party("1", Wallet.SPOT), "25", NOON).stream())
                        .unmatched())
                .extracting(UnmatchedLeg::reason)
                .containsExactly(Reason.NO_COUNTERPART);
    }
}

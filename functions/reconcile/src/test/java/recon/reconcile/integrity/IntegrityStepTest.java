package recon.reconcile.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static recon.reconcile.integrity.Stored.COLLECTED;
import static recon.reconcile.integrity.Stored.DAY;
import static recon.reconcile.integrity.Stored.archived;
import static recon.reconcile.integrity.Stored.booked;
import static recon.reconcile.integrity.Stored.check;
import static recon.reconcile.integrity.Stored.collected;
import static recon.reconcile.integrity.Stored.errors;
import static recon.reconcile.integrity.Stored.installation;
import static recon.reconcile.integrity.Stored.registry;

import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import recon.storage.work.StepOutcome;
import software.amazon.awssdk.core.sync.RequestBody;

/** One thing wrong at a time in the archive or the ledger. */
class IntegrityStepTest {
    @BeforeAll
    static void install() {
        Stored.install();
    }

    @Test
    void nothingIsFound_whereArchiveAndLedgerAgree() {
        booked("clean", archived("clean", COLLECTED, 1, 2), 1, 2);
        archived("clean", COLLECTED.plusSeconds(1), "[]");
        archived("clean", COLLECTED.plusSeconds(2), "<html>403</html>");
        collected("clean", 2);

        assertThat(check("clean"))
                .containsEntry("bookings", 2L)
                .containsEntry("answers", 3L)
                .containsEntry("findings", 0L);
        assertThat(errors("clean")).isEmpty();
    }

    @Test
    void answerThatIsGone_isNamedOnce_howeverOftenItIsMet() {
        String key = archived("gone", COLLECTED, 1, 2);
        booked("gone", key, 1, 2);
        String bucket = installation.settings().bucket();
        installation.clients().s3().deleteObject(d -> d.bucket(bucket).key(key));
        check("gone");
        check("gone");

        assertThat(registry.errors("gone")).singleElement().satisfies(error -> {
            assertThat(error.id()).isEqualTo("RAW_MISSING/" + key);
            assertThat(error.rawRef()).isEqualTo(key);
            assertThat(error.needsManualReview()).isTrue();
        });
    }

    @Test
    void answerThatIsNotWhatWasArchived_isDamaged() {
        String key = archived("damaged", COLLECTED, 1);
        booked("damaged", key, 1);
        String bucket = installation.settings().bucket();
        installation.clients().s3().putObject(p -> p.bucket(bucket).key(key), RequestBody.fromString("else"));
        check("damaged");
        assertThat(errors("damaged")).containsExactly("RAW_DAMAGED/" + key);

        String text = archived("text", COLLECTED, "no JSON");
        booked("text", text, 1);
        check("text");
        assertThat(errors("text")).containsExactly("RAW_DAMAGED/" + text);
    }

    @Test
    void rowThatTheAnswerDoesNotHave_isNamed() {
        booked("short", archived("short", COLLECTED, 1), 1, 2);
        check("short");
        assertThat(errors("short")).containsExactly("RAW_ROW_MISSING/spot-trades/BTCUSDT:2:70/fill");
    }

    /** The second answer is not referred to: it is found by what the run has read. */
    @Test
    void archivedRowThatNobodyBooked_isNamed() {
        booked("unbooked", archived("unbooked", COLLECTED, 1), 1);
        archived("unbooked", COLLECTED.plusSeconds(1), 5);
        collected("unbooked", 2);
        check("unbooked");
        assertThat(errors("unbooked")).containsExactly("ROW_NOT_BOOKED/spot-trades/BTCUSDT:5:70");
    }

    /** Three were read. The one of the day before belongs to another run. */
    @Test
    void fewerAnswersThanWereRead_areNamed_andMoreAreNot() {
        archived("fewer", COLLECTED.minus(Duration.ofDays(1)), "[]");
        archived("fewer", COLLECTED, "[]");
        archived("fewer", COLLECTED.plusSeconds(1), "[]");
        collected("fewer", 3);
        check("fewer");
        assertThat(registry.errors("fewer")).singleElement().satisfies(error -> {
            assertThat(error.id()).isEqualTo("PAGES_MISSING/collect-fewer/spot-trades");
            assertThat(error.message()).contains("has read 3 answers of spot-trades, and 2 are archived");
        });

        archived("more", COLLECTED, "[]");
        archived("more", COLLECTED.plusSeconds(1), "[]");
        collected("more", 1);
        check("more");
        assertThat(errors("more")).isEmpty();
    }

    /** It has read nothing itself. */
    @Test
    void replay_isNotComparedWithWhatTheCollectionRead() {
        collected("replayed", 3);
        check("replayed", "collect-replayed", Map.of(), true);
        assertThat(errors("replayed")).isEmpty();
    }

    /** What a run reads is of the day that it collects; the day before was checked when it was collected itself. */
    @Test
    void dayBefore_isNotComparedWithWhatTheCollectionRead() {
        collected("before", 3);
        check("before", "collect-before", Map.of(), false, DAY.plusDays(1));
        assertThat(errors("before")).isEmpty();
    }

    /** What a task asked of other sources stands under their names: the list of symbols, and allocations within trades. */
    @Test
    void answersOfOtherSources_areMissedUnderTheirOwnName() {
        archived("others", COLLECTED, "[]");
        collected("others", Map.of("requests", 1L, "requests exchange-info", 1L, "requests sor-allocations", 2L));
        check("others");
        assertThat(errors("others")).containsExactly("PAGES_MISSING/collect-others/sor-allocations");
    }

    @Test
    void checkGoesOnWhereItStopped_andAnswersAreFetchedOnce() {
        int answers = IntegrityStep.MOST_ANSWERS + 1;
        String first = archived("many", COLLECTED, 1);
        booked("many", first, 1);
        IntStream.range(1, answers).parallel().forEach(i -> archived("many", COLLECTED.plusSeconds(i), "[]"));
        collected("many", answers);

        StepOutcome.Proceed part = (StepOutcome.Proceed) check("many", "collect-many", Map.of(), false);
        StepOutcome.Done rest = (StepOutcome.Done) check("many", "collect-many", part.cursor(), false);

        assertThat(part.totals()).containsEntry("answers", (long) IntegrityStep.MOST_ANSWERS);
        assertThat(rest.totals()).containsEntry("answers", 1L).containsEntry("bookings", 0L);
        assertThat(errors("many")).isEmpty();
    }

    @Test
    void tooManyFindings_areCounted() {
        int[] ids = IntStream.rangeClosed(1, IntegrityStep.MOST_FINDINGS + 1).toArray();
        booked("all", archived("all", COLLECTED, "[]"), ids);
        check("all");
        assertThat(errors("all")).hasSize(IntegrityStep.MOST_FINDINGS + 1).contains("MORE_FINDINGS/2026-01-05/");
    }
}

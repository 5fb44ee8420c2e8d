package recon.aggregate.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import recon.intake.position.PositionAnswers;
import recon.storage.archive.Archive;
import recon.storage.archive.ArchiveIndex;
import recon.storage.archive.ArchivePacks;
import recon.storage.archive.RawResponse;
import recon.storage.testing.Installation;
import software.amazon.awssdk.core.sync.RequestBody;

/** What comes out of the archive is the same with and without packs, and whatever happens to these. */
class AnswerWalkTest {
    private static final String SOURCE = "futures-trades";
    private static final String ACCOUNT = "7";
    private static final Instant FIRST = Instant.parse("2026-01-01T23:59:00Z");
    private static final Instant LATER = FIRST.plus(Duration.ofDays(1));
    private static final int SIXTEEN = 16;

    private final Installation at = Installation.fresh();
    private final Stock stock = new Stock(
            new Archive(at.clients(), at.settings()),
            new ArchiveIndex(at.clients(), at.settings()),
            new ArchivePacks(at.clients(), at.settings()));
    private final PositionAnswers answers = new PositionAnswers();

    /** One that came so many seconds after the first: the key, which names the day. */
    private String archived(int second) {
        return archived(second, 200, "[" + second + "]");
    }

    private String archived(int second, int status, String body) {
        return stock.archive()
                .put(new RawResponse(
                        SOURCE,
                        ACCOUNT,
                        "GET /fapi/v1/userTrades?symbol=BTCUSDT",
                        status,
                        Map.of(),
                        FIRST.plusSeconds(second),
                        true,
                        body.getBytes(StandardCharsets.UTF_8)));
    }

    private List<String> archived(int from, int to) {
        return IntStream.range(from, to).mapToObj(this::archived).toList();
    }

    private List<String> walked(Instant until) {
        return walked(until, 1_000, false);
    }

    private List<String> walked(Instant until, int most, boolean fromRaw) {
        List<String> keys = new ArrayList<>();
        new AnswerWalk(stock, answers, most, until, fromRaw).each(SOURCE, ACCOUNT, answer -> {
            // The last of the key's name is the digest of what it holds.
            assertThat(stock.archive().get(answer.key())).isEqualTo(answer.response());
            keys.add(answer.key());
        });
        return keys;
    }

    private int objects() {
        AnswerWalk walk = new AnswerWalk(stock, answers, 1_000, LATER, false);
        walk.each(SOURCE, ACCOUNT, answer -> {});
        return walk.objects();
    }

    private void put(String key, byte[] bytes) {
        at.clients().s3().putObject(p -> p.bucket(at.settings().bucket()).key(key), RequestBody.fromBytes(bytes));
    }

    private List<String> packs() {
        return stock.packs().keys(SOURCE, ACCOUNT);
    }

    @Test
    void answersComeInTheirOrder_overDays_fromOneObjectTheNextTime() {
        List<String> kept = archived(0, 100);

        assertThat(walked(LATER)).isEqualTo(kept);
        assertThat(packs()).containsExactly(kept.getLast().replace("raw/", "packed/"));
        assertThat(walked(LATER)).isEqualTo(kept);
        assertThat(objects()).isEqualTo(1);
    }

    @Test
    void whatComesLaterFollowsThePacks_andIsPackedWhenItIsMuch() {
        List<String> kept = new ArrayList<>(archived(0, 20));
        walked(LATER);
        kept.addAll(archived(20, 20 + SIXTEEN - 1));
        assertThat(walked(LATER)).isEqualTo(kept);
        assertThat(packs()).as("fifteen are not worth it").hasSize(1);
        kept.add(archived(20 + SIXTEEN));

        assertThat(walked(LATER)).isEqualTo(kept);
        assertThat(packs()).hasSize(2);
        assertThat(walked(LATER)).isEqualTo(kept);
        assertThat(objects()).isEqualTo(2);
    }

    @Test
    void whatMayStillBeOvertakenIsNotPacked() {
        int quarter = 15 * 60;
        List<String> kept = new ArrayList<>(archived(0, 20));
        archived(30, 60);
        Instant until = FIRST.plusSeconds(quarter + 25);
        assertThat(walked(until)).hasSize(50);
        kept.addAll(archived(26, 28));
        kept.addAll(archived(30, 60));

        assertThat(walked(until)).isEqualTo(kept);
        assertThat(walked(LATER)).isEqualTo(kept);
        assertThat(packs()).hasSize(2);
    }

    @Test
    void whatCameLaterIsNotLookedAt_packedOrNot() {
        List<String> kept = archived(0, 50);
        Instant until = FIRST.plusSeconds(29);

        assertThat(walked(until)).isEqualTo(kept.subList(0, 30));
        walked(LATER);
        assertThat(packs()).hasSize(1);
        assertThat(walked(until)).isEqualTo(kept.subList(0, 30));
        assertThat(walked(until, 1_000, true)).isEqualTo(kept.subList(0, 30));
        assertThat(walked(LATER)).isEqualTo(kept);
    }

    @Test
    void refusalsArePackedToo_andHandedOutToNobody() {
        List<String> kept = new ArrayList<>(archived(0, 10));
        archived(10, 429, "{}");
        kept.addAll(archived(11, 20));

        assertThat(walked(LATER)).isEqualTo(kept);
        assertThat(walked(LATER)).isEqualTo(kept);
        assertThat(objects()).isEqualTo(1);
    }

    @Test
    void aDamagedPackIsReadFromTheArchive_andMendedOnce() {
        List<String> kept = archived(0, 40);
        walked(LATER);
        put(packs().getFirst(), new byte[] {1, 2, 3});

        assertThat(walked(LATER)).isEqualTo(kept);
        assertThat(objects()).isEqualTo(1);
        assertThat(answers.unread()).isEmpty();
    }

    @Test
    void aDamagedAnswerIsNamedEachTime_andNoPackHidesIt() {
        List<String> kept = archived(0, 40);
        put(kept.get(20), new byte[] {1, 2, 3});

        for (int again = 0; again < 2; again++) {
            assertThat(walked(LATER)).hasSize(39).doesNotContain(kept.get(20));
        }

        assertThat(answers.unread()).hasSize(2).allMatch(one -> one.finding().equals("damaged_object"));
        assertThat(packs()).as("what stands before it").hasSize(1);
    }

    @Test
    void whoDoubtsThePacks_readsTheArchive_andPacksItAnew() {
        List<String> kept = new ArrayList<>(archived(0, 20));
        kept.addAll(archived(30, 50));
        walked(LATER);
        // A backup was played back: this came before the end of the pack, and nobody knew of it.
        kept.add(20, archived(25));
        assertThat(walked(LATER)).hasSize(40);

        assertThat(walked(LATER, 1_000, true)).isEqualTo(kept);
        assertThat(walked(LATER)).isEqualTo(kept);
        assertThat(objects()).isEqualTo(1);
    }

    /** Nobody deletes an answer, but a bucket may be restored in part. */
    @Test
    void aPackOfAnswersThatAreGone_isNotReplacedByLess() {
        List<String> kept = archived(0, 20);
        walked(LATER);
        for (int gone : new int[] {19, 0}) {
            kept.subList(gone, 20)
                    .forEach(key -> at.clients()
                            .s3()
                            .deleteObject(d -> d.bucket(at.settings().bucket()).key(key)));

            assertThat(walked(LATER, 1_000, true)).isEqualTo(kept.subList(0, gone));
            assertThat(packs()).hasSize(1);
            assertThat(stock.packs().get(packs().getFirst())).hasSize(20);
        }
    }

    @Test
    void theLimitCountsObjects() {
        archived(0, 20);
        assertThatThrownBy(() -> walked(LATER, 19, false)).isInstanceOf(TooManyAnswers.class);
        walked(LATER, 20, false);

        assertThat(walked(LATER, 1, false)).hasSize(20);
        assertThatThrownBy(() -> walked(LATER, 19, true)).isInstanceOf(TooManyAnswers.class);
    }
}

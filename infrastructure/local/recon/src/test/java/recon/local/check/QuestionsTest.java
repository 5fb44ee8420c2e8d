package recon.local.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import recon.accounts.Configuration;
import recon.binance.client.Received;
import recon.binance.error.ErrorClass;
import recon.binance.request.HostFamily;
import recon.binance.request.Request;
import recon.binance.request.Security;

/** A few questions on a clock that goes on only while somebody waits. */
class QuestionsTest {
    private final AtomicReference<Instant> now = new AtomicReference<>();

    /** Three faults lead into the last second of the minute, in which nothing is sent. */
    @Test
    void questionWaitsForTheNextMinute_whenFaultsHaveLedIntoTheEndOfThisOne() {
        now.set(Instant.parse("2026-01-05T11:59:56.500Z"));
        Questions questions = new Questions(
                Configuration.none(Path.of("accounts.yaml")),
                (method, address, headers) -> {
                    return new Received(0, Map.of(), new byte[0], false, Optional.of("nobody listens"));
                },
                now::get,
                due -> now.updateAndGet(before -> before.isBefore(due) ? due : before));

        Answer answer = questions.ask(
                Request.of(
                        HostFamily.SPOT,
                        "/api/v3/time",
                        Security.NONE,
                        questions.charges().api(1)),
                Optional.empty());

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.error().errorClass()).isEqualTo(ErrorClass.NETWORK_ERROR));
        assertThat(now.get()).isEqualTo(Instant.parse("2026-01-05T12:00:00Z"));
    }
}

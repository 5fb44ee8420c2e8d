package recon.stream.capture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import recon.binance.client.Credentials;
import recon.simulator.KeyType;
import recon.simulator.SimulatedAccount;
import recon.simulator.SimulatedKey;
import recon.simulator.Simulator;
import recon.simulator.SimulatorSettings;
import recon.simulator.stream.Delivery;
import recon.simulator.stream.StreamFault;
import recon.simulator.stream.StreamFaultRates;
import recon.stream.connection.StreamAccount;
import recon.stream.notice.Count;
import recon.stream.testing.HubConnector;
import recon.stream.testing.MemorySpool;
import recon.stream.testing.Settings;
import recon.stream.testing.Stage;
import recon.stream.testing.VirtualTime;

/** A day and more of a simulated exchange that misbehaves in every way it knows, on virtual time. */
class SimulatedExchangeTest {
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 10);
    private static final long HOUR = 3_600_000;
    private static final List<KeyType> TYPES = List.of(KeyType.HMAC, KeyType.RSA, KeyType.ED25519);
    /** With these the exchange does not send what it has, on a connection of which nothing can be seen. */
    private static final Set<StreamFault> UNSEEN = EnumSet.of(StreamFault.DROP, StreamFault.DELAY, StreamFault.REORDER);

    @TempDir
    private Path folder;

    private final Stage stage = new Stage();
    private VirtualTime time;
    private Simulator exchange;
    private Capture capture;
    private long skew;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatWasSentIsQueuedByteForByte_andWhatWasNotIsCoveredByNoWatermark(long seed) {
        start(seed, StreamFaultRates.each(100));
        Duration part = Duration.ofHours(9);
        pass(part.toMillis());
        stage.queue.away = true;
        pass(HOUR);
        stage.queue.away = false;
        pass(part.toMillis());
        stage.queue.silent = true;
        pass(60_000);
        stage.queue.silent = false;
        pass(8 * HOUR);
        exchange.streams().faults().pause(true);
        pass(HOUR);
        capture.stop(stage.now);
        pass(60_000);

        assertThat(capture.isStopped()).isTrue();
        List<Delivery> reports = exchange.streams().deliveries().all().stream()
                .filter(each -> each.event().type().equals("executionReport"))
                .toList();
        assertThat(reports).hasSizeGreaterThan(300);
        assertThat(exchange.streams().deliveries().faults().keySet()).hasSizeGreaterThan(12);
        Set<String> sent = new HashSet<>();
        List<Delivery> lost = new ArrayList<>();
        reports.stream().filter(each -> each.copies() > 0).forEach(each -> sent.add(each.uid() + body(each)));
        reports.stream()
                .filter(each -> each.copies() == 0)
                .filter(each -> !each.fault().map(UNSEEN::contains).orElse(false))
                .filter(each -> !sent.contains(each.uid() + body(each)))
                .forEach(lost::add);
        Set<String> queued = new HashSet<>();
        stage.queue.accepted.forEach(report -> queued.add(report.account() + new String(report.body(), UTF_8)));

        assertThat(queued).isEqualTo(sent);
        assertThat(lost).isNotEmpty();
        assertThat(lost.stream()
                        .filter(this::isCovered)
                        .map(each -> each.uid() + " at " + each.at().minusMillis(skew) + " " + each.fault()))
                .isEmpty();
        assertThat(stage.count(Count.UNREADABLE) + stage.count(Count.UNKNOWN_SUBSCRIPTION))
                .isEqualTo(stage.rejects.size());
        assertThat(coveredHours()).isGreaterThanOrEqualTo(27);
    }

    private void start(long seed, StreamFaultRates rates) {
        Instant begin = FIRST_DAY.atStartOfDay(ZoneOffset.UTC).toInstant().plus(Duration.ofHours(34));
        time = new VirtualTime(begin);
        exchange = Simulator.start(
                SimulatorSettings.of(seed, 3, FIRST_DAY).withStreamFaultRates(rates), time, folder.resolve("exchange"));
        skew = exchange.exchangeTime().toEpochMilli() - begin.toEpochMilli();
        stage.now = begin.toEpochMilli();
        List<StreamAccount> accounts = new ArrayList<>();
        for (SimulatedAccount account : exchange.accounts()) {
            accounts.add(new StreamAccount(account.uid(), credentials(account, accounts.size())));
        }
        capture = stage.capture(
                Settings.sharded(2),
                new MemorySpool(Long.MAX_VALUE),
                false,
                new HubConnector(exchange.streams(), () -> stage.now),
                accounts);
        capture.start(stage.now);
    }

    /** Every account signs with another type of key. */
    private static Credentials credentials(SimulatedAccount account, int number) {
        KeyType type = TYPES.get(number % TYPES.size());
        SimulatedKey key = account.key(type);
        return type == KeyType.HMAC
                ? Credentials.hmac(key.apiKey(), key.secret())
                : Credentials.privateKey(key.apiKey(), key.secret());
    }

    private void pass(long ms) {
        long end = stage.now + ms;
        while (true) {
            long due = Math.min(
                    capture.nextDue(),
                    exchange.streams()
                            .nextDue()
                            .map(at -> at.toEpochMilli() - skew)
                            .orElse(Long.MAX_VALUE));
            if (due > end) {
                stage.now = end;
                return;
            }
            stage.now = Math.max(stage.now, due);
            time.moveTo(stage.now);
            exchange.streams().advance();
            capture.tick(stage.now);
        }
    }

    private static String body(Delivery delivery) {
        String frame = delivery.frame();
        return frame.substring(frame.indexOf("\"event\":") + "\"event\":".length(), frame.length() - 1);
    }

    private boolean isCovered(Delivery lost) {
        Instant at = lost.at().minusMillis(skew);
        return stage.marks.values().stream()
                .filter(mark -> mark.account().equals(lost.uid()))
                .anyMatch(mark -> at.isAfter(mark.subscribedAt()) && !at.isAfter(mark.upTo()));
    }

    /** How long at least one account was covered, summed over its connections. */
    private long coveredHours() {
        String uid = exchange.accounts().getFirst().uid();
        return stage.marks.values().stream()
                        .filter(mark -> mark.account().equals(uid))
                        .mapToLong(mark -> Duration.between(mark.subscribedAt(), mark.upTo())
                                .toMillis())
                        .filter(ms -> ms > 0)
                        .sum()
                / HOUR;
    }
}

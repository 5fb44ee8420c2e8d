package recon.local.soak;

import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import recon.simulator.draw.Draw;
import recon.simulator.stream.StreamFault;
import recon.simulator.stream.StreamFaultRates;
import recon.stream.capture.CaptureSettings;
import recon.stream.connection.ConnectionSettings;
import recon.stream.delivery.Pauses;
import recon.stream.delivery.QueueSettings;

/**
 * Under which conditions a seed's course runs. In a gentle one trouble comes one at a time, so that one task listens at
 * every moment and nothing may be missing; in a rough one anything comes at any time.
 *
 * @param gentle which of the two
 * @param accounts accounts of the exchange
 * @param symbols symbols open for trading
 * @param trades trades a day and account
 * @param lasts how long the exchange misbehaves
 * @param incidents how many incidents are tried
 * @param rates how often an event on a connection meets a fault
 * @param shard accounts on a connection
 * @param renewAfter the age at which connections are replaced
 * @param watermarks how often watermarks are written
 * @param buffered bytes in memory
 * @param spool bytes on disk
 * @param visibility how long a received message stays out of sight
 * @param oddPercent calls of queue and tables that fail at any time, out of a hundred
 * @param crashPercent batches at which a worker dies, out of a hundred
 * @param otherKeys whether keys of all types sign, or HMAC alone, which costs least
 * @param into how far into the world's first day the course begins: late in the day it passes a midnight
 * @param page rows in a page of the exchange's lists at most
 */
record Conditions(
        boolean gentle,
        int accounts,
        int symbols,
        int trades,
        Duration lasts,
        int incidents,
        StreamFaultRates rates,
        int shard,
        Duration renewAfter,
        Duration watermarks,
        long buffered,
        long spool,
        Duration visibility,
        int oddPercent,
        int crashPercent,
        boolean otherKeys,
        Duration into,
        int page) {
    private static final long PLENTY = 48L * 1024 * 1024;
    private static final int LARGE_FRAMES_RATE = 4;
    /** Of these the exchange tells, or they take nothing away. */
    private static final Set<StreamFault> HARMLESS = EnumSet.of(
            StreamFault.DUPLICATE,
            StreamFault.UNKNOWN_VALUES,
            StreamFault.UNKNOWN_EVENT,
            StreamFault.NOT_JSON,
            StreamFault.BINARY,
            StreamFault.HUGE,
            StreamFault.UNKNOWN_SUBSCRIPTION,
            StreamFault.SHUTDOWN,
            StreamFault.EARLY_EVENT);

    /** Draws them. */
    static Conditions of(long seed) {
        Draw draw = Draw.of(seed, "soak conditions");
        boolean gentle = draw.chance(40);
        int hours = draw.chance(1) ? 26 : draw.between(1, 3);
        return new Conditions(
                gentle,
                draw.between(2, 4),
                draw.between(4, 7),
                draw.between(60, 400),
                Duration.ofHours(hours),
                hours * draw.between(1, 12),
                rates(draw, gentle),
                draw.pick(List.of(1, 2, 200, 200, 200)),
                Duration.ofMinutes(draw.pick(List.of(40, 150, 1_380))),
                Duration.ofSeconds(draw.pick(List.of(10, 30, 60))),
                gentle ? PLENTY : draw.pick(List.of(2_000L, 6_000L, 60_000L, PLENTY)),
                gentle ? PLENTY : draw.pick(List.of(1L, 20_000L, PLENTY)),
                Duration.ofSeconds(draw.pick(List.of(60, 300, 900))),
                draw.pick(List.of(0, 2, 10)),
                draw.pick(List.of(0, 5, 20)),
                draw.chance(3),
                Duration.ofMinutes(draw.chance(40) ? draw.between(22 * 60, 24 * 60 - 20) : 0),
                draw.pick(List.of(20, 1_000, 1_000, 1_000)));
    }

    /** How a task of that name captures. */
    CaptureSettings capture(String task) {
        CaptureSettings standard = CaptureSettings.standard(task);
        ConnectionSettings usual = standard.connections();
        QueueSettings queue = new QueueSettings(
                10,
                200_000,
                Duration.ofMillis(5),
                4,
                Duration.ofSeconds(30),
                buffered,
                new Pauses(Duration.ofMillis(100), Duration.ofSeconds(5)));
        return new CaptureSettings(
                task,
                new ConnectionSettings(
                        shard,
                        usual.asked(),
                        usual.patience(),
                        renewAfter,
                        usual.silence(),
                        usual.stable(),
                        usual.pauses(),
                        usual.refused(),
                        usual.connects()),
                queue,
                queue,
                watermarks,
                standard.grace());
    }

    private static StreamFaultRates rates(Draw draw, boolean gentle) {
        Map<StreamFault, Integer> rates = new EnumMap<>(StreamFault.class);
        int most = draw.pick(List.of(0, 20, 100));
        for (StreamFault fault : StreamFault.values()) {
            if (fault != StreamFault.REVOKE_KEY && (!gentle || HARMLESS.contains(fault))) {
                int rate = draw.below(most + 1);
                rates.put(fault, fault == StreamFault.HUGE ? Math.min(LARGE_FRAMES_RATE, rate) : rate);
            }
        }
        return new StreamFaultRates(rates);
    }
}

package recon.benchmark.stream;

import java.util.Locale;

/**
 * One contender at one rate. Times are in µs.
 *
 * @param asked reports a second that were to be emitted
 * @param rate reports a second that the queue acknowledged, from the first emission to the last acknowledgement
 * @param lost emitted and never acknowledged
 * @param repeated acknowledged more than once
 * @param residentKb memory of the contender at the end, in RAM
 * @param cores that the contender kept busy, in hundredths
 * @param each processor time that the contender took for a report
 * @param drivers cores that emitter and queue kept busy, in hundredths
 * @param others cores that the rest of the machine kept busy, in hundredths
 * @param late lateness of the emitter's bursts, the 99th percentile
 */
record Step(
        String contender,
        int asked,
        long rate,
        long p50,
        long p99,
        long p999,
        long max,
        long lost,
        long repeated,
        long residentKb,
        long cores,
        long each,
        long drivers,
        long others,
        long late) {
    private static final String FORMAT = "%-12s %7s %8s %8s %8s %8s %9s %7s %5s %6s %6s %7s %7s %6s %6s%n";
    /** The bar: 25 ms. */
    private static final long BAR = 25_000;

    static String head() {
        return FORMAT.formatted(
                "", "rate", "acked/s", "p50 ms", "p99 ms", "p99.9", "max ms", "lost", "rep.", "MiB", "cores", "us each",
                "drivers", "others", "late");
    }

    /** Whether everything arrived, as fast as it was emitted and in time. */
    boolean holds() {
        return p99 <= BAR && lost == 0 && rate * 100 >= asked * 98L;
    }

    String line() {
        return FORMAT.formatted(
                contender,
                asked,
                rate,
                ms(p50),
                ms(p99),
                ms(p999),
                ms(max),
                lost,
                repeated,
                residentKb / 1_024,
                hundredths(cores),
                each,
                hundredths(drivers),
                hundredths(others),
                ms(late));
    }

    private static String ms(long micros) {
        return String.format(Locale.ROOT, "%d.%02d", micros / 1_000, micros % 1_000 / 10);
    }

    private static String hundredths(long value) {
        return String.format(Locale.ROOT, "%d.%02d", value / 100, value % 100);
    }
}

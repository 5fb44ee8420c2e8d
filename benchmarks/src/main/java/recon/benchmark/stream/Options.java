package recon.benchmark.stream;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run consists of.
 *
 * @param rates reports a second, step by step
 * @param span how long each step is measured
 * @param after how long the queue keeps an answer back
 * @param contenders of {@code stream}, {@code batch}, {@code single}, {@code amqp}
 * @param flags of the stream task's JVM
 * @param amqp a RabbitMQ that runs already, for {@code amqp}; the empty text if there is none
 */
record Options(
        List<Integer> rates, Duration span, Duration after, List<String> contenders, List<String> flags, String amqp) {
    /** Those of the container's image. */
    private static final String FLAGS = "-Xmx128m -Xmn28m -XX:+UseSerialGC -XX:MaxDirectMemorySize=32m"
            + " -XX:MetaspaceSize=64m -XX:+UseCompactObjectHeaders";

    private static final Map<String, String> DEFAULTS = Map.of(
            "--rates", "1000,2000,3000,4000,5000,6000,8000,10000,12000,15000,20000,25000,30000,40000",
            "--seconds", "10",
            "--answer-after-ms", "0",
            "--contenders", "stream,batch,single",
            "--flags", FLAGS,
            "--amqp", "");

    /** Reads {@code --name value}. */
    static Options of(String... arguments) {
        Map<String, String> given = new HashMap<>(DEFAULTS);
        for (int i = 0; i < arguments.length; i += 2) {
            if (!DEFAULTS.containsKey(arguments[i]) || i + 1 == arguments.length) {
                throw new IllegalArgumentException("not an option with a value: " + arguments[i] + "; there are "
                        + DEFAULTS.keySet().stream().sorted().toList());
            }
            given.put(arguments[i], arguments[i + 1]);
        }
        if (list(given, "--contenders", ",").contains("amqp")
                && given.getOrDefault("--amqp", "").isEmpty()) {
            throw new IllegalArgumentException(
                    "for amqp say where a RabbitMQ runs: --amqp amqp://guest:guest@localhost");
        }
        return new Options(
                list(given, "--rates", ",").stream().map(Integer::parseInt).toList(),
                Duration.ofSeconds(Long.parseLong(given.getOrDefault("--seconds", ""))),
                Duration.ofMillis(Long.parseLong(given.getOrDefault("--answer-after-ms", ""))),
                list(given, "--contenders", ","),
                list(given, "--flags", " "),
                given.getOrDefault("--amqp", ""));
    }

    private static List<String> list(Map<String, String> given, String name, String separator) {
        return Arrays.stream(given.getOrDefault(name, "").split(separator, -1))
                .filter(each -> !each.isBlank())
                .toList();
    }
}

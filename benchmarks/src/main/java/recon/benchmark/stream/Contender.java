package recon.benchmark.stream;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A program that brings reports from an exchange to a queue.
 *
 * @param name in the table
 * @param command how it is started
 * @param folder where it runs
 * @param environment what it is told
 */
record Contender(String name, List<String> command, Path folder, Map<String, String> environment) {
    /** Where a contender finds exchange and queue, and as whom. */
    record Place(
            String exchange,
            String queueEndpoint,
            String queueUrl,
            String amqp,
            String uid,
            String apiKey,
            String privateKey) {
        @Override
        public String toString() {
            return "Place[uid=" + uid + "]";
        }
    }

    /**
     * The stream task as it is packaged.
     *
     * @param flags of its JVM
     */
    static Contender streamTask(Path repository, List<String> flags, Place place, Path folder) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.add("-jar");
        command.add(repository
                .resolve("functions/stream/target/quarkus-app/quarkus-run.jar")
                .toString());
        return new Contender(
                "stream",
                command,
                folder,
                Map.ofEntries(
                        Map.entry("RECON_STREAM_TASK", "bench"),
                        Map.entry("RECON_STREAM_EXCHANGE_URI", place.exchange),
                        Map.entry("RECON_STREAM_ACCOUNTS_0__UID", place.uid),
                        Map.entry("RECON_STREAM_ACCOUNTS_0__CREDENTIALS", "env:BENCH"),
                        Map.entry("BENCH_API_KEY", place.apiKey),
                        Map.entry("BENCH_PRIVATE_KEY", place.privateKey),
                        Map.entry("RECON_AWS_BUCKET", "bench"),
                        Map.entry("RECON_AWS_SQS_ENDPOINT", place.queueEndpoint),
                        Map.entry("RECON_AWS_DYNAMODB_ENDPOINT", place.queueEndpoint),
                        Map.entry("RECON_AWS_S3_ENDPOINT", place.queueEndpoint),
                        Map.entry("QUARKUS_HTTP_PORT", "0"),
                        // As in the container: the C library would keep memory for each thread apart.
                        Map.entry("MALLOC_ARENA_MAX", "2")));
    }

    /**
     * What a user would write instead.
     *
     * @param sends {@code batch} or {@code single} to the queue, {@code amqp} to a broker
     */
    static Contender peer(Path program, String sends, Place place) {
        return new Contender(
                "node, " + sends,
                List.of("node", "peer.mjs"),
                program,
                Map.of(
                        "PEER_SENDS", sends,
                        "PEER_AMQP", place.amqp,
                        "PEER_EXCHANGE", place.exchange,
                        "PEER_QUEUE", place.queueUrl,
                        "PEER_ACCOUNT", place.uid,
                        "PEER_KEY", place.apiKey,
                        "PEER_SECRET", place.privateKey));
    }
}

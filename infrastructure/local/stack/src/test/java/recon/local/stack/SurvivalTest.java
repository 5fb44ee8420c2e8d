package recon.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.model.Message;

class SurvivalTest {
    private static final int ROUNDS_BEFORE_THE_KILL = 40;

    @TempDir
    Path folder;

    @Test
    void dataIsThereAgain_andHalfWrittenObjectsAreNone_afterTheNextStart() throws Exception {
        try (LocalStack stack = LocalStack.start(folder);
                Clients clients = Clients.of(stack)) {
            clients.createResources();
            clients.put("p", "1");
            clients.send(Clients.QUEUE, "waiting");
            clients.store("whole", "content");
        }
        Path bucket = folder.resolve("s3mock").resolve(Clients.BUCKET);
        Files.writeString(
                Files.createDirectory(bucket.resolve("0b5a8e4e-0000-4000-8000-000000000001"))
                        .resolve("binaryData"),
                "hal");
        Files.writeString(
                bucket.resolve("bucketMetadata.json.journal"),
                "+0b5a8e4e-0000-4000-8000-000000000001half\n+0b5a8e4e-0000-40",
                StandardOpenOption.APPEND);
        try (LocalStack stack = LocalStack.start(folder);
                Clients clients = Clients.of(stack)) {
            assertThat(clients.query("p")).containsExactly("1");
            assertThat(clients.receive(Clients.QUEUE, 30))
                    .extracting(Message::body)
                    .containsExactly("waiting");
            assertThat(clients.list("")).containsExactly("whole");
            assertThat(clients.read("whole")).isEqualTo("content");
            clients.store("half", "now whole");
            assertThat(clients.list("")).containsExactly("half", "whole");
            assertThat(clients.read("half")).isEqualTo("now whole");
        }
    }

    @Test
    void everythingAcknowledged_isThere_afterAForcedEnd() throws Exception {
        Process writer = startWriter();
        List<String> said = new ArrayList<>();
        try (BufferedReader output = writer.inputReader()) {
            readUntil(output, KilledWriter.STARTED, said);
            assertThatThrownBy(() -> LocalStack.start(folder)).isInstanceOf(StateFolderInUseException.class);
            readUntil(output, "stored %06d".formatted(ROUNDS_BEFORE_THE_KILL), said);
            assertThat(writer.toHandle().destroyForcibly()).isTrue();
            assertThat(writer.waitFor()).isNotZero();
            output.lines().forEach(said::add);
        }
        try (LocalStack stack = LocalStack.start(folder);
                Clients clients = Clients.of(stack)) {
            assertThat(clients.query("single")).containsAll(after("put ", said));
            assertThat(clients.query("left")).containsAll(after("pair ", said)).isEqualTo(clients.query("right"));
            List<String> listed = clients.list("raw/");
            for (String name : after("stored ", said)) {
                assertThat(listed).contains("raw/" + name);
                assertThat(clients.read("raw/" + name)).isEqualTo("body " + name);
            }
            assertThat(said).allMatch(KilledWriter::isOurs);
            assertThat(Files.readAllLines(folder.resolve("stderr")))
                    .as("apart from what the SDK's own logging says")
                    .allMatch(line -> line.startsWith("SLF4J"));
            Set<String> expected = new HashSet<>(after("sent ", said));
            expected.removeAll(after("done ", said));
            assertThat(receiveAll(clients, expected))
                    .containsAll(expected)
                    .doesNotContainAnyElementsOf(after("done ", said));
        }
    }

    private Process startWriter() throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriter.class.getName(),
                        folder.toString())
                .redirectError(folder.resolve("stderr").toFile())
                .start();
    }

    /** Received ones included, which come back when their time is up. */
    private static Set<String> receiveAll(Clients clients, Set<String> expected) {
        Set<String> received = new HashSet<>();
        List<Message> messages;
        do {
            messages = clients.receive(Clients.PATIENT_QUEUE, 600);
            messages.forEach(message -> received.add(message.body()));
        } while (!messages.isEmpty() && !received.containsAll(expected));
        return received;
    }

    private static void readUntil(BufferedReader output, String line, List<String> said) throws Exception {
        String next = output.readLine();
        while (next != null && !next.equals(line)) {
            said.add(next);
            next = output.readLine();
        }
        assertThat(next).as("what the writer said last").isEqualTo(line);
        said.add(line);
    }

    private static List<String> after(String prefix, List<String> said) {
        Stream<String> ours = said.stream().filter(line -> line.startsWith(prefix));
        return ours.map(line -> line.substring(prefix.length())).toList();
    }
}

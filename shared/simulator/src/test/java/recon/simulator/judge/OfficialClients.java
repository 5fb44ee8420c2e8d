package recon.simulator.judge;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The clients {@code @binance/spot}, {@code @binance/wallet} and that of the futures, asked in batches. */
public final class OfficialClients {
    private static final int MOST_SECONDS = 120;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Path script;

    private OfficialClients(Path script) {
        this.script = script;
    }

    /**
     * Makes them ready.
     *
     * @throws ClientsUnavailable where they cannot be had
     */
    public static OfficialClients installed() throws IOException, InterruptedException, ClientsUnavailable {
        return new OfficialClients(NodeProject.installed().folder().resolve("judge.js"));
    }

    /**
     * Puts the questions one after the other.
     *
     * @param scratch for the script's input and output
     * @return one verdict per question
     */
    public List<Verdict> ask(URI exchange, Path scratch, List<Question> questions)
            throws IOException, InterruptedException {
        return ask(exchange, Optional.empty(), scratch, questions);
    }

    /**
     * The same where some ask for streams.
     *
     * @param streams where the WebSocket API is
     */
    public List<Verdict> ask(URI exchange, URI streams, Path scratch, List<Question> questions)
            throws IOException, InterruptedException {
        return ask(exchange, Optional.of(streams), scratch, questions);
    }

    private List<Verdict> ask(URI exchange, Optional<URI> streams, Path scratch, List<Question> questions)
            throws IOException, InterruptedException {
        File in = scratch.resolve("questions.json").toFile();
        Path out = scratch.resolve("verdicts.jsonl");
        Path err = scratch.resolve("complaints.txt");
        MAPPER.writeValue(
                in,
                Map.of(
                        "baseUrl", exchange.toString(),
                        "streamUrl", streams.map(URI::toString).orElse(""),
                        "calls", questions));
        ProcessBuilder builder = new ProcessBuilder("node", script.toString())
                .redirectInput(in)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        // The exchange is on this machine: no proxy stands between.
        builder.environment()
                .keySet()
                .removeIf(name -> name.toLowerCase(Locale.ROOT).endsWith("_proxy"));
        Process node = builder.start();
        boolean ended = node.waitFor(MOST_SECONDS, TimeUnit.SECONDS);
        if (!ended) {
            node.destroyForcibly();
        }
        List<Verdict> verdicts = new ArrayList<>();
        for (String line : Files.readAllLines(out)) {
            verdicts.add(new Verdict(MAPPER.readTree(line)));
        }
        if (!ended || node.exitValue() != 0 || verdicts.size() != questions.size()) {
            throw new AssertionError("judge.js answered " + verdicts.size() + " of " + questions.size() + " questions"
                    + (ended ? ": " : " in " + MOST_SECONDS + " s: ") + Files.readString(err));
        }
        return verdicts;
    }
}

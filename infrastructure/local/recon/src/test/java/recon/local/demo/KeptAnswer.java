package recon.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import recon.local.machine.Machine;
import recon.storage.archive.Archive;
import recon.storage.archive.ArchiveIndex;
import recon.storage.archive.RawResponse;

/**
 * An answer in the archive.
 *
 * @param request without key and signature
 * @param receivedAt on the exchange's clock
 */
record KeptAnswer(String request, Instant receivedAt, JsonNode body) {
    private static final int ALL = 1_000;

    /** All of a source and an account, in the order in which they came. */
    static List<KeptAnswer> of(String source, String account, Machine machine) {
        ArchiveIndex index = new ArchiveIndex(machine.clients(), machine.aws());
        Archive archive = new Archive(machine.clients(), machine.aws());
        ObjectMapper json = new ObjectMapper();
        List<KeptAnswer> answers = new ArrayList<>();
        for (LocalDate day : index.days(source, account)) {
            for (String key : index.keys(source, account, day, Optional.empty(), ALL)) {
                try {
                    RawResponse raw = archive.get(key);
                    answers.add(new KeptAnswer(raw.request(), raw.receivedAt(), json.readTree(raw.body())));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return answers;
    }
}

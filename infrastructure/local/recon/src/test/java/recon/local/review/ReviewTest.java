package recon.local.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import recon.ledger.Account;
import recon.local.SharedStack;
import recon.local.stack.LocalStack;
import recon.storage.archive.Archive;
import recon.storage.archive.ArchiveIndex;
import recon.storage.aws.AwsClients;
import recon.storage.aws.AwsSettings;
import recon.storage.registry.ReconciliationError;
import recon.storage.registry.Registry;
import recon.storage.registry.Resolutions;
import recon.storage.schema.Schema;

/** What a person sees of the errors that functions keep, and what settling does. */
class ReviewTest {
    private static final Instant EARLY = Instant.parse("2026-01-02T00:05:00Z");
    private static final Instant LATE = Instant.parse("2026-01-03T00:05:00Z");
    private static final Instant NOW = Instant.parse("2026-01-04T09:00:00Z");

    private AwsSettings settings;
    private AwsClients clients;
    private Registry registry;
    private Review review;
    private Archive archive;

    @BeforeEach
    void open() {
        LocalStack stack = SharedStack.get();
        String name = SharedStack.freshName();
        settings = AwsSettings.embedded(stack.dynamodb(), stack.sqs(), stack.s3(), name, name);
        clients = AwsClients.create(settings, stack.dynamodbClient(), stack::s3Client);
        Schema.create(clients, settings);
        registry = new Registry(clients, settings);
        archive = new Archive(clients, settings);
        review = new Review(
                registry,
                List.of(new Account("1", "main@example.com"), new Account("2", "sub@example.com")),
                new Resolutions(archive),
                () -> NOW);
    }

    @AfterEach
    void close() {
        clients.close();
    }

    private ReconciliationError put(String account, String id, Instant at, boolean person) {
        ReconciliationError error = new ReconciliationError(
                id, at, account, "PARAMETER_ERROR", "", "what happened", "", person, Optional.empty(), "");
        registry.put(error);
        return error;
    }

    @Test
    void whatNeedsAPersonComesFirst_thenTheOldest() {
        ReconciliationError byItself = put("1", "a", EARLY, false);
        ReconciliationError young = put("2", "b", LATE, true);
        ReconciliationError old = put("exchange", "c", EARLY, true);

        assertThat(review.open()).containsExactly(old, young, byItself);
    }

    @Test
    void errorIsSettledWithTimeAndNotes_andStaysSoWhenItIsMetAgain() {
        ReconciliationError error = put("1", "a", EARLY, true);

        ReconciliationError settled = review.resolve("a", Optional.empty(), "support has corrected it");
        put("1", "a", LATE, true);

        assertThat(settled).isEqualTo(error.settled(NOW, "support has corrected it"));
        assertThat(review.open()).isEmpty();
        assertThat(review.resolved()).containsExactly(settled);
        assertThat(new ArchiveIndex(clients, settings)
                        .keys(Resolutions.SOURCE, "1", Optional.empty())
                        .map(new Resolutions(archive)::read))
                .as("what only a person could tell")
                .containsExactly(settled);
    }

    @Test
    void nothingIsSettled_whenItIsUnknownOrSettledOrOfSeveralAccounts() {
        put("1", "a", EARLY, true);
        put("2", "a", EARLY, true);

        assertThatThrownBy(() -> review.resolve("b", Optional.empty(), "x"))
                .hasMessage("no error has the id b: 'recon errors' lists them");
        assertThatThrownBy(() -> review.resolve("a", Optional.empty(), "x"))
                .hasMessage("several accounts have an error a: say which with --account, of [1, 2]");
        assertThat(review.open()).hasSize(2);

        review.resolve("a", Optional.of("2"), "x");
        assertThatThrownBy(() -> review.resolve("a", Optional.of("2"), "y"))
                .hasMessage("the error a is settled already");
        assertThat(review.open()).extracting(ReconciliationError::accountId).containsExactly("1");
    }
}

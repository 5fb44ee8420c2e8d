package recon.collect.page;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import recon.binance.client.Credentials;
import recon.binance.client.ExchangeClient;
import recon.binance.error.Errors;
import recon.binance.request.Outcome;
import recon.binance.request.Reply;
import recon.binance.request.Request;
import recon.storage.archive.Archive;
import recon.storage.archive.RawResponse;

/** Asks the exchange and archives exactly what came before anybody interprets it. */
final class ArchivingReader {
    private final ExchangeClient client;
    private final Archive archive;
    private final ObjectMapper json;

    ArchivingReader(ExchangeClient client, Archive archive, ObjectMapper json) {
        this.client = requireNonNull(client, "client is null");
        this.archive = requireNonNull(archive, "archive is null");
        this.json = requireNonNull(json, "json is null");
    }

    Reading read(String source, String accountId, Request request, Optional<Credentials> credentials) {
        return switch (client.ask(request, credentials)) {
            case Outcome.Postponed later -> new Reading.Later(later.until(), later.bucket());
            case Outcome.Replied(Reply reply) -> {
                String key = archive.put(new RawResponse(
                        source,
                        accountId,
                        request.line(),
                        reply.status(),
                        reply.headers(),
                        reply.receivedAt(),
                        reply.complete(),
                        reply.body()));
                yield Errors.judge(reply, json)
                        .<Reading>map(error -> new Reading.Refused(error, key))
                        .orElseGet(() -> new Reading.Sound(reply, key));
            }
        };
    }
}

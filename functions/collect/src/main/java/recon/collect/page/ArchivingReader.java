package recon.collect.page;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import recon.binance.client.Credentials;
import recon.binance.client.ExchangeClient;
import recon.binance.request.Outcome;
import recon.binance.request.Reply;
import recon.binance.request.Request;
import recon.binance.source.Cursor;
import recon.binance.source.Scope;
import recon.binance.source.Source;
import recon.intake.page.Archiving;
import recon.intake.page.PageReader;
import recon.intake.page.Understanding;
import recon.storage.archive.Archive;
import recon.storage.work.Task;

/** Asks the exchange and archives exactly what came before anybody interprets it. */
final class ArchivingReader {
    private final ExchangeClient client;
    private final Archive archive;
    private final PageReader pages;

    ArchivingReader(ExchangeClient client, Archive archive, PageReader pages) {
        this.client = requireNonNull(client, "client is null");
        this.archive = requireNonNull(archive, "archive is null");
        this.pages = requireNonNull(pages, "pages is null");
    }

    Reading read(
            Task task, Source source, Request request, Cursor cursor, Scope scope, Optional<Credentials> credentials) {
        return switch (client.ask(request, credentials)) {
            case Outcome.Postponed later -> new Reading.Later(later.until(), later.bucket());
            case Outcome.Replied(Reply reply) -> {
                String key = archive.put(
                        Archiving.response(source, task.accountId(), reply, cursor, scope, task.attributes()));
                yield switch (pages.read(source, reply, key, cursor, scope)) {
                    case Understanding.Understood(var page) -> new Reading.Sound(page);
                    case Understanding.Refused(var error) -> new Reading.Refused(error, key);
                };
            }
        };
    }
}

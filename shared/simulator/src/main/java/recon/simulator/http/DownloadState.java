package recon.simulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Set;

/** {@code GET /fapi/v1/income|trade|order/asyn/id}: whether a file is ready, and where it is. */
final class DownloadState implements Endpoint {
    private static final int WEIGHT = 10;
    private static final String ID = "downloadId";

    private final Download.Kind kind;
    private final Downloads downloads;

    DownloadState(Download.Kind kind, Downloads downloads) {
        this.kind = kind;
        this.downloads = downloads;
    }

    @Override
    public String path() {
        return kind.path() + "/id";
    }

    @Override
    public Access access() {
        return Access.SIGNED;
    }

    @Override
    public int weight(Parameters parameters) {
        return WEIGHT;
    }

    @Override
    public Set<String> parameters() {
        return Set.of(ID);
    }

    @Override
    public void answer(Asked asked, JsonGenerator json) throws IOException, Refusal {
        Download download = downloads
                .of(kind, asked.account().uid(), asked.parameters().mandatory(ID))
                .orElseThrow(() -> Refusal.invalid(ID));
        boolean ready = asked.now() >= download.ready();
        boolean expired = asked.now() >= download.expires();
        json.writeStartObject();
        json.writeStringField(ID, download.id());
        json.writeStringField("status", ready ? "completed" : "processing");
        json.writeStringField(
                "url", ready && !expired ? "http://" + asked.host() + DownloadedFile.target(download) : "");
        json.writeBooleanField("notified", ready);
        json.writeNumberField("expirationTimestamp", ready ? download.expires() : -1);
        if (expired) {
            json.writeBooleanField("isExpired", true);
        } else {
            json.writeNullField("isExpired");
        }
        json.writeEndObject();
    }
}

package recon.simulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import recon.simulator.FuturesSwitches.Packing;

/** Where the files of the downloads are: another host to who asks, without key and signature. */
final class DownloadedFile implements Endpoint {
    private static final String PATH = "/futures-history";
    private static final String FILE = "file";

    private final Downloads downloads;

    DownloadedFile(Downloads downloads) {
        this.downloads = downloads;
    }

    /** Path and query of a file. */
    static String target(Download download) {
        return PATH + "?" + FILE + "=" + download.token();
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public Access access() {
        return Access.OPEN;
    }

    @Override
    public Charge charge() {
        return Charge.NONE;
    }

    @Override
    public Set<String> parameters() {
        return Set.of(FILE);
    }

    @Override
    public Optional<Answer> whole(Asked asked) throws Refusal {
        Optional<Download> download = downloads
                .named(asked.parameters().mandatory(FILE))
                .filter(one -> asked.now() >= one.ready() && asked.now() < one.expires());
        return Optional.of(download.map(one -> file(asked, one))
                .orElseGet(() -> Answer.page(
                        403, "application/xml", "<Error><Code>AccessDenied</Code><Message>gone</Message></Error>")));
    }

    @Override
    public void answer(Asked asked, JsonGenerator json) {
        throw new IllegalStateException("a file is not JSON");
    }

    private Answer file(Asked asked, Download download) {
        byte[] text = new DownloadTable(asked, download, downloads.taste(download.kind()))
                .csv()
                .getBytes(StandardCharsets.UTF_8);
        byte[] body = packed(asked.world().switches().futures().packing(), download, text);
        return new Answer(200, Map.of("Content-Type", "application/octet-stream"), body, body.length);
    }

    private static byte[] packed(Packing packing, Download download, byte[] text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            switch (packing) {
                case PLAIN -> bytes.write(text);
                case GZIP -> {
                    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
                        gzip.write(text);
                    }
                }
                case ZIP -> {
                    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                        ZipEntry entry = new ZipEntry(download.id() + ".csv");
                        entry.setTime(download.requested());
                        zip.putNextEntry(entry);
                        zip.write(text);
                        zip.closeEntry();
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return bytes.toByteArray();
    }
}

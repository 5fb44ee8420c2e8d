package recon.simulator.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import recon.simulator.Distortion;
import recon.simulator.Fault;
import recon.simulator.SimulatedAccount;
import recon.simulator.limits.Bucket;
import recon.simulator.limits.Budgets;
import recon.simulator.limits.Verdict;
import recon.simulator.log.LogLine;
import recon.simulator.log.RequestLog;
import recon.simulator.world.World;

/** Judges and answers requests, one at a time, and logs each before its answer leaves. */
public final class Front {
    private static final int LARGE = 16_384;
    private static final int OK = 200;
    private static final long MINUTE_MS = 60_000;

    private final World world;
    private final LongSupplier clock;
    private final Budgets budgets;
    private final Keys keys;
    private final Gate gate;
    private final Endpoints endpoints;
    private final FaultPlan faults;
    private final RequestLog log;
    private final Mischief mischief = new Mischief();
    private final Spoiler spoiler = new Spoiler();
    private final JsonFactory json = new JsonFactory();

    /**
     * The exchange behind its socket.
     *
     * @param clock the exchange's clock, epoch ms
     */
    public Front(
            World world,
            LongSupplier clock,
            Budgets budgets,
            Keys keys,
            FaultPlan faults,
            Downloads downloads,
            RequestLog log) {
        this.world = world;
        this.clock = clock;
        this.budgets = budgets;
        this.keys = keys;
        this.gate = new Gate(keys, world::has);
        this.endpoints = new Endpoints(keys, budgets.limits(), downloads);
        this.faults = faults;
        this.log = log;
    }

    /** Counts a logged request again, so that budgets, bans and downloads stand where they stood. */
    public static void replay(LogLine line, Budgets budgets, Downloads downloads) {
        downloads.replay(line);
        if (line.fault().filter(Fault.BANNED_418.name()::equals).isPresent()) {
            budgets.ban(line.ms(), ofFutures(line.target()));
        } else if (line.bucket().filter(Bucket.connections().name()::equals).isPresent()) {
            budgets.connect(line.ms());
        } else {
            budgets.admit(line.ms(), line.bucket().map(Bucket::named), line.weight());
        }
    }

    Answer answer(long number, Call call) {
        synchronized (world) {
            long now = clock.getAsLong();
            world.sabotages()
                    .revoked(now)
                    .ifPresent(account -> account.keys().forEach(key -> keys.revoke(key.apiKey())));
            Parameters parameters = Parameters.of(call.rawQuery(), call.body());
            Optional<SimulatedAccount> owner = keys.owner(call.apiKey());
            Optional<Endpoint> endpoint = endpoints.at(call.path());
            boolean futures = ofFutures(call.path());
            Optional<Fault> fault = budgets.banned(Instant.ofEpochMilli(now), futures)
                    ? Optional.empty()
                    : faults.strike(number, call.path());
            boolean blocked = fault.filter(Fault.HTML_403::equals).isPresent();
            Optional<Bucket> bucket = blocked ? Optional.empty() : endpoint.flatMap(place -> bucket(place, owner));
            int weight = bucket.isPresent() ? endpoint.orElseThrow().weight(parameters) : 0;
            Verdict verdict = fault.filter(Fault.BANNED_418::equals).isPresent()
                    ? budgets.ban(now, futures)
                    : budgets.admit(now, bucket, weight);
            Answer answer = switch (verdict) {
                case Verdict.Banned banned -> banned(banned);
                case Verdict.TooMany broken -> usage(tooMany(broken), bucket, broken.used());
                case Verdict.Admitted admitted -> {
                    Answer met = met(fault, now, () -> spoiled(call.path(), evaluate(endpoint, call, parameters, now)));
                    yield blocked ? met : usage(met, bucket, admitted.used());
                }
            };
            log.append(new LogLine(
                    number,
                    now,
                    call.method(),
                    target(call, parameters),
                    owner.map(SimulatedAccount::uid),
                    answer.status(),
                    bucket.map(Bucket::name),
                    weight,
                    fault.map(Fault::name)));
            return answer;
        }
    }

    private Answer met(Optional<Fault> fault, long now, Supplier<Answer> honest) {
        long secondsToMinute = Math.ceilDiv(MINUTE_MS - Math.floorMod(now, MINUTE_MS), 1_000L);
        return fault.map(kind -> mischief.answer(kind, secondsToMinute, honest)).orElseGet(honest);
    }

    private Answer spoiled(String path, Answer answer) {
        Optional<Distortion> distortion = answer.status() == OK ? faults.distortion(path) : Optional.empty();
        return distortion.map(kind -> spoiler.spoil(kind, answer)).orElse(answer);
    }

    private Answer evaluate(Optional<Endpoint> endpoint, Call call, Parameters parameters, long now) {
        if (endpoint.isEmpty()) {
            return Answer.page(404, "text/html", "<html><body><h1>404 Not Found</h1></body></html>");
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream(LARGE);
        try (JsonGenerator generator = json.createGenerator(body)) {
            Optional<SimulatedAccount> caller = gate.pass(endpoint.get(), call, parameters, now);
            Asked asked = new Asked(now, parameters, call.host(), call.apiKey(), caller, world);
            Optional<Answer> whole = endpoint.get().whole(asked);
            if (whole.isPresent()) {
                return whole.get();
            }
            endpoint.get().answer(asked, generator);
        } catch (Refusal refusal) {
            return Answer.error(refusal.status(), refusal.code(), refusal.text());
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return Answer.json(200, body.toByteArray());
    }

    private static Optional<Bucket> bucket(Endpoint endpoint, Optional<SimulatedAccount> owner) {
        return switch (endpoint.charge()) {
            case API -> Optional.of(Bucket.api());
            case FAPI -> Optional.of(Bucket.fapi());
            case FUNDING -> Optional.of(Bucket.funding());
            case NONE -> Optional.empty();
            case SAPI_IP -> Optional.of(Bucket.sapiIp(endpoint.path()));
            case SAPI_UID -> owner.map(account -> Bucket.sapiUid(endpoint.path(), account.uid()));
        };
    }

    private static Answer usage(Answer answer, Optional<Bucket> bucket, int used) {
        return bucket.filter(own -> !own.header().isEmpty())
                .map(own -> answer.with(own.header(), Integer.toString(used)))
                .orElse(answer);
    }

    private static Answer tooMany(Verdict.TooMany broken) {
        return Answer.error(429, -1003, "Too many requests; current limit of the window is broken.")
                .with("Retry-After", Long.toString(broken.retryAfterSeconds()));
    }

    private static Answer banned(Verdict.Banned ban) {
        return Answer.error(418, -1003, "Way too much request weight used; IP banned until " + ban.untilMs() + ".")
                .with("Retry-After", Long.toString(ban.retryAfterSeconds()));
    }

    private static boolean ofFutures(String path) {
        return path.startsWith("/fapi/");
    }

    private static String target(Call call, Parameters parameters) {
        String query = parameters.signedPart();
        return query.isEmpty() ? call.path() : call.path() + "?" + query;
    }
}

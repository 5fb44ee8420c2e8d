package recon.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import recon.binance.json.ExchangeJson;
import recon.local.machine.Mappers;

/** A native image fails at run time on a record that nobody registered: found here, while everything is on the JVM. */
@Execution(ExecutionMode.CONCURRENT)
class NativeTypesTest {
    @TempDir
    private Path folder;

    @Test
    void everyTypeThatJacksonTouchesInADemo_isRegistered() {
        TouchedTypes touched = new TouchedTypes();
        Mappers mappers = Mappers.standard();
        mappers.exchange().registerModule(touched);
        mappers.events().registerModule(touched);

        assertThat(TestDemo.of(TestDemo.small(1, 1, 7, folder).withStream(true))
                        .with(mappers)
                        .run())
                .isTrue();

        assertThat(touched.names())
                .contains(
                        "recon.binance.spottrades.TradeRow",
                        "recon.collect.handler.CollectEvent",
                        "recon.storage.batch.Batch")
                .isSubsetOf(registered());
    }

    @Test
    void everyTypeThatTheClientReads_isRegistered() {
        assertThat(registered())
                .containsAll(ExchangeJson.types().stream().map(Class::getName).toList());
    }

    /** The archive is read again with every source, in a function of its own. */
    @Test
    void everyTypeThatCollectReads_isRegisteredForResyncAsWell() {
        assertThat(names(recon.resync.handler.NativeTypes.class))
                .containsAll(ExchangeJson.types().stream()
                        .map(Class::getName)
                        .filter(name -> !name.startsWith("recon.binance.client."))
                        .toList());
    }

    /** A name that is no class any more would register nothing. */
    @Test
    void everyRegisteredName_isAClass() {
        assertThat(registered())
                .allSatisfy(name -> assertThat(Class.forName(name)).isNotNull());
    }

    private static Set<String> registered() {
        return Stream.of(
                        recon.collect.handler.NativeTypes.class,
                        recon.reconcile.handler.NativeTypes.class,
                        recon.record.handler.NativeTypes.class,
                        recon.bridge.handler.NativeTypes.class,
                        recon.resync.handler.NativeTypes.class)
                .flatMap(type -> names(type).stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> names(Class<?> types) {
        RegisterForReflection registration = types.getAnnotation(RegisterForReflection.class);
        return Stream.concat(
                        Arrays.stream(registration.targets()).map(Class::getName),
                        Arrays.stream(registration.classNames()))
                .collect(Collectors.toSet());
    }
}

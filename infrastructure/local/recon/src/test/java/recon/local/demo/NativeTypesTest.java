package recon.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import recon.binance.json.ExchangeJson;

/**
 * A native image fails at run time on a record that nobody registered: found while everything is on the JVM. What Jackson touches
 * in a demo of all wallets, {@link WalletsTest} looks at.
 */
class NativeTypesTest {
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

    /** Rows of futures are read one by one, by classes that no source names. */
    @Test
    void everyRowThatIsReadOneByOne_isRegisteredForAggregate() {
        Set<String> rows = new ClassFileImporter()
                .importPackages("recon.intake.position", "recon.aggregate", "recon.binance").stream()
                        .filter(type -> !type.getPackageName().startsWith("recon.binance"))
                        .flatMap(type -> binance(type, "Rows"))
                        .flatMap(type -> binance(type, "Row"))
                        .map(JavaClass::getName)
                        .collect(Collectors.toSet());
        assertThat(rows).hasSizeGreaterThanOrEqualTo(9);
        assertThat(names(recon.aggregate.handler.NativeTypes.class)).containsAll(rows);
    }

    private static Stream<JavaClass> binance(JavaClass user, String ending) {
        return user.getDirectDependenciesFromSelf().stream()
                .map(Dependency::getTargetClass)
                .filter(type -> type.getPackageName().startsWith("recon.binance")
                        && type.getSimpleName().endsWith(ending));
    }

    /** A name that is no class any more would register nothing. */
    @Test
    void everyRegisteredName_isAClass() {
        assertThat(registered())
                .allSatisfy(name -> assertThat(Class.forName(name)).isNotNull());
    }

    /** All that the functions register. */
    static Set<String> registered() {
        return Stream.of(
                        recon.collect.handler.NativeTypes.class,
                        recon.reconcile.handler.NativeTypes.class,
                        recon.aggregate.handler.NativeTypes.class,
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

package md.portar.core.store.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import md.portar.core.guard.SecretGuard;
import md.portar.core.store.Store;
import md.portar.core.store.StoreSettings;

/** SQLite on a disk that fails at a statement of one's choice; every statement of the writing connection counts. */
public final class SpoiltDisk {
    private static final int NONE = -1;

    private final AtomicInteger until = new AtomicInteger(NONE);
    private final AtomicInteger failing = new AtomicInteger();
    private final AtomicLong failures = new AtomicLong();
    private volatile Way way = Way.BEFORE;

    /** How it fails. */
    public enum Way {
        /** The statement does nothing. */
        BEFORE,
        /** The statement did what it should, and says that it failed: a commit among them stands. */
        AFTER,
        /** As {@link #BEFORE}, and so do the nine statements that follow. */
        FOR_A_WHILE
    }

    /** Opens a store on this disk. */
    public Store open(StoreSettings settings) {
        SqlDialect sound = SqlDialect.of(settings);
        SqlDialect spoilt = (SqlDialect) Proxy.newProxyInstance(
                SqlDialect.class.getClassLoader(), new Class<?>[] {SqlDialect.class}, (self, method, arguments) -> {
                    Object result = call(sound, method, arguments);
                    return result instanceof Connection connection ? spoil(Connection.class, connection) : result;
                });
        return JdbcStore.open(spoilt, settings, SecretGuard.standard());
    }

    /** From now on the so many-th statement fails. */
    public void failAt(int statement, Way how) {
        way = how;
        until.set(statement);
    }

    /** Whether the chosen statement is still to come. */
    public boolean isPending() {
        return until.get() > 0;
    }

    /** From now on nothing fails. */
    public void mend() {
        until.set(NONE);
        failing.set(0);
    }

    /** How many statements failed so far. */
    public long failures() {
        return failures.get();
    }

    private <T> T spoil(Class<T> type, T sound) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    if (sound instanceof Statement && method.getName().startsWith("execute")) {
                        return execute(sound, method, arguments);
                    }
                    Object result = call(sound, method, arguments);
                    if (result instanceof PreparedStatement statement) {
                        return spoil(PreparedStatement.class, statement);
                    }
                    return result instanceof Statement statement ? spoil(Statement.class, statement) : result;
                }));
    }

    private Object execute(Object statement, Method method, Object[] arguments) throws Throwable {
        boolean chosen = until.get() > 0 && until.decrementAndGet() == 0;
        if (chosen && way == Way.FOR_A_WHILE) {
            failing.set(10);
        }
        if (chosen && way == Way.AFTER) {
            call(statement, method, arguments);
        }
        if (failing.getAndUpdate(left -> Math.max(0, left - 1)) > 0 || chosen) {
            failures.incrementAndGet();
            throw new SQLException("disk I/O error");
        }
        return call(statement, method, arguments);
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}

package md.portar.gateway.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import md.portar.core.casestatus.CaseRecord;
import md.portar.core.conversation.AccountId;
import md.portar.core.conversation.AgentId;
import md.portar.core.conversation.CaseNumber;
import md.portar.core.conversation.CaseStatus;
import md.portar.core.guard.SecretGuard;
import md.portar.core.handoff.Agent;
import md.portar.core.handoff.AgentRole;
import md.portar.core.message.Language;
import md.portar.core.pipeline.Engine;
import md.portar.gateway.simulator.SimulatorSettings.DemoCase;

/** Invented cases and agents. */
public final class DemoContent {
    private static final AgentId ANA = new AgentId("ana");
    private static final AgentId DAN = new AgentId("dan");

    private DemoContent() {}

    static List<DemoCase> casesToTry() {
        return List.of(
                new DemoCase("C-10482", "123456"),
                new DemoCase("C-10483", "123456"),
                new DemoCase("C-10501", "654321"));
    }

    /** Writes cases and agents; gives the agent to sign in as. Does no harm when repeated. */
    public static AgentId populate(Engine engine, Clock clock) {
        Instant now = clock.instant();
        engine.caseImport()
                .store(List.of(
                        record("C-10482", "123456", CaseStatus.IN_REVIEW, now.minus(Duration.ofHours(5))),
                        record("C-10483", "123456", CaseStatus.WAITING_FOR_YOU, now.minus(Duration.ofDays(1))),
                        record("C-10501", "654321", CaseStatus.RESOLVED, now.minus(Duration.ofDays(3)))));
        engine.agents().save(agent(ANA, "Ana", AgentRole.SUPERVISOR, EnumSet.allOf(Language.class)));
        engine.agents().save(agent(DAN, "Dan", AgentRole.AGENT, EnumSet.of(Language.RU, Language.EN)));
        return ANA;
    }

    private static CaseRecord record(String number, String account, CaseStatus status, Instant updated) {
        return new CaseRecord(new CaseNumber(number), new AccountId(account), status, updated);
    }

    private static Agent agent(AgentId id, String name, AgentRole role, Set<Language> languages) {
        return new Agent(id, SecretGuard.standard().rescreen(name), role, languages, Language.EN, false);
    }
}

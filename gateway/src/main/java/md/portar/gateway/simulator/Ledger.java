package md.portar.gateway.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** The books of one run: who asked, what was acknowledged, what was answered. Thread-safe; a few hundred bytes a question. */
final class Ledger {
    private static final int MOST_SLIPS = 300;

    /** Who talks. */
    private record Who(ChatApp app, String player) {}

    private final Map<ChatApp, Tally> tallies = new EnumMap<>(ChatApp.class);
    private final Map<Who, Talk> talks = new ConcurrentHashMap<>();
    private final List<RunReport.Slip> slips = new ArrayList<>();
    private final Instant since;

    Ledger(Instant since) {
        this.since = since;
        for (ChatApp app : ChatApp.values()) {
            tallies.put(app, new Tally());
        }
    }

    Tally of(ChatApp app) {
        return Objects.requireNonNull(tallies.get(app));
    }

    private Talk talk(ChatApp app, String player) {
        return talks.computeIfAbsent(new Who(app, player), unused -> new Talk());
    }

    /** An attempt at a webhook ended; 0 stands for no answer. */
    void attempt(ChatApp app, int status, boolean again) {
        Tally tally = of(app);
        tally.webhooksSent.increment();
        if (again) {
            tally.webhooksRepeated.increment();
        }
        if (status >= 200 && status < 300) {
            tally.webhooksAcknowledged.increment();
        } else if (status == 0) {
            tally.webhooksUnanswered.increment();
        } else {
            tally.webhooksRefused.increment();
        }
    }

    long says(ChatApp app, String player) {
        return talk(app, player).says();
    }

    void heard(ChatApp app, String player, long number) {
        of(app).messagesAcknowledged.increment();
        talk(app, player).heard(number);
    }

    void asks(ChatApp app, String player, String mark) {
        if (talk(app, player).asks(mark)) {
            of(app).asked.increment();
        }
    }

    void acknowledged(ChatApp app, String player, String mark, Instant now) {
        if (talk(app, player).acknowledged(mark, now)) {
            of(app).askedAcknowledged.increment();
        }
    }

    void taken(ChatApp app, String player, String text, Instant now) {
        Tally tally = of(app);
        tally.taken.increment();
        int[] found = talk(app, player).taken(text, now, (finding, first) -> slip(app, player, finding, first, now));
        tally.askedAnswered.add(found[0]);
        tally.messagesRepeated.add(found[1]);
    }

    private void slip(ChatApp app, String player, Talk.Finding finding, Instant first, Instant now) {
        Tally tally = of(app);
        if (finding.kind() == RunReport.SlipKind.DUPLICATED) {
            tally.duplicated.increment();
            tally.explained.add(finding.explained() ? 1 : 0);
        } else {
            tally.outOfOrder.increment();
        }
        keep(new RunReport.Slip(finding.kind(), app, player, finding.asked().mark(), first, now, finding.explained()));
    }

    private void keep(RunReport.Slip slip) {
        synchronized (slips) {
            if (slips.size() < MOST_SLIPS) {
                slips.add(slip);
            }
        }
    }

    /** The gateway was not told that its last message to this player was taken. */
    void ambiguous(ChatApp app, String player) {
        of(app).ambiguous.increment();
        talk(app, player).ambiguous();
    }

    void early(ChatApp app, String player, Instant allowed, Instant now) {
        of(app).early.increment();
        keep(new RunReport.Slip(RunReport.SlipKind.EARLY, app, player, "", allowed, now, false));
    }

    /** Draws the line: what is unanswered now counts as lost. */
    RunReport report(long seed) {
        Map<ChatApp, long[]> sums = new EnumMap<>(ChatApp.class);
        List<RunReport.Slip> all;
        synchronized (slips) {
            all = new ArrayList<>(slips);
        }
        talks.forEach((who, talk) -> {
            long[] sum = sums.computeIfAbsent(who.app(), unused -> new long[3]);
            sum[0] += talk.answered();
            sum[1] += talk.open();
            for (Talk.Asked asked : talk.lost()) {
                sum[2]++;
                if (all.size() < 2 * MOST_SLIPS) {
                    all.add(new RunReport.Slip(
                            RunReport.SlipKind.LOST,
                            who.app(),
                            who.player(),
                            asked.mark(),
                            asked.since(),
                            asked.since(),
                            false));
                }
            }
        });
        Map<ChatApp, RunReport.Figures> figures = new EnumMap<>(ChatApp.class);
        tallies.forEach((app, tally) -> {
            long[] sum = sums.getOrDefault(app, new long[3]);
            figures.put(app, tally.figures(sum[0], sum[1], sum[2]));
        });
        RunReport.Figures total =
                figures.values().stream().reduce(RunReport.Figures::plus).orElseThrow();
        return new RunReport(since, seed, total, figures, all);
    }
}

package md.portar.core.testkit.store;

/** The whole contract of a store. Each part asks for one open, empty store per test. */
public interface StoreContract
        extends UnitOfWorkContract,
                InboxContract,
                ConversationsContract,
                OutboxContract,
                DeadLettersContract,
                DeskContract,
                AgentsContract,
                NodesContract,
                ClockContract,
                RetentionContract,
                CountersContract,
                ReceiptsContract,
                OnCallContract {}

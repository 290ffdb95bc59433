package md.portar.core.casestatus;

import java.time.Instant;
import md.portar.core.conversation.AccountId;
import md.portar.core.conversation.CaseNumber;
import md.portar.core.conversation.CaseStatus;

/** What is known of a case. Never holds amounts, names or documents. */
public record CaseRecord(CaseNumber number, AccountId owner, CaseStatus status, Instant updatedAt) {}

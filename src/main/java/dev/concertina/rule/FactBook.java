package dev.concertina.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every fact that a rule may name. */
public final class FactBook {

  private final Map<String, Fact> facts = new LinkedHashMap<>();

  /** The built-in facts. */
  public FactBook() {
    List<Fact> all = new ArrayList<>();
    all.addAll(OperationFacts.all());
    all.addAll(ConcurrencyFacts.all());
    all.addAll(SchemaFacts.all());
    all.addAll(EffectFacts.all());
    all.addAll(TransactionFacts.all());
    all.addAll(FlywayFacts.all());
    all.addAll(DjangoFacts.all());
    all.addAll(LiquibaseFacts.all());
    all.addAll(PrismaFacts.all());
    all.addAll(RolloutFacts.all());
    all.addAll(NewVersionFacts.all());
    all.addAll(PromiseFacts.all());
    all.addAll(ReplacedFacts.all());
    all.addAll(TriggerFacts.all());
    all.addAll(OwnerFacts.all());
    all.addAll(ReplicaFacts.all());
    all.addAll(NoOpFacts.all());
    all.addAll(ConventionFacts.all());
    all.addAll(NamingFacts.all());
    all.addAll(KeyFacts.all());
    all.addAll(RowFacts.all());
    all.addAll(SuccessorFacts.all());
    all.addAll(ProofFacts.all());
    all.addAll(BatchFacts.all());
    all.addAll(ReplacementFacts.all());
    all.addAll(KeySwapFacts.all());
    for (Fact fact : all) {
      if (facts.put(fact.name(), fact) != null) {
        throw new IllegalStateException("two facts are named " + fact.name());
      }
    }
  }

  /** The fact of that name; fails where a rule would have been refused. */
  Fact fact(String name) {
    Fact fact = facts.get(name);
    if (fact == null) {
      throw new IllegalArgumentException("no fact is named " + name);
    }
    return fact;
  }

  /** The fact of that name, or null. */
  public Fact find(String name) {
    return facts.get(name);
  }

  /** All facts, by family. */
  public Collection<Fact> all() {
    return facts.values();
  }

  /** The facts of one operation. */
  public Facts facts(Context context) {
    return new Facts(this, context);
  }
}

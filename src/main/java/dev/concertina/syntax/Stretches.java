package dev.concertina.syntax;

import dev.concertina.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Where a migration leaves its transaction and where it comes back to one. */
public final class Stretches {

  private record Stretch(int from, boolean transactional) {}

  private final Transcript transcript;
  private final List<Stretch> stretches = new ArrayList<>(List.of(new Stretch(0, true)));

  public Stretches(Transcript transcript) {
    this.transcript = transcript;
  }

  /** Whether what is sent now is in a transaction. */
  public boolean transactional() {
    return stretches.getLast().transactional;
  }

  /** What follows runs in a transaction, or outside any. */
  public void begin(boolean transactional) {
    if (transactional() != transactional) {
      stretches.add(new Stretch(transcript.size(), transactional));
    }
  }

  /** The stretches with what each sends; those that send nothing are left out. */
  public List<Program> programs() {
    List<Statement> statements = transcript.statements();
    List<Program> programs = new ArrayList<>();
    for (int i = 0; i < stretches.size(); i++) {
      Stretch stretch = stretches.get(i);
      int end = i + 1 < stretches.size() ? stretches.get(i + 1).from : statements.size();
      if (end > stretch.from) {
        programs.add(new Program(statements.subList(stretch.from, end), stretch.transactional));
      }
    }
    return programs.isEmpty() ? List.of(new Program(List.of(), true)) : programs;
  }
}

/// What is to be said about plans that were cut off or have no bound; nothing where none were.
public enum PlanningNote {
  /// A line for each strategy of which there is something to say, each with its line break.
  public static func text(
    of proofs: [(strategy: String, proof: PlanningProof?)], in language: Language
  ) -> String {
    proofs.compactMap { strategy, proof in
      guard let proof, proof.cut > 0 || proof.bounded < proof.programs else { return nil }
      let unbounded = proof.programs - proof.bounded
      return language.choose(
        "\(strategy): of \(proof.programs) plans, \(proof.cut) ended where their work was used up and "
          + "\(unbounded) have no bound.\n",
        "\(strategy):計画\(proof.programs)件のうち、計算量の上限で打ち切ったもの\(proof.cut)件、下界のないもの"
          + "\(unbounded)件。\n")
    }.joined()
  }

  /// A line where refusals were left out when fixes were looked for.
  public static func text(fixed: Int, of refusals: Int, in language: Language) -> String {
    guard fixed < refusals else { return "" }
    return language.choose(
      "What would have served them was looked for at \(fixed) of \(refusals) refusals, the most "
        + "telling first (--fixes all: at every one).\n",
      "どうすれば乗れたかは、不成立\(refusals)件のうち\(fixed)件について、影響の大きい順に調べた(--fixes allで全件)。\n")
  }
}

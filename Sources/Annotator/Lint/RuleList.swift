/// Every rule, by name.
public let allRules: [any Rule.Type] = [
  HeadlineQuoteMissing.self,
  DateInvalid.self,
  DateMissing.self,
  TitleMissing.self,
  QuoteUnbalanced.self,
  Mojibake.self,
  PunctuationMissing.self,
]

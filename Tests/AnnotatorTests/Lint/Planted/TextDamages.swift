/// The faults of the text, its quotations, claims and names.
let textDamages: [Damage] = []

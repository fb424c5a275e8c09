/** Swedish sentences that every page about meetings says. */

export const sentences = {
  'meetings.title': 'Möten',
  'meetings.gone': 'Mötet finns inte, eller så får du inte se det. Länken kan vara gammal.',
  'meetings.toAll': 'Till alla möten',
  'meetings.loading': 'Hämtar mötet …',
  'meetings.notFresh': 'Det senaste kunde inte hämtas. Det som visas kan ha ändrats av någon annan.',
  'meetings.parts': 'Mötets delar',
  'meetings.prepare': 'Förbered',
  'meetings.hold': 'Håll mötet',
  'meetings.minutes': 'Anteckningar',
  'meetings.chairIs': 'Ordförande {name}',
  'meetings.noChair': 'Ordförande saknas',
  'meetings.secretaryIs': 'Sekreterare {name}',
  'meetings.noSecretary': 'Sekreterare saknas',
  'meetings.movedFrom': 'Flyttat från {day}',
  'meetings.cancelled': 'Mötet är inställt.',
  'meetings.cancelledWhy': 'Mötet är inställt: {why}',
  'meetings.join': 'Anslut i Teams',
  'meetings.noItems': 'Inga punkter på dagordningen ännu.',
  'meetings.minutesLong': '{minutes} min',
} as const

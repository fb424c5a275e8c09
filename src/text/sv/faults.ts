/** What is wrong with a field that can't be sent, in Swedish: the master that other languages follow. */

export const sentences = {
  'fault.missing': 'Det här måste fyllas i.',
  'fault.unreadable': 'Det här går inte att läsa. Skriv hela värdet.',
  'fault.low': 'Ange {limit} eller mer.',
  'fault.high': 'Ange {limit} eller mindre.',
  'fault.early': 'Välj {limit} eller en senare dag.',
  'fault.late': 'Välj {limit} eller en tidigare dag.',
}

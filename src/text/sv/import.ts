/** What the import page says, in Swedish: the master that other languages follow. */

export const sentences = {
  'import.title': 'Importera behov',
  'import.intro':
    'Välj Excel-filen ni har i dag. Du ser varje rad, vad den tolkas som och vad som är oklart, innan något sparas.',
  'import.choose': 'Välj fil',
  'import.dropHere': 'eller släpp filen här',
  'import.reading': 'Läser {file} …',
  'import.portfolio': 'Portfölj',
  'import.sheet': 'Blad',
  'import.mapping': 'Kolumner',
  'import.mappingHelp': 'Rubrikerna i filen och vad de läses som. Ändra det som blivit fel.',
  'import.column': 'Kolumn i filen',
  'import.sample': 'Exempel',
  'import.readAs': 'Läses som',
  'import.ignore': 'Sparas bara i ursprungsraden',
  'import.rows': 'Rader',
  'import.row': 'Rad',
  'import.warnings': 'Att kontrollera',
  'import.doubts': 'Om filen',
  'import.skipped': 'Hoppas över',
  'import.onlyWarnings': 'Visa bara rader att kontrollera ({count})',
  'import.summary': '{create} nya behov, {same} finns redan, {warnings} rader att kontrollera',
  'import.go': 'Importera {count} behov',
  'import.nothing': 'Alla rader i filen finns redan i portföljen.',
  'import.progress': 'Sparar {done} av {total} …',
  'import.finished': '{created} behov är inlästa, {existed} fanns redan.',
  'import.toPortfolio': 'Till portföljen',
  'import.again': 'Läs en annan fil',
  'import.notAllowed':
    'Import görs av systemförvaltaren. Du kan läsa filen här och se hur den tolkas, men inte spara.',
  'import.stopped':
    'Importen avbröts efter {done} av {total} rader. Inget är dubblerat: försök igen, så fortsätter den där den slutade.',
  'import.oneFile': 'Släpp en fil åt gången.',
  'import.unreadable': 'Filen kunde inte hämtas. Stäng den i andra program och välj den igen.',
  'import.broken':
    'Filen kunde inte tolkas. Spara en ny kopia i Excel som Excel-arbetsbok (.xlsx) och försök igen.',
  'import.slow':
    'Filen tog för lång tid att läsa. Ta bort blad som inte behövs, eller dela upp filen, och försök igen.',
  'import.noPortfolio': 'Det finns ingen portfölj att importera till. Be systemförvaltaren lägga in en.',
  'import.mappingCount': '{mapped} av {total} kolumner läses in',
  'import.unsure': 'Osäker tolkning',
  'import.happens': 'Vad som händer',
  'import.toCheck': '{count} att kontrollera',
  'import.noneToCheck': 'Inga rader att kontrollera.',
  'import.waiting':
    'Servern svarar inte just nu. {done} av {total} rader är sparade; resten sparas av sig själv när det går igen. Låt sidan vara öppen.',
} as const

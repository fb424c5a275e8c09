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
  'import.doubles': 'Kan vara samma behov',
  'import.doublesHelp': 'Raderna läses in ändå. Länka eller sammanför dem efteråt på behovens egna sidor.',
  'import.comparing': 'Jämför {done} av {total} …',
  'import.isLike': 'liknar',
  'import.doublesMore': 'Och {count} till. De finns på behovens egna sidor efter inläsningen.',
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
    'Importen avbröts efter {done} av {total} {total|rad|rader}. Inget är dubblerat: försök igen, så fortsätter den där den slutade.',
  'import.oneFile': 'Släpp en fil åt gången.',
  'import.unreadable': 'Filen kunde inte hämtas. Stäng den i andra program och välj den igen.',
  'import.broken':
    'Filen kunde inte tolkas. Spara en ny kopia i Excel som Excel-arbetsbok (.xlsx) och försök igen.',
  'import.slow':
    'Filen tog för lång tid att läsa. Ta bort blad som inte behövs, eller dela upp filen, och försök igen.',
  'import.noPortfolio': 'Det finns ingen portfölj att importera till. Be systemförvaltaren lägga in en.',
  'import.mappingCount': '{mapped} av {total} {total|kolumn|kolumner} läses in',
  'import.unsure': 'Osäker tolkning',
  'import.happens': 'Vad som händer',
  'import.toCheck': '{count} att kontrollera',
  'import.noneToCheck': 'Inga rader att kontrollera.',
  'import.waiting':
    'Servern svarar inte just nu. {done} av {total} {total|rad|rader} är sparade; resten sparas av sig själv när det går igen. Låt sidan vara öppen.',
  'import.recent': 'Senaste importer',
  'import.batch': '{name} till {portfolio}: {count} behov',
  'import.undo': 'Ångra importen',
  'import.undoThis': 'Ångra importen {name}',
  'import.undoSure':
    '{count} behov tas bort ur portföljen, utom de som någon har arbetat med. Filen kan läsas in på nytt efteråt.',
  'import.undoYes': 'Ja, ångra',
  'import.undoNo': 'Behåll dem',
  'import.undoing': 'Tar tillbaka {done} av {total} …',
  'import.undone':
    'Importen är ångrad: {count} behov är {count|borttaget|borttagna}. Filen kan läsas in på nytt.',
  'import.undoneSome':
    'Importen är ångrad: {count} behov är {count|borttaget|borttagna}. {kept} är kvar, eftersom någon har arbetat med dem.',
  'import.undoWaiting':
    'Servern svarar inte. {done} av {total} är prövade; försök igen om en stund, inget görs två gånger.',
  'import.undoStopped': 'Ångrandet avbröts efter {done} av {total} {total|rad|rader}.',
  'import.keptList': 'Kvar ({count})',
  'import.kept.other': 'hör till en annan import',
  'import.kept.decided': 'det finns beslut om det',
  'import.kept.used': 'det har kostnader, nyttor, rapporter eller något som väntar på det',
  'import.kept.changed': 'någon har ändrat det',
  'import.pause': 'Pausa',
  'import.resume': 'Fortsätt',
  'import.paused':
    'Pausad efter {done} av {total} {total|rad|rader}. Det som är sparat är sparat; fortsätt när du vill.',
  'import.paste': 'Eller klistra in rader från Excel (Ctrl+V), med rubrikraden först.',
  'import.pasted': 'Inklistrade rader',
  'import.pastedNothing':
    'Det inklistrade har ingen tabell. Markera rubrikraden och raderna i Excel, kopiera och klistra in här.',
} as const

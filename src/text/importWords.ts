/** What an import says: doubts, refusals, fields and the report. The master is Swedish; English has the same keys. */
import { stages, states } from '#src/lists/initiatives.ts'
import type { Field, ImportRefusal, SkipReason, Warning, WarningCode } from '#src/rules/needs/importTerms.ts'
import { importWordsEn } from './importWordsEn.ts'

export type ImportWordKey =
  | `warning.${WarningCode}`
  | `refusal.${ImportRefusal}`
  | `field.${Field}`
  | `skipped.${SkipReason}`
  | `action.${'create' | 'same' | 'differs'}`
  | `report.${(typeof reportKeys)[number]}`

const reportKeys = [
  'title',
  'mapping',
  'unmapped',
  'doubts',
  'rows',
  'noWarnings',
  'skipped',
  'sums',
  'sumLine',
  'costSum',
  'nothingSaved',
  'failed',
  'noFile',
  'noSuchFile',
  'badOption',
  'oldNode',
  'usage',
  'badOrganisation',
] as const

export const importWordsSv = {
  'warning.sheetNotRead': 'Bladet ”{text}” läses inte in.',
  'warning.sheetChosen':
    'Bladet ”{text}” läses in. Även {meaning} ser ut att ha behov: läs in dem var för sig.',
  'warning.codeListRead': 'Bladet ”{text}” används som kodlista: {rows} förkortningar och koder.',
  'warning.noteOutside': 'Lös anteckning som inte läses in, {column}: ”{text}”.',
  'warning.columnUnmapped':
    'Kolumn {text} ”{column}” förs inte till något fält. Texten sparas i ursprungsraden.',
  'warning.columnGuessed': 'Kolumn {text} ”{column}” tolkas som {meaning}: kontrollera.',
  'warning.columnHidden': 'Kolumn {text} ”{column}” är dold i kalkylbladet men läses in.',
  'warning.phaseTranslated': '”{text}” blir {stage} ({rows} rader).',
  'warning.unitTranslated': '”{text}” blir {meaning} ({rows} rader).',
  'warning.costUnitFromText': 'Beloppens enhet tas från texten ”{text}”.',
  'warning.rowStruck': 'Raden är överstruken: läggs in som {stage}.',
  'warning.rowHidden': 'Raden är dold i kalkylbladet.',
  'warning.cellStruck': '{column}: överstruken text utelämnas: ”{text}”.',
  'warning.note': '{column} har en anteckning: ”{text}”.',
  'warning.formulaText': '{column}: texten ser ut som en formel och sparas som vanlig text: ”{text}”.',
  'warning.formulaNoValue':
    '{column}: formeln saknar sparat värde och läses som text: ”{text}”. Öppna filen i Excel, spara och läs in igen.',
  'warning.formulaComputed':
    '{column}: formeln {text} saknade sparat värde och har räknats ut till {meaning}.',
  'warning.cellError': '{column}: cellen visar felet {text}.',
  'warning.mergedDown': '{column}: ”{text}” gäller även här (sammanfogade celler från rad {row}).',
  'warning.mergedAcross': '{column}: cellen hör till en sammanfogad cell (”{text}”) och lämnas tom.',
  'warning.mojibake': '{column}: trasiga tecken har lagats: ”{text}”.',
  'warning.mojibakeLost': '{column}: tecken har gått förlorade i filen: ”{text}”.',
  'warning.titleMissing': 'Titel saknas: början av beskrivningen används, ”{text}”.',
  'warning.textCut':
    '{column}: texten är längre än 255 tecken och kortas. Hela texten finns i ursprungsraden: ”{text} …”.',
  'warning.numberTwice': 'Nummer {text} finns på flera rader.',
  'warning.numberTaken': 'Nummer {text} används redan av ”{meaning}”: läggs in som ett nytt behov.',
  'warning.titleTwice': 'Samma titel finns på rad {row}.',
  'warning.titleExists': 'Ett initiativ med titeln ”{text}” finns redan.',
  'warning.phaseMissing': 'Fas saknas: läggs i {stage}.',
  'warning.phaseUnknown': 'Fasen ”{text}” känns inte igen: läggs i {stage}.',
  'warning.phaseGuessed': 'Fasen ”{text}” kan betyda flera saker: tolkas som {stage}.',
  'warning.phaseOnlyState': 'Fasen ”{text}” säger inte vilket steg: läggs i {stage}.',
  'warning.phaseExternal': 'Fasen ”{text}”: läggs i {stage} som externt, följs men rangordnas inte.',
  'warning.phaseFromSection': 'Fasen tas från mellanrubriken ”{text}”: {stage}.',
  'warning.stateUnknown': '{column}: ”{text}” känns inte igen som läge.',
  'warning.closedByState': '{column}: ”{text}” gör att behovet läggs i Avslutat, fast fasen var {stage}.',
  'warning.unitUnknown': 'Enheten ”{text}” finns inte i organisationen: sparas som text.',
  'warning.unitGuessed': 'Enheten ”{text}” tolkas som {meaning}.',
  'warning.unitSeveral': 'Flera enheter, ”{text}”: {meaning} blir ägande enhet, övriga berörda.',
  'warning.unitFromSection': 'Enheten tas från mellanrubriken ”{text}”.',
  'warning.unitAmbiguous': 'Enheten ”{text}” kan vara flera: sparas som text.',
  'warning.concernedUnknown': 'Berörd enhet ”{text}” finns inte i organisationen: sparas som text.',
  'warning.concernedGuessed': 'Berörd enhet ”{text}” tolkas som {meaning}.',
  'warning.concernedAll': 'Berörda är ”{text}”: ingen enhet pekas ut, välj dem efteråt.',
  'warning.contactUnknown': 'Kontaktpersonen ”{text}” finns inte bland personerna: sparas som text.',
  'warning.contactSeveral': 'Flera kontaktpersoner, ”{text}”: den första som finns blir kontaktperson.',
  'warning.contactGuessed': 'Kontaktpersonen ”{text}” tolkas som {meaning}.',
  'warning.costUnknown': 'Kostnaden är inte beräknad: ”{text}”.',
  'warning.costUnreadable': 'Kostnaden ”{text}” kan inte läsas som ett belopp: lämnas tom.',
  'warning.costUnitUnknown': 'Kostnaden ”{text}” saknar enhet (kronor eller tusental): lämnas tom.',
  'warning.costUnitGuessed':
    'Kostnaden ”{text}” tolkas som kronor: med rubrikens enhet vore den orimligt stor.',
  'warning.costPerPiece':
    'Kostnaden ”{text}” är ett pris per styck eller period, ingen totalsumma: lämnas tom.',
  'warning.costPerYear': 'Kostnaden ”{text}” gäller per år.',
  'warning.costUpperOnly': 'Kostnaden ”{text}” är bara ett högsta belopp.',
  'warning.costLowerOnly': 'Kostnaden ”{text}” är bara ett lägsta belopp.',
  'warning.costRemark': 'Kostnaden ”{text}” har ett tillägg som inte tolkas.',
  'warning.costSummed': 'Kostnaden är summan av årens belopp: {text}.',
  'warning.costSwapped': 'Kostnaden ”{text}”: lägsta och högsta har bytt plats.',
  'warning.startUnreadable': 'Starten ”{text}” säger inget kvartal: lämnas tom.',
  'warning.startGuessed': 'Starten ”{text}” är ungefärlig: kvartalet är en tolkning.',
  'warning.startYearOnly': 'Starten ”{text}” anger bara år: kvartalet lämnas tomt.',
  'warning.startYearMissing': 'Starten ”{text}” saknar år: lämnas tom.',
  'warning.startYearAssumed': 'Starten ”{text}” saknar år och raden anger flera: det första används.',
  'warning.startYearDiffers': 'Starten ”{text}” har ett annat år än årskolumnen: startens år används.',
  'warning.startSeveral': 'Starten ”{text}” anger flera tider: den första används.',
  'warning.legalUnsure': 'Lagkrav ”{text}” är osäkert: sätts till oklart.',
  'warning.legalByBasis': 'Lagkrav ”{text}” tolkas som ja.',
  'warning.legalUnreadable': 'Lagkrav ”{text}” känns inte igen: sätts till oklart.',
  'warning.dependsUnknown': 'Beroende av ”{text}”: numret finns inte i kalkylbladet.',
  'warning.dependsUnreadable': 'Beroende av ”{text}” kan inte läsas som ett nummer.',
  'warning.dependsCircle':
    'Behoven väntar på varandra i en cirkel ({text}): radens beroende som sluter den utelämnas.',
  'warning.dependsOnItself': 'Raden anger beroende av sig själv (nr {text}): utelämnas.',
  'warning.maybeExternal':
    'Kommentaren tyder på att någon annan leder arbetet: ”{text}”. Markera som externt om det stämmer.',

  'refusal.notAWorkbook': 'Filen är inget kalkylblad. Välj en Excelfil som slutar på .xlsx.',
  'refusal.macros':
    'Filen innehåller makron och läses inte in. Spara den som Excel-arbetsbok (.xlsx) utan makron och försök igen.',
  'refusal.encrypted':
    'Filen är skyddad med lösenord eller känslighetsetikett. Ta bort skyddet i Excel, spara och försök igen.',
  'refusal.oldFormat':
    'Filen är sparad i ett annat format än .xlsx. Öppna den i Excel, välj Spara som och Excel-arbetsbok (.xlsx).',
  'refusal.tooLarge':
    'Filen är för stor: högst 20 MB (200 MB uppackad). Ta bort bilder och blad som inte behövs och försök igen.',
  'refusal.corrupt':
    'Filen är skadad och kan inte läsas. Öppna den i Excel, låt Excel reparera den, spara och försök igen.',
  'refusal.noHeader':
    'Ingen rubrikrad hittades. Bladet behöver en rad med rubriker som Behov, Avdelning och Fas.',
  'refusal.noSuchSheet': 'Bladet finns inte i filen. Bladen heter: {detail}.',
  'refusal.noRows': 'Inga behov hittades under rubrikraden i bladet ”{detail}”.',

  'field.number': 'nummer',
  'field.title': 'titel',
  'field.unit': 'enhet',
  'field.need': 'behov',
  'field.benefit': 'nytta',
  'field.stage': 'steg',
  'field.state': 'läge',
  'field.contact': 'kontaktperson',
  'field.concerned': 'berörda enheter',
  'field.cost': 'kostnad',
  'field.costLow': 'lägsta kostnad',
  'field.costHigh': 'högsta kostnad',
  'field.costPart': 'kostnad för ett år',
  'field.year': 'år',
  'field.start': 'start',
  'field.legal': 'lagkrav',
  'field.legalBasis': 'lagkravets grund',
  'field.systems': 'system',
  'field.dependsOn': 'beroende av',
  'field.formerPriority': 'tidigare prioritet',
  'field.comment': 'kommentar',

  'skipped.empty': 'tom rad',
  'skipped.sum': 'summarad',
  'skipped.section': 'mellanrubrik',
  'skipped.note': 'anteckning',
  'skipped.header': 'rubrikraden igen',
  'skipped.noTitle': 'saknar titel och beskrivning',
  'skipped.continued': 'fortsättning på raden ovanför (sammanfogad titel)',

  'action.create': 'skapas',
  'action.same': 'finns redan',
  'action.differs': 'finns redan med annan titel',

  'report.title': '{file}, bladet ”{sheet}”: {count} behov (rubriker på rad {row})',
  'report.mapping': 'Kolumner',
  'report.unmapped': 'inget fält',
  'report.doubts': 'Om kalkylbladet',
  'report.rows': 'Behov',
  'report.noWarnings': '{count} behov utan anmärkning',
  'report.skipped': 'Rader som inte blir behov',
  'report.sums': 'Summering',
  'report.sumLine': '{count} {what}',
  'report.costSum':
    'Kostnad: {low}–{high} kr för {count} behov; {without} behov utan belopp. Årskostnader räknas med ett år.',
  'report.nothingSaved': 'Provkörning: inget har sparats.',
  'report.failed': 'Importen avbröts: {detail}',
  'report.noFile': 'Ange en fil att läsa in.',
  'report.noSuchFile': 'Filen {file} finns inte eller kan inte läsas.',
  'report.badOption': 'Okänt val: {detail}.',
  'report.oldNode':
    'Node {version} är för gammal. Kör med npm run import, eller installera Node 24 eller senare.',
  'report.usage':
    'Så här: npm run import -- FIL.xlsx [--sheet BLAD] [--process behovsprocessen|portfoljprocessen] [--dry-run] [--json] [--organisation FIL] [--demo city|region]',
  'report.badOrganisation': 'Filen {file} beskriver ingen organisation: den behöver units och persons.',
} as const satisfies Record<ImportWordKey, string>

/** One doubt as a sentence. */
export function warningText(warning: Warning, locale: 'sv' | 'en'): string {
  const state = warning.state && warning.state !== 'active' ? wordIn(states, warning.state).toLowerCase() : ''
  const stage = warning.stage ? wordIn(stages, warning.stage) : ''
  return importSentence(locale, `warning.${warning.code}`, {
    column: warning.column ?? '',
    text: warning.text ?? '',
    meaning: warning.code === 'columnGuessed' ? fieldWord(warning.meaning, locale) : (warning.meaning ?? ''),
    stage: state === '' ? stage : `${stage}, ${state}`,
    row: warning.row ?? '',
    rows: warning.rows ?? '',
  })
}

/** Why a file was refused and what to do about it. */
export function importRefusalText(
  why: ImportRefusal,
  detail: string | undefined,
  locale: 'sv' | 'en',
): string {
  return importSentence(locale, `refusal.${why}`, { detail: detail ?? '' })
}

/** A sentence with its `{places}` filled in. */
export function importSentence(
  locale: 'sv' | 'en',
  key: ImportWordKey,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const words: Record<ImportWordKey, string> = locale === 'sv' ? importWordsSv : importWordsEn
  return words[key].replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place))
}

function fieldWord(field: string | undefined, locale: 'sv' | 'en'): string {
  const key = `field.${field}` as ImportWordKey
  return key in importWordsSv ? importSentence(locale, key) : ''
}

/** Stages and states keep the words that SharePoint shows, in both languages. */
function wordIn(words: Readonly<Record<string, string>>, key: string): string {
  return words[key] ?? key
}

/** The Swedish words that reading an old workbook needs: headers, phases, money, seasons, yes and no. */
import type { Stage, State } from '#src/lists/initiatives.ts'
import type { ProcessName } from '#src/lists/portfolios.ts'
import type { Field } from '#src/rules/needs/importTerms.ts'

/**
 * Headers by field, best first; a header that holds one of them as whole words also counts, a little less.
 * Written comparably: lower case, no punctuation.
 */
export const headerWords = {
  number: list(`
    nr, nummer, id, id nr, löpnr, löpnummer, ärendenr, ärendenummer, ref, referens, projektnr,
    projektnummer, initiativ id, behovsnr, no, #
  `),
  title: list(`
    titel, behov projekt, projekt behov, benämning, projektnamn, initiativ, namn på initiativ,
    initiativnamn, namn, rubrik, ärende, ärendemening, aktivitet, insats, åtgärd, projekt, uppdrag,
    uppdragsnamn, idé, behovets namn, utvecklingsbehov, utvecklingsinsats, förslag, behov, vad,
    digitaliseringsinitiativ, title, name, project, initiative, satsning, digital satsning, namn på behov,
    behov idé, idé behov, förbättringsförslag, uppgift, leverans, objekt
  `),
  unit: list(`
    avdelning, förvaltning, avd, förv, enhet, verksamhet, organisation, organisatorisk enhet, org
    enhet, beställande förvaltning, beställande enhet, ansvarig förvaltning, ansvarig avdelning,
    ansvarig enhet, ägande förvaltning, ägande enhet, nämnd, bolag, sektor, kontor,
    verksamhetsområde, område, hemvist, behovsägande enhet, org, beställare, department, unit
  `),
  need: list(`
    beskrivning, behovsbeskrivning, beskrivning av behovet, kort beskrivning, bakgrund, problem,
    problembeskrivning, behov, syfte, innehåll, sammanfattning, vad och varför, omfattning, mål,
    description
  `),
  benefit: list(`
    nytta, nytta effekt, effekt, förväntad nytta, förväntad effekt, effektmål, nyttor,
    nyttobeskrivning, vinst, effekter, önskad effekt, värde, benefit
  `),
  stage: list(`
    fas, steg, skede, projektfas, fas steg, processteg, status fas, status, läge, aktuellt läge,
    nuläge, fas status, var i processen, kod fas, faskod, phase, stage
  `),
  state: list('tillstånd, läge, status, aktivitetsstatus, state'),
  contact: list(`
    kontaktperson, kontakt, ansvarig, kontaktpersoner, behovsägare, ansvarig person, handläggare,
    projektledare, verksamhetens kontakt, kontaktperson i verksamheten, initiativtagare, idégivare,
    förslagsställare, uppdragsledare, beställare, ägare, pl, namn kontakt, contact, owner
  `),
  concerned: list(`
    berörda, berörda avd, berörda enheter, berörda förvaltningar, berörda avdelningar, berörda
    verksamheter, berör, berörd, övriga berörda, samverkan med, påverkade verksamheter,
    intressenter, målgrupp enheter
  `),
  cost: list(`
    kostnad, total kostnad, totalkostnad, totalt, summa, uppskattad kostnad, beräknad kostnad,
    kostnadsuppskattning, kostnad totalt, budget, total budget, budget totalt, investering,
    investeringskostnad, investeringsbehov, projektkostnad, projektbudget, pris, belopp, ekonomi,
    finansieringsbehov, medelsbehov, kostnadsbedömning, prel kostnad, preliminär kostnad, est
    kostnad, engångskostnad, cost, kostnadsram, budgetram, ram, anslag, medel, kalkyl, estimat, totalbudget,
    uppsk kostnad, kostnadskalkyl, utgift
  `),
  costLow: list(`
    kostnad låg, kostnad min, kostnad lägst, lägsta kostnad, min kostnad, kostnad från, låg kostnad,
    budget min, budget från, budget låg
  `),
  costHigh: list(`
    kostnad hög, kostnad max, kostnad högst, högsta kostnad, max kostnad, kostnad till, hög kostnad,
    budget max, budget till, budget hög
  `),
  costPart: [],
  year: list('år, startår, planeringsår, budgetår, genomförandeår, start år, planerat år, year'),
  start: list(`
    start, planerad start, startkvartal, startdatum, önskad start, kvartal, start kvartal, planerat
    startdatum, när, beräknad start, tänkt start, tidplan, tid, tidpunkt, uppstart, planerad
    uppstart, starttid, påbörjas, preliminär start, prel start, från, önskat startdatum, önskat kvartal, startkv, startperiod, period, igångsättning, start år kvartal, kvartal år, genomförs,
    planerad period, start kv, startår kvartal
  `),
  legal: list(`
    lagkrav, lagstyrt, lagstyrd, lagstadgat, tvingande, tvingande krav, krav i lag, myndighetskrav,
    laglig grund, lagkrav ja nej, legalt krav, legala krav, regelkrav, författningskrav,
    obligatoriskt, lag, lagar och regler, rättsligt krav, måste
  `),
  legalBasis: list('lagrum, vilken lag, lagstöd, vilket lagkrav, lag förordning, regelverk'),
  systems: list(`
    system, system koppling, system kopplingar, berörda system, it system, systemkoppling,
    systemstöd, applikation, integrationer, teknik, plattform, it stöd, verksamhetssystem
  `),
  dependsOn: list(`
    beroende av, beroende, beroenden, beroende till, förutsätter, förutsättning, förutsättningar,
    beroende nr, kräver, väntar på, hänger på, föregås av
  `),
  formerPriority: list(`
    prio, prioritet, gammal prio, prioritering, prioriteringsgrad, angelägenhet, prioklass, rang,
    priority
  `),
  comment: list(`
    kommentar, kommentarer, anmärkning, anmärkningar, anm, notering, noteringar, övrigt, anteckning,
    anteckningar, fritext, kommentar status, comment
  `),
} as const satisfies Record<Field, readonly string[]>

/** Words in a header that make it something the import has no field for (an end date, a changed date …). */
export const headerStops = list(`
  slut, klart, klar, färdig, färdigt, avslut, avslutas, avslutad, deadline, ändrad, ändrat,
  uppdaterad, uppdaterat, inkom, inkommen, registrerad, till och med, tom, e post, epost, mejl,
  mail, telefon, tel, utfall, upparbetat, prognos, drift, driftkostnad, förvaltningskostnad, årlig,
  beslutsdatum, diarienr, diarienummer, dnr, risk, timmar, persondagar
`)

/** Words before a header's group that say it is about money, when the lower header is only a year or low/high. */
export const moneyWords = /(kostnad|budget|belopp|investering|finansiering|medel|ekonomi|kr\b|tkr|mkr|mnkr)/
export const lowWords = whole('låg|lägst|lägsta|min|minst|från|fr o m')
export const highWords = whole('hög|högst|högsta|max|mest|till|t o m')
export const sumWords = /^(delsumma|summa|summering|totalsumma|totalt|total|sum|s:a|sa|∑|antal)\b/
export const amountNote = /belopp|kostnad|siffror|alla tal|budget/
export const noteLabel = 'anteckning'
export const struckLabel = 'överstruket'

type StageOf = Readonly<Record<ProcessName, Stage>>
export type PhaseWord = {
  readonly stage?: StageOf
  readonly state?: State
  readonly external?: true
  readonly sure?: false
}
const at = (behovsprocessen: Stage, portfoljprocessen: Stage): StageOf => ({
  behovsprocessen,
  portfoljprocessen,
})

const idea = at('collection', 'need')
const sifting = at('screening', 'intake')
const preparing = at('preparation', 'concept')
const described = at('preparation', 'intake')
const queued = at('ready', 'prioritisation')
const doing = at('delivery', 'development')
const introducing = at('delivery', 'rollout')
const realising = at('benefits', 'rollout')
const done = at('closed', 'closed')

/**
 * What old phase words mean; `sure: false` = the word can mean more than one thing, so the row says what was chosen.
 * A finished thing (`klar`) is closed; a doubtful one (`klar?`) stays visible, where effects are realised, until somebody says.
 */
export const phaseWords: Readonly<Record<string, PhaseWord>> = {
  ...words(
    list(`
      idé, ide, idéer, behov, nytt behov, ny, nytt, ny idé, insamling, insamling behov idéer,
      inkommen, inkommet, anmäld, förslag, idéfas, idéstadium, registrerad, behovsfångst, önskemål
    `),
    { stage: idea },
  ),
  ...words(
    list(`
      ej påbörjad, ej påbörjat, ej startad, ej startat, inte påbörjad, inte startad, ej påbörjade,
      ospecificerad
    `),
    { stage: idea, sure: false },
  ),
  ...words(list('bevaka, bevakas, bevakning, omvärldsbevakning, följa'), { stage: idea, sure: false }),
  ...words(list('grovsållning, sållning, screening, bedömning, under bedömning, granskning, bedöms'), {
    stage: sifting,
  }),
  ...words(list('instyrning, behovsanalys, analys, kartläggning, beskrivs'), {
    stage: at('screening', 'intake'),
  }),
  ...words(list('beredning, bereds, under beredning, fördjupad analys, beredes'), { stage: described }),
  ...words(
    list(`
      förstudie, fs, förstudiefas, utredning, utreds, under utredning, koncept, konceptfas,
      konceptarbete, genomförbarhetstest
    `),
    { stage: preparing },
  ),
  ...words(
    list(`
      poc, proof of concept, pilot, pilotprojekt, test, pågående test, pågående pilot, pilot klar,
      pilot avslutad, test klart, utvärdering, utvärderas, prototyp, upphandling, upphandlas, under
      upphandling
    `),
    { stage: preparing, sure: false },
  ),
  ...words(
    list(`
      klar för start, klart för start, redo, redo för start, startklar, prioriterad, prioriterat,
      prioritering, prioritering i portföljledningen, kö, i kö, väntar på start
    `),
    { stage: queued },
  ),
  ...words(
    list(`
      planerad, planerat, planering, planeras, planeringsfas, beslutad, beslutat, beslut finns,
      godkänd, initiering
    `),
    { stage: queued, sure: false },
  ),
  ...words(
    list(`
      pågående, pågår, genomförande, genomförs, utveckling, utvecklas, utvecklingsfas, startad,
      startat, påbörjad, påbörjat, i gång, igång, projekt, projekt pågår, bygg, byggs, realisering,
      under genomförande, genomförandefas
    `),
    { stage: doing },
  ),
  ...words(
    list(`
      införande, införs, breddinförande, utrullning, rullas ut, driftsättning, implementering,
      implementeras, införandefas
    `),
    { stage: introducing },
  ),
  ...words(list('effekthemtagning, effektuppföljning, nyttorealisering, nyttohemtagning'), {
    stage: realising,
  }),
  ...words(
    list(`
      klar?, klart?, avslutad?, avslutat?, färdig?, nästan klar, i princip klar, leverans klar,
      överlämning, överlämnad
    `),
    { stage: realising, sure: false },
  ),
  ...words(
    list(`
      klar, klart, klara, avslutad, avslutat, avslut, färdig, färdigt, genomförd, genomfört,
      slutförd, slutfört, levererad, införd, infört, i drift, drift, driftsatt, stängd, stängt
    `),
    { stage: done },
  ),
  ...words(list('i förvaltning, förvaltning, överlämnad till förvaltning, förvaltas'), {
    stage: done,
    sure: false,
  }),
  ...words(
    list(`
      vilande, vilar, pausad, pausat, paus, parkerad, avvaktar, avvakta, on hold, uppskjuten,
      framskjuten, bordlagd, väntar, väntande
    `),
    { state: 'paused', sure: false },
  ),
  ...words(list('stoppad, stoppat, stopp, avbruten, avbrutet, nedlagd, nedlagt, lagts ned'), {
    state: 'stopped',
    sure: false,
  }),
  ...words(
    list(`
      avförd, avfört, bortsorterad, bortsorterat, bortprioriterad, bortprioriterat, avslag,
      avslagen, avvisad, struken, utgår, utgått, ej aktuell, ej aktuellt, inte aktuell, inte
      aktuellt, inaktuell, avskriven, nekad
    `),
    { state: 'screenedOut', sure: false },
  ),
  ...words(list('extern, externt, externt projekt, annan part, leds av annan, extern part'), {
    external: true,
    sure: false,
  }),
}

/** `Under utveckling` is `utveckling`. */
export const leadingWords = /^\s*(under|i|inom)\s+/i

/** Words of a column that only says whether a need is alive. */
export const stateWords: Readonly<Record<string, State>> = {
  ...Object.fromEntries(
    list(`
      aktiv, aktivt, pågår, pågående, öppen, löpande, active, ok, igång, planerad, klar, ny
    `).map((word) => [word, 'active' as const]),
  ),
  inaktiv: 'paused',
}
/** Said in such a column, they close the need whatever its phase says. */
export const closedWords: readonly string[] = list('avslutad, avslutat, stängd, stängt, avslut')

/** Somebody else leads it: said in a comment. */
export const externalHint = /\b(externt projekt|(ej|inte) vårt projekt|drivs av annan)/i

/** Money: what one unit is worth in kronor. Longest first when matched. */
export const moneyUnits: Readonly<Record<string, number>> = {
  ...worth(1e9, 'miljarder, miljard, mdkr'),
  ...worth(1e6, 'miljoner kronor, miljoner kr, miljon kr, milj kronor, milj kr, milj. kr, mn kr, m kr'),
  ...worth(1e6, 'miljoner, miljon, milj, mnkr, mkr, msek, mn, mio, m'),
  ...worth(1e3, 'tusental kronor, tusentals kronor, tusental kr, tusental, tusentals'),
  ...worth(1e3, "tusen kronor, tusen kr, t kr, tusen, tkr, tsek, ksek, kkr, tus, k, '"),
  ...worth(1, 'kronor, kr, sek, :-'),
}
export const moneyWordsAround = whole(
  'ca|cirka|c a|circa|ungefär|omkring|runt|drygt|knappt|nästan|uppskattningsvis|uppskattat|prel|preliminärt|est|estimat|totalt|tot|ex moms|exkl moms|inkl moms|i|om',
)
export const atMostWords = /^(<|≤|max(imalt)?\b|högst\b|under\b|mindre än\b|upp till\b|som mest\b)/
export const atLeastWords = /^(>|≥|min(st)?\b|minimum\b|över\b|mer än\b|från\b|lägst\b|som minst\b)/
export const perYearWords =
  /(\/|(?<!\p{L})per |(?<!\p{L})om )\s*(år|yr|å)(?!\p{L})|(?<!\p{L})årlig(en|t|a)?(?!\p{L})/gu
export const perPieceWords =
  /(\/|(?<!\p{L})per |(?<!\p{L})à\s*)\s*(st|styck|licens|användare|anv|enhet|plats|mån|månad|person|boende|timme|tim|h|dag)(?!\p{L})/gu
export const rangeSign = /^\s*(?:-|–|—|−|till|to)\s*$/

/** Quarters and seasons. */
export const ordinals = list('första, andra, tredje, fjärde')
export const months: readonly string[] = list('jan, feb, mar, apr, maj, jun, jul, aug, sep, okt, nov, dec')
export const englishMonths: Readonly<Record<string, number>> = { may: 5, oct: 10 }
/** Seasons by their first letters; only terms (HT, VT) and halves are firm enough to take without a doubt about the quarter. */
export const seasons: readonly (readonly [RegExp, 1 | 2 | 3 | 4])[] = [
  [/^(efter sommaren|efter semestern|höst|ht|hösttermin)/, 3],
  [/^(före sommaren|innan sommaren|vår(en)?\b|vår |vår\d)/, 2],
  [/^(vt|vårtermin|vinter|årsskifte|början av|tidigt|nyår|efter nyår|efter årsskiftet)/, 1],
  [/^sommar/, 3],
  [/^(slutet av|sent|före jul|innan jul|till jul|årets slut)/, 4],
]
export const weekWords = /\b(?:v|vecka|v\.)\s*(\d{1,2})\b/
export const halfWords = /\b(?:h|halvår)\s*([12])\b|\b([12])\s*(?::a|:e)?\s*halvår/
export const thirdWords = /\b(?:t|tertial)\s*([123])\b/
export const ongoingWords =
  /^(löpande|kontinuerligt|tills vidare|pågår|pågående|årligen|startad|startat|igång)/

/** Yes and no. */
export const yesWords = list(`
  ja, j, yes, y, x, xx, ✓, ✔, √, ☑, 1, true, sant, skall, ska, skallkrav, måste, tvingande,
  obligatorisk, obligatoriskt, lagkrav, lagstyrt, lagstadgat, krav, lag
`)
export const noWords = list(`
  nej, n, no, 0, false, falskt, inget, ingen, inga, ej, ej lagkrav, inget lagkrav, inte lagkrav,
  bör, frivillig, frivilligt, kan, ej tvingande, saknas
`)
export const unsureWords = whole(
  'ev|eventuellt|kanske|oklart|oklar|utreds|delvis|vet ej|osäkert|troligen|troligtvis|kolla|undersöks|ej bedömt|ej bedömd|okänt|tbd',
)
export const lawWords = whole(
  '\\p{L}*lag|\\p{L}*lagen|\\p{L}*lagar|\\p{L}*lagstiftning|\\p{L}*förordning(?:en)?|\\p{L}*direktiv(?:et)?|\\p{L}*föreskrift(?:er)?|' +
    'sfs|gdpr|lou|nis ?2?|afs|sosfs|hslf|dora|osl|pdl|psl|sol|hsl|lss|svop|ehds|ai act|dos|msb\\p{L}*|mdr|ivdr|eidas|kl|tf|wad',
)
export const lawSigns = /§|\d{4}:\d+|\b\d+:\d+/
/** Cost cells that say there is no figure. */
export const noCostWords =
  /^(\?+|-+|–|ej (beräknat|beräknad|klart|känt|känd|bedömt|bedömd|kalkylerat|uppskattat)|inte beräknat|okänt|okänd|oklart|saknas|tbd|n\/?a|vet ej|återkommer|utreds|under utredning|inom ram|ingår.*|se .*|ej framtaget|x+)\.?$/

/** Everybody is concerned: nobody is named. */
export const everybodyWords = /^(alla|samtliga|hela)\b/
export const nobodyWords = /^(-+|–|ingen|inga|nej|\?+|n\/a|ej aktuellt?)$/
export const numberPrefix = /^(nr|nummer|no|id|projekt|initiativ|behov|ärende)\.?\s*(?=[\p{L}\d])/iu
export const andWord = /\s+(?:och|samt|and)\s+|\s*[/;&+\n]\s*/i
/** Short forms that people write in names of units. */
export const unitSpellings: readonly (readonly [RegExp, string])[] = [
  [whole('o|&'), 'och'],
  [whole('förv'), 'förvaltning'],
  [whole('avd'), 'avdelning'],
  [whole('sjukv'), 'sjukvård'],
]
/** Words that a unit's name can have or lack. */
export const unitFiller = whole(
  'och|avdelning|avdelningen|förvaltning|förvaltningen|enhet|enheten|för|i|på|av|regionens|stadens|koncernstab',
)

/** Whole words: `\b` knows only A–Z. */
function whole(alternatives: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives})(?![\\p{L}\\p{N}])`, 'giu')
}

function words(list: readonly string[], meaning: PhaseWord): Record<string, PhaseWord> {
  return Object.fromEntries(list.map((word) => [word, meaning]))
}

/** Words parted by commas. */
function list(text: string): readonly string[] {
  return text.split(',').map((word) => word.trim().replace(/\s+/g, ' '))
}

function worth(kronor: number, units: string): Record<string, number> {
  return Object.fromEntries(list(units).map((unit) => [unit, kronor]))
}

/** The word that joins two names. */
export const and = 'och'

/** What stands between several things in one cell. */
export const betweenSeveral = /\s*[,;/&+\n]\s*|\s+(?:och|samt|and)\s+/i

/** A cell of text that denies what it names. */
export const notWords = / (ej|inte|inget) /

/** Phases so general that any other word in the cell says more. */
export const generalPhases = ['pågående', 'klar', 'planerad']
export const doubtfullyDone = 'klar?'

/** `årsskiftet 2024/25`: the second year is the start. */
export const turnOfYear = /årsskifte\p{L}*\s*(?:20)?(\d\d)?\s*[/-]\s*(?:20)?(\d\d)/u

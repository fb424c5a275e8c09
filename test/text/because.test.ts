/** Every reason for an item on an agenda is a sentence in both languages, with nothing left to fill in. */
import { beforeAll, expect, test } from 'vitest'
import { type AgendaProposal, type Because, type Why, whys } from '#src/rules/meetings/agendaFacts.ts'
import { becauseText, proposedDecision, proposedTitle } from '#src/text/because.ts'
import { english } from '#src/text/english.ts'
import { swedish } from '#src/text/swedish.ts'

const TODAY = '2024-10-01'
beforeAll(() =>
  Promise.all([swedish, english].flatMap((words) => [words.learn('agenda'), words.learn('refusals')])),
)

const examples: Record<Why, { values?: Record<string, string | number>; sv: string; en: string }> = {
  standing: { sv: 'Stående punkt', en: 'Standing item' },
  answer: {
    values: { forum: 'SSG', question: 'Vem betalar?', answer: 'Ni' },
    sv: 'SSG har svarat på vår fråga: Vem betalar?',
    en: 'SSG has answered our question: Vem betalar?',
  },
  question: {
    values: { forum: 'PF', question: 'Orkar ni?' },
    sv: 'PF frågar: Orkar ni?',
    en: 'PF asks: Orkar ni?',
  },
  tabled: { values: { day: '2024-09-06' }, sv: 'Bordlades 6 sep.', en: 'Tabled on 6 Sept' },
  remitted: {
    values: { day: '2024-09-06', toComplete: 'Kostnad' },
    sv: 'Återremitterades 6 sep., skulle kompletteras: Kostnad',
    en: 'Remitted on 6 Sept, to be completed: Kostnad',
  },
  notReached: {
    values: { day: '2023-12-06' },
    sv: 'Hanns inte med 6 dec. 2023',
    en: 'Not reached on 6 Dec 2023',
  },
  action: {
    values: { person: 'Therese', day: '2024-10-04' },
    sv: 'Therese, senast 4 okt.',
    en: 'Therese, by 4 Oct',
  },
  actionLate: {
    values: { person: 'Therese', day: '2024-09-30', days: 1 },
    sv: 'Therese, skulle vara klar 30 sep., 1 dag sen',
    en: 'Therese, was due 30 Sept, 1 day late',
  },
  refused: {
    values: { day: '2024-09-06', reason: 'Kontaktperson saknas' },
    sv: 'Beslutades 6 sep. men kunde inte verkställas: Kontaktperson saknas',
    en: 'Decided on 6 Sept but could not be carried out: Kontaktperson saknas',
  },
  unverified: {
    values: { day: '2024-09-06' },
    sv: 'Beslutades 6 sep. och väntar på att protokollet justeras',
    en: 'Decided on 6 Sept and waits for the minutes to be verified',
  },
  red: {
    values: { aspects: 'economy,time', month: '2024-09' },
    sv: 'Röd i rapporten för september 2024: Ekonomi och Tid',
    en: 'Red in the report for September 2024: Economy and Time',
  },
  turned: {
    values: { aspect: 'time', from: 'green', to: 'red', month: '2024-09' },
    sv: 'Tid gick från grön till röd i rapporten för september 2024',
    en: 'Time went from green to red in the report for September 2024',
  },
  overAllocation: {
    values: { overKr: 2_800_000, percent: 12 },
    sv: 'Ekonomin är grön, men prognosen ligger 2,8\u00A0mnkr över tilldelningen',
    en: 'Economy is green, but the forecast is SEK\u00A02.8\u00A0m over the allocation',
  },
  legalDayPassed: {
    values: { day: '2024-09-01' },
    sv: 'Tiden är grön, men lagkravets datum 1 sep. har passerats',
    en: 'Time is green, but the date of the legal requirement, 1 Sept, has passed',
  },
  pointPassed: {
    values: { point: 'Driftstart', day: '2024-09-01' },
    sv: 'Tiden är grön, men Driftstart skulle ha passerats 1 sep.',
    en: 'Time is green, but Driftstart was to be passed on 1 Sept',
  },
  highRisk: {
    values: { risk: 'PL slutar' },
    sv: 'Allt är grönt, men en hög risk är öppen: PL slutar',
    en: 'All is green, but a high risk is open: PL slutar',
  },
  noReport: {
    values: { days: 50 },
    sv: 'Allt var grönt, men ingen rapport har kommit på 50 dagar',
    en: 'All was green, but no report has come for 50 days',
  },
  forecastGrew: {
    values: { month: '2024-09', fromKr: 100_000, toKr: 200_000 },
    sv: 'Prognosen växte från 100\u00A0tkr till 200\u00A0tkr i rapporten för september 2024',
    en: 'The forecast grew from SEK\u00A0100\u00A0k to SEK\u00A0200\u00A0k in the report for September 2024',
  },
  newHighRisk: {
    values: { month: '2024-09', risk: 'PL slutar' },
    sv: 'Ny hög risk i rapporten för september 2024: PL slutar',
    en: 'New high risk in the report for September 2024: PL slutar',
  },
  started: { values: { day: '2024-09-25' }, sv: 'Startade 25 sep.', en: 'Started on 25 Sept' },
  moved: {
    values: { from: 'collection', to: 'screening', day: '2024-09-25' },
    sv: 'Gick från insamling behov/idéer till grovsållning 25 sep.',
    en: 'Went from collecting needs and ideas to first screening on 25 Sept',
  },
  stateChanged: {
    values: { from: 'active', to: 'paused', day: '2024-09-25' },
    sv: 'Läget ändrades 25 sep. från aktiv till pausad',
    en: 'Changed on 25 Sept from active to paused',
  },
  gate: {
    values: { gate: 'BP1', days: 29 },
    sv: 'BP1 har väntat 29 dagar, allt som behövs finns',
    en: 'BP1 has waited 29 days, everything needed is there',
  },
  gateUnsure: {
    values: { gate: 'BP3', days: 1, count: 1 },
    sv: 'BP3 har väntat 1 dag, 1 uppgift återstår att stämma av',
    en: 'BP3 has waited 1 day, 1 thing left to check',
  },
  gateElsewhere: {
    values: { gate: 'BP3', forum: 'SSG' },
    sv: 'BP3 avgörs efter samråd i SSG; bereds här först',
    en: 'BP3 is settled after consulting SSG; prepared here first',
  },
  raised: {
    values: { gate: 'BP1', day: '2024-09-20' },
    sv: 'BP1 lyftes hit 20 sep.',
    en: 'BP1 was raised here on 20 Sept',
  },
  financing: {
    values: { gate: 'BP4' },
    sv: 'Allt som behövs för BP4 finns utom finansieringen',
    en: 'Everything needed for BP4 is there except the financing',
  },
  newNeed: {
    values: { stage: 'collection', day: '2024-09-24', unit: 'Hemtjänst' },
    sv: 'Nytt behov 24 sep. från Hemtjänst',
    en: 'New need on 24 Sept from Hemtjänst',
  },
  stalled: {
    values: { stage: 'preparation', days: 106 },
    sv: 'Har stått still 106 dagar i beredning',
    en: 'Has stood still for 106 days in preparation',
  },
  deviation: { values: { day: '2024-09-30' }, sv: 'Avvikelse sedan 30 sep.', en: 'Deviation since 30 Sept' },
  forecast: {
    values: { day: '2024-09-30' },
    sv: 'Prognosen från 30 sep. ligger över tilldelningen',
    en: 'The forecast of 30 Sept is over the allocation',
  },
  condition: {
    values: { condition: 'Samtycke', number: 'SD HT 2024 § 29', day: '2024-05-15' },
    sv: 'Villkor i SD HT 2024 § 29 från 15 maj: Samtycke',
    en: 'Condition in SD HT 2024 § 29 of 15 May: Samtycke',
  },
  conditionDue: {
    values: { condition: 'Avtal', number: '2024-0009', day: '2024-11-01' },
    sv: 'Villkor i 2024-0009, senast 1 nov.: Avtal',
    en: 'Condition in 2024-0009, due 1 Nov: Avtal',
  },
  orderRaised: {
    values: { forum: 'SSG', day: '2024-09-30' },
    sv: 'Lyft hit från SSG 30 sep., för beslut',
    en: 'Raised here from SSG 30 Sept, to be decided',
  },
  rankingDecided: {
    values: { number: '2024-0009', day: '2024-09-30' },
    sv: 'Rangordning beslutad 30 sep. (2024-0009)',
    en: 'Ranking decided 30 Sept (2024-0009)',
  },
  rankingTouches: {
    values: { number: '2024-0009', day: '2024-09-30', count: 2 },
    sv: 'Rangordning beslutad 30 sep. (2024-0009): den rör 2 initiativ här',
    en: 'Ranking decided 30 Sept (2024-0009): it touches 2 initiatives here',
  },
  cycle: {
    values: { day: '2024-10-31' },
    sv: 'Ska vara klart 31 okt. enligt årshjulet',
    en: 'Due 31 Oct by the annual cycle',
  },
  proposed: { values: { person: 'Carina' }, sv: 'Föreslaget av Carina', en: 'Proposed by Carina' },
}

test.for(whys.map((why) => ({ why, ...examples[why] })))('$sv', ({ why, values = {}, sv, en }) => {
  expect(becauseText({ why, ...values }, swedish, TODAY)).toBe(sv)
  expect(becauseText({ why, ...values }, english, TODAY)).toBe(en)
})

test.for<{ because: Record<string, string | number>; sv: string }>([
  { because: { why: 'answer', forum: '', question: 'Vem?' }, sv: 'Svar på vår fråga: Vem?' },
  { because: { why: 'remitted', day: '2024-09-06' }, sv: 'Återremitterades 6 sep.' },
  { because: { why: 'refused', day: '2024-09-06' }, sv: 'Beslutades 6 sep. men kunde inte verkställas' },
  {
    because: { why: 'refused', day: '2024-09-06', reason: JSON.stringify([{ why: 'archived' }]) },
    sv: 'Beslutades 6 sep. men kunde inte verkställas: Initiativet är arkiverat och kan inte ändras',
  },
  { because: { why: 'newNeed', stage: 'need', day: '2024-09-24' }, sv: 'Nytt behov 24 sep.' },
  { because: { why: 'gate', gate: 'intake' }, sv: 'Instyrning väntar, allt som behövs finns' },
  {
    because: { why: 'gateUnsure', gate: 'BP3', count: 2 },
    sv: 'BP3 väntar, 2 uppgifter återstår att stämma av',
  },
  { because: { why: 'proposed', person: '' }, sv: 'Föreslaget' },
  { because: { why: 'unheard of' }, sv: '' },
  { because: {}, sv: '' },
])('$because reads "$sv"', ({ because, sv }) => {
  expect(becauseText(because, swedish, TODAY)).toBe(sv)
})

const proposal = (because: Because, values: Partial<AgendaProposal> = {}) =>
  ({ title: 'Digitala lås', because, ...values }) as AgendaProposal

test.for<{ because: Because; proposal?: string; item?: string; title: string; decision?: string }>([
  {
    because: { why: 'gate', gate: 'BP1' },
    title: 'BP1: Digitala lås',
    decision: 'att gå vidare till grovsållning (BP1)',
  },
  {
    because: { why: 'gate', gate: 'intake' },
    title: 'Instyrning: Digitala lås',
    decision: 'att gå vidare till instyrning',
  },
  { because: { why: 'financing', gate: 'BP4' }, title: 'Finansiering av Digitala lås' },
  {
    because: { why: 'tabled', day: TODAY },
    proposal: 'att förorda',
    title: 'Digitala lås',
    decision: 'att förorda',
  },
  { because: { why: 'stalled', stage: 'need', days: 60 }, title: 'Digitala lås' },
  { because: { why: 'gate', gate: 'BP1' }, item: 'x', title: 'Digitala lås' },
])('"$title" proposes "$decision"', ({ because, proposal: written, item, title, decision }) => {
  const one = proposal(because, { ...(written && { proposal: written }), ...(item && { item }) })
  expect(proposedTitle(one, swedish)).toBe(title)
  expect(proposedDecision(one, swedish)).toBe(decision)
})

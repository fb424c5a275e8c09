/** A line of typing becomes who, what and by when: in Swedish, in English, and half of each. */
import { expect, test } from 'vitest'
import {
  type ActionLine,
  completions,
  lacksIn,
  nameBeing,
  readActionLine,
} from '#src/rules/meetings/actionLine.ts'
import { holidays } from '#src/rules/days/holidays.ts'
import { actionLineWords } from '#src/text/actionLineWords.ts'

const person = (name: string, id = name) => ({ id, name })
const henrik = person('Henrik Berg')
const henrikLind = person('Henrik Lind')
const anna = person('Anna-Karin Öst')
const asa = person('Åsa von Post')
const sara = person('Sara Ek')
const saraNy = person('Sara Nyström')
const me = person('Kim Dahl')

/** A Tuesday. */
const today = '2026-03-10'
const context = {
  today,
  words: actionLineWords,
  me,
  present: [henrik, anna, asa],
  people: [henrikLind, sara, saraNy, me, henrik],
  nextMeeting: '2026-04-14',
  holidays,
}
const read = (line: string) => readActionLine(line, context)

test.for<{ line: string; owner?: string; what: string; due?: string; says: string }>([
  {
    line: 'Henrik utreder grenuttag senast 5 april',
    owner: 'Henrik Berg',
    what: 'Utreder grenuttag',
    due: '2026-04-05',
    says: 'name, matter and day; the Henrik who is present is meant',
  },
  {
    line: '@Henrik Lind utreder grenuttag /5 april',
    owner: 'Henrik Lind',
    what: 'Utreder grenuttag',
    due: '2026-04-05',
    says: 'marks: a whole name goes before a first name',
  },
  {
    line: 'Ring leverantören @åsa /fredag',
    owner: 'Åsa von Post',
    what: 'Ring leverantören',
    due: '2026-03-13',
    says: 'marks anywhere',
  },
  {
    line: 'åsa von post ska boka möte i morgon',
    owner: 'Åsa von Post',
    what: 'Boka möte',
    due: '2026-03-11',
    says: 'a long name in small letters, and shall',
  },
  {
    line: 'Anna-Karin tar fram underlag om två veckor',
    owner: 'Anna-Karin Öst',
    what: 'Tar fram underlag',
    due: '2026-03-24',
    says: 'in two weeks',
  },
  {
    line: 'Henrik B skriver brev inom 3 dagar.',
    owner: 'Henrik Berg',
    what: 'Skriver brev',
    due: '2026-03-13',
    says: 'the last name as a letter; a full stop',
  },
  {
    line: 'Henrik återkommer om en månad',
    owner: 'Henrik Berg',
    what: 'Återkommer',
    due: '2026-04-10',
    says: 'a month',
  },
  {
    line: 'Henrik: skickar protokollet till nästa möte',
    owner: 'Henrik Berg',
    what: 'Skickar protokollet',
    due: '2026-04-14',
    says: 'the next meeting of the forum',
  },
  {
    line: 'Henrik granskar planen vecka 14',
    owner: 'Henrik Berg',
    what: 'Granskar planen',
    due: '2026-04-02',
    says: 'the Friday of a week; Good Friday gives way to the day before',
  },
  {
    line: 'Henrik granskar planen slutet av maj',
    owner: 'Henrik Berg',
    what: 'Granskar planen',
    due: '2026-05-29',
    says: 'the end of a month that ends on a Sunday is its last working day',
  },
  {
    line: 'Henrik granskar planen om 4 dagar',
    owner: 'Henrik Berg',
    what: 'Granskar planen',
    due: '2026-03-13',
    says: 'so many days from now, on a working day',
  },
  {
    line: 'Henrik granskar planen senast lördag',
    owner: 'Henrik Berg',
    what: 'Granskar planen',
    due: '2026-03-14',
    says: 'a Saturday that is said is meant',
  },
  {
    line: 'Henrik granskar planen v 2',
    owner: 'Henrik Berg',
    what: 'Granskar planen',
    due: '2027-01-15',
    says: 'a week that has passed is next year’s',
  },
  {
    line: 'Åsa rapporterar slutet av april',
    owner: 'Åsa von Post',
    what: 'Rapporterar',
    due: '2026-04-30',
    says: 'the end of a month',
  },
  {
    line: 'Åsa rapporterar på tisdag',
    owner: 'Åsa von Post',
    what: 'Rapporterar',
    due: '2026-03-17',
    says: 'a weekday is never today',
  },
  {
    line: 'Åsa rapporterar nästa fredag',
    owner: 'Åsa von Post',
    what: 'Rapporterar',
    due: '2026-03-20',
    says: 'next Friday is of next week',
  },
  {
    line: 'Åsa rapporterar nästa vecka',
    owner: 'Åsa von Post',
    what: 'Rapporterar',
    due: '2026-03-20',
    says: 'next week is its Friday',
  },
  {
    line: 'Åsa rapporterar 2/3',
    owner: 'Åsa von Post',
    what: 'Rapporterar',
    due: '2027-03-02',
    says: 'a day that has passed is next year’s',
  },
  {
    line: 'Åsa rapporterar senast 2026-05-29',
    owner: 'Åsa von Post',
    what: 'Rapporterar',
    due: '2026-05-29',
    says: 'a written day',
  },
  {
    line: 'Åsa rapporterar 5/4-27',
    owner: 'Åsa von Post',
    what: 'Rapporterar',
    due: '2027-04-05',
    says: 'a written day with its year',
  },
  {
    line: 'Senast den 20 mars ska Henrik kalla styrgruppen',
    owner: 'Henrik Berg',
    what: 'Kalla styrgruppen',
    due: '2026-03-20',
    says: 'the day first',
  },
  {
    line: 'Henrik ska senast fredag kalla styrgruppen',
    owner: 'Henrik Berg',
    what: 'Kalla styrgruppen',
    due: '2026-03-13',
    says: 'the day in the middle',
  },
  {
    line: 'Henrik to call the board by April 5th',
    owner: 'Henrik Berg',
    what: 'Call the board',
    due: '2026-04-05',
    says: 'English',
  },
  {
    line: 'I will draft the plan in two weeks',
    owner: 'Kim Dahl',
    what: 'Draft the plan',
    due: '2026-03-24',
    says: 'oneself, in English',
  },
  {
    line: 'jag bokar rum senast torsdag',
    owner: 'Kim Dahl',
    what: 'Bokar rum',
    due: '2026-03-12',
    says: 'oneself',
  },
  {
    line: 'Henrik drafts the plan next Friday',
    owner: 'Henrik Berg',
    what: 'Drafts the plan',
    due: '2026-03-20',
    says: 'an English weekday',
  },
  {
    line: 'Henrik skriver en plan för 5 april',
    owner: 'Henrik Berg',
    what: 'Skriver en plan för 5 april',
    says: 'a day that the matter is about is no deadline',
  },
  {
    line: 'Henrik läser om 5 rapporter',
    owner: 'Henrik Berg',
    what: 'Läser om 5 rapporter',
    says: 'a number is no day',
  },
  {
    line: 'Henrik svarar senast 31 februari',
    owner: 'Henrik Berg',
    what: 'Svarar senast 31 februari',
    says: 'a day the calendar hasn’t',
  },
  { line: 'Utred grenuttag', what: 'Utred grenuttag', says: 'neither name nor day' },
  {
    line: 'Sara ringer fredag',
    what: 'Ringer',
    due: '2026-03-13',
    says: 'two of the name, none present: nobody is chosen',
  },
  {
    line: '@Okänd ringer fredag',
    what: '@Okänd ringer',
    due: '2026-03-13',
    says: 'a name nobody has stays in the text',
  },
  { line: '', what: '', says: 'nothing' },
])('$says: $line', ({ line, owner, what, due }) => {
  const found = read(line)
  expect({ owner: found.owner?.name, what: found.what, due: found.due }).toEqual({ owner, what, due })
})

test('two of a name are both shown', () => {
  expect(read('Sara ringer fredag').maybe).toEqual([sara, saraNy])
})

test.for<[ActionLine, string[]]>([
  [{ what: 'Ringer', owner: henrik, maybe: [], due: today }, []],
  [{ what: 'Ringer', maybe: [sara, saraNy] }, ['owner', 'due']],
  [{ what: '', owner: henrik, maybe: [], due: today }, ['what']],
])('what is lacking is named: %j', ([line, lacks]) => {
  expect(lacksIn(line)).toEqual(lacks)
})

test.for<{ line: string; caret?: number; text: string | undefined; says: string }>([
  { line: 'Hen', text: 'Hen', says: 'the first word' },
  { line: 'Henrik ut', text: undefined, says: 'the second word is no name' },
  { line: 'Ring @', text: '', says: 'at the mark everyone present is offered' },
  { line: 'Ring @anna-karin ö', text: 'anna-karin ö', says: 'a name of several words after the mark' },
  { line: 'Ring @anna /fre', text: undefined, says: 'not after the mark of a day' },
  { line: 'Ring @an i morgon', caret: 8, text: 'an', says: 'in the middle of the line' },
])('the name on its way, $says', ({ line, caret = line.length, text }) => {
  expect(nameBeing(line, caret)?.text).toBe(text)
})

test.for<[string, string[]]>([
  ['hen', ['Henrik Berg', 'Henrik Lind']],
  ['henrik l', ['Henrik Lind']],
  ['ny', ['Sara Nyström']],
  ['', ['Henrik Berg', 'Anna-Karin Öst', 'Åsa von Post']],
])('names are completed from %j, those present first', ([text, names]) => {
  expect(completions(text, context).map(({ name }) => name)).toEqual(names)
})

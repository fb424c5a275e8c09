/** Entries of the trail as sentences, in both languages. */
import { expect, test } from 'vitest'
import type { TrailEntry } from '#src/lists/decisions.ts'
import { english } from '#src/text/english.ts'
import { swedish } from '#src/text/swedish.ts'
import { trailText } from '#src/text/trail.ts'
import { aPerson, aRef } from '../fixtures/organisation.ts'

await Promise.all([swedish, english].map((words) => words.learn('initiative')))

const entry = (values: Partial<TrailEntry>): TrailEntry => ({
  key: 't',
  id: '1',
  version: '"1"',
  title: 'Licenser 2026',
  initiative: aRef('i-1'),
  kind: 'money',
  day: '2024-10-01',
  person: aPerson('contact'),
  ...values,
})

test.for<[Partial<TrailEntry>, string, string]>([
  [
    { kind: 'stage', from: 'Grovsållning', to: 'Beredning' },
    'Flyttades från Grovsållning till Beredning.',
    'Moved from First screening to Preparation.',
  ],
  [
    { kind: 'owner', field: 'Contact', title: 'Kontaktperson', from: 'Åsa', to: 'Bo' },
    'Kontaktperson: från Åsa till Bo.',
    'Contact person: from Åsa to Bo.',
  ],
  [
    { kind: 'owner', field: 'Contact', title: 'Kontaktperson', from: 'Åsa' },
    'Kontaktperson: Åsa togs bort.',
    'Contact person: Åsa was removed.',
  ],
  [
    { field: 'CostItems', from: '0', to: '250000' },
    'Licenser 2026: från 0 kr till 250 000 kr.',
    'Licenser 2026: from 0 kr to 250,000 kr.',
  ],
  [
    { kind: 'confidential', key: 'k/confidential', title: 'Sekretess', to: '19 kap. 3 §' },
    'Sekretessmarkerades enligt 19 kap. 3 §.',
    'Marked as confidential under 19 kap. 3 §.',
  ],
  [
    {
      kind: 'confidential',
      key: 'k/lifted',
      title: 'Sekretess',
      from: '19 kap. 3 §',
      to: 'Avtalet är klart',
    },
    'Sekretessen enligt 19 kap. 3 § hävdes: Avtalet är klart.',
    'Confidentiality under 19 kap. 3 § was lifted: Avtalet är klart.',
  ],
  [
    { kind: 'document', title: 'Avtal.docx' },
    'Filen Avtal.docx lades till.',
    'The file Avtal.docx was added.',
  ],
  [
    { kind: 'decision', field: 'ProjectPoints', title: 'BP-A' },
    'Projektets beslutspunkt BP-A passerades.',
    'The project’s decision point BP-A was passed.',
  ],
])('%j', ([values, sv, en]) => {
  const plain = (text: string) => text.replaceAll('\u00A0', ' ')
  expect(plain(trailText(entry(values), swedish))).toBe(sv)
  expect(plain(trailText(entry(values), english))).toBe(en)
})

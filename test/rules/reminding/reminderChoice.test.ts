/** What may be chosen of reminders, and what is wrong with what may not. */
import { expect, test } from 'vitest'
import { type Choice, chosen, type ChoiceAsked } from '#src/rules/reminding/reminderChoice.ts'

const today = '2026-03-25'

const table: { says: string; asked: ChoiceAsked; stands?: Choice; gives: object }[] = [
  { says: 'a time of the day', asked: { time: '09:15' }, gives: { changes: { time: '09:15' } } },
  { says: 'a time as it is often written', asked: { time: '9.15' }, gives: { changes: { time: '09:15' } } },
  { says: 'the usual time again', asked: { time: null }, gives: { changes: { time: null } } },
  { says: 'the first minute there is', asked: { time: '06:00' }, gives: { changes: { time: '06:00' } } },
  { says: 'no time before', asked: { time: '05:59' }, gives: { faults: ['time'] } },
  { says: 'no time after', asked: { time: '18:01' }, gives: { faults: ['time'] } },
  { says: 'nothing that is no time', asked: { time: 'åtta' }, gives: { faults: ['time'] } },
  { says: 'kinds', asked: { off: ['moved'] }, gives: { changes: { off: ['moved'] } } },
  {
    says: 'a pause',
    asked: { pausedFrom: '2026-07-01', pausedTo: '2026-07-31' },
    gives: { changes: { pausedFrom: '2026-07-01', pausedTo: '2026-07-31' } },
  },
  {
    says: 'a pause of a day',
    asked: { pausedFrom: today, pausedTo: today },
    gives: { changes: { pausedFrom: today, pausedTo: today } },
  },
  {
    says: 'a pause that begins at once',
    asked: { pausedTo: '2026-04-01' },
    gives: { changes: { pausedFrom: today, pausedTo: '2026-04-01' } },
  },
  {
    says: 'a pause that has begun',
    asked: { pausedFrom: '2026-03-20', pausedTo: '2026-04-01' },
    gives: { changes: { pausedFrom: '2026-03-20', pausedTo: '2026-04-01' } },
  },
  {
    says: 'no pause any more',
    asked: { pausedFrom: null, pausedTo: null },
    stands: { pausedFrom: today, pausedTo: '2026-04-01' },
    gives: { changes: { pausedFrom: null, pausedTo: null } },
  },
  { says: 'no pause without an end', asked: { pausedFrom: '2026-07-01' }, gives: { faults: ['pauseOpen'] } },
  {
    says: 'no pause that ends before it begins',
    asked: { pausedFrom: '2026-07-31', pausedTo: '2026-07-01' },
    gives: { faults: ['pauseOrder'] },
  },
  {
    says: 'no pause that is over',
    asked: { pausedFrom: '2026-03-01', pausedTo: '2026-03-24' },
    gives: { faults: ['pausePast'] },
  },
  {
    says: 'a pause that was over already, as it stood',
    asked: { time: '07:00', pausedFrom: '2026-03-01', pausedTo: '2026-03-24' },
    stands: { pausedFrom: '2026-03-01', pausedTo: '2026-03-24' },
    gives: { changes: { time: '07:00' } },
  },
  {
    says: 'no day that there isn’t',
    asked: { pausedFrom: '2026-02-30', pausedTo: '2026-04-01' },
    gives: { faults: ['pauseDay'] },
  },
  {
    says: 'all that is wrong at once',
    asked: { time: '23:00', pausedTo: '2026-03-01', pausedFrom: '2026-02-01' },
    gives: { faults: ['time', 'pausePast'] },
  },
]

test.each(table)('$says', ({ asked, stands, gives }) => {
  expect(chosen(asked, { today, stands })).toEqual(gives)
})

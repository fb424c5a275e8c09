/** What is said of an order that can't be decided, and of what has changed in it, in both languages. */
import { expect, test } from 'vitest'
import type { RankingFault } from '#src/rules/prioritising/rankingFaults.ts'
import { english } from '#src/text/english.ts'
import { refusalText } from '#src/text/refusals.ts'
import { swedish } from '#src/text/swedish.ts'

const changed = (sides: { from?: number; to?: number }): RankingFault => {
  const { from, to } = sides
  const kr = {
    ...(from !== undefined && { fromKr: from * 1_000_000 }),
    ...(to !== undefined && { toKr: to * 1_000_000 }),
  }
  const changes = [
    { what: 'frame', ...kr },
    { what: 'concept', ...kr },
    { what: 'weight', criterion: 'Nytta', ...sides },
  ] as const
  return { fault: 'changed', changes: [...changes] }
}

test.for<[RankingFault, RegExp, RegExp]>([
  [
    changed({ from: 40, to: 45 }),
    /Ramen är 45 mnkr i stället för 40 mnkr\..*hålls 45 mnkr åt koncept.*Nytta väger 45 i stället för 40\./,
    /The frame is .*45.* instead of .*40.*Nytta weighs 45 instead of 40\./,
  ],
  [
    changed({ to: 45 }),
    /Ramen är satt till 45 mnkr\..*Nytta är nytt och väger 45\./,
    /The frame is set to .*is new and weighs 45/,
  ],
  [
    changed({ from: 40 }),
    /Ingen ram är längre satt \(var 40 mnkr\)\..*Nytta är borta/,
    /No frame is set any more.*is gone/,
  ],
  [{ fault: 'notProposed', year: 2027 }, /Lägg fram den/, /Lay it forth/],
  [{ fault: 'notOpen', state: 'proposed' }, /går inte/, /cannot/],
  [{ fault: 'notOpen', state: 'raised' }, /lyft till nästa nivå/, /raised to the next level/],
  [{ fault: 'notOpen', state: 'decided' }, /redan beslutad/, /decided already/],
  [{ fault: 'notOpen', state: 'refused' }, /Alla sa inte ja/, /Not all said yes/],
  [{ fault: 'notOpen', state: 'replaced' }, /lagts fram på nytt/, /laid forth anew/],
  [{ fault: 'proposedAnew', by: { id: 'a', name: 'Ada' } }, /^Ada har nyss/, /^Ada has just/],
  [{ fault: 'proposedAnew' }, /^Någon har nyss/, /^Somebody has just/],
  [{ fault: 'raised', forum: { key: 'f', title: 'KSL' } }, /lyft till KSL/, /raised to KSL/],
])('%o', async ([ranking, inSwedish, inEnglish]) => {
  for (const [words, said] of [
    [swedish, inSwedish],
    [english, inEnglish],
  ] as const) {
    await words.learn('refusals')
    expect(refusalText({ why: 'ranking', ranking }, words).replaceAll(/\s/g, ' ')).toMatch(said)
  }
})

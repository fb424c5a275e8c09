/** Tells a screen reader which card is in hand, where it is held, and what dropping it there would mean. */
import { useSyncExternalStore } from 'react'
import type { Move } from '#src/rules/needs/funnel.ts'
import type { Words } from '#src/text/words.ts'
import { useWords } from '../language.ts'
import type { Lift } from './lift.ts'
import { targetName } from './targetName.ts'

export function Announcer({ lift, said }: { lift: Lift; said: string }) {
  const words = useWords()
  const held = useSyncExternalStore(lift.subscribe, lift.now)
  const text = () => {
    if (!held || held.by === 'pointer') return said
    const { card, over, moves } = held
    const place = { title: card.title, stage: words.word('stages', card.stage) }
    if (!over || over === card.stage) return words.t('board.lifted', place)
    return words.t('board.over', { target: targetName(over, words), what: whatOf(moves.get(over), words) })
  }
  return (
    <p role='status' className='visually-hidden'>
      {text()}
    </p>
  )
}

/** What dropping there leads to, in a few words. */
export function whatOf(move: Move | undefined, { t, word }: Words): string {
  switch (move?.kind) {
    case 'gate':
      return t('board.leadsGate', {
        gate: word('decisionMatters', move.gate),
        outcome: word('outcomes', move.outcome).toLowerCase(),
      })
    case 'state':
      return t('board.leadsState')
    case 'refused':
      return t('board.cannot')
    case 'noWay':
      return t('board.leadsNowhere')
    default:
      return t('board.here')
  }
}

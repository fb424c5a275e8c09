/** Lays the order on the page forth for the authorities that each decide it for themselves. */
import { useState } from 'react'
import type { Forum } from '#src/lists/organisation.ts'
import type { Ranking } from '#src/lists/prioritising.ts'
import type { DecidingRight } from '#src/rules/mandate.ts'
import { isAwaited } from '#src/rules/prioritising/orderRound.ts'
import { asShown, pictureOf, rankingChanges } from '#src/rules/prioritising/rankingChanges.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import { formatList } from '#src/text/format.ts'
import { refusalText } from '#src/text/refusals.ts'
import { newKey } from '../../act.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import { Refusals } from '../../ui/Refusals.tsx'
import type { RankingNow } from '../useRanking.ts'
import styles from './Session.module.css'

export function ProposeOrder({
  forum,
  year,
  now,
  laid,
  right,
  mayPropose,
}: {
  forum: Forum
  year: number
  now: RankingNow
  /** What was laid forth last. */
  laid: Ranking | undefined
  right: Extract<DecidingRight, { kind: 'all' }>
  mayPropose: boolean
}) {
  const words = useWords()
  const { t, locale } = words
  const { session } = useSession()
  const [refusals, setRefusals] = useState<Refusal[]>([])
  const [busy, setBusy] = useState(false)
  const [key, setKey] = useState(newKey)
  const [isDone, setDone] = useState(false)
  const lies = laid && isAwaited(laid) ? laid : undefined
  const isSame = lies && rankingChanges(lies, pictureOf(now.ranking, now.criteria)).length === 0
  const parties = right.parties.map(({ party }) => party.title)
  const orphan = right.parties.find(({ posts }) => posts.length === 0)?.party
  const said = (lies?.voices ?? []).length
  const propose = async () => {
    setBusy(true)
    const answer = await session.acting.act(
      'proposeRanking',
      { forum: forum.key, year, ...asShown(now.ranking), ...(lies && { instead: lies.key }) },
      {},
      key,
    )
    setBusy(false)
    if ('refusals' in answer) return setRefusals(answer.refusals)
    setRefusals([])
    setKey(newKey())
    setDone(true)
  }
  return (
    <section className={styles.decide} aria-labelledby='propose-order'>
      <h3 id='propose-order'>{t(lies ? 'order.proposeAnew' : 'order.propose', { year })}</h3>
      <p className={styles.quiet}>{t('order.howDecided', { parties: formatList(parties, locale) })}</p>
      {orphan && <p>{refusalText({ why: 'noMandate', matter: 'ranking', party: { ...orphan } }, words)}</p>}
      {isSame ? (
        <p className={styles.quiet}>{t('order.liesAsShown')}</p>
      ) : !mayPropose ? (
        <p className={styles.quiet}>{t('order.mayNotPropose')}</p>
      ) : (
        <>
          {said > 0 && <p>{t('order.sayAgain', { count: said })}</p>}
          <button
            type='button'
            className={styles.primary}
            disabled={busy || orphan !== undefined}
            onClick={() => void propose()}
          >
            {t(lies ? 'order.layAnew' : 'order.lay')}
          </button>
        </>
      )}
      <Refusals refusals={refusals} />
      <p role='status'>{isDone && isSame && t('order.laidNow')}</p>
    </section>
  )
}

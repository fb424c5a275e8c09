/** Who stands behind the initiative and who is still asked; the one who may says so here, as an act of their own. */
import { Button } from '@fluentui/react-components'
import { lazy, Suspense, useState } from 'react'
import type { Ref } from '#src/lists/columns.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { mandates, people } from '#src/lists/organisation.ts'
import { endorsersOf, mayEndorse } from '#src/rules/deciding/endorsing.ts'
import { endorsementOf, processOwnerParty } from '#src/rules/needs.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import { formatDay, formatList } from '#src/text/format.ts'
import { useSession } from '../../context.ts'
import { useItems } from '../../data.ts'
import { useWords } from '../../language.ts'
import { Refusals } from '../Refusals.tsx'
import type { Whole } from '../useWhole.ts'
import styles from './Deciding.module.css'

// Few take back what they have said.
const Withdrawal = lazy(() => import('./Withdrawal.tsx').then((m) => ({ default: m.Withdrawal })))

/** More names than this say less. */
const MOST_NAMES = 3

export function Endorsements({ whole: { initiative, preparation } }: { whole: Whole }) {
  const { t, label, locale } = useWords()
  const { session, today } = useSession()
  const rows = useItems(session.data, people)
  const posts = useItems(session.data, mandates)
  const [refusals, setRefusals] = useState<Refusal[]>([])
  const [said, setSaid] = useState('')
  const [busy, setBusy] = useState(false)
  const [withdrawing, setWithdrawing] = useState<string>()
  const { tree } = preparation
  const parties = endorsersOf({ initiative, tree })
  if (parties.length === 0) return null

  const nameOf = ({ key, title }: Ref) =>
    key === processOwnerParty.key ? label(initiatives, 'processOwner') : title
  const act = async (party: Ref, reason?: string) => {
    setBusy(true)
    setRefusals([])
    const args = { initiative: initiative.key, party: party.key }
    const answer =
      reason === undefined
        ? await session.acting.act('endorse', args)
        : await session.acting.act('withdrawEndorsement', { ...args, reason })
    setBusy(false)
    if ('refusals' in answer) return setRefusals(answer.refusals)
    setWithdrawing(undefined)
    setSaid(
      'waiting' in answer
        ? t('initiative.waitingToSend')
        : t(reason === undefined ? 'initiative.endorsed' : 'initiative.withdrawn', { unit: nameOf(party) }),
    )
  }
  const mine = (party: Ref) => {
    const may = mayEndorse(party.key, { initiative, tree, people: rows, mandates: posts, today })
    return { may, isMe: may.some(({ id }) => id === session.person.id) }
  }
  const anyMine = parties.some((party) => mine(party).isMe)
  return (
    <div id='section-endorsements' tabIndex={-1} className={styles.place}>
      <h3 className={styles.smallTitle}>{t('initiative.endorsements')}</h3>
      {anyMine && <p className={styles.quiet}>{t('initiative.endorseMeans')}</p>}
      <ul className={styles.endorsements}>
        {parties.map((party) => {
          const held = endorsementOf(initiative, party.key)
          const unit = nameOf(party)
          const { may, isMe } = mine(party)
          const names = may.slice(0, MOST_NAMES).map(({ name }) => name)
          return (
            <li key={party.key}>
              <span>
                {held
                  ? `✓ ${t('initiative.endorsedBy', { unit, who: held.by.name, day: formatDay(held.day, locale, today) })}`
                  : names.length > 0
                    ? t('initiative.notEndorsed', { unit, who: formatList(names, locale) })
                    : t('initiative.notEndorsedNobody', { unit })}
              </span>
              {isMe && !held && (
                <Button size='small' disabledFocusable={busy} onClick={() => void act(party)}>
                  {t('initiative.endorseFor', { unit })}
                </Button>
              )}
              {isMe && held && withdrawing !== party.key && (
                <Button
                  size='small'
                  appearance='subtle'
                  aria-label={t('initiative.withdrawFor', { unit })}
                  onClick={() => setWithdrawing(party.key)}
                >
                  {t('initiative.withdraw')}
                </Button>
              )}
              {withdrawing === party.key && (
                <Suspense>
                  <Withdrawal
                    unit={unit}
                    busy={busy}
                    cancel={() => setWithdrawing(undefined)}
                    withdraw={(reason) => void act(party, reason)}
                  />
                </Suspense>
              )}
            </li>
          )
        })}
      </ul>
      <p role='status' className={styles.made}>
        {said}
      </p>
      <Refusals refusals={refusals} />
    </div>
  )
}

/** A time that is tried: what it breaks and mends, and the way to save it, or why it can't be saved. */
import { useState } from 'react'
import { initiatives, type Initiative } from '#src/lists/initiatives.ts'
import { may, permissions } from '#src/rules/permissions.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import {
  breaksOf,
  type Interval,
  intervalOf,
  quarterIn,
  type QuarterNumber,
  quarterText,
  type RoadmapFacts,
} from '#src/rules/pictures/roadmap.ts'
import { formatEither, formatQuarter } from '#src/text/format.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import { Refusals } from '../../ui/Refusals.tsx'
import { useMyRoles } from '../../ui/useMyRoles.ts'
import { conflictText, intervalText } from './conflictText.ts'
import styles from './Roadmap.module.css'

/** How far ahead a time may be chosen, and back. */
const AROUND = 16

export function Proposal({
  one,
  interval,
  facts,
  change,
  close,
}: {
  one: Initiative
  interval: Interval
  facts: RoadmapFacts
  change: (interval: Interval) => void
  /** `said`: what came of it. */
  close: (said?: string) => void
}) {
  const words = useWords()
  const { t, locale, word } = words
  const { session } = useSession()
  const roles = useMyRoles()
  const [busy, setBusy] = useState(false)
  const [refusals, setRefusals] = useState<Refusal[]>([])
  const planned = intervalOf(one)
  const titleOf = (key: string) => facts.initiatives.find((other) => other.key === key)?.title ?? ''
  const { broken, mended } = breaksOf(facts, one.key, interval)
  const mayPrepare = may('prepare', { id: session.person.id, roles }, one)
  const isSame = planned?.from === interval.from && planned.to === interval.to

  const save = async () => {
    setBusy(true)
    const ends = interval.to !== undefined
    const answer = await session.acting.act('prepareInitiative', {
      initiative: one.key,
      changes: {
        start: quarterText(interval.from),
        ...(ends && { plannedEnd: quarterText(interval.to ?? interval.from) }),
      },
      base: { start: one.start ?? null, ...(ends && { plannedEnd: one.plannedEnd ?? null }) },
    })
    setBusy(false)
    if ('refusals' in answer) return setRefusals(answer.refusals)
    const time = intervalText(interval, words)
    close(t('waiting' in answer ? 'pictures.timeWaits' : 'pictures.timeSaved', { title: one.title, time }))
  }
  const around = planned?.from ?? interval.from
  return (
    <section aria-label={t('pictures.proposal')} className={`${styles.proposal} no-print`}>
      <p role='status' className={styles.proposed}>
        <strong>{one.title}</strong>{' '}
        {isSame
          ? t('pictures.lifted')
          : t('pictures.proposed', {
              from: planned ? intervalText(planned, words) : '',
              to: intervalText(interval, words),
            })}{' '}
        {!isSame &&
          (broken.length > 0 ? t('pictures.breaks', { count: broken.length }) : t('pictures.breaksNothing'))}
      </p>
      {(
        [
          ['broken', broken, '▲'],
          ['mended', mended, '✓'],
        ] as const
      ).map(
        ([name, all, sign]) =>
          all.length > 0 && (
            <ul key={name} className={styles[name]} aria-label={t(`pictures.${name}`)}>
              {all.map(({ initiative, conflict }) => (
                <li key={`${initiative} ${JSON.stringify(conflict)}`}>
                  <span aria-hidden='true'>{sign} </span>
                  {name === 'mended' && `${t('pictures.mendedNow')} `}
                  {titleOf(initiative)}: {conflictText(conflict, titleOf, words)}
                </li>
              ))}
            </ul>
          ),
      )}
      <div className={styles.proposalTools}>
        <Quarters
          label={words.label(initiatives, 'start')}
          value={interval.from}
          around={around}
          change={(from) =>
            change({ from, ...(interval.to !== undefined && { to: Math.max(from, interval.to) }) })
          }
        />
        <Quarters
          label={words.label(initiatives, 'plannedEnd')}
          value={interval.to}
          around={around}
          change={(to) => change({ from: Math.min(interval.from, to), to })}
        />
        <button
          type='button'
          data-save=''
          className={styles.primary}
          disabled={busy || isSame || !mayPrepare}
          onClick={() => void save()}
        >
          {t('pictures.saveTime')}
        </button>
        <button type='button' className={styles.button} onClick={() => close()}>
          {t('pictures.putBack')}
        </button>
      </div>
      {!mayPrepare && (
        <p>
          {t('pictures.mayNotSave', {
            who: formatEither(
              permissions.prepare.roles.map((role) => word('roles', role).toLowerCase()),
              locale,
            ),
          })}
        </p>
      )}
      <Refusals refusals={refusals} />
    </section>
  )
}

function Quarters({
  label,
  value,
  around,
  change,
}: {
  label: string
  value: QuarterNumber | undefined
  around: QuarterNumber
  change: (quarter: QuarterNumber) => void
}) {
  const { locale, t } = useWords()
  const [first, last] = [
    Math.min(around - AROUND, value ?? around),
    Math.max(around + AROUND, value ?? around),
  ]
  const all = Array.from({ length: last - first + 1 }, (_, i) => quarterText(first + i))
  return (
    <label>
      {label}
      <select
        value={value === undefined ? '' : quarterText(value)}
        onChange={({ target }) => {
          const quarter = quarterIn(target.value, 'first')
          if (quarter !== undefined) change(quarter)
        }}
      >
        {value === undefined && <option value=''>{t('pictures.unknown')}</option>}
        {all.map((text) => (
          <option key={text} value={text}>
            {formatQuarter(text, locale)}
          </option>
        ))}
      </select>
    </label>
  )
}

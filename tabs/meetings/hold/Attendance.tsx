/** Who is there: one line each with a choice. Never why somebody isn't. */
import { useId, useRef, useState } from 'react'
import { capacities, type Capacity, type Presence, presences } from '#src/lists/meetings.ts'
import { useWords } from '../../language.ts'
import { Refusals } from '../../ui/Refusals.tsx'
import buttons from '../../ui/Buttons.module.css'
import { AddGuest } from './AddGuest.tsx'
import { type Attending, presentOf } from './people.ts'
import { saidOf, type useAttendance } from './useAttendance.ts'
import styles from './Hold.module.css'

export function Attendance({
  attending,
  say,
  refusals,
  mayWrite,
}: ReturnType<typeof useAttendance> & { mayWrite: boolean }) {
  const words = useWords()
  const { t } = words
  const unsaid = attending.filter(({ presence }) => presence === undefined)
  const there = presentOf(attending).length
  // Open to begin with when nobody is noted; it folds when everyone is, not under the hands of whoever writes.
  const [open, setOpen] = useState(mayWrite && there === 0)
  // The button goes away with what it said: whoever pressed it stands on.
  const head = useRef<HTMLElement>(null)
  return (
    <details className={styles.fold} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary ref={head}>
        <h2>{t('holding.attendance')}</h2>{' '}
        <span className={styles.quiet}>{t('holding.present', { count: there, all: attending.length })}</span>
      </summary>
      {mayWrite && unsaid.length > 0 && (
        <button
          type='button'
          className={buttons.button}
          onClick={() => {
            setOpen(false)
            head.current?.focus()
            void say(unsaid.map((one) => saidOf(one, 'present')))
          }}
        >
          {unsaid.length === attending.length ? t('holding.allPresent') : t('holding.restPresent')}
        </button>
      )}
      <ul className={styles.people}>
        {attending.map((one) => (
          <Row key={one.person.id} one={one} all={attending} say={say} mayWrite={mayWrite} />
        ))}
      </ul>
      <Refusals refusals={refusals} />
      {mayWrite && <AddGuest attending={attending} say={say} />}
    </details>
  )
}

function Row({
  one,
  all,
  say,
  mayWrite,
}: {
  one: Attending
  all: readonly Attending[]
  say: ReturnType<typeof useAttendance>['say']
  mayWrite: boolean
}) {
  const words = useWords()
  const { t } = words
  const id = useId()
  const { person, presence, capacity, part, standsInFor } = one
  const absent = all.filter((other) => other.presence === 'absent' && other.person.id !== person.id)
  const change = (changes: Partial<Attending>) => {
    const next = { ...one, ...changes }
    void say([saidOf(next, next.presence ?? 'present')])
  }
  return (
    <li className={styles.person}>
      <label htmlFor={id} className={styles.who}>
        {person.name}{' '}
        <span className={styles.quiet}>
          {words.of(capacities, capacity).toLowerCase()}
          {standsInFor && `, ${t('holding.standsIn', { name: standsInFor.name })}`}
        </span>
      </label>
      <select
        id={id}
        className={styles.select}
        value={presence ?? ''}
        disabled={!mayWrite}
        onChange={(event) => change({ presence: event.target.value as Presence })}
      >
        {presence === undefined && <option value=''>{t('holding.notNoted')}</option>}
        {(Object.keys(presences) as Presence[]).map((each) => (
          <option key={each} value={each}>
            {words.of(presences, each)}
          </option>
        ))}
      </select>
      {mayWrite && presence === 'part' && (
        <input
          className={styles.input}
          aria-label={t('holding.partOf', { name: person.name })}
          placeholder={t('holding.partHint')}
          defaultValue={part ?? ''}
          onBlur={(event) => event.target.value !== (part ?? '') && change({ part: event.target.value })}
        />
      )}
      {presence === 'part' && !mayWrite && part && <span className={styles.quiet}>{part}</span>}
      {mayWrite &&
        presence &&
        presence !== 'absent' &&
        (capacity === 'substitute' || capacity === 'guest') && (
          <>
            <select
              className={styles.select}
              aria-label={t('holding.asWhat', { name: person.name })}
              value={capacity}
              onChange={(event) => change({ capacity: event.target.value as Capacity })}
            >
              {(['guest', 'substitute'] as const).map((each) => (
                <option key={each} value={each}>
                  {words.of(capacities, each)}
                </option>
              ))}
            </select>
            {capacity === 'substitute' && absent.length > 0 && (
              <select
                className={styles.select}
                aria-label={t('holding.actingFor', { name: person.name })}
                value={standsInFor?.id ?? ''}
                onChange={(event) => {
                  const found = absent.find((other) => other.person.id === event.target.value)
                  const { standsInFor: _, ...rest } = one
                  void say([saidOf({ ...rest, ...(found && { standsInFor: found.person }) }, presence)])
                }}
              >
                <option value=''>{t('holding.actingForNobody')}</option>
                {absent.map((other) => (
                  <option key={other.person.id} value={other.person.id}>
                    {t('holding.standsIn', { name: other.person.name })}
                  </option>
                ))}
              </select>
            )}
          </>
        )}
    </li>
  )
}

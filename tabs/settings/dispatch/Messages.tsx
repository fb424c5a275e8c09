/** The day's messages, what needs looking at first; chosen by state and by name, sent again one by one. */
import { useState } from 'react'
import { useSearchParams } from 'wouter'
import { type SendingState, sendingStates } from '#src/lists/reminding.ts'
import type { Dispatch, DispatchRow } from '#src/rules/reminding/dispatch.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import { compareTexts, formatDay, formatNumber } from '#src/text/format.ts'
import { newKey } from '../../act.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import { Refusals } from '../../ui/Refusals.tsx'
import { MessageRow } from './MessageRow.tsx'
import shared from '../Settings.module.css'
import buttons from '../../ui/Buttons.module.css'
import styles from './Dispatch.module.css'

/** What needs looking at comes first. */
const order: readonly SendingState[] = ['failed', 'unconfirmed', 'unreachable', 'sending', 'waiting', 'sent']
const AT_A_TIME = 100

export function Messages({
  dispatch: { day, rows },
  take,
}: {
  dispatch: Dispatch
  take: (rows: readonly DispatchRow[]) => void
}) {
  const { t, of, locale } = useWords()
  const { session, today } = useSession()
  const [asked, setAsked] = useSearchParams()
  const [search, setSearch] = useState('')
  const [most, setMost] = useState(AT_A_TIME)
  const [said, setSaid] = useState('')
  const [sending, setSending] = useState<string>()
  const [refusals, setRefusals] = useState<Refusal[]>([])
  const state = order.find((one) => one === asked.get('state'))
  const counts = Map.groupBy(rows, (row) => row.state)
  const wanted = search.trim().toLowerCase()
  const compare = compareTexts(locale)
  const found = rows
    .filter((row) => (!state || row.state === state) && row.to.toLowerCase().includes(wanted))
    .toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || compare(a.to, b.to))
  const choose = (next: string) =>
    setAsked(
      (before) => {
        const params = new URLSearchParams(before)
        if (next) params.set('state', next)
        else params.delete('state')
        return params
      },
      { replace: true },
    )
  const resend = async (row: DispatchRow) => {
    setSending(row.key)
    setSaid('')
    const answer = await session.acting.act('resendSending', { sending: row.key }, {}, newKey())
    setSending(undefined)
    setRefusals('refusals' in answer ? answer.refusals : [])
    if ('refusals' in answer) return
    setSaid(t('waiting' in answer ? 'dispatch.waits' : 'dispatch.resent', { name: row.to }))
    if ('done' in answer) take(answer.done.resent ?? [])
  }
  return (
    <section aria-labelledby='dispatch-messages'>
      <h3 id='dispatch-messages'>{t('dispatch.messages', { day: formatDay(day, locale, today) })}</h3>
      <p role='status' className={shared.said}>
        {said}
      </p>
      <Refusals refusals={refusals} />
      {rows.length === 0 && <p>{t('dispatch.noMessages')}</p>}
      {rows.length > 0 && (
        <div className={shared.tools}>
          <fieldset className={styles.states}>
            <legend className='visually-hidden'>{t('dispatch.filter')}</legend>
            {(['', ...order] as const)
              .filter((one) => one === '' || one === state || counts.has(one))
              .map((one) => (
                <label key={one} className={styles.state}>
                  <input
                    type='radio'
                    name='dispatch-state'
                    className='visually-hidden'
                    checked={one === (state ?? '')}
                    onChange={() => choose(one)}
                  />
                  {one === '' ? t('dispatch.all') : of(sendingStates, one)}{' '}
                  <b>{formatNumber(one === '' ? rows.length : (counts.get(one)?.length ?? 0), locale)}</b>
                </label>
              ))}
          </fieldset>
          <input
            type='search'
            className={styles.search}
            aria-label={t('dispatch.search')}
            placeholder={t('dispatch.search')}
            value={search}
            onChange={({ target }) => setSearch(target.value)}
          />
        </div>
      )}
      {rows.length > 0 && found.length === 0 && <p>{t('dispatch.noneHere')}</p>}
      {found.length > 0 && (
        <div className={shared.scroller}>
          <table className={`${shared.table} ${styles.messages}`}>
            <thead>
              <tr>
                {(['to', 'what', 'state', 'attempts', 'answer', 'act'] as const).map((column) => (
                  <th key={column} scope='col'>
                    {t(`dispatch.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {found.slice(0, most).map((row) => (
                <MessageRow
                  key={row.key}
                  row={row}
                  busy={sending === row.key}
                  resend={() => void resend(row)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {found.length > most && (
        <button type='button' className={buttons.button} onClick={() => setMost(most + AT_A_TIME)}>
          {t('dispatch.more', { count: formatNumber(Math.min(AT_A_TIME, found.length - most), locale) })}
        </button>
      )}
    </section>
  )
}

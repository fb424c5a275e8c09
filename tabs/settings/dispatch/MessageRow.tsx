/** One message of the day: to whom, how it went, and the way to send it again. */
import { reminderKinds, sendingKinds, sendingStates } from '#src/lists/reminding.ts'
import type { DispatchRow } from '#src/rules/reminding/dispatch.ts'
import { formatDay, formatList, formatNumber } from '#src/text/format.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import { codeText } from './codeText.ts'
import buttons from '../../ui/Buttons.module.css'
import styles from './Dispatch.module.css'

/** Colour never alone: the word stands beside. */
const marks = {
  failed: '■',
  unconfirmed: '▲',
  unreachable: '▲',
  sending: '→',
  waiting: '○',
  sent: '●',
} as const

export function MessageRow({ row, busy, resend }: { row: DispatchRow; busy: boolean; resend: () => void }) {
  const words = useWords()
  const { t, of, locale } = words
  const { today } = useSession()
  const { to, kind, state, attempts, lastCode, lines, about, resentOn } = row
  const mayResend = !resentOn && (state === 'failed' || state === 'unconfirmed' || state === 'unreachable')
  const kinds = formatList(
    about.map((one) => of(reminderKinds, one)),
    locale,
  )
  return (
    <tr>
      <th scope='row'>{to}</th>
      <td data-label={t('dispatch.what')}>
        {of(sendingKinds, kind)}
        <span className={styles.quiet}>
          {' '}
          {[kind === 'digest' && t('dispatch.digest', { lines }), kinds].filter(Boolean).join(' · ')}
        </span>
      </td>
      <td data-label={t('dispatch.state')} className={`${styles.how} ${styles[state] ?? ''}`}>
        <span aria-hidden='true'>{marks[state]} </span>
        {of(sendingStates, state)}
      </td>
      <td data-label={t('dispatch.attempts')}>{attempts > 0 ? formatNumber(attempts, locale) : ''}</td>
      <td data-label={t('dispatch.answer')}>
        {lastCode && state !== 'sent' ? codeText(lastCode, words) : ''}
      </td>
      <td data-label={mayResend || resentOn ? t('dispatch.act') : ''}>
        {resentOn && t('dispatch.resentOn', { day: formatDay(resentOn, locale, today) })}
        {mayResend && (
          <button
            type='button'
            className={buttons.button}
            aria-label={t('dispatch.resendTo', { name: to })}
            disabled={busy}
            onClick={resend}
          >
            {t(busy ? 'dispatch.resending' : 'dispatch.resend')}
          </button>
        )}
      </td>
    </tr>
  )
}

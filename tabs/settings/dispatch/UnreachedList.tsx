/** People and channels that the bot can't reach: since when, and why. */
import { addressStates } from '#src/lists/reminding.ts'
import type { Unreached } from '#src/rules/reminding/dispatch.ts'
import { compareTexts, formatDay, formatNumber } from '#src/text/format.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import { codeText } from './codeText.ts'
import shared from '../Settings.module.css'

export function UnreachedList({ unreached }: { unreached: readonly Unreached[] }) {
  const words = useWords()
  const { t, of, locale } = words
  const { today } = useSession()
  const compare = compareTexts(locale)
  const day = (value: string | undefined) => (value ? formatDay(value, locale, today) : '')
  return (
    <section aria-labelledby='dispatch-unreached'>
      <h3 id='dispatch-unreached'>
        {t('dispatch.unreached', { count: formatNumber(unreached.length, locale) })}
      </h3>
      <p className={shared.quiet}>
        {t(unreached.length === 0 ? 'dispatch.allReached' : 'dispatch.unreachedAbout')}
      </p>
      {unreached.length > 0 && (
        <div className={shared.scroller}>
          <table className={shared.table}>
            <thead>
              <tr>
                {(['who', 'state', 'since', 'why'] as const).map((column) => (
                  <th key={column} scope='col'>
                    {t(`dispatch.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {unreached
                .toSorted((a, b) => compare(a.to, b.to))
                .map((one) => (
                  <tr key={one.key}>
                    <th scope='row'>
                      {one.to}
                      {one.isForum && ` · ${t('dispatch.channel')}`}
                    </th>
                    <td data-label={t('dispatch.state')}>{of(addressStates, one.state)}</td>
                    <td data-label={t('dispatch.since')}>{day(one.since)}</td>
                    <td data-label={t('dispatch.why')}>
                      {[
                        codeText(one.lastError ?? (one.state === 'removed' ? 'removed' : 'noAddress'), words),
                        one.installTried && t('dispatch.tried', { day: day(one.installTried) }),
                      ]
                        .filter(Boolean)
                        .join('; ')}
                    </td>
                  </tr>
                ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

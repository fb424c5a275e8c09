/** How many roll-outs land on the department in each quarter ahead, by name. */
import { useId } from 'react'
import { Link } from 'wouter'
import type { Landing, Receiving as Received } from '#src/rules/pictures/receiving.ts'
import { formatQuarter } from '#src/text/format.ts'
import { useWords } from '../../language.ts'
import common from '../Parts.module.css'
import styles from './Department.module.css'

/** Named in a quarter; the rest are counted. */
const MOST = 5

export function Receiving({ receiving: { quarters, later, unknown } }: { receiving: Received }) {
  const { t, locale } = useWords()
  const id = useId()
  const most = Math.max(0, ...quarters.map(({ landings }) => landings.length))
  const isEmpty = most === 0 && later.length === 0 && unknown.length === 0
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h2 id={id}>{t('department.receiving')}</h2>
      {isEmpty ? (
        <p className={common.quiet}>{t('department.noReceiving')}</p>
      ) : (
        <>
          <table className={styles.receiving}>
            <thead className='visually-hidden'>
              <tr>
                <th scope='col'>{t('department.quarter')}</th>
                <th scope='col'>{t('department.landings')}</th>
                <th scope='col'>{t('department.which')}</th>
              </tr>
            </thead>
            <tbody>
              {quarters.map(({ quarter, landings }) => (
                <tr key={quarter}>
                  <th scope='row'>{formatQuarter(quarter, locale)}</th>
                  <td className={styles.bar}>
                    <b>{landings.length}</b>
                    <span
                      aria-hidden='true'
                      style={{ width: most === 0 ? 0 : `${(landings.length / most) * 100}%` }}
                    />
                  </td>
                  <td>
                    {landings.slice(0, MOST).map((landing, i) => (
                      <Name key={landing.initiative.key} landing={landing} first={i === 0} />
                    ))}
                    {landings.length > MOST && (
                      <> {t('department.andMore', { count: landings.length - MOST })}</>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className={common.quiet}>
            {[
              t('department.landsBy'),
              later.length > 0 && t('department.landsLater', { count: later.length }),
              unknown.length > 0 && t('department.landsUnknown', { count: unknown.length }),
            ]
              .filter(Boolean)
              .join(' ')}
          </p>
        </>
      )}
    </section>
  )
}

function Name({ landing: { initiative, basis, late }, first }: { landing: Landing; first: boolean }) {
  const { t } = useWords()
  return (
    <>
      {!first && ', '}
      <Link className={common.link} href={`/initiative/${encodeURIComponent(initiative.key)}`}>
        {initiative.title}
      </Link>
      {basis === 'start' && ` (${t(late ? 'department.startsLate' : 'department.startsOnly')})`}
      {basis === 'plan' && late && ` (▲ ${t('department.landsLate')})`}
    </>
  )
}

/** What is shown in the matrix: found by words, only what I lack, in which order, mine or everybody's. */
import { useWords } from '../../language.ts'
import { type MatrixChoice, orders, type MatrixOrder } from './matrixRows.ts'
import styles from './Scores.module.css'

const views = ['own', 'all'] as const

export function Tools({
  choice,
  change,
  view,
  setView,
  mayScore,
}: {
  choice: MatrixChoice
  change: (next: MatrixChoice) => void
  view: 'own' | 'all'
  setView: (view: 'own' | 'all') => void
  mayScore: boolean
}) {
  const { t } = useWords()
  return (
    <div className={`${styles.tools} no-print`}>
      <input
        type='search'
        aria-label={t('scoring.search')}
        placeholder={t('scoring.search')}
        value={choice.search}
        onChange={(event) => change({ ...choice, search: event.target.value })}
      />
      <label>
        {t('scoring.order')}{' '}
        <select
          value={choice.order}
          onChange={(event) => change({ ...choice, order: event.target.value as MatrixOrder })}
        >
          {orders.map((order) => (
            <option key={order} value={order}>
              {t(`scoring.order.${order}`)}
            </option>
          ))}
        </select>
      </label>
      {mayScore && (
        <>
          <label>
            <input
              type='checkbox'
              checked={choice.mineMissing}
              onChange={(event) => change({ ...choice, mineMissing: event.target.checked })}
            />{' '}
            {t('scoring.mineMissing')}
          </label>
          <fieldset className={styles.views}>
            <legend className='visually-hidden'>{t('scoring.view')}</legend>
            {views.map((one) => (
              <label key={one}>
                <input type='radio' name='view' checked={view === one} onChange={() => setView(one)} />{' '}
                {t(`scoring.view.${one}`)}
              </label>
            ))}
          </fieldset>
        </>
      )}
    </div>
  )
}

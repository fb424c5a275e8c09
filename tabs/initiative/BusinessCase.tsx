/** Costs and benefits per year, in the unit the reader prefers. */
import { lazy, Suspense, useState } from 'react'
import { type AmountUnit, amountUnits } from '#src/rules/money/amounts.ts'
import { benefitSum, costSum } from '#src/rules/money/businessCase.ts'
import { formatKr } from '#src/text/format.ts'
import { useWords } from '../language.ts'
import type { Whole } from '../ui/useWhole.ts'
import { Fold } from './Fold.tsx'
import styles from './grid/Grid.module.css'

const CostGrid = lazy(() => import('./grid/CostGrid.tsx').then((m) => ({ default: m.CostGrid })))
const CaseValue = lazy(() => import('./CaseValue.tsx').then((m) => ({ default: m.CaseValue })))
const BenefitGrid = lazy(() => import('./grid/BenefitGrid.tsx').then((m) => ({ default: m.BenefitGrid })))

export function BusinessCase({
  whole,
  mayEdit,
  opened,
}: {
  whole: Whole
  mayEdit: boolean
  opened: boolean
}) {
  const { t, locale } = useWords()
  const [unit, setUnit] = useState<AmountUnit>('tkr')
  const { projectKr, runningKr } = costSum(whole.costItems)
  const { likelyKr } = benefitSum(whole.benefits)
  const says = [
    projectKr > 0 && t('initiative.saysProject', { amount: formatKr(projectKr, locale) }),
    runningKr && t('initiative.saysRunning', { amount: formatKr(runningKr, locale) }),
    likelyKr > 0 && t('initiative.saysBenefit', { amount: formatKr(likelyKr, locale) }),
  ].filter((part) => typeof part === 'string')
  return (
    <Fold
      id='costs'
      title={t('initiative.costs')}
      says={says.join(' · ') || t('initiative.nothingYet')}
      opened={opened}
    >
      <div className={styles.tools}>
        <label>
          {t('amount.unit')}{' '}
          <select value={unit} onChange={(event) => setUnit(event.target.value as AmountUnit)}>
            {Object.keys(amountUnits).map((one) => (
              <option key={one} value={one}>
                {t(`amount.in.${one as AmountUnit}`)}
              </option>
            ))}
          </select>
        </label>
        {mayEdit && <span className={styles.quiet}>{t('amount.how')}</span>}
      </div>
      <Suspense fallback={<p className={styles.quiet}>{t('initiative.fetching')}</p>}>
        <CostGrid whole={whole} unit={unit} mayEdit={mayEdit} />
        <BenefitGrid whole={whole} unit={unit} mayEdit={mayEdit} />
        <CaseValue whole={whole} />
      </Suspense>
    </Fold>
  )
}

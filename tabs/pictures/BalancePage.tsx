/** Balance: initiatives along two axes, how many and for how much, and shares against the corridors that forums want kept. */
import { useMemo } from 'react'
import { type Axis, balanceAxes } from '#src/lists/balance.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import { units } from '#src/lists/organisation.ts'
import { treeOf } from '#src/rules/organisation/tree.ts'
import { useSession } from '../context.ts'
import { useItems } from '../data.ts'
import { useWords } from '../language.ts'
import { BalancePicture } from './balance/BalancePicture.tsx'
import { Corridors } from './balance/Corridors.tsx'
import { Choice } from './lens/Choice.tsx'
import { useParam } from './lens/useParam.ts'
import { alive, PicturePage } from './PicturePage.tsx'
import styles from './lens/Lens.module.css'

const axes = Object.keys(balanceAxes) as Axis[]
const axisIn = (text: string | undefined, otherwise: Axis): Axis =>
  axes.find((one) => one === text) ?? otherwise

export function BalancePage() {
  return (
    <PicturePage title='pictures.balance' keep={alive}>
      {(shown) => <Chosen shown={shown} />}
    </PicturePage>
  )
}

function Chosen({ shown }: { shown: readonly Initiative[] }) {
  const { t, of } = useWords()
  const { session } = useSession()
  const everyUnit = useItems(session.data, units)
  const tree = useMemo(() => treeOf(everyUnit), [everyUnit])
  const [downAsked, putDown] = useParam('down')
  const [acrossAsked, putAcross] = useParam('across')
  const down = axisIn(downAsked, 'pios')
  const across = axisIn(acrossAsked, 'nature')
  const options = axes.map((axis) => ({ value: axis, text: of(balanceAxes, axis) }))
  return (
    <>
      <div className={`${styles.choices} no-print`}>
        <Choice label={t('balance.down')} value={down} options={options} choose={putDown} />
        <Choice label={t('balance.across')} value={across} options={options} choose={putAcross} />
      </div>
      <BalancePicture shown={shown} down={down} across={across} tree={tree} />
      <Corridors shown={shown} tree={tree} />
    </>
  )
}

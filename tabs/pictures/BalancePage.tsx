/** Balance: initiatives along two axes, how many and for how much, and shares against the corridors that forums want kept. */
import { useMemo } from 'react'
import { type Axis, balanceAxes } from '#src/lists/balance.ts'
import { costItems } from '#src/lists/businessCase.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import { units } from '#src/lists/organisation.ts'
import type { ListReader } from '#src/graph/listReader.ts'
import { treeOf } from '#src/rules/organisation/tree.ts'
import { firstPlaced } from '#src/rules/pictures/balance.ts'
import { pricesOf } from '#src/rules/pictures/price.ts'
import { useSession } from '../context.ts'
import { useItems } from '../data.ts'
import { useWords } from '../language.ts'
import { BalancePicture } from './balance/BalancePicture.tsx'
import { Corridors } from './balance/Corridors.tsx'
import { offered, useAxes } from '../ui/axes/axesContext.ts'
import { NamedAxes } from '../ui/axes/NamedAxes.tsx'
import { UnreadNames } from '../ui/axes/UnreadNames.tsx'
import { useRead } from '../ui/useRead.ts'
import { Choice } from '../ui/Choice.tsx'
import { Reading } from './lens/Reading.tsx'
import { useParam } from './lens/useParam.ts'
import { alive, PicturePage } from './PicturePage.tsx'
import styles from './lens/Lens.module.css'

const axisIn = (axes: readonly Axis[], text: string | undefined, otherwise: Axis): Axis =>
  axes.find((one) => one === text) ?? otherwise

export function BalancePage() {
  return (
    <PicturePage title='pictures.balance' keep={alive}>
      {(shown) => (
        <NamedAxes>
          <Chosen shown={shown} />
        </NamedAxes>
      )}
    </PicturePage>
  )
}

const readAll = (store: ListReader) => store.all(costItems)
const belong = () => true

function Chosen({ shown }: { shown: readonly Initiative[] }) {
  const { t, of } = useWords()
  const { session } = useSession()
  const axes = useAxes()
  const everyUnit = useItems(session.data, units)
  const tree = useMemo(() => treeOf(everyUnit), [everyUnit])
  const { rows: items, error, reload } = useRead('costItems', readAll, belong)
  const prices = useMemo(() => items && pricesOf(shown, items), [items, shown])
  const [downAsked, putDown] = useParam('down')
  const [acrossAsked, putAcross] = useParam('across')
  const standing = (wanted: readonly Axis[]) => {
    const [first = 'portfolio', ...rest] = [...offered(wanted, axes.used), ...axes.used]
    return firstPlaced([first, ...rest], shown, tree)
  }
  const down = axisIn(axes.used, downAsked, standing(['pios', 'unit', 'portfolio']))
  const across = axisIn(axes.used, acrossAsked, standing(['nature', 'complexity', 'type', 'stage']))
  const options = axes.used.map((axis) => ({ value: axis, text: of(balanceAxes, axis) }))
  return (
    <>
      <div className={`${styles.choices} no-print`}>
        <Choice label={t('balance.down')} value={down} options={options} choose={putDown} />
        <Choice label={t('balance.across')} value={across} options={options} choose={putAcross} />
      </div>
      {prices ? (
        <>
          <UnreadNames />
          <BalancePicture shown={shown} down={down} across={across} tree={tree} prices={prices} />
          <Corridors shown={shown} tree={tree} prices={prices} />
        </>
      ) : (
        <Reading
          error={error}
          reload={() => {
            reload()
            axes.reload()
          }}
        />
      )}
    </>
  )
}

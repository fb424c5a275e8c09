/** Shares that forums keep along an axis that is put out of use: they go on holding, and whoever does it should know. */
import { type Axis, corridors } from '#src/lists/balance.ts'
import type { ListReader } from '#src/graph/listReader.ts'
import { formatList } from '#src/text/format.ts'
import { useWords } from '../../language.ts'
import { useRead } from '../../ui/useRead.ts'
import shared from '../Settings.module.css'

const readAll = (store: ListReader) => store.all(corridors)
const belong = () => true

export function Held({ axis }: { axis: Axis }) {
  const { t, locale } = useWords()
  const { rows } = useRead('corridors', readAll, belong)
  const along = rows?.filter((corridor) => corridor.axis === axis) ?? []
  if (along.length === 0) return null
  const titles = formatList(
    along.map(({ title }) => title),
    locale,
  )
  return (
    <p role='status' className={shared.quiet}>
      {t('axes.held', { count: along.length, titles })}
    </p>
  )
}
